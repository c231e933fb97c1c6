"""Papers made for people, PDF and Word, in a process of their own: what makes them is large and seldom needed."""
