"""A conversation partner for tests: says something through the REST channel and hears the whole reply."""

from __future__ import annotations

from typing import Any

import httpx


class Talk:
    """One applicant's conversation."""

    def __init__(self, http: httpx.AsyncClient, sender: str) -> None:
        self._http = http
        self.sender = sender
        self.last = ""
        self.messages: list[dict[str, Any]] = []

    async def say(self, text: str) -> str:
        """Say something; returns the text of the reply."""
        response = await self._http.post(
            "/webhooks/rest/webhook", json={"sender": self.sender, "message": text}
        )
        assert response.status_code == 200, response.text
        self.messages = response.json()
        assert all(message["recipient_id"] == self.sender for message in self.messages)
        self.last = "\n".join(message["text"] for message in self.messages)
        return self.last

    async def answer_until(self, reply: str, wanted: str, most: int = 8) -> str:
        """Give the same reply to every question until the wanted words come."""
        for _ in range(most):
            if wanted in self.last:
                return self.last
            await self.say(reply)
        assert wanted in self.last, self.last
        return self.last
