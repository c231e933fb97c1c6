"""Processes that do what the service itself must not: open foreign files, load large libraries."""
