"""From the notice to the case."""
