"""What to do with a message: candidate readings on one scale, and a table of what a mistake costs."""
