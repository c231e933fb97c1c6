"""The studio of those who tune the library (知识库): tests that leave no trace, what people said, edits, releases."""
