"""The limits that the law sets for a case, and its clocks on any day."""
