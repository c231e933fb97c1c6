"""Pages that are rendered here, without script: the notice, an appointment, the calm answer to an unknown address."""
