"""What the centre publishes, in the store and in memory: the catalogue and the answers that are in force, with their matchers."""
