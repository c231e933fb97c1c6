"""Staff accounts, their tokens, and the record of what was done with them."""
