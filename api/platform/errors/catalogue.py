"""Refusals about what the centre publishes: items, forms, windows."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class ItemNotFound(ApiError):
    status, code, detail = 404, "item_not_found", "没有这个事项，请重新搜索或按部门查找。"


class NoForm(ApiError):
    status, code, detail = 409, "no_form", "这件事没有要填的申请书，不用下载。"


class FormBroken(ApiError):
    status, code, detail = 503, "form_broken", "这份申请书暂时不能下载，请到窗口领空白表，或者过一会儿再试。"


class FormNotMade(ApiError):
    status, code, detail = (
        503,
        "form_not_made",
        "这份申请书这次没有做出来，请过一会儿再下载，或者到窗口领空白表。",
    )


class PdfNotMade(ApiError):
    status, code, detail = (
        503,
        "pdf_not_made",
        "PDF这次没有做出来，请过一会儿再下载。着急的话，打开告知单的网页，也可以打印。",
    )


class WindowNotFound(ApiError):
    status, code, detail = 404, "window_not_found", "没有这个窗口，请重新选。"
