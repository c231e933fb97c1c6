"""``intake bench cases``: how fast the case system is when it holds years of work."""
