"""A day and a time at a window."""
