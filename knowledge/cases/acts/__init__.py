"""What can be done to a case: of each act, side by side, what it records, what it needs, what it changes and how it is said."""
