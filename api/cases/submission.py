"""Submit an intake: the whole case or nothing, once, whatever is repeated or at the same time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.models import CaseLogRow, CaseRow, SubmissionKeyRow
from api.cases.schemas import CaseReceipt
from api.cases.views import receipt
from api.counters import next_number
from api.errors import Incomplete, IntakeNotOpen, KeyReused, NumbersUsedUp
from api.intakes import reading
from api.intakes.models import IntakeRow
from api.notices import service as notices
from api.notices.schemas import NoticeView
from api.services import Services
from knowledge.case_number import MOST_A_DAY, case_number
from knowledge.case_states import transition
from knowledge.deadline import CalendarGap, answer_due
from knowledge.notice import NoticeContent

PHONE_TAIL = "phone-tail"


async def submit(session: AsyncSession, intake_id: str, key: str, services: Services) -> CaseReceipt:
    """Make the case of an intake, or give the receipt of the one that it has become.

    The intake's row version lets one of several parallel submissions through; the others are run again and find the case.

    Raises:
        KeyReused: The key was used for another intake.
        Incomplete: With every gap.
        IntakeNotOpen: The intake was ended.
    """
    digest = services.vault.digest("submission-key", key)
    used_for = await repository.intake_of_key(session, digest)
    if used_for not in (None, intake_id):
        raise KeyReused
    row = await reading.found(session, intake_id)
    if row.state == "closed":
        raise IntakeNotOpen
    if used_for is None:
        session.add(SubmissionKeyRow(key=digest, intake_id=intake_id, at=services.now()))
    case = await repository.by_number(session, row.case_number) if row.case_number else None
    return receipt(case or await _new_case(session, row, services))


async def _new_case(session: AsyncSession, row: IntakeRow, services: Services) -> CaseRow:
    content = reading.content_of(row, services)
    gaps = reading.gaps_of(row, content, services)
    if gaps:
        raise Incomplete(gaps=[gap.model_dump() for gap in gaps])
    # What is submitted is what was noticed: where the catalogue has changed since, the case gets a version of its own.
    drawn = await notices.draw_version(session, row, content, services)
    now = services.now()
    case = await _case(session, row, drawn.notice, now, services)
    session.add(case)
    await session.flush()
    submitted = transition(None, "submit")
    assert submitted is not None
    session.add(
        CaseLogRow(
            case_number=case.number,
            at=now,
            actor="applicant",
            act="submit",
            before=None,
            after=submitted.next,
        )
    )
    row.state, row.case_number, row.updated_at = "submitted", case.number, now
    return case


async def _case(
    session: AsyncSession, row: IntakeRow, notice: NoticeView, now: datetime, services: Services
) -> CaseRow:
    affair, content = reading.affair_of(row, services), notice.content
    number = await _new_number(session, now)
    contact = services.vault.unseal(row.contact)
    due, note = _due(now, services)
    return CaseRow(
        number=number,
        intake_id=row.id,
        state="submitted",
        affair=affair.id,
        item=affair.name,
        department=affair.department,
        channel=row.channel,
        notice_number=notice.number,
        notice_version=notice.version,
        content=content.model_dump_json(),
        catalogue_version=content.catalogue_version,
        materials=row.materials,
        later=_later(content, row),
        route=content.route.model_dump(mode="json") if content.route else None,
        contact=services.vault.seal(contact),
        phone_tail=services.vault.digest(PHONE_TAIL, f"{number}/{contact['phone'][-4:]}"),
        answer_due=due,
        answer_due_note=note,
        received_at=now,
    )


async def _new_number(session: AsyncSession, now: datetime) -> str:
    running = await next_number(session, "case", now.date())
    if running > MOST_A_DAY:
        raise NumbersUsedUp
    return case_number(now.date(), running)


def _later(content: NoticeContent, row: IntakeRow) -> list[str]:
    """Names of the materials that may come later and are not there yet."""
    return [line.name for line in content.later() if row.materials.get(line.id) != "ready"]


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
