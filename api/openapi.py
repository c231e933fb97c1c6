"""The OpenAPI description: schemas with examples, the problem document among them, and who may call each operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.access.session_cookie import COOKIE, CSRF_HEADER
from api.platform.openapi_schemas import REFERENCE, documented, examples_in, plain
from api.platform.schemas import Problem
from api.route_policies import declared

_ABOUT = (
    "申请人从咨询到提交、查询，窗口办理，和别的系统对接的接口。出错时返回 RFC 9457 问题文档，code 固定不变，detail 是给人看的中文。\n\n"
    "除了各自列出的，任何接口都可能答复：400 json_invalid（内容不是 JSON）、413 payload_too_large（内容太大）、"
    "415 content_type（没有写明是 JSON）、429 too_fast（太频繁，Retry-After 写着几秒以后再来）、500 unexpected（系统故障）、503 busy（系统正忙）、"
    "503 unavailable（暂时存取不了数据）、"
    "503 clock_unconfirmed（系统时间跳了，核对以前不办理）。"
)
_EXAMPLES = Path(__file__).parent
_MADE_UP = ("HTTPValidationError", "ValidationError")
"""The framework's own, in whose place the service answers with problem documents."""


def describe(app: FastAPI) -> None:
    """Give the app its description; it is made once, when it is first asked for."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=_ABOUT,
        routes=app.routes,
    )
    problem = Problem.model_json_schema(mode="serialization", ref_template=REFERENCE)
    found = document["components"]["schemas"] | problem.pop("$defs", {}) | {"Problem": problem}
    told = {name: schema for name, schema in found.items() if name not in _MADE_UP}
    document["components"]["schemas"] = documented(told, examples_in(_EXAMPLES))
    document["paths"] = plain(document["paths"])
    _say_who_may_call(document, app)
    return document


def _say_who_may_call(document: dict[str, Any], app: FastAPI) -> None:
    document["components"]["securitySchemes"] = {
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "工作人员、对接系统或渠道程序的令牌。",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": COOKIE,
            "description": f"登录（POST /session）得到的 Cookie。会改动内容的请求还要带 {CSRF_HEADER} 头，值是登录时给的 csrf_token。",
        },
    }
    for route in declared(app.routes):
        for method in route.methods:
            operation = document["paths"].get(route.path, {}).get(method.lower())
            if operation is not None:
                policy = route.policy
                operation["x-policy"] = {"kind": policy.kind, "who": policy.says}
                if policy.proofs:
                    operation["security"] = [{proof.value: []} for proof in policy.proofs]
