"""Which of the offered options of a question a free reply means, and how sure that is."""
