"""Layouts of the dialogue's tables, one file a step."""
