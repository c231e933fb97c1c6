"""Staff accounts, as administrators look after them."""
