"""Layouts of the database, one file a step, each with its way back."""
