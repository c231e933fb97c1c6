"""Papers on their way in: received, scanned, screened, and kept sealed."""
