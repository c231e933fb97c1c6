"""Refusals about what the centre's staff enter."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class EntryInvalid(InvalidChange):
    """The member ``faults`` lists everything that is wrong."""

    code, detail = "entry_invalid", "填的内容有误，请按提示修改。"


class EntryNotFound(ApiError):
    status, code, detail = 404, "entry_not_found", "没有这一条，请刷新。"


class EntryUndone(ApiError):
    status, code, detail = 409, "entry_undone", "这一条已经撤销了，请刷新。"
