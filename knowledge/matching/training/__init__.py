"""What is learned, and from what: rehearsals, rankings, invented phrasings."""
