"""What the channel remembers, shared by all processes; a file for each kind of thing."""
