"""The case (办件): its record, its limits, its procedure, its oversight, its archive."""
