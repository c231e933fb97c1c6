"""What runs beside the requests for uploads: the pre-check, and the end of the time of keeping."""
