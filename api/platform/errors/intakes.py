"""Refusals about drafts, their notices and their submission."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class IntakeNotFound(ApiError):
    status, code, detail = 404, "intake_not_found", "没有找到这份草稿，请重新说一下您要办的事。"


class NoticeNotFound(ApiError):
    status, code, detail = 404, "notice_not_found", "没有找到这份告知单，请核对后再试。"


class CodeNotFound(ApiError):
    status, code, detail = (
        404,
        "code_not_found",
        "这个续办码不对，或者已经用过、过期了。请核对后再试，或者在原来的设备上再要一个；也可以直接说您想办什么事。",
    )


class ChannelClosed(ApiError):
    status, code, detail = 403, "channel_closed", "这个渠道的对话只能由本中心的程序读取。"


class IntakeNotOpen(ApiError):
    status, code, detail = 409, "intake_not_open", "这份申请已经提交或者已经结束，不能再改。"


class NoAffair(ApiError):
    status, code, detail = 409, "no_affair", "还没有确定要办的事项，请先选事项。"


class QuestionsOpen(ApiError):
    status, code, detail = 409, "questions_open", "还有问题没有回答，答完才能出告知单。"


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


class ResultWayNotOffered(InvalidChange):
    code, detail = "result_way_not_offered", "这件事的结果不能这样拿，请从列出来的几种里选。"


class NotARenewal(InvalidChange):
    code, detail = "not_a_renewal", "这件事不是延续证照，不用说证照的有效期。"


class TermsChanged(InvalidChange):
    code, detail = "terms_changed", "承诺和个人信息告知有了新的版本，请看过新的再提交。"


class Incomplete(ApiError):
    """The submission lacks something; the member ``gaps`` names all of it at once."""

    status, code, detail = 422, "incomplete", "还不能提交，请按清单补齐。"


class KeyMissing(InvalidChange):
    code, detail = (
        "idempotency_key_missing",
        "提交请求缺少 Idempotency-Key 头，或者它太长。请带上一个唯一的编号。",
    )


class KeyReused(ApiError):
    status, code = 409, "idempotency_key_reused"
    detail = "这个提交编号已经用在另一份申请上，请换一个编号再提交。"


class PhoneNotChecked(ApiError):
    """The centre asks for a code by text message first (``api.intakes.phone_check``)."""

    status, code, detail = (
        403,
        "phone_not_checked",
        "请先核实手机号：在填写信息的表单里点「获取验证码」，输入短信里的六位数字。不方便的可以直接到窗口办理。",
    )


class PhoneCheckOff(ApiError):
    status, code, detail = 409, "phone_check_off", "本中心不用短信验证码，可以直接办理。"


class NoPhoneToCheck(ApiError):
    status, code, detail = 409, "no_phone_to_check", "还没有填手机号，请先填好再获取验证码。"


class PhoneCodeWrong(ApiError):
    status, code, detail = (
        403,
        "phone_code_wrong",
        "验证码不对，请看一看短信里的六位数字。错五次要重新获取。",
    )


class TooManyCodes(ApiError):
    status, code, detail = 429, "too_many_codes", "验证码发得太多了，请一小时后再试，或者直接到窗口办理。"


class SmsNotSent(ApiError):
    status, code, detail = (
        503,
        "sms_not_sent",
        "短信没有发出去，您填的都还在。请过一分钟再试，或者直接到窗口办理。",
    )
