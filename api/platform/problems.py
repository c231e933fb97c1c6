"""Errors as RFC 9457 problem documents: a stable code, a Chinese sentence, no echo of the input, no trace of the program."""

from __future__ import annotations

import errno
import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.platform.errors import ApiError, Busy, PayloadTooLarge
from api.platform.schemas import FieldProblem, Problem
from api.platform.scrubbed_traceback import scrubbed_traceback
from api.platform.security import new_token
from knowledge.base.pydantic_words import words_for

log = logging.getLogger("intake.api")

LARGEST_BODY = 1_000_000
"""Bytes; the largest request is a text of 2,000 characters with some answers, about 20 kB."""

STREAMED = re.compile(r"/api/v1/intakes/[^/]+/materials/[^/]+/files")
"""Addresses whose bodies are read piece by piece and counted by their endpoint (``api.paper_files.reception``)."""

_TITLES = {
    400: "请求有误",
    401: "没有登录",
    403: "没有权限",
    404: "没有找到",
    405: "方法不允许",
    409: "状态冲突",
    413: "内容太大",
    415: "格式不支持",
    422: "内容有误",
    429: "次数太多",
    500: "系统故障",
    503: "暂时不可用",
}

_BY_STATUS = {
    404: ("not_found", "没有这个地址，请检查后再试。"),
    405: ("method_not_allowed", "这个地址不支持这种请求方法。"),
    413: ("payload_too_large", PayloadTooLarge.detail),
}


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    errors: Sequence[FieldProblem] = (),
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> Response:
    """A problem document as a response."""
    document = Problem(
        title=_TITLES.get(status, "请求有误"),
        status=status,
        code=code,
        detail=detail,
        errors=list(errors),
        **members,
    )
    return Response(document.model_dump_json(), status, headers, media_type="application/problem+json")


def refusals(*errors: type[ApiError]) -> dict[int | str, dict[str, Any]]:
    """The refusals of an endpoint for its OpenAPI description; a faulty payload is among them wherever there is one."""
    by_status: dict[int | str, list[str]] = {422: ["invalid_payload：内容有误"]}
    for error in errors:
        by_status.setdefault(error.status, []).append(f"{error.code}：{error.detail}")
    return {
        status: {
            "description": "\n\n".join(texts),
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, texts in by_status.items()
    }


def install(app: FastAPI) -> None:
    """Give an app these answers to everything that goes wrong."""
    app.add_exception_handler(ApiError, _domain_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_middleware(Guard)


async def _domain_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return _of(error)


def _of(error: ApiError) -> Response:
    return problem(
        error.status, error.code, error.detail, errors=error.errors, headers=error.headers, **error.members
    )


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400 and request.headers.get("content-length", "0") != "0":
        return problem(400, "json_invalid", "内容不是正确的 JSON，请检查后再发。")
    code, detail = _BY_STATUS.get(error.status_code, (ApiError.code, ApiError.detail))
    return problem(error.status_code, code, detail, headers=error.headers)


async def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        return problem(400, "json_invalid", "内容不是正确的 JSON，请检查后再发。")
    if any(fault["loc"] == ("body",) and fault["type"] != "missing" for fault in faults) and not _says_json(
        request
    ):
        return problem(415, "content_type", "请用 application/json 发送内容。")
    errors = field_problems(faults)
    return problem(422, "invalid_payload", f"提交的内容有误。{named_faults(errors)}", errors=errors)


def named_faults(errors: Sequence[FieldProblem]) -> str:
    """The first three as a sentence."""
    return "；".join(f"{one.field}：{one.message}" for one in errors[:3]) + "。"


def field_problems(faults: Sequence[Mapping[str, Any]]) -> list[FieldProblem]:
    """pydantic's faults as fields and Chinese sentences."""
    return [
        FieldProblem(field=_place(fault["loc"]), message=words_for(fault) or "内容不对") for fault in faults
    ]


def _says_json(request: Request) -> bool:
    return "json" in request.headers.get("content-type", "")


def _place(where: Sequence[Any]) -> str:
    """The dotted place of a fault. Keys that the caller chose are not repeated: they may hold anything."""
    parts = [str(part) for part in where if part not in ("body", "query", "path", "header", "[key]")]
    return ".".join(part if part.isascii() and len(part) <= 40 else "…" for part in parts) or "body"


class Guard:
    """Outermost: refuses bodies that are too large and answers what nobody expected, without letting it out.

    The log gets the kinds and places of an unexpected fault but no messages: these can hold what people typed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        passage = _Passage(receive, send, bounded=not STREAMED.fullmatch(scope["path"]))
        try:
            await self._app(scope, passage.receive, passage.send)
        except Exception as error:
            incident = new_token()[:8]
            log.error(
                "unexpected %s incident=%s\n%s", type(error).__name__, incident, scrubbed_traceback(error)
            )
            if not passage.answered:
                answer = _unavailable(incident) if is_storage_fault(error) else _unexpected(incident)
                await answer(scope, receive, passage.send)
            return
        if passage.too_large:
            await _of(PayloadTooLarge())(scope, receive, passage.send_refusal)


class _Passage:
    """One request on its way in and its answer on its way out.

    The framework takes a fault while it reads a body for a body that it cannot read. So the end of a body that is too large is kept from
    it, and so is its answer from the client.
    """

    def __init__(self, receive: Receive, send: Send, *, bounded: bool) -> None:
        self._receive = receive
        self._send = send
        self._bounded = bounded
        self._taken = 0
        self.answered = False

    @property
    def too_large(self) -> bool:
        return self._bounded and self._taken > LARGEST_BODY

    async def receive(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.too_large else message

    async def send_refusal(self, message: Message) -> None:
        """The answer to a body that is too large, in the place of the framework's."""
        await self._send(_guarded(message))

    async def send(self, message: Message) -> None:
        if not self.too_large:
            self.answered = True
            await self._send(_guarded(message))


def _guarded(message: Message) -> Message:
    """An answer that no cache keeps and no browser takes for something else, unless it says itself how long it may be kept."""
    if message["type"] != "http.response.start":
        return message
    headers = list(message.get("headers", ()))
    named = {name.lower() for name, _ in headers}
    return {**message, "headers": headers + [one for one in _NOTHING_KEPT if one[0] not in named]}


_NOTHING_KEPT = ((b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))


def is_storage_fault(error: BaseException | None) -> bool:
    """Whether what keeps the data cannot be reached or written: gone, frozen, read-only, or full."""
    while error is not None:
        if isinstance(error, (OperationalError, InterfaceError, PoolTimeout, ConnectionError)):
            return True
        if isinstance(error, DBAPIError) and (error.connection_invalidated or _is_read_only(error)):
            return True
        if isinstance(error, OSError) and error.errno in _STORAGE:
            return True
        error = error.__cause__ or error.__context__
    return False


def _is_read_only(error: DBAPIError) -> bool:
    """PostgreSQL: read_only_sql_transaction, disk_full, too_many_connections, cannot_connect_now, admin_shutdown."""
    return getattr(error.orig, "sqlstate", None) in {"25006", "53100", "53300", "57P03", "57P01"}


_STORAGE = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO}


def _unavailable(incident: str) -> Response:
    detail = (
        "系统暂时存取不了数据，您的内容可能没有存上，请半分钟后再试。如果还是不行，请把故障编号告诉工作人员。"
    )
    return problem(503, "unavailable", detail, headers={"Retry-After": "30"}, incident=incident)


def _unexpected(incident: str) -> Response:
    detail = "系统刚才出了故障，内容可能没有存上，请过一分钟再试。如果还是不行，请把故障编号告诉工作人员。"
    return problem(500, "unexpected", detail, incident=incident)


__all__ = ["Busy", "Guard", "install", "problem", "refusals"]
