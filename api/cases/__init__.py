"""The case (办件): what was submitted, where it is, and its log."""
