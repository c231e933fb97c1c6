"""What is erased of a person: on request where the law lets go, and of everybody when the time of keeping is over.

个人信息保护法 art. 47: erased on request, unless a time of keeping that the law sets is not over, during which it is only stored. A case is
an administrative file: while it runs it is needed, and after its end it is kept for its time (``knowledge.privacy.retention``).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.cases.search_columns import tail_of_case
from api.desk.models import NoteRow, SharedCheckRow
from api.intakes.models import IntakeRow, PhoneCodeRow, ResumeCodeRow
from api.messages.models import CaseMessageRow
from api.personal_data.finding import Found
from api.platform.security import Vault
from api.reminders.models import ReminderRow
from api.talks.models import CallbackRow, TalkRow
from api.talks.repository import delete_talks
from api.uploads.models import PaperRow, ResultPaperRow
from api.uploads.removal import forget as forget_files
from knowledge.base.centre_time import centre_day
from knowledge.privacy.retention import Retention

GRANTED = "grant"


@dataclass
class Erasure:
    """What is to be erased of a person, or was.

    Attributes:
        cases: Ended, their time over.
        kept: Case number to why it stays.
        drafts: Not submitted.
        papers: Names of stored papers that nothing shows any more; they go after the commit.
    """

    cases: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    drafts: list[str] = field(default_factory=list)
    callbacks: list[str] = field(default_factory=list)
    talks: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)


async def planned(session: AsyncSession, found: Found, retention: Retention, today: date) -> Erasure:
    """What would be erased, and what stays and why. Changes nothing."""
    plan = Erasure(callbacks=list(found.callbacks))
    rows = await session.scalars(
        select(CaseRow).where(CaseRow.number.in_(found.cases)).order_by(CaseRow.number)
    )
    for row in rows:
        last = retention.kept_until(centre_day(row.changed_at), is_granted=row.outcome == GRANTED)
        if row.is_open:
            plan.kept[row.number] = "还没有办结，办理要用"
        elif last >= today:
            plan.kept[row.number] = f"办件档案保管到{last}，到期自动删去"
        else:
            plan.cases.append(row.number)
    plan.drafts = sorted(name for name, state in found.intakes.items() if state != "submitted")
    talks = select(TalkRow.id).where(TalkRow.dialogue.in_(found.conversations))
    plan.talks = sorted((await session.scalars(talks)).all())
    return plan


async def erase(session: AsyncSession, plan: Erasure, vault: Vault) -> Erasure:
    """Erase what was planned; the papers of the plan are to be dropped from the store once this is committed."""
    for number in plan.cases:
        plan.papers += await forget_case(session, number, vault)
    for intake in plan.drafts:
        plan.papers += await forget_files(session, intake)
    await forget_contact(session, plan.drafts)
    await session.execute(delete(CallbackRow).where(CallbackRow.number.in_(plan.callbacks)))
    await delete_talks(session, plan.talks)
    return plan


async def forget_contact(session: AsyncSession, intakes: Collection[str]) -> None:
    """Take the person out of drafts; what they were about stays."""
    await session.execute(delete(ResumeCodeRow).where(ResumeCodeRow.intake_id.in_(intakes)))
    await session.execute(delete(PhoneCodeRow).where(PhoneCodeRow.intake_id.in_(intakes)))
    await session.execute(
        update(IntakeRow)
        .where(IntakeRow.id.in_(intakes))
        .values(
            contact=None,
            contact_masked={},
            phone_checked="",
            statements=[],
            set_aside={},
            row_version=IntakeRow.row_version + 1,
        )
        .execution_options(synchronize_session=False)
    )


async def forget_case(session: AsyncSession, number: str, vault: Vault) -> list[str]:
    """Take the people out of a case that has ended: data, papers, notes, messages. Its log says what was done, by whom and when.

    Returns:
        Names of stored papers that nothing shows any more.
    """
    case = await session.get_one(CaseRow, number, with_for_update=True)
    case.contact, case.contact_masked = vault.seal({}), {}
    case.phone_tail, case.name_digest, case.tail_digest = tail_of_case(vault, number, ""), "", ""
    for model in (NoteRow, SharedCheckRow, CaseMessageRow, ReminderRow):
        await session.execute(delete(model).where(model.case_number == number))
    dropped = await _result(session, number)
    siblings = select(CaseRow.number).where(CaseRow.intake_id == case.intake_id, CaseRow.tail_digest != "")
    await session.flush()
    if not (await session.scalars(siblings)).first():  # of a bundle the last one takes the papers along
        dropped += await forget_files(session, case.intake_id)
        await forget_contact(session, [case.intake_id])
    return dropped


async def _result(session: AsyncSession, number: str) -> list[str]:
    attached = await session.get(ResultPaperRow, number)
    if attached is None:
        return []
    await session.delete(attached)
    await session.execute(delete(PaperRow).where(PaperRow.id == attached.paper_id))
    return [attached.paper_id]
