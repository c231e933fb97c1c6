"""办件档案: a whole case as one zip, with an index and checksums."""
