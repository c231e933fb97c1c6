"""Who may do what in which state, what has to hold before, and what happens by itself."""
