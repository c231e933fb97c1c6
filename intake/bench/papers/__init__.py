"""Papers that are drawn for tests and measurements: invented people, real layouts, and photos of them good and bad."""
