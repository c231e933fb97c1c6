"""Domain errors, each with a stable code, a status and a Chinese sentence; ``api.problems`` turns them into responses.

409 for a state that does not allow the act, 422 for a payload, 404 for what is not yours to see, 429 for too many tries.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.schemas import FieldProblem


class StartupProblem(Exception):
    """The service cannot start; the command line prints the sentence.

    Attributes:
        code: Stable name.
        detail: What is wrong and what to do, in Chinese.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class ApiError(Exception):
    """Base of everything that the api refuses.

    Attributes:
        members: Further members of the problem document.
        headers: Further headers of the response.
    """

    status = 400
    code = "bad_request"
    detail = "请求有误，请检查后再试。"

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: dict[str, str] | None = None,
        **members: Any,
    ) -> None:
        self.detail = detail or type(self).detail
        self.errors = tuple(errors)
        self.headers = headers or {}
        self.members = members
        super().__init__(self.code)


class ItemNotFound(ApiError):
    status, code, detail = 404, "item_not_found", "没有这个事项，请重新搜索或按部门查找。"


class IntakeNotFound(ApiError):
    status, code, detail = 404, "intake_not_found", "没有找到这份草稿，请重新说一下您要办的事。"


class NoticeNotFound(ApiError):
    status, code, detail = 404, "notice_not_found", "没有找到这份告知单，请核对后再试。"


class CaseNotFound(ApiError):
    """One answer for an unknown number and for a wrong second factor, so that neither tells of the other."""

    status, code = 404, "case_not_found"
    detail = "没有查到编号和手机号相符的办件。请核对后再试，或带身份证到窗口查询。"


class CodeNotFound(ApiError):
    status, code, detail = (
        404,
        "code_not_found",
        "这个续办码不对，或者已经用过、过期了。请核对后再试，或者重新开始。",
    )


class ChannelClosed(ApiError):
    status, code, detail = 403, "channel_closed", "这个渠道的对话只能由本中心的程序读取。"


class IntakeNotOpen(ApiError):
    status, code, detail = 409, "intake_not_open", "这份草稿已经提交或者已经结束，不能再改。"


class NoAffair(ApiError):
    status, code, detail = 409, "no_affair", "还没有确定要办的事项，请先选事项。"


class QuestionsOpen(ApiError):
    status, code, detail = 409, "questions_open", "还有问题没有回答，答完才能出告知单。"


class KeyReused(ApiError):
    status, code = 409, "idempotency_key_reused"
    detail = "这个提交编号已经用在另一份申请上，请换一个编号再提交。"


class CannotWithdraw(ApiError):
    status, code, detail = 409, "cannot_withdraw", "这个办件现在不能撤回。如有疑问，请联系受理窗口。"


class InvalidChange(ApiError):
    """Something in the payload does not fit the affair; every fault is listed."""

    status, code, detail = 422, "invalid_payload", "提交的内容有误，请按提示修改。"


class UnknownQuestion(InvalidChange):
    code, detail = "unknown_question", "这个事项没有所说的问题。"


class UnknownOption(InvalidChange):
    code, detail = "unknown_option", "所选的答案不在选项里，请从选项里选一个。"


class UnknownPlace(InvalidChange):
    code, detail = "unknown_place", "没有这个乡镇或街道，请从列表里选。"


class UnknownMaterial(InvalidChange):
    code, detail = "unknown_material", "所说的材料不在这个事项的清单里。"


class PromiseNotAllowed(InvalidChange):
    code, detail = "promise_not_allowed", "有的材料不能用书面承诺代替，请按提示备齐。"


class SecondFactorMissing(InvalidChange):
    code, detail = "second_factor_missing", "请给出提交时预留手机号的后4位。"


class KeyMissing(InvalidChange):
    code, detail = (
        "idempotency_key_missing",
        "提交请求缺少 Idempotency-Key 头，或者它太长。请带上一个唯一的编号。",
    )


class Incomplete(ApiError):
    """The submission lacks something; the member ``gaps`` names all of it at once."""

    status, code, detail = 422, "incomplete", "还不能提交，请按清单补齐。"


class TooManyTries(ApiError):
    status, code, detail = 429, "too_many_tries", "试错次数太多，请过一会儿再试。"


class PayloadTooLarge(ApiError):
    status, code, detail = 413, "payload_too_large", "内容太大，请缩短后再发。"


class Busy(ApiError):
    status, code, detail = 503, "busy", "系统正忙，您的内容还没有存上，请稍后再试。"


class NumbersUsedUp(ApiError):
    status, code, detail = 503, "numbers_used_up", "今天的编号已经用完，请明天再试或到窗口办理。"
