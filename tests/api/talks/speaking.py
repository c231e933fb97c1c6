"""Both ends of a talk with a person: a channel that speaks for an applicant, and an officer at the desk."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import httpx

from tests.api.applicant import ok

_keys = (f"key-{number:06d}" for number in itertools.count(1))


@dataclass
class Caller:
    """The channel of one applicant."""

    client: httpx.AsyncClient
    conversation: str
    channel: str = "web"
    talk: str = ""

    async def post(self, path: str, **body: Any) -> httpx.Response:
        whose = {"channel": self.channel, "conversation": self.conversation}
        return await self.client.post(path, json={**whose, **body})

    async def ask(self, *lines: tuple[str, str]) -> dict[str, Any]:
        said = [{"speaker": speaker, "text": text} for speaker, text in lines]
        asked: dict[str, Any] = ok(await self.post("/talks", lines=said))
        self.talk = asked["talk"]
        return asked

    async def say(self, text: str) -> dict[str, Any]:
        answer: dict[str, Any] = ok(await self.post("/talks/said", talk=self.talk, text=text))
        return answer

    async def news(self, after: int = 0) -> dict[str, Any]:
        found: dict[str, Any] = ok(await self.post("/talks/news", after=after))
        return found

    async def heard(self) -> list[str]:
        return [line["text"] for line in (await self.news())["lines"]]


@dataclass
class Desk:
    """An officer."""

    client: httpx.AsyncClient

    async def queue(self) -> dict[str, Any]:
        found: dict[str, Any] = ok(await self.client.get("/desk/talks"))
        return found

    async def accept(self, talk: str) -> dict[str, Any]:
        found: dict[str, Any] = ok(await self.client.post(f"/desk/talks/{talk}/accept"))
        return found

    async def look(self, talk: str) -> dict[str, Any]:
        found: dict[str, Any] = ok(await self.client.get(f"/desk/talks/{talk}"))
        return found

    async def try_to_say(self, talk: str, text: str, key: str = "") -> httpx.Response:
        line = {"text": text, "key": key or next(_keys)}
        return await self.client.post(f"/desk/talks/{talk}/lines", json=line)

    async def say(self, talk: str, text: str, key: str = "") -> dict[str, Any]:
        found: dict[str, Any] = ok(await self.try_to_say(talk, text, key))
        return found

    async def hand_back(self, talk: str, summary: str) -> dict[str, Any]:
        found: dict[str, Any] = ok(
            await self.client.post(f"/desk/talks/{talk}/return", json={"summary": summary})
        )
        return found
