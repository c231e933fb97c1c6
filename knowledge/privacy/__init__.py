"""Personal data: found in texts, taken out, checked and masked."""
