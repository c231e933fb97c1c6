"""The OpenAPI description: the problem document among the schemas, who may call each operation, and no validation schema of the framework."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.declarations import declared
from api.platform.schemas import Problem


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
        description="申请人从咨询到提交、查询的接口。出错时返回 RFC 9457 问题文档，code 固定不变，detail 是给人看的中文。",
        routes=app.routes,
    )
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas |= schema.pop("$defs", {})
    schemas["Problem"] = schema
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    _say_who_may_call(document, app)
    return document


def _say_who_may_call(document: dict[str, Any], app: FastAPI) -> None:
    document["components"]["securitySchemes"] = {
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "工作人员、对接系统或渠道程序的令牌。",
        }
    }
    for route in declared(app.routes):
        for method in route.methods:
            operation = document["paths"].get(route.path, {}).get(method.lower())
            if operation is not None:
                policy = route.policy
                operation["x-policy"] = {"kind": policy.kind, "who": policy.says}
                if policy.takes_token:
                    operation["security"] = [{"bearer": []}]
