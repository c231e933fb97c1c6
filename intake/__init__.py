import os

# The matrices of a turn are small: a second thread of linear algebra waits longer than it helps (1.4 ms a match instead of
# 1.0). Must be set before numpy is loaded; training shares its work out itself (knowledge/matching/training/workers.py).
os.environ.setdefault("OMP_NUM_THREADS", "1")
