"""What is known of a case: the acts that were done, the log that they stand in, and the facts that follow."""
