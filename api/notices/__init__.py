"""The one-time notice (一次性告知单), numbered, versioned and kept."""
