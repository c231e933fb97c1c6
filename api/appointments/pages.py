"""``/a/{access}``: the number to show at the window."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.access.policies import allow, capability
from api.appointments import service
from api.platform.errors import NoAppointment
from api.platform.pages.addresses import public_url
from api.platform.pages.qr import qr_svg
from api.platform.pages.rendering import nothing_here, page
from api.services import Serving

router = APIRouter(prefix="/a", include_in_schema=False)


@router.get("/{access}", dependencies=[allow(capability("access"))])
async def appointment(access: str, request: Request, serving: Serving) -> Response:
    """号码、时间和窗口，给窗口看；上面没有个人信息。"""
    try:
        view = await serving.database.read(lambda session: service.by_access(session, access, serving))
    except NoAppointment as error:
        return nothing_here(error)
    code = qr_svg(public_url(serving.settings, request) + view.page_path, f"预约号{view.code}")
    return page("appointment.html", appointment=view, qr=code)
