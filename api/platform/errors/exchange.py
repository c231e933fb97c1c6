"""Refusals about what goes to other bodies and comes from them."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class ResultNotFound(ApiError):
    status, code, detail = 404, "result_not_found", "没有这个编号的结果，或者它不归您的部门认领。"


class FeedbackFaulty(InvalidChange):
    code, detail = "feedback_faulty", "反馈的内容有误，一条也没有收，请按提示改好后整批再报。"


class FeedbackKeyReused(ApiError):
    status, code, detail = 409, "feedback_key_reused", "这个编号已经用在另一条反馈上，请换一个编号再报。"


class RangeWrong(InvalidChange):
    code, detail = "range_wrong", "日期范围不对：结束日期不能早于开始日期。"


class MessageNotDead(ApiError):
    status, code, detail = 409, "message_not_dead", "这些消息不在待处理之列，没有重新排队的。"


class ReasonMissing(InvalidChange):
    code, detail = "reason_missing", "请写明为什么导出（reason），它会记在操作记录里。"


class CannotAsk(ApiError):
    status, code, detail = 409, "cannot_ask", "这个办件没有准予的决定，不能要求变更或者撤销。"


class LetterNotFound(ApiError):
    status, code, detail = 404, "letter_not_found", "没有这封来函，或者它不归您看。"


class LetterSettled(ApiError):
    status, code, detail = 409, "letter_settled", "这封来函已经送出或者答复了，请刷新后看一看。"
