"""Refusals about ratings and complaints."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class CannotRate(ApiError):
    status, code, detail = 409, "cannot_rate", "现在不能评价这个办件。"


class RatingNotFound(ApiError):
    status, code, detail = 404, "rating_not_found", "没有这条评价，或者它不归您答复。"


class TooManyComplaints(ApiError):
    status, code = 409, "too_many_complaints"
    detail = "这个办件已有几件投诉正在处理，请等答复后再提；情况紧急请拨打12345。"


class ComplaintNotFound(ApiError):
    """Also for those whom the complaint is about, so that they do not learn of it."""

    status, code, detail = 404, "complaint_not_found", "没有这件投诉，或者它不由您处理。"


class AlreadyAnswered(ApiError):
    status, code, detail = 409, "already_answered", "已经有人答复过了，请刷新后看一看。"
