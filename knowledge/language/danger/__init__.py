"""Somebody in danger is heard in what is typed: which kind, by which words, and whom to call."""
