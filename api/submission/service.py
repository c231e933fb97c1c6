"""Submit an intake: the whole case (of a bundle, all its cases) or nothing, once, whatever is repeated or at the same time."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.columns import NOTHING_DUE
from api.cases.models import NO_DAY, CaseRow, SubmissionKeyRow
from api.cases.performance import with_consequences, write
from api.cases.search_columns import search_columns, tail_of_case
from api.intakes import reading
from api.intakes.aside_affairs import hand_on
from api.intakes.models import IntakeRow
from api.notices import service as notices
from api.notices.schemas import NoticeView
from api.platform.database import can_be_stored
from api.platform.errors import (
    Incomplete,
    IntakeNotFound,
    IntakeNotOpen,
    KeyReused,
)
from api.services import Services
from api.submission import window_choice
from api.submission.schemas import CaseReceipt
from api.submission.views import receipt
from api.uploads.licence_expiry import expiry_handed_in
from knowledge.base.roles import Role
from knowledge.calendar.working_days import CalendarGap, answer_due
from knowledge.cases.acts.attempt import Attempt, Context
from knowledge.cases.acts.submission import Submit
from knowledge.cases.procedure.bundle_cases import PlannedCase, bundle_cases
from knowledge.cases.procedure.performance import perform
from knowledge.cases.procedure.sweep import Swept
from knowledge.cases.queue.stage import stage_of
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.number import CHOICES, case_number
from knowledge.cases.record.state import CaseState
from knowledge.cases.record.terms import terms_of
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.routing import Route, body_in_charge
from knowledge.guidance.terms import Accepted
from knowledge.privacy.contact_data import called_at

_USED_FOR = (
    select(SubmissionKeyRow.intake_id).where(SubmissionKeyRow.key == bindparam("key")).scalar_subquery()
)
_FOUND = select(IntakeRow, _USED_FOR).where(IntakeRow.id == bindparam("id"))


async def submit(
    session: AsyncSession,
    intake_id: str,
    key: str,
    services: Services,
    standing_at: frozenset[str] = frozenset(),
    accepted: Accepted | None = None,
) -> CaseReceipt:
    """Make the cases of an intake, or give the receipt of those that it has become: one for an item, several for a bundle.

    Args:
        standing_at: The windows of the officer before whom the applicant stands; empty for whoever submits from elsewhere.
        accepted: The declaration and the privacy notice that the applicant agreed to; kept in the log of each case.

    The intake's row version lets one of several parallel submissions through; the others are run again and find the case.

    Raises:
        KeyReused: The key was used for another intake.
        Incomplete: With every gap.
        IntakeNotOpen: The intake was ended.
    """
    digest = services.vault.digest("submission-key", key)
    row, used_for = await _found(session, intake_id, digest)
    if used_for not in (None, intake_id):
        raise KeyReused
    if row.state == "closed":
        raise IntakeNotOpen
    if used_for is None:
        session.add(SubmissionKeyRow(key=digest, intake_id=intake_id, at=services.now()))
    if row.case_number is None:
        return receipt(await _new_cases(session, row, services, standing_at, accepted))
    return receipt(await repository.of_submission(session, row.id))


async def _new_cases(
    session: AsyncSession,
    row: IntakeRow,
    services: Services,
    standing_at: frozenset[str],
    accepted: Accepted | None,
) -> list[CaseRow]:
    content = reading.content_of(row, services)
    gaps = reading.gaps_of(row, content, services)
    if gaps:
        raise Incomplete(gaps=[gap.model_dump() for gap in gaps])
    # What is submitted is what was noticed: where the catalogue has changed since, the case gets a version of its own.
    drawn = await notices.draw_version(session, row, content, services)
    route = await window_choice.route_now(session, row, services, standing_at)
    planned = bundle_cases(reading.affair_of(row, services), reading.answers_of(row, services))
    numbers = await _new_numbers(session, len(planned), services.now())
    cases = [
        await _case(session, row, part, number, drawn.notice, route, services)
        for part, number in zip(planned, numbers, strict=True)
    ]
    row.state, row.case_number, row.updated_at = "submitted", cases[0].number, services.now()
    expiry = row.licence_until or await expiry_handed_in(session, row, services)
    begun = [
        (case, _begun(case, row, part, drawn.notice.content, accepted, expiry, services))
        for case, part in zip(cases, planned, strict=True)
    ]
    await write(session, begun, services)
    await hand_on(session, row, services.now())
    return cases


async def _found(session: AsyncSession, intake_id: str, key: str) -> tuple[IntakeRow, str | None]:
    """The intake, and the one that a key was used for.

    Raises:
        IntakeNotFound: There is none.
    """
    if not can_be_stored(intake_id):
        raise IntakeNotFound
    found = (await session.execute(_FOUND, {"id": intake_id, "key": key})).one_or_none()
    if found is None:
        raise IntakeNotFound
    row, used_for = found
    return row, used_for


def _begun(
    case: CaseRow,
    row: IntakeRow,
    part: PlannedCase,
    content: NoticeContent,
    accepted: Accepted | None,
    expiry: date | None,
    services: Services,
) -> Swept:
    """The case with the first entry of its log."""
    item = services.catalogue.items[part.item]
    own = content.model_copy(
        update={"materials": tuple(line for line in content.materials if line.id in part.materials)}
    )
    later = [line.id for line in own.later() if row.materials.get(line.id) != "ready"]
    submitted = Submit(
        terms=terms_of(item, own, later=later, valid_until=expiry),
        window=case.window,
        department=case.department,
        rule=case.rule,
        declaration=accepted.declaration if accepted else "",
        privacy=accepted.privacy if accepted else "",
        result_way=row.result_way or "",
        result_place=row.result_place or "",
    )
    attempt = Attempt(Act.SUBMIT, Role.APPLICANT, Role.APPLICANT.value, services.now(), submitted)
    entry = perform(CaseFacts(), attempt, Context(services.calendar))
    return with_consequences(CaseFacts(), [entry], services)


async def _case(
    session: AsyncSession,
    row: IntakeRow,
    part: PlannedCase,
    number: str,
    notice: NoticeView,
    route: Route | None,
    services: Services,
) -> CaseRow:
    affair, content, now = reading.affair_of(row, services), notice.content, services.now()
    contact = services.vault.unseal(row.contact)
    due, note = _due(now, services)
    item = services.catalogue.items[part.item]
    return CaseRow(
        number=number,
        intake_id=row.id,
        state=CaseState.SUBMITTED,
        is_open=True,
        affair=affair.id,
        item_id=part.item,
        item=part.name,
        after=list(part.after),
        borrows=dict(part.borrows),
        window=route.window if route else "",
        department=body_in_charge(item, now.date(), services.catalogue),
        rule=route.rule if route else "",
        transferred=False,
        outcome="",
        channel=row.channel,
        notice_number=notice.number,
        notice_version=notice.version,
        content=content.model_dump_json(),
        catalogue_version=content.catalogue_version,
        materials={key: state for key, state in row.materials.items() if key in part.materials},
        later=_later(content, row, part),
        route=route.model_dump(mode="json") if route else None,
        contact=services.vault.seal(contact),
        contact_masked=row.contact_masked,
        phone_tail=tail_of_case(services.vault, number, called_at(contact)),
        answer_due=due,
        answer_due_note=note,
        received_at=now,
        stage=stage_of(CaseState.SUBMITTED).value,
        queue_day=NO_DAY,
        due_day=NO_DAY,
        due_urgency=NOTHING_DUE[1],
        **search_columns(services.vault, contact, content),
        look_at=None,
        log_head="",
        changed_at=now,
    )


async def _new_numbers(session: AsyncSession, how_many: int, now: datetime) -> list[str]:
    """Numbers that nobody can foresee, in the order of the submission: the first case has the lowest."""
    found: set[str] = set()
    while len(found) < how_many:
        drawn = case_number(now.date(), secrets.randbelow(CHOICES))
        if await session.get(CaseRow, drawn) is None:
            found.add(drawn)
    return sorted(found)


def _later(content: NoticeContent, row: IntakeRow, part: PlannedCase) -> list[str]:
    """Names of the materials of this case that may come later and are not there yet."""
    return [
        line.name
        for line in content.later()
        if line.id in part.materials and row.materials.get(line.id) != "ready"
    ]


def _due(now: datetime, services: Services) -> tuple[dict[str, str] | None, str]:
    """By when the window must answer. A calendar that does not reach so far must not lose the submission."""
    try:
        due = answer_due(now.date(), services.calendar)
    except CalendarGap as gap:
        return (
            None,
            f"窗口在收到材料后5个工作日内答复是否受理。{gap.year}年的放假安排还没有公布，具体日期以后可以查询。",
        )
    note = f"窗口最晚{due.day.year}年{due.day.month}月{due.day.day}日答复是否受理；超过这个时间没有答复，依法视为受理。"
    day = {"day": due.day.isoformat(), "counted_from": due.counted_from.isoformat(), "rule": due.rule}
    return day, note
