"""Exchange with other systems: the national field names and code lists, and one adapter a partner. Pure mapping, no transport."""
