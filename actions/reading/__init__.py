"""What a message may mean, as candidate readings on one scale, and the decision among them."""
