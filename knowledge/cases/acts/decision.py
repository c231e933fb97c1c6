"""决定, 当场决定, and 撤销 of what was granted (行政许可法 art. 38, 69)."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.base.roles import ROLE_NAMES
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import BASIS, REASON, another_person
from knowledge.cases.acts.definition import ActDefinition, only_the_state
from knowledge.cases.acts.interested import heard_first
from knowledge.cases.acts.words import REMEDIES, Words, sentence
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class Decide(Frozen):
    """决定. ``remedies_told``: a denial says that review and suit are open (art. 38)."""

    outcome: Outcome = Field(description="决定：grant 准予、deny 不予")
    document: str = Field(default="", max_length=50, description="决定书的文号")
    reason: FreeText = Field(default="", description="理由；不予的必须写")
    remedies_told: bool = Field(default=False, description="不予的，已经告知可以申请行政复议或者提起行政诉讼")


@of_the_case
def _prerequisites_decided(facts: CaseFacts, payload: Any, attempt: Attempt, context: Context) -> Objections:
    if context.open_prerequisites:
        names = "、".join(context.open_prerequisites)
        yield Objection("prerequisite_open", f"前置事项还没有办好：{names}。办好以后再作决定。")


@of_the_case
def _passed_up_first(facts: CaseFacts, payload: Decide, attempt: Attempt, context: Context) -> Objections:
    if facts.passed_back is None and facts.terms.passed_up_to:
        yield Objection("not_passed_up", f"这个事项由{facts.terms.passed_up_to}决定，请先上报。")


def _as_approved(facts: CaseFacts, payload: Decide, attempt: Attempt, context: Context) -> Objections:
    if facts.passed_back is not None:
        if payload.outcome is not facts.passed_back:
            yield Objection("decision_differs", "决定和上级机关返回的不一致。")
    elif not facts.terms.passed_up_to and payload.outcome is not facts.reviewed:
        yield Objection("decision_differs", "决定和审核通过的意见不一致，请退回再审。")


def _denial_explained(facts: CaseFacts, payload: Decide, attempt: Attempt, context: Context) -> Objections:
    if payload.outcome is Outcome.GRANT:
        return
    if not payload.reason.strip():
        yield Objection("reason_missing", "不予批准的，应当说明理由（《行政许可法》第三十八条）。")
    if not payload.remedies_told:
        yield Objection(
            "remedies_missing",
            "不予批准的，应当告知申请行政复议、提起行政诉讼的权利（《行政许可法》第三十八条）。",
        )


def _decided(facts: CaseFacts, entry: LogEntry, payload: Decide) -> CaseFacts:
    return facts.but(decided_on=entry.day, decided_at=entry.at, decision=payload.outcome)


def _reason_and_remedies(payload: Decide) -> dict[str, str]:
    return {
        "reason": f"理由：{sentence(payload.reason)}" if payload.reason else "",
        "remedies": REMEDIES if payload.outcome is Outcome.DENY else "",
    }


DECIDE = ActDefinition(
    Act.DECIDE,
    Decide,
    _decided,
    Words(
        "决定",
        timeline="作出了{outcome}的决定",
        message="您的申请已作出{outcome}的决定。{reason}{remedies}",
        paper="决定书",
    ),
    (
        another_person,
        _prerequisites_decided,
        heard_first,
        _passed_up_first,
        _as_approved,
        _denial_explained,
    ),
    _reason_and_remedies,
)


class DecideOnSpot(Frozen):
    """当场决定: always a grant; whoever would deny has another one look at it (一审一核)."""

    document: str = Field(default="", max_length=50, description="决定书的文号")
    opinion: FreeText = Field(default="", description="审查意见")


@of_the_case
def _may_decide_alone(
    facts: CaseFacts, payload: DecideOnSpot, attempt: Attempt, context: Context
) -> Objections:
    alone = facts.terms.on_spot
    if alone is None:
        yield Objection("two_persons", "这个事项一审一核：一人审查，另一人审核决定，不能当场一个人决定。")
    elif attempt.role is not alone:
        yield Objection("not_alone", f"这个事项由{ROLE_NAMES[alone]}当场决定。")


@of_the_case
def _nothing_open(facts: CaseFacts, payload: DecideOnSpot, attempt: Attempt, context: Context) -> Objections:
    if facts.later:
        names = "、".join(sorted(facts.later))
        yield Objection("later_outstanding", f"容缺后补的材料还没有补齐：{names}。补齐后再当场决定。")
    if facts.tasks or facts.examinations or facts.specials:
        yield Objection("not_simple", "这个办件已经分送部门、安排勘验论证或者走过特别程序，请一审一核。")


def _decided_on_spot(facts: CaseFacts, entry: LogEntry, payload: DecideOnSpot) -> CaseFacts:
    return facts.but(
        decided_on=entry.day,
        decided_at=entry.at,
        decision=Outcome.GRANT,
        reviewers=facts.reviewers | {entry.actor},
    )


DECIDE_ON_SPOT = ActDefinition(
    Act.DECIDE_ON_SPOT,
    DecideOnSpot,
    _decided_on_spot,
    Words(
        "当场决定",
        timeline="当场作出了准予的决定",
        message="您的申请已当场作出准予的决定。",
        paper="当场准予决定书",
    ),
    (_may_decide_alone, _prerequisites_decided, heard_first, _nothing_open),
)


class Revoke(Frozen):
    """撤销, art. 69."""

    reason: FreeText = Field(default="", description="撤销的理由")
    basis: str = Field(default="", max_length=200, description="依据的法律条文")


@of_the_case
def _was_granted(facts: CaseFacts, payload: Revoke, attempt: Attempt, context: Context) -> Objections:
    if facts.decision is not Outcome.GRANT:
        yield Objection("nothing_to_revoke", "这个办件没有准予的决定，不能撤销。")


REVOKE = ActDefinition(
    Act.REVOKE,
    Revoke,
    only_the_state,
    Words(
        "撤销",
        timeline="原决定已依法撤销",
        message="原来的准予决定已依法撤销。理由：{reason}依据：{basis}" + REMEDIES,
        paper="撤销决定书",
    ),
    (_was_granted, REASON, BASIS),
)
