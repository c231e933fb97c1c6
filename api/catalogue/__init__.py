"""The catalogue as clients read and search it."""
