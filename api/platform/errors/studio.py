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


class ReleaseNotFound(ApiError):
    status, code, detail = 404, "release_not_found", "没有这一版，请刷新。"


class NothingToPublish(ApiError):
    status, code = 409, "nothing_to_publish"
    detail = "和正在用的这一版没有不同，不用发布。想看看还好不好，请按「只检查和测量」。"


class PublishingUnderWay(ApiError):
    """The members ``by_name`` and ``since`` say who publishes since when."""

    status, code = 409, "publishing_under_way"


class NoPublishing(ApiError):
    status, code, detail = 409, "no_publishing", "现在没有在发布，请刷新。"


class SheetTooLarge(ApiError):
    status, code, detail = 413, "sheet_too_large", "文件太大了，最大20MB。请检查是不是选错了文件。"


class SamePerson(ApiError):
    status, code = 409, "same_person"
    detail = "这一版是您自己发布的，要另一位知识库管理员确认。"


class AlreadyRunning(ApiError):
    status, code, detail = 409, "already_running", "现在用的就是这一版，没有可以退回的。"


class ConversationNotFound(ApiError):
    status, code, detail = 404, "conversation_not_found", "没有这段对话，请刷新。"
