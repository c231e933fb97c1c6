"""What the dialogue did not understand, kept for the tuners of the library."""
