"""``/healthz`` (the process is up) and ``/readyz`` (it can serve)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse, Response

from api.access.policies import PUBLIC, allow
from api.platform.problems import problem

router = APIRouter(tags=["运行"])


@router.get("/healthz", dependencies=[allow(PUBLIC)], summary="进程在运行", response_description="进程在运行")
async def healthz() -> Response:
    """只说明进程在运行。"""
    return JSONResponse({"status": "ok"})


@router.get(
    "/readyz",
    dependencies=[allow(PUBLIC)],
    summary="可以服务",
    response_description="可以服务，附事项库的版本",
    responses={503: {"description": "数据库连不上或事项库没有载入"}},
)
async def readyz(request: Request) -> Response:
    """数据库连得上，事项库已经载入。"""
    services = getattr(request.app.state, "services", None)
    if services is None or not services.holder.is_loaded:
        return problem(503, "not_ready", "事项库还没有载入，请稍后再试。")
    try:
        await services.database.read(lambda session: session.execute(text("SELECT 1")))
    except (SQLAlchemyError, OSError):
        return problem(503, "not_ready", "数据库连不上，请稍后再试。")
    return JSONResponse({"status": "ok", "catalogue_version": services.catalogue.version})
