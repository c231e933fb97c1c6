"""Long answers are packed, unknown addresses are pages for who looks at them, and streams go through as they come."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from intake.answers import SMALLEST, Answers

pytestmark = pytest.mark.anyio

LONG = {"items": ["食品经营许可（新办）"] * 200}
PROBLEM = "application/problem+json"


async def long(request: Request) -> Response:
    return JSONResponse(LONG)


async def short(request: Request) -> Response:
    return JSONResponse({"a": 1})


async def stream(request: Request) -> Response:
    async def pieces() -> object:
        for piece in ("一", "二"):
            yield piece * SMALLEST

    return StreamingResponse(pieces(), media_type="text/plain")  # type: ignore[arg-type]


async def unknown(request: Request, error: Exception) -> Response:
    return Response('{"code":"not_found"}', 404, media_type=PROBLEM)


SITE = Starlette(
    routes=[Route("/long", long), Route("/short", short), Route("/stream", stream)],
    exception_handlers={404: unknown},
)


def client(**headers: str) -> httpx.AsyncClient:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(Answers(SITE)), base_url="http://site", headers=named
    )


async def test_a_long_answer_is_packed_for_who_takes_it() -> None:
    async with client(accept_encoding="gzip") as asking:
        packed = await asking.get("/long")
    assert packed.headers["content-encoding"] == "gzip" and packed.json() == LONG
    assert int(packed.headers["content-length"]) < 500 and "Accept-Encoding" in packed.headers["vary"]
    async with client(accept_encoding="identity") as asking:
        plain = await asking.get("/long")
    assert "content-encoding" not in plain.headers and plain.json() == LONG


async def test_a_short_one_and_a_stream_are_not() -> None:
    async with client(accept_encoding="gzip") as asking:
        for path in ("/short", "/stream"):
            assert "content-encoding" not in (await asking.get(path)).headers


async def test_an_unknown_address_is_a_page_with_a_way_home() -> None:
    async with client(accept="text/html,*/*") as asking:
        page = await asking.get("/nowhere")
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")
    assert "<a href='/'>" in page.text and "tel:12345" in page.text
    async with client(accept="application/json") as asking:
        assert (await asking.get("/nowhere")).headers["content-type"] == PROBLEM
