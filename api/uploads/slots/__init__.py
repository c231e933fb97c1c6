"""Slots: which papers may come, where, in whose place."""
