"""What has to leave the house once something has happened: written in the transaction of the act, delivered afterwards, never lost."""

from __future__ import annotations

from api.outbox.writing import announce, put

__all__ = ["announce", "put"]
