"""The official account from outside: what its operator and its developers ask of it."""
