"""What is said: the parts of a reply, the words, and the notice in words."""
