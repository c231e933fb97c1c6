"""The facts of a case from its log: how each act changes them, one small function an act.

:func:`fold` is pure: the same entries always give the same facts, and the facts at any moment are those of the entries up to it
(:func:`facts_at`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from knowledge.base.frozen import Frozen
from knowledge.cases.record import acts
from knowledge.cases.record.correction import points_needing_reason
from knowledge.cases.record.facts import CaseFacts, Correction, Examination, Moved, Special, Task
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.terms import Terms

Effect = Callable[[CaseFacts, LogEntry, Any], CaseFacts]

_ENDS = {"refused", "withdrawn", "returned", "terminated"}


class BrokenLog(ValueError):
    """The entries do not follow from each other: one is missing, out of order, or not this case's."""

    code = "broken_log"

    def __init__(self, number: int, entry: LogEntry, state: str | None) -> None:
        self.number = number
        super().__init__(
            f"办件日志第{number}条（{entry.act}）接不上：上一条之后是 {state}，这一条写的是 {entry.before}"
        )


def fold(entries: Iterable[LogEntry], terms: Terms | None = None) -> CaseFacts:
    """The facts after these entries.

    Args:
        entries: Oldest first.
        terms: For logs whose submission did not record them.

    Raises:
        BrokenLog: An entry does not follow from the one before it.
        ValueError: An entry's data are not a record of its act.
    """
    facts = CaseFacts(terms=terms or Terms())
    for number, entry in enumerate(entries, 1):
        if entry.before != facts.state:
            raise BrokenLog(number, entry, facts.state)
        facts = follow(facts, entry)
    return facts


def facts_at(entries: Iterable[LogEntry], moment: datetime, terms: Terms | None = None) -> CaseFacts:
    """The facts as they were at a moment."""
    return fold((entry for entry in entries if entry.at <= moment), terms)


def follow(facts: CaseFacts, entry: LogEntry) -> CaseFacts:
    """The facts after one more entry."""
    payload = _payload(entry)
    effect = _EFFECTS.get(entry.act)
    changed = effect(facts, entry, payload) if effect else facts
    ended = entry.day if entry.after in _ENDS else changed.ended_on
    return changed.but(state=entry.after, ended_on=ended)


def _payload(entry: LogEntry) -> Frozen:
    """What the entry records."""
    if not entry.data and entry.act in _SAY_NOTHING:
        return _SAY_NOTHING[entry.act]
    return acts.PAYLOADS[entry.act].model_validate(entry.data)


_SAY_NOTHING: dict[str, Frozen] = {
    act: payload()
    for act, payload in acts.PAYLOADS.items()
    if not any(field.is_required() for field in payload.model_fields.values())
}
"""The payloads of acts whose data may be empty, as most of a log's are: made once."""


def _submit(facts: CaseFacts, entry: LogEntry, act: acts.Submit) -> CaseFacts:
    terms = act.terms or facts.terms
    return facts.but(
        terms=terms,
        window=act.window,
        department=act.department or terms.department,
        rule=act.rule,
        submitted_on=entry.day,
        papers_day=entry.day,
        papers_at=entry.at,
        later=frozenset(terms.later),
    )


def _request_correction(facts: CaseFacts, entry: LogEntry, act: acts.RequestCorrection) -> CaseFacts:
    asked = Correction(entry.day, act.points, points_needing_reason(facts, act.points), act.correct_by)
    return facts.but(corrections=(*facts.corrections, asked), answered_on=entry.day)


def _correct(facts: CaseFacts, entry: LogEntry, act: acts.Materials) -> CaseFacts:
    handed_in = facts.handed_in | set(act.materials)
    return facts.but(
        papers_day=entry.day,
        papers_at=entry.at,
        answered_on=None,
        handed_in=handed_in,
        later=facts.later - set(act.materials),
    )


def _supplement(facts: CaseFacts, entry: LogEntry, act: acts.Materials) -> CaseFacts:
    handed_in = facts.handed_in | set(act.materials)
    return facts.but(handed_in=handed_in, later=facts.later - set(act.materials))


def _accept(facts: CaseFacts, entry: LogEntry, act: acts.Accept) -> CaseFacts:
    return facts.but(
        accepted_on=entry.day,
        accepted_at=entry.at,
        answered_on=entry.day,
        accepted_document=act.document,
    )


def _deemed_accepted(facts: CaseFacts, entry: LogEntry, act: acts.DeemedAccepted) -> CaseFacts:
    return facts.but(
        accepted_on=act.accepted_on,
        accepted_at=facts.papers_at,
        accepted_deemed=True,
        answered_on=entry.day,
    )


def _refuse(facts: CaseFacts, entry: LogEntry, act: acts.Refuse) -> CaseFacts:
    return facts.but(answered_on=entry.day)


def _transfer(facts: CaseFacts, entry: LogEntry, act: acts.Transfer) -> CaseFacts:
    moved = Moved(entry.day, facts.window, act.to_window, facts.rule)
    return facts.but(
        window=act.to_window,
        department=act.to_department or facts.department,
        rule="transferred",
        transfers=(*facts.transfers, moved),
    )


def _start_special(facts: CaseFacts, entry: LogEntry, act: acts.StartSpecial) -> CaseFacts:
    special = Special(act.kind, entry.at, act.expected_days)
    resume = facts.resume if facts.open_specials else facts.state or ""
    return facts.but(specials=(*facts.specials, special), resume=resume)


def _end_special(facts: CaseFacts, entry: LogEntry, act: acts.EndSpecial) -> CaseFacts:
    specials = tuple(
        replace(one, ended=entry.at) if one.ended is None and one.kind is act.kind else one
        for one in facts.specials
    )
    return facts.but(specials=specials)


def _extend(facts: CaseFacts, entry: LogEntry, act: acts.Extend) -> CaseFacts:
    return facts.but(extension=act)


def _send_out(facts: CaseFacts, entry: LogEntry, act: acts.SendOut) -> CaseFacts:
    tasks = tuple(Task(department, entry.day, act.days) for department in act.departments)
    return facts.but(tasks=facts.tasks + tasks)


def _give_opinion(facts: CaseFacts, entry: LogEntry, act: acts.GiveOpinion) -> CaseFacts:
    tasks = tuple(
        replace(task, answered=entry.day, agrees=act.agrees)
        if task.department == act.department and task.answered is None
        else task
        for task in facts.tasks
    )
    return facts.but(tasks=tasks)


def _arrange(facts: CaseFacts, entry: LogEntry, act: acts.ArrangeExamination) -> CaseFacts:
    arranged = Examination(act.kind, entry.day, act.on, act.departments)
    return facts.but(examinations=(*facts.examinations, arranged))


def _hold(facts: CaseFacts, entry: LogEntry, act: acts.HoldExamination) -> CaseFacts:
    return _last_examination(facts, act.kind, held=act.on)


def _conclude(facts: CaseFacts, entry: LogEntry, act: acts.ConcludeExamination) -> CaseFacts:
    return _last_examination(facts, act.kind, concluded=entry.day, passed=act.passed)


def _last_examination(facts: CaseFacts, kind: acts.ExaminationKind, **changes: Any) -> CaseFacts:
    last = facts.examination(kind)
    changed = tuple(replace(one, **changes) if one is last else one for one in facts.examinations)
    return facts.but(examinations=changed)


def _review(facts: CaseFacts, entry: LogEntry, act: acts.Review) -> CaseFacts:
    return facts.but(reviewers=facts.reviewers | {entry.actor}, reviewed=act.outcome, approved=False)


def _approve(facts: CaseFacts, entry: LogEntry, act: acts.Opinion) -> CaseFacts:
    return facts.but(approved=True)


def _send_back(facts: CaseFacts, entry: LogEntry, act: acts.Reason) -> CaseFacts:
    return facts.but(approved=False, reviewed=None)


def _pass_up(facts: CaseFacts, entry: LogEntry, act: acts.PassUp) -> CaseFacts:
    return facts.but(passings=(*facts.passings, (entry.at, None)), resume=facts.state or "")


def _pass_back(facts: CaseFacts, entry: LogEntry, act: acts.PassBack) -> CaseFacts:
    passings = tuple((start, end or entry.at) for start, end in facts.passings)
    return facts.but(passings=passings, passed_back=act.outcome)


def _decide(facts: CaseFacts, entry: LogEntry, act: acts.Decide) -> CaseFacts:
    return facts.but(decided_on=entry.day, decided_at=entry.at, decision=act.outcome)


def _deemed_granted(facts: CaseFacts, entry: LogEntry, act: acts.DeemedGranted) -> CaseFacts:
    specials = tuple(replace(one, ended=one.ended or entry.at) for one in facts.specials)
    passings = tuple((start, end or entry.at) for start, end in facts.passings)
    return facts.but(
        decided_on=act.granted_on,
        decided_at=entry.at,
        decision=acts.Outcome.GRANT,
        decision_deemed=True,
        specials=specials,
        passings=passings,
    )


def _issue(facts: CaseFacts, entry: LogEntry, act: acts.Issue) -> CaseFacts:
    return facts.but(issued_on=entry.day)


def _deliver(facts: CaseFacts, entry: LogEntry, act: acts.Deliver) -> CaseFacts:
    return facts.but(delivered_on=entry.day)


def _overdue(facts: CaseFacts, entry: LogEntry, act: acts.Overdue) -> CaseFacts:
    return facts.but(overdue=facts.overdue | {(act.clock, act.due)})


def _urge(facts: CaseFacts, entry: LogEntry, act: acts.Reason) -> CaseFacts:
    return facts.but(urged=facts.urged + 1)


_EFFECTS: dict[str, Effect] = {
    "submit": _submit,
    "request_correction": _request_correction,
    "correct": _correct,
    "supplement": _supplement,
    "accept": _accept,
    "deemed_accepted": _deemed_accepted,
    "refuse": _refuse,
    "transfer": _transfer,
    "start_special": _start_special,
    "end_special": _end_special,
    "extend": _extend,
    "send_out": _send_out,
    "give_opinion": _give_opinion,
    "arrange_examination": _arrange,
    "hold_examination": _hold,
    "conclude_examination": _conclude,
    "review": _review,
    "approve": _approve,
    "send_back": _send_back,
    "pass_up": _pass_up,
    "pass_back": _pass_back,
    "decide": _decide,
    "deemed_granted": _deemed_granted,
    "issue": _issue,
    "deliver": _deliver,
    "overdue": _overdue,
    "urge": _urge,
}
"""Acts that only change the state (receive, withdraw, return, terminate, revoke) are not listed."""
