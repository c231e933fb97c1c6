"""受理, 不予受理."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections
from knowledge.cases.acts.checks import REASON, answer_in_time
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.words import REMEDIES, Words, sentence
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import NamedChoice
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry

RENEWAL_ONLY = "x-renewal"
"""Marks a field that only the renewal of a licence has a use for."""


class Accept(Frozen):
    """受理通知书."""

    document: str = Field(default="", max_length=30, description="受理通知书的文号")
    licence_until: date | None = Field(
        default=None,
        description="原证有效期到哪一天；延续证照的，照窗口核对的原证写，和申请人说的不一样时以它为准，不写就照申请人说的",
        json_schema_extra={RENEWAL_ONLY: True},
    )


def _only_of_a_renewal(facts: CaseFacts, payload: Accept, attempt: Attempt, context: Context) -> Objections:
    if payload.licence_until is not None and not facts.terms.renewal:
        yield Objection("not_a_renewal", "这个办件不是延续证照，不用写原证的有效期。")


def _accepted(facts: CaseFacts, entry: LogEntry, payload: Accept) -> CaseFacts:
    terms = facts.terms
    if payload.licence_until is not None:
        terms = terms.model_copy(update={"valid_until": payload.licence_until})
    return facts.but(
        terms=terms,
        accepted_on=entry.day,
        accepted_at=entry.at,
        answered_on=entry.day,
        accepted_document=payload.document,
    )


ACCEPT = ActDefinition(
    Act.ACCEPT,
    Accept,
    _accepted,
    Words(
        "受理",
        timeline="窗口已受理",
        message="您的申请已受理，受理通知书已经出具，办理期限从今天起算。",
        paper="受理通知书",
    ),
    (answer_in_time, _only_of_a_renewal),
)


class RefusalGround(NamedChoice):
    """行政许可法 art. 32 (1) (2), art. 78: nothing else is a ground for refusing to accept."""

    NOT_NEEDED = "not_needed", "这件事依法不需要审批。"
    OTHER_BODY = "other_body", "这件事不属于本机关办理。"
    FALSE_PAPERS = "false_papers", "材料不真实。"


class Refuse(Frozen):
    """不予受理: ``authority`` is the body to which the applicant is sent."""

    ground: RefusalGround = Field(
        description="不予受理的法定理由：not_needed 依法不需要审批、other_body 不属于本机关、false_papers 材料不真实"
    )
    reason: FreeText = Field(default="", description="具体原因")
    authority: str = Field(default="", max_length=200, description="应当向哪个机关申请")
    document: str = Field(default="", max_length=50, description="不予受理通知书的文号")


def _right_authority(facts: CaseFacts, payload: Refuse, attempt: Attempt, context: Context) -> Objections:
    if payload.ground is RefusalGround.OTHER_BODY and not payload.authority.strip():
        yield Objection(
            "authority_missing",
            "不属于本机关办理的，必须告知申请人应当向哪个机关申请（《行政许可法》第三十二条）。",
        )


def _refused(facts: CaseFacts, entry: LogEntry, payload: Refuse) -> CaseFacts:
    return facts.but(answered_on=entry.day)


def _where_to_go(payload: Refuse) -> dict[str, str]:
    to = f"请向{payload.authority}申请。" if payload.authority else ""
    return {"authority": to, "reason": sentence(payload.reason)}


REFUSE = ActDefinition(
    Act.REFUSE,
    Refuse,
    _refused,
    Words(
        "不予受理",
        timeline="窗口不予受理",
        message="您的申请不予受理。{ground}{reason}{authority}" + REMEDIES,
        paper="不予受理决定书",
    ),
    (answer_in_time, REASON, _right_authority),
    _where_to_go,
)
