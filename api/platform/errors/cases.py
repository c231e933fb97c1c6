"""Refusals about cases and the acts on them."""

from __future__ import annotations

from api.platform.errors.base import ApiError, InvalidChange


class CaseNotFound(ApiError):
    """One answer for an unknown number and for a wrong second factor, so that neither tells of the other."""

    status, code = 404, "case_not_found"
    detail = "没有查到编号和手机号相符的办件。请核对后再试，或带身份证到窗口查询。"


class SecondFactorMissing(InvalidChange):
    code, detail = "second_factor_missing", "请给出提交时预留手机号的后4位。"


class CannotWithdraw(ApiError):
    status, code, detail = 409, "cannot_withdraw", "这个办件现在不能撤回。如有疑问，请联系受理窗口。"


class TicketUnknown(ApiError):
    status, code, detail = 404, "ticket_unknown", "这个实时进度的地址已经过期，请重新查询。"


class StrongerFactorNeeded(ApiError):
    """The tail of a phone is right, and not enough for what changes a case."""

    status, code, detail = (
        403,
        "stronger_factor_needed",
        "办这一步要核对提交时所留的完整手机号，请把11位号码发来。在提交它的那个手机或电脑上办，不用核对。",
    )


class ClockUnconfirmed(ApiError):
    status, code, detail = (
        503,
        "clock_unconfirmed",
        "系统的时间不对，管理员核对以前先不办理，什么都没有改。请过几分钟再试。",
    )


class TooManyStreams(ApiError):
    status, code, detail = 429, "too_many_streams", "打开的实时进度太多，请关掉几个页面，或者直接查询进度。"


class WrongState(ApiError):
    """The state does not allow the act; ``possible`` names the acts that it allows."""

    status, code, detail = 409, "wrong_state", "办件现在的状态不能这样做。"


class StaleVersion(ApiError):
    """Somebody else has changed the case since; ``state`` and ``version`` are what it is now."""

    status, code, detail = 409, "stale_version", "这个办件刚被别人改过，请刷新后再做。"


class WrongRole(ApiError):
    status, code, detail = 403, "wrong_role", "这个操作由别的岗位来做。"


class ClaimedAlready(ApiError):
    """Somebody else has claimed the case; ``holder`` is the account."""

    status, code, detail = 409, "claimed_already", "这个办件已经有人认领，请先和他商量。"


class NotYourClaim(ApiError):
    status, code, detail = 403, "not_your_claim", "这个办件是别人认领的，只能由他自己或者督查人员交回。"


class ActNotPossible(ApiError):
    """The act lacks something; ``reason`` is the first objection's code, ``objections`` has all of them."""

    status, code, detail = 422, "act_not_possible", "现在还不能这样做，请按提示补齐。"


class InvalidAct(InvalidChange):
    code, detail = "invalid_act", "填写的内容有误，请按提示修改。"


class UnknownPlaceInQueue(InvalidChange):
    code, detail = "unknown_place_in_queue", "翻页的位置不对，请从第一页开始。"


class PaperMissing(ApiError):
    """A stored paper cannot be read; an archive without it would look complete."""

    status, code = 503, "paper_missing"
    detail = "有材料读不出来，没有归档。请让管理员检查上传文件夹和备份。"


class CasePaperNotThere(ApiError):
    status, code, detail = 404, "case_paper_not_there", "这个办件没有这一份，请回到进度里看有哪些。"


class PaperNotThere(ApiError):
    status, code = 404, "paper_not_there"
    detail = (
        "没有这份文书。核验码请照文书最下面的一行输入，一个字符也不要少；还是没有的，请到作出机关核对原件。"
    )


class InvalidReminder(ApiError):
    """A way that the centre does not offer, or no mailbox."""

    status, code, detail = 422, "invalid_reminder", "这样提醒不了，请换一种。"


class NoSuchReminder(ApiError):
    status, code, detail = 404, "no_such_reminder", "这个办件已经没有提醒了，不用再停。"


class ResultNotThere(ApiError):
    status, code = 404, "result_not_there"
    detail = "这个办件还没有可以下载的结果。结果做好以后会在进度里告诉您。"
