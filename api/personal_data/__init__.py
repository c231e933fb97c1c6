"""One person's data, wherever they are: found by an identity number or a phone, given out whole, and erased where the law lets go."""
