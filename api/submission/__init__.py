"""Submission: from a draft to its cases, the whole of it or nothing."""
