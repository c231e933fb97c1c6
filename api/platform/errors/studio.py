"""Refusals of the studio."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class RehearsalElsewhere(ApiError):
    status, code = 409, "rehearsal_elsewhere"
    detail = "这个进程只有接口，对话在别的进程里，试不了。请在带对话的地址上打开工作台（intake serve 不加 --role）。"
