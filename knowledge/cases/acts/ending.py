"""Ends without a decision: 撤回 by the applicant, 退件 by the window, 终止 by the department."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.centre_time import centre_day
from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import BASIS, REASON
from knowledge.cases.acts.definition import ActDefinition, only_the_state
from knowledge.cases.acts.payloads import Reason
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import NamedChoice
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.state import CaseState


class Withdraw(Reason):
    """撤回; who stands at the window hands in a request with the own signature, and the window records where it is kept."""

    signed_request: FreeText = Field(
        default="",
        description="签名的书面撤回申请：申请人在窗口提出时，写明日期和存放在哪里；申请人自己撤回的为空",
    )


def _asked_for_in_writing(
    facts: CaseFacts, payload: Withdraw, attempt: Attempt, context: Context
) -> Objections:
    """An application is the applicant's: nobody else gives it up, and a window only on a signed request."""
    if attempt.role is Role.APPLICANT:
        return
    if not payload.signed_request.strip():
        yield Objection(
            "signed_request_missing",
            "撤回要申请人自己提出。申请人在窗口提出的，请收下签名的书面撤回申请，写明日期和存放在哪里。",
        )
    if not payload.reason.strip():
        yield Objection("reason_missing", "请写明申请人为什么撤回。")


def _who_withdrew(payload: Withdraw) -> dict[str, str]:
    if not payload.signed_request:
        return {"who": "您", "told": "您的申请已撤回"}
    return {"who": "窗口按您签名的书面申请", "told": "窗口已按您签名的书面申请撤回办件"}


WITHDRAW = ActDefinition(
    Act.WITHDRAW,
    Withdraw,
    only_the_state,
    Words(
        "撤回",
        timeline="{who}撤回了申请",
        message="{told}，需要时可以重新提交。",
        paper="撤回记录",
    ),
    (_asked_for_in_writing,),
    _who_withdrew,
)


class ReturnGround(NamedChoice):
    """退件: papers not corrected by the day on the correction notice, or the same matter handed in twice."""

    NOT_CORRECTED = "not_corrected", "没有在补正通知的期限内补齐材料。"
    DUPLICATE = "duplicate", "同一件事已经提交过。"


class Return(Frozen):
    """退件."""

    ground: ReturnGround = Field(
        description="退件的理由：not_corrected 没有按期补齐、duplicate 同一件事已经提交过"
    )
    reason: FreeText = Field(default="", description="具体原因")
    duplicate_of: str = Field(default="", max_length=20, description="重复的是哪个办件，写办件编号")


def _returnable(facts: CaseFacts, payload: Return, attempt: Attempt, context: Context) -> Objections:
    """The whole last day is the applicant's; one that falls on a day off ends with the next working day (民法典 art. 203)."""
    if payload.ground is ReturnGround.DUPLICATE:
        if not payload.duplicate_of.strip():
            yield Objection("duplicate_of_missing", "请填写和它重复的办件编号。")
        return
    last = facts.corrections[-1] if facts.corrections else None
    if facts.state != CaseState.CORRECTION or last is None:
        yield Objection(
            "not_asked_to_correct", "只有申请人没有按补正通知补齐时才能这样退件，请先一次告知补正。"
        )
    elif last.correct_by is None:
        yield Objection("no_correction_date", "补正通知上没有写补正期限，不能以逾期为由退件。")
    elif centre_day(attempt.at) <= (ends := context.calendar.next_working_day(last.correct_by)):
        off = f"，那天不上班，顺延到{day_text(ends)}" if ends != last.correct_by else ""
        yield Objection("correction_runs", f"补正期限到{day_text(last.correct_by)}{off}，还不能退件。")


RETURN = ActDefinition(
    Act.RETURN,
    Return,
    only_the_state,
    Words(
        "退件",
        timeline="窗口退件",
        message="您的申请已退件。{ground}{reason}改好后可以重新提交。",
        paper="退件通知书",
    ),
    (_returnable, REASON),
)


class TerminationGround(NamedChoice):
    """终止: after acceptance, where there is nothing left to decide."""

    APPLICANT_GONE = "applicant_gone", "申请人死亡或者终止。"
    OBJECT_GONE = "object_gone", "许可的对象已经不在。"
    LAW_CHANGED = "law_changed", "法律有变化。"
    OTHER_LAW = "other_law", "法律规定的其他情形。"


class Terminate(Frozen):
    """终止; ``basis`` is the law that allows it."""

    ground: TerminationGround = Field(
        description="终止的法定理由：applicant_gone 申请人死亡或终止、object_gone 对象灭失、law_changed 法律有变化、other_law 其他法定情形"
    )
    reason: FreeText = Field(default="", description="具体原因")
    basis: str = Field(default="", max_length=200, description="依据的法律条文")


TERMINATE = ActDefinition(
    Act.TERMINATE,
    Terminate,
    only_the_state,
    Words(
        "终止办理",
        timeline="依法终止办理",
        message="您的办件已终止办理。理由：{reason}依据：{basis}",
        paper="终止办理决定书",
    ),
    (REASON, BASIS),
)
