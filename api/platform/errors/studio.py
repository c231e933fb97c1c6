"""Refusals of the studio."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class RehearsalElsewhere(ApiError):
    status, code = 409, "rehearsal_elsewhere"
    detail = "这个进程只有接口，对话在别的进程里，试不了。请在带对话的地址上打开工作台（intake serve 不加 --role）。"


class LibraryEntryNotFound(ApiError):
    status, code, detail = 404, "library_entry_not_found", "没有这个条目，请刷新。"


class EditInvalid(InvalidChange):
    """The member ``faults`` lists everything that is wrong."""

    code, detail = "edit_invalid", "改的内容有误，请按提示修改。"


class EditStale(ApiError):
    """The member ``theirs`` is the entry as somebody else left it."""

    status, code = 409, "edit_stale"
    detail = "您改的时候别人也改了这一条。两边的内容都在下面，请选一个，或者合在一起再保存。"


class NothingToUndo(ApiError):
    status, code, detail = 409, "nothing_to_undo", "这一条没有改过，没有可以退回的。"
