"""``/healthz`` (the process is up) and ``/readyz`` (it can serve)."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import JSONResponse, Response

from api.access.policies import PUBLIC, allow
from api.platform.data_folder import prepare_folder
from api.platform.database import Busy
from api.platform.errors import StartupProblem
from api.platform.problems import problem

_WRITES_NOTHING = text("UPDATE tries SET count = count WHERE subject = ''")
"""Only what may be written takes it."""
_LATER = {"Retry-After": "30"}

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
    """数据库连得上、写得了，磁盘没有满，事项库已经载入。"""
    services = getattr(request.app.state, "services", None)
    if services is None or not services.holder.is_loaded:
        return problem(503, "not_ready", "事项库还没有载入，请稍后再试。")
    try:
        await asyncio.to_thread(prepare_folder, services.settings.data_dir)
        await services.database.transact(lambda session: session.execute(_WRITES_NOTHING))
    except StartupProblem:
        return problem(503, "not_ready", "数据文件夹写不了，请检查磁盘空间和权限。", headers=_LATER)
    except Busy:
        pass  # somebody else writes, so it can be written
    except (SQLAlchemyError, OSError):
        return problem(503, "not_ready", "数据库连不上或者写不了，请稍后再试。", headers=_LATER)
    return JSONResponse({"status": "ok", "catalogue_version": services.catalogue.version})
