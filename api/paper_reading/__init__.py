"""Foreign files opened, screened and read: in a process of their own, which has no database, no secret and no network."""

CHILD = "api.paper_reading.child"
"""What that process runs; its task is ``screen`` or ``read``."""
