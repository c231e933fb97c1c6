"""What every feature stands on: database, settings, clock, secrets, refusals, worker processes, pages."""
