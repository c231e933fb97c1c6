"""What those who tune change in the library: edits over the shipped files, what is wrong with them, and what people said, in groups."""
