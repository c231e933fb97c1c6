"""The two ways to the api say the same to it and bring the same back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from actions.client.api_client import ApiClient, ApiProblem, ApiUnreachable
from actions.client.transport import Delivered, InProcess, OverNetwork, Transport, Undelivered

pytestmark = pytest.mark.anyio


async def _echo(request: Request) -> Response:
    headers = {
        name: request.headers.get(name) for name in ("content-type", "authorization", "idempotency-key")
    }
    return JSONResponse(
        {
            "method": request.method,
            "path": request.scope["path"],
            "query": dict(request.query_params),
            "headers": headers,
            "body": (await request.body()).decode(),
        },
        status_code=int(request.query_params.get("status", "200")),
    )


async def _in_parts(request: Request) -> Response:
    async def parts() -> AsyncIterator[bytes]:
        yield b"one,"
        yield b"two"

    return StreamingResponse(parts())


async def _failing(request: Request) -> Response:
    raise ValueError("what was typed")


APP = Starlette(
    routes=[
        Route("/parts", _in_parts),
        Route("/failing", _failing),
        Route("/{rest:path}", _echo, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ]
)


def _over_network() -> OverNetwork:
    asgi = httpx.ASGITransport(app=APP, raise_app_exceptions=False)
    return OverNetwork("http://api", httpx.AsyncClient(transport=asgi, base_url="http://api"))


@pytest.fixture(params=["in process", "over network"])
def transport(request: pytest.FixtureRequest) -> Transport:
    return InProcess(APP) if request.param == "in process" else _over_network()


class TestBothWays:
    @pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
    async def test_everything_arrives(self, transport: Transport, method: str) -> None:
        headers = {"content-type": "application/json", "Idempotency-Key": "k"}
        answer = await transport.send(method, "/a/b", "x=%E5%8C%BB&y=1", headers, '{"a":"医"}'.encode())
        assert answer.status == 200
        assert httpx.Response(200, content=answer.body).json() == {
            "method": method,
            "path": "/a/b",
            "query": {"x": "医", "y": "1"},
            "headers": {"content-type": "application/json", "authorization": None, "idempotency-key": "k"},
            "body": '{"a":"医"}',
        }

    async def test_a_path_in_chinese_arrives(self, transport: Transport) -> None:
        answer = await transport.send("GET", "/材料 1", "", {}, b"")
        assert httpx.Response(200, content=answer.body).json()["path"] == "/材料 1"

    async def test_an_answer_in_parts_is_put_together(self, transport: Transport) -> None:
        assert await transport.send("GET", "/parts", "", {}, b"") == Delivered(200, b"one,two")

    async def test_a_refusal_is_an_answer(self, transport: Transport) -> None:
        assert (await transport.send("GET", "/a", "status=409", {}, b"")).status == 409


class TestWithoutAnswer:
    async def test_an_app_that_fails(self) -> None:
        with pytest.raises(Undelivered, match=r"^ValueError$"):
            await InProcess(_raising).send("GET", "/", "", {}, b"")

    async def test_an_app_that_says_nothing(self) -> None:
        with pytest.raises(Undelivered):
            await InProcess(_silent).send("GET", "/", "", {}, b"")

    async def test_nobody_listens(self) -> None:
        nowhere = OverNetwork("http://127.0.0.1:9")
        with pytest.raises(Undelivered, match=r"^ConnectError$"):
            await nowhere.send("GET", "/", "", {}, b"")
        await nowhere.close()


async def _raising(scope: Any, receive: Any, send: Any) -> None:
    raise ValueError("what was typed")


async def _silent(scope: Any, receive: Any, send: Any) -> None:
    await receive()


class TestClient:
    async def test_the_token_goes_along(self) -> None:
        seen: list[dict[str, str]] = []

        async def app(scope: Any, receive: Any, send: Any) -> None:
            request = Request(scope, receive)
            seen.append(dict(request.headers))
            await JSONResponse({"departments": []})(scope, receive, send)

        await ApiClient.in_process(app, "secret").departments()
        await ApiClient.in_process(app).departments()
        assert [headers.get("authorization") for headers in seen] == ["Bearer secret", None]

    async def test_a_problem_document_is_a_refusal(self) -> None:
        document = {"status": 409, "code": "incomplete", "detail": "还差一份材料。", "gaps": [1]}
        app = JSONResponse(document, 409)
        with pytest.raises(ApiProblem) as caught:
            await ApiClient.in_process(app).gaps("i")
        assert (caught.value.status, caught.value.code) == (409, "incomplete")
        assert caught.value.detail == "还差一份材料。"
        assert caught.value.members == {"status": 409, "gaps": [1]}

    @pytest.mark.parametrize("body", ["Bad Gateway", "[]", "3", '{"code": "x"}'])
    async def test_any_other_refusal_is_no_answer(self, body: str) -> None:
        with pytest.raises(ApiUnreachable, match="status 502"):
            await ApiClient.in_process(Response(body, 502)).gaps("i")

    async def test_a_fault_of_the_app_is_no_answer(self) -> None:
        with pytest.raises(ApiUnreachable):
            await ApiClient.in_process(_raising).gaps("i")
