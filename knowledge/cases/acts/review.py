"""审查, 审核, 退回再审: one reviews, another approves (一审一核)."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.attempt import Attempt, Context, Objection, Objections, of_the_case
from knowledge.cases.acts.checks import REASON, another_person
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.payloads import Reason
from knowledge.cases.acts.words import Words
from knowledge.cases.record.act import Act
from knowledge.cases.record.choices import ExaminationKind, Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.free_text import FreeText
from knowledge.cases.record.log import LogEntry


class Review(Frozen):
    """审查意见. ``without_examination`` is why one that the item provides for was not needed."""

    outcome: Outcome = Field(description="审查意见：grant 准予、deny 不予")
    opinion: FreeText = Field(default="", description="意见")
    without_examination: FreeText = Field(default="", description="事项要求勘验论证而没有做的，为什么不用做")


def _provided(facts: CaseFacts) -> tuple[tuple[ExaminationKind, bool], ...]:
    """The kinds of examination, and whether the item provides for each."""
    return (
        (ExaminationKind.ON_SITE, facts.terms.on_site),
        (ExaminationKind.EXPERT, facts.terms.expert),
    )


@of_the_case
def _everything_in(facts: CaseFacts, payload: Review, attempt: Attempt, context: Context) -> Objections:
    if facts.open_tasks:
        names = "、".join(task.department for task in facts.open_tasks)
        yield Objection("opinions_open", f"还在等部门意见：{names}。各部门都出具意见后再审查。")
    for kind, _ in _provided(facts):
        last = facts.examination(kind)
        if last is not None and last.concluded is None:
            yield Objection("examination_open", f"{kind.label}还没有出具意见。")


def _examined_or_not_needed(
    facts: CaseFacts, payload: Review, attempt: Attempt, context: Context
) -> Objections:
    for kind, provided in _provided(facts):
        if facts.examination(kind) is None and provided and not payload.without_examination.strip():
            yield Objection("examination_missing", f"这个事项要{kind.label}；确实不用的，请写明原因。")


def _reason_to_deny(facts: CaseFacts, payload: Review, attempt: Attempt, context: Context) -> Objections:
    if payload.outcome is Outcome.DENY and not payload.opinion.strip():
        yield Objection("opinion_missing", "建议不予批准的，请写明理由。")


def _reviewed(facts: CaseFacts, entry: LogEntry, payload: Review) -> CaseFacts:
    return facts.but(reviewers=facts.reviewers | {entry.actor}, reviewed=payload.outcome, approved=False)


REVIEW = ActDefinition(
    Act.REVIEW,
    Review,
    _reviewed,
    Words("审查", timeline="审查人员提出了意见", paper="审查意见"),
    (_everything_in, _examined_or_not_needed, _reason_to_deny),
)


class Opinion(Frozen):
    """审核意见."""

    opinion: FreeText = Field(default="", description="审核意见")


def _approved(facts: CaseFacts, entry: LogEntry, payload: Opinion) -> CaseFacts:
    return facts.but(approved=True)


APPROVE = ActDefinition(
    Act.APPROVE,
    Opinion,
    _approved,
    Words("审核", timeline="另一位人员审核通过", paper="审核意见"),
    (another_person,),
)


def _sent_back(facts: CaseFacts, entry: LogEntry, payload: Reason) -> CaseFacts:
    return facts.but(approved=False, reviewed=None)


SEND_BACK = ActDefinition(
    Act.SEND_BACK,
    Reason,
    _sent_back,
    Words("退回再审", timeline="审核后退回再审"),
    (another_person, REASON),
)
