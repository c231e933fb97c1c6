"""Take in what supervising departments report, and show it with the case and to supervision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.models import CaseMarkRow, CaseRow
from api.cases.visible_case import visible_case
from api.exchange import repository
from api.exchange.models import FeedbackRow
from api.exchange.schemas import FeedbackBatch, FeedbackList, FeedbackView
from api.platform.clock import at_centre
from api.platform.errors import FeedbackFaulty, FeedbackKeyReused
from api.platform.schemas import FieldProblem
from api.platform.upsert import insert_for
from api.services import Services
from knowledge.base.centre_time import centre_day
from knowledge.base.text import normalise
from knowledge.cases.record.state import STATE_OF, STATES
from knowledge.exchange import feedback as rules
from knowledge.exchange.feedback import KIND_NAMES, PASSED, Feedback, FeedbackKind
from knowledge.exchange.partners import ADAPTERS
from knowledge.privacy.redaction import redact

MOST = 100


async def take(session: AsyncSession, actor: Actor, batch: FeedbackBatch, services: Services) -> FeedbackList:
    """Store the reports, all or none; those that are there already are answered as they are.

    Raises:
        FeedbackFaulty: With every fault of every report.
        FeedbackKeyReused: A key stands for another report.
    """
    reports = batch.feedback
    known = await repository.feedback(session, actor.department, [one.key for one in reports])
    found = await _cases(session, reports)
    if faults := list(_faults(reports, found, actor, services)):
        raise FeedbackFaulty(errors=faults)
    rows = [_row_for(one, known, actor, services) for one in reports]
    for row in rows:
        if row.key not in known:
            session.add(row)
    await session.flush()
    await _mark(session, [row for row in rows if row.key not in known], found)
    return FeedbackList(feedback=[view(row, services) for row in rows], next=max(row.id for row in rows))


async def of_case(session: AsyncSession, number: str, services: Services) -> list[FeedbackView]:
    """What was reported on a case, for those who see the case."""
    return [view(row, services) for row in await repository.feedback_of_case(session, number)]


async def of_reached(session: AsyncSession, actor: Actor, number: str, services: Services) -> FeedbackList:
    """What was reported on a case that the actor deals with.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, *_ = await visible_case(session, actor, number)
    views = await of_case(session, case.number, services)
    return FeedbackList(feedback=views, next=views[-1].id if views else 0)


async def listed(session: AsyncSession, after: int, services: Services) -> FeedbackList:
    """All reports, for supervision."""
    rows = await repository.feedback_after(session, after, MOST)
    return FeedbackList(feedback=[view(row, services) for row in rows], next=rows[-1].id if rows else after)


async def of_department(
    session: AsyncSession, department: str, after: int, services: Services
) -> FeedbackList:
    """What a department has reported, in the order in which it did."""
    rows = await repository.feedback_after(session, after, MOST, department)
    return FeedbackList(feedback=[view(row, services) for row in rows], next=rows[-1].id if rows else after)


def view(row: FeedbackRow, services: Services) -> FeedbackView:
    """A report as it is shown."""
    adapter = ADAPTERS.get(row.adapter)
    return FeedbackView(
        id=row.id,
        key=row.key,
        department=row.department,
        department_name=services.catalogue.department_name(row.department),
        kind=row.kind,
        kind_name=KIND_NAMES[row.kind],
        case=row.case_number,
        item=row.item_id,
        at=at_centre(row.at),
        document=row.document,
        failed=row.failed,
        code=row.code,
        code_name=adapter.codes.label(row.code) if adapter and row.code else "",
        state=STATES[STATE_OF[row.meaning]].label if row.meaning else "",
        text=row.text,
        received_at=at_centre(row.received_at),
    )


async def _cases(session: AsyncSession, reports: Sequence[Feedback]) -> Mapping[str, CaseRow]:
    numbers = {one.project_no for one in reports if one.project_no}
    found = [await cases.by_number(session, number) for number in numbers]
    return {case.number: case for case in found if case is not None}


def _faults(
    reports: Sequence[Feedback], found: Mapping[str, CaseRow], actor: Actor, services: Services
) -> Iterator[FieldProblem]:
    seen: set[str] = set()
    for number, one in enumerate(reports):
        place = f"feedback.{number}"
        for fault in rules.faults(one, services.now()):
            yield FieldProblem(field=f"{place}.{fault.field}", message=fault.say)
        if one.key in seen:
            yield FieldProblem(field=f"{place}.key", message="这一批里有两条用了同一个编号。")
        seen.add(one.key)
        if one.project_no and not is_theirs(found.get(one.project_no), actor, services):
            yield FieldProblem(field=f"{place}.project_no", message="没有这个办件，或者它不归您的部门监管。")
        if one.item and _item(one.item, services) is None:
            yield FieldProblem(field=f"{place}.item", message="事项库里没有这个事项。")


def is_theirs(case: CaseRow | None, actor: Actor, services: Services) -> bool:
    """A department reports on what it decided, and on what it supervises since the power to decide has moved (事项划转)."""
    if case is None:
        return False
    item = services.catalogue.items.get(case.item_id)
    supervising = {case.department} | ({item.department, *item.joint_with} if item else set())
    return actor.department in supervising


def _item(named: str, services: Services) -> str | None:
    items = services.catalogue.items
    if named in items:
        return named
    return next((key for key, item in items.items() if item.task_code and item.task_code == named), None)


def _row_for(
    one: Feedback, known: Mapping[str, FeedbackRow], actor: Actor, services: Services
) -> FeedbackRow:
    digest = hashlib.sha256(one.model_dump_json().encode()).hexdigest()
    if there := known.get(one.key):
        if there.digest != digest:
            raise FeedbackKeyReused(f"编号「{one.key}」已经用在另一条反馈上，请换一个编号再报。")
        return there
    text, _ = redact(normalise(one.text))
    meaning = one.meaning
    return FeedbackRow(
        department=actor.department,
        key=one.key,
        digest=digest,
        kind=one.kind,
        case_number=one.project_no,
        item_id=(_item(one.item, services) or "") if one.item else "",
        at=one.at,
        document=one.document,
        failed=one.kind == FeedbackKind.INSPECTION and not PASSED[one.result],
        adapter=one.adapter,
        code=one.code,
        meaning=meaning.state.value if meaning else "",
        text=text,
        account=actor.id,
        received_at=services.now(),
    )


async def _mark(session: AsyncSession, rows: Sequence[FeedbackRow], found: Mapping[str, CaseRow]) -> None:
    """Penalties and failed inspections are shown to supervision with the case."""
    marks = {
        (row.case_number, f"feedback_{row.kind}", centre_day(row.at)): {
            "case_number": row.case_number,
            "code": f"feedback_{row.kind}",
            "day": centre_day(row.at),
            "department": found[row.case_number].department,
            "say": f"监管部门反馈：{KIND_NAMES[row.kind]}{'（不合格）' if row.failed else ''}。",
        }
        for row in rows
        if row.kind == FeedbackKind.PENALTY or row.failed
    }
    if marks:
        insert = insert_for(session)(CaseMarkRow).values(list(marks.values()))
        await session.execute(insert.on_conflict_do_nothing())
