"""The typed client of the api, and how its requests get there."""
