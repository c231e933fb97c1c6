"""``intake bench desk``: how fast the desk is when there are years of cases and two hundred desks are open."""
