"""Sentences as vectors: a small pretrained encoder behind an interface, and its vectors kept by text."""
