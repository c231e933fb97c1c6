"""Papers: what a photo of a paper shows, whether it is the paper that was asked for, and what to say about it."""
