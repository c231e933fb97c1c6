"""What speaks for or against an entry: features of a sentence, its index, and the numbers that are weighed."""
