"""Independent pieces of training side by side, one on each processor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from threadpoolctl import threadpool_limits

MOST = 4
"""Each piece holds the likeness of all phrasings to each other, some hundred megabytes."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_parallel(work: Callable[[Task], Result], tasks: Iterable[Task]) -> list[Result]:
    """Do the tasks in threads and return the results in the tasks' order.

    Linear algebra lets other threads run meanwhile; it keeps to one processor itself, so that threads do not fight.
    """
    with (
        threadpool_limits(1, user_api="blas"),
        ThreadPoolExecutor(min(MOST, os.cpu_count() or 1)) as threads,
    ):
        return list(threads.map(work, tasks))
