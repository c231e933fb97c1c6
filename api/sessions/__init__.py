"""Signing in, signing out, one's own password: ``/session``, the contract with the staff's page (``web/desk``)."""
