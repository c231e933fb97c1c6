"""What is told of an item, of the centre and from the answer library."""
