"""A submitted case: where it is, withdrawing it, complaining, rating."""
