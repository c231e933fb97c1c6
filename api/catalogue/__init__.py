"""The catalogue as the working store keeps it and as clients read and search it."""
