"""Questions left open for the next message: each kind is a model that reads a message itself."""
