"""Refusals of supervision: cards, and periods of figures."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class CardNotFound(ApiError):
    status, code, detail = 404, "card_not_found", "没有这张牌，或者它不是您的部门的。"


class CardNotYours(ApiError):
    status, code, detail = 403, "card_not_yours", "这张牌由收到它的部门的审查、审核人员答复。"


class CardSettled(ApiError):
    status, code, detail = 409, "card_settled", "这张牌现在不能这样做，可能已经有人先做了，请刷新后看一看。"


class UnknownTable(ApiError):
    status, code, detail = 404, "unknown_table", "没有这张表，请从页面上导出。"
