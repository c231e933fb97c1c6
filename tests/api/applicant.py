"""An applicant of the tests: speaks the HTTP contract and keeps the intake's id."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any

import httpx
from fastapi import FastAPI

from intake.people import Person, person

FOOD = "food_operation.new"
PREMISES = "premises"
APPLICATION = "food_operation.application"
AREA = "food_operation.area"


def client_of(app: FastAPI) -> AbstractAsyncContextManager[httpx.AsyncClient]:
    """A client that calls the app directly; faults come as responses, as they do over the network."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://centre/api/v1", timeout=30)


class Applicant:
    """One conversation."""

    def __init__(self, client: httpx.AsyncClient, conversation: str, who: Person | None = None) -> None:
        self.client = client
        self.conversation = conversation
        self.who = who or person(1)
        self.id = ""

    async def begin(self, channel: str = "web") -> dict[str, Any]:
        body = {"channel": channel, "conversation": self.conversation}
        view = ok(await self.client.post("/intakes/current", json=body))
        self.id = view["id"]
        return view

    async def choose(self, affair: str | None, *statements: str) -> dict[str, Any]:
        if not self.id:
            await self.begin()
        return ok(await self.put("affair", {"affair": affair, "statements": list(statements)}))

    async def answer(self, answers: dict[str, str | None] | None = None, **rest: Any) -> dict[str, Any]:
        return ok(await self.patch("answers", {"answers": answers or {}, **rest}))

    async def answer_all(self) -> dict[str, Any]:
        """The first option to every open question."""
        view = await self.look()
        while question := view["next_question"]:
            view = await self.answer({question["id"]: question["options"][0]["value"]})
        return view

    async def identify(self) -> dict[str, Any]:
        who = self.who
        values = {
            "name": who.name,
            "id_number": who.id_number,
            "phone": who.phone,
            "credit_code": who.credit_code,
        }
        return ok(await self.put("personal", {"values": values}))

    async def all_ready(self) -> dict[str, Any]:
        return ok(await self.patch("materials", {"all_ready": True}))

    async def prepare(self, affair: str = FOOD) -> None:
        """Everything up to the submission."""
        await self.choose(affair)
        await self.answer_all()
        await self.identify()
        await self.all_ready()

    async def submit(self, key: str = "key-1") -> httpx.Response:
        return await self.client.post(f"/intakes/{self.id}/submission", headers={"Idempotency-Key": key})

    async def submitted(self, affair: str = FOOD) -> dict[str, Any]:
        """The receipt of a complete submission."""
        await self.prepare(affair)
        return ok(await self.submit(f"key-{self.conversation}"))

    async def ask(self, number: str, tail: str | None = None, act: str = "status") -> httpx.Response:
        body = {"number": number, "phone_tail": tail or self.who.phone[-4:]}
        if act in ("withdraw", "correction") and tail is None:
            body = {"number": number, "phone": self.who.phone}
        return await self.client.post(f"/cases/{act}", json=body)

    async def look(self) -> dict[str, Any]:
        return ok(await self.client.get(f"/intakes/{self.id}"))

    async def draw(self) -> dict[str, Any]:
        return ok(await self.client.post(f"/intakes/{self.id}/notice"))

    async def put(self, part: str, body: Any) -> httpx.Response:
        return await self.client.put(f"/intakes/{self.id}/{part}", json=body)

    async def patch(self, part: str, body: Any) -> httpx.Response:
        return await self.client.patch(f"/intakes/{self.id}/{part}", json=body)


def ok(response: httpx.Response) -> Any:
    """The body of a successful response."""
    assert response.status_code == 200, response.text
    return response.json()


def refused(response: httpx.Response, status: int, code: str) -> Any:
    """The problem document of a refusal, which always has the same members."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document = response.json()
    assert document["code"] == code
    assert document["status"] == status
    assert document["detail"].endswith("。")
    assert {"type", "title", "errors"} <= document.keys()
    return document
