"""Refusals about talks with a person and call-backs."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class TalkNotFound(ApiError):
    status, code, detail = 404, "talk_not_found", "没有这个对话，或者它已经结束、删除了，请刷新。"


class TalkTaken(ApiError):
    """Says who holds it and since when."""

    status, code, detail = 409, "talk_taken", "这个对话已经由同事接了。"


class TalkOver(ApiError):
    status, code, detail = 409, "talk_over", "这个对话已经不在等人接了，请刷新。"


class NotYourTalk(ApiError):
    """Says who holds it now."""

    status, code, detail = 409, "not_your_talk", "这个对话现在不由您接着，请刷新。"


class TooManyLines(ApiError):
    status, code = 409, "too_many_lines"
    detail = "这个对话已经很长了，请写好小结交回，或者约办事人到窗口来。"


class NothingSaid(ApiError):
    status, code, detail = 422, "nothing_said", "没有写内容，请写好再发。"


class CallbackPhoneMissing(ApiError):
    status, code, detail = (
        409,
        "callback_phone_missing",
        "还没有留电话号码，请先留一个能打通的手机号或者座机号。",
    )


class CallbackNotFound(ApiError):
    status, code, detail = 404, "callback_not_found", "没有这个回电，请刷新。"


class CallbackOver(ApiError):
    status, code, detail = 409, "callback_over", "这个回电同事已经办完了，请刷新。"


class CallbackTooEarly(ApiError):
    """Says how often it was tried."""

    status, code, detail = 409, "callback_too_early", "还要再打几次，打不通才可以不再打。"
