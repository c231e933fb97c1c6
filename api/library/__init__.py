"""The answer library (问答): questions about the centre itself and about how things go."""
