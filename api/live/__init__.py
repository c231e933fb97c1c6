"""Progress as it happens: server-sent events to whoever holds a ticket for a case."""
