"""Acting on a case: what the system owes is recorded first, then the act is performed or refused with every objection.

One transaction: the log entries, the case's columns, the marks of supervision and the messages stand together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, NoReturn

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import columns, log, repository
from api.cases.announcement import announce
from api.cases.log_seal import seal_of
from api.cases.models import CaseLogRow, CaseRow, RefusedActRow
from api.platform.errors import (
    ActNotPossible,
    ApiError,
    ClockUnconfirmed,
    InvalidAct,
    StaleVersion,
    WrongRole,
    WrongState,
)
from api.platform.problems import field_problems, named_faults
from api.services import Services
from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.procedure.performance import ActRefused, perform
from knowledge.cases.procedure.projection import fold, follow
from knowledge.cases.procedure.sweep import Swept, pending
from knowledge.cases.procedure.transitions import acts_of
from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATES


@dataclass(frozen=True)
class Done:
    """A case after an act, with the facts that its log gives."""

    case: CaseRow
    facts: CaseFacts


async def act(
    session: AsyncSession,
    case: CaseRow,
    attempt: Attempt,
    services: Services,
    *,
    version: int | None = None,
) -> Done:
    """Perform an act, or refuse it with every objection; the refusal is recorded, the case is as it was.

    Args:
        version: Row version that the actor has seen; None where an act does not build on what was seen.

    Raises:
        StaleVersion: Somebody else has acted since.
        WrongState: Nobody can do this now.
        WrongRole: Somebody else can.
        ActNotPossible: A precondition does not hold.
        InvalidAct: The payload is faulty.
    """
    try:
        _must_believe_the_clock(services)
        _must_be_current(case, version)
        facts = await with_owed_entries(session, case, services)
        entry = await _entry(session, case, facts, attempt, services)
    except _Refused as refused:
        await _refuse(session, case, attempt, refused.problem, refused.codes)
    return Done(case, await record(session, case, facts, entry, services))


async def act_through(
    session: AsyncSession, case: CaseRow, attempts: Sequence[Attempt], services: Services, *, version: int
) -> Done:
    """Perform several acts one after the other, each with an entry of its own, or none of them.

    Args:
        version: Row version that the actor has seen.

    Raises:
        StaleVersion, WrongState, WrongRole, ActNotPossible, InvalidAct: As :func:`act`, of the first act that is refused.
    """
    trying = attempts[0]
    try:
        _must_be_current(case, version)
        before = facts = await with_owed_entries(session, case, services)
        entries = []
        for trying in attempts:
            entries.append(await _entry(session, case, facts, trying, services))
            facts = follow(facts, entries[-1])
    except _Refused as refused:
        await _refuse(session, case, trying, refused.problem, refused.codes)
    owed = with_consequences(before, entries, services)
    await write(session, [(case, owed)], services)
    return Done(case, owed.facts)


async def rehearse(
    session: AsyncSession, case: CaseRow, attempt: Attempt, services: Services, *, version: int | None
) -> LogEntry:
    """The entry that an act would add to the log as it is now; nothing is written, neither it nor a refusal.

    Raises:
        StaleVersion, WrongState, WrongRole, ActNotPossible, InvalidAct: As :func:`act`.
    """
    try:
        _must_believe_the_clock(services)
        _must_be_current(case, version)
        facts = fold(map(log.entry_of, await repository.log_of(session, case.number)))
        owed = pending(facts, services.calendar, services.now())
        return await _entry(session, case, owed.facts, attempt, services)
    except _Refused as refused:
        raise refused.problem from refused


class _Refused(Exception):
    """An act is not possible; ``codes`` says why in the record of refused acts."""

    def __init__(self, problem: ApiError, codes: list[str]) -> None:
        self.problem = problem
        self.codes = codes
        super().__init__(problem.code)


def _must_believe_the_clock(services: Services) -> None:
    """An act cannot be undone, nor can what passes by it.

    Raises:
        ClockUnconfirmed: The machine's clock has jumped, and nobody has said that it is right.
    """
    if services.clock_guard.jump is not None:
        raise ClockUnconfirmed(headers={"Retry-After": "300"})


def _must_be_current(case: CaseRow, version: int | None) -> None:
    if version is not None and version != case.row_version:
        raise _Refused(_stale(case), ["stale_version"])


async def _entry(
    session: AsyncSession, case: CaseRow, facts: CaseFacts, attempt: Attempt, services: Services
) -> LogEntry:
    try:
        return perform(facts, attempt, await context_of(session, case, services))
    except ActRefused as refused:
        codes = [one.code for one in refused.objections]
        raise _Refused(_not_possible(case, facts, attempt.role, refused), codes) from refused
    except CalendarGap as gap:
        problem = ActNotPossible(f"{gap}。", reason=gap.code, state=case.state, version=case.row_version)
        raise _Refused(problem, [gap.code]) from gap
    except ValidationError as fault:
        raise _Refused(_invalid(case, fault), ["invalid_act"]) from fault


async def with_owed_entries(session: AsyncSession, case: CaseRow, services: Services) -> CaseFacts:
    """The facts of a case now, after recording what passed by itself."""
    facts = fold(map(log.entry_of, await repository.log_of(session, case.number)))
    owed = pending(facts, services.calendar, services.now())
    if owed.entries:
        await write(session, [(case, owed)], services)
    return owed.facts


async def record(
    session: AsyncSession, case: CaseRow, facts: CaseFacts, entry: LogEntry, services: Services
) -> CaseFacts:
    """Add an entry that is allowed, with whatever passes by itself at once because of it."""
    owed = with_consequences(facts, [entry], services)
    await write(session, [(case, owed)], services)
    return owed.facts


def with_consequences(facts: CaseFacts, entries: Sequence[LogEntry], services: Services) -> Swept:
    """Entries that are allowed, and whatever passes by itself at once because of them."""
    owed = pending(reduce(follow, entries, facts), services.calendar, services.now())
    return replace(owed, entries=(*entries, *owed.entries))


async def write(session: AsyncSession, owed: Iterable[tuple[CaseRow, Swept]], services: Services) -> None:
    """Add entries to the logs of cases, new or old, and everything that follows from them."""
    marks: columns.Marks = []
    added: list[tuple[CaseRow, Swept, Sequence[CaseLogRow]]] = []
    for case, swept in owed:
        added.append((case, swept, log.chained_behind(case, swept.entries)))
        case.log_seal = seal_of(services.vault, case.number, case.log_head)
        marks += columns.update_columns(case, swept, services.calendar, services.now())
        session.add(case)
    await session.flush()  # the cases before what refers to them
    for case, swept, rows in added:
        session.add_all(rows)
        await columns.store_tasks(session, case, swept.facts)
        for entry, row in zip(swept.entries, rows, strict=True):
            announce(session, case, entry, row.hash, swept.facts.terms.department)
    await columns.store_marks(session, marks)
    await session.flush()


async def context_of(session: AsyncSession, case: CaseRow, services: Services) -> Context:
    """What an act on the case is checked against beside its log."""
    open_before: tuple[str, ...] = ()
    if case.after:
        siblings = await repository.of_submission(session, case.intake_id)
        granted = {one.item_id for one in siblings if one.outcome == Outcome.GRANT}
        names = {one.item_id: one.item for one in siblings}
        open_before = tuple(names.get(item, item) for item in case.after if item not in granted)
    catalogue = services.catalogue
    return Context(
        services.calendar, open_before, frozenset(catalogue.windows), frozenset(catalogue.departments)
    )


async def _refuse(
    session: AsyncSession, case: CaseRow, attempt: Attempt, problem: ApiError, codes: list[str]
) -> NoReturn:
    session.add(
        RefusedActRow(
            case_number=case.number,
            at=attempt.at,
            actor=attempt.actor,
            role=attempt.role.value,
            act=attempt.act[:40],
            state=case.state.value,
            codes=codes,
        )
    )
    await session.flush()
    raise problem.recorded()


def _stale(case: CaseRow) -> StaleVersion:
    state = STATES[case.state]
    return StaleVersion(
        f"这个办件刚被别人改过，现在是「{state.label}」。请刷新后看一看，再决定怎么做。",
        state=case.state,
        version=case.row_version,
    )


def _invalid(case: CaseRow, fault: ValidationError) -> InvalidAct:
    errors = field_problems(fault.errors())
    return InvalidAct(
        f"填写的内容有误。{named_faults(errors)}", errors=errors, state=case.state, version=case.row_version
    )


def _not_possible(case: CaseRow, facts: CaseFacts, role: Role, refused: ActRefused) -> ApiError:
    said: Sequence[Mapping[str, Any]] = [{"code": one.code, "detail": one.say} for one in refused.objections]
    kind = {"wrong_state": WrongState, "wrong_role": WrongRole}.get(refused.code, ActNotPossible)
    return kind(
        str(refused),
        reason=refused.code,
        objections=said,
        state=case.state,
        version=case.row_version,
        possible=acts_of(role, facts.state),
    )
