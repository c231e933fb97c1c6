"""``/n/{access}``: the notice as a page and as PDF, for whoever holds its address; there are no personal data on it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from api.access.policies import allow, capability
from api.notices.paper import Paper, paper
from api.notices.pdf_manuscript import manuscript_of
from api.platform.errors import NoticeNotFound, PdfNotMade
from api.platform.pages.addresses import public_url
from api.platform.pages.centre import centre_name
from api.platform.pages.qr import qr_svg
from api.platform.pages.rendering import HEADERS, nothing_here, page
from api.services import Services, Serving

router = APIRouter(prefix="/n", dependencies=[allow(capability("access"))], include_in_schema=False)
"""Pages for people, which are no part of the contract between programs."""

Version = Annotated[str, Query(description="第几版；不写是最新一版")]
"""Read as text: who has mistyped an address gets a page and no problem document."""


@router.get("/{access}.pdf")
async def pdf(
    access: str, request: Request, serving: Serving, version: Version = "", download: str = ""
) -> Response:
    """A4，黑白，文字可以选取；download=1 时作为附件下载。"""
    try:
        found = await _found(access, version, serving)
    except NoticeNotFound as error:
        return nothing_here(error)
    address = public_url(serving.settings, request) + found.path
    manuscript = manuscript_of(
        found.sheet,
        centre=centre_name(serving.catalogue),
        newest=found.newest,
        address=address,
        qr=qr_svg(address, "这份告知单的最新一版"),
    )
    try:
        made = await serving.renderer.pdf(manuscript)
    except PdfNotMade as error:
        if "text/html" not in request.headers.get("accept", ""):
            raise
        # Somebody who has opened an address, and no program.
        return page("not_made.html", error.status, detail=error.detail, path=found.path)
    name = f"一次性告知单{found.sheet.number}第{found.sheet.version}版.pdf"
    way = "attachment" if download else "inline"
    headers = {"Content-Disposition": f"{way}; filename=\"notice.pdf\"; filename*=UTF-8''{quote(name)}"}
    return Response(made, headers={**HEADERS, **headers}, media_type="application/pdf")


@router.get("/{access}")
async def notice(access: str, request: Request, serving: Serving, version: Version = "") -> Response:
    """不用脚本，手机上能看，可以打印；最新一版，和到以前各版的链接。"""
    try:
        found = await _found(access, version, serving)
    except NoticeNotFound as error:
        return nothing_here(error)
    address = public_url(serving.settings, request) + found.path
    return page(
        "notice.html",
        sheet=found.sheet,
        newest=found.newest,
        older=found.older,
        path=found.path,
        centre=centre_name(serving.catalogue),
        qr=qr_svg(address, "这份告知单的最新一版"),
    )


async def _found(access: str, version: str, services: Services) -> Paper:
    wanted = int(version) if version.isascii() and version.isdigit() and len(version) < 6 else None
    if version and not wanted:
        raise NoticeNotFound
    return await services.database.read(lambda session: paper(session, access, wanted))
