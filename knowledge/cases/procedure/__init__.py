"""The table of who may do what in which state, performing an act by it, the facts that follow, and what happens by itself."""
