"""From the wish to the item: search, questions about it, answers to its scenario questions."""
