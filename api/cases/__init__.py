"""The case (办件): its row, its log, acting on it, and the second factor that opens it."""
