"""Whole conversations through the REST channel, on a real api with a real database."""
