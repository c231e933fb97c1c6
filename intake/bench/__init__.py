"""Benchmarks: figures with the conditions under which they were taken."""
