"""Test conversations of the studio: the real dialogue and the real rules, on a stage of their own that is swept after each."""
