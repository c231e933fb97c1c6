"""What an item answers to the questions of people."""
