"""Draw notices and read them back."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes import reading
from api.intakes.models import IntakeRow
from api.intakes.views import notice_basis
from api.notices import repository
from api.notices.models import NoticeRow
from api.notices.schemas import NoticeDrawn, NoticeView
from api.platform.clock import at_centre
from api.platform.counters import next_number
from api.platform.errors import IntakeNotOpen, NoticeNotFound, QuestionsOpen
from api.platform.security import new_token
from api.services import Services
from knowledge.forms import forms_on
from knowledge.guidance.notice import NoticeChange, NoticeContent, compare


async def draw_for(session: AsyncSession, intake_id: str, services: Services) -> NoticeDrawn:
    """Draw the intake's notice; the same content is the same version again.

    Raises:
        IntakeNotOpen: Closed; a submitted intake gives the notice it was submitted with.
        QuestionsOpen: Questions are open; the member ``questions`` names them.
    """
    row = await reading.found(session, intake_id)
    if row.state != "open":
        return await _last(session, row)
    questions = reading.open_questions(row, services)
    if questions:
        raise QuestionsOpen(questions=[{"id": key, "text": text} for key, text in questions.items()])
    return await draw_version(session, row, reading.content_of(row, services), services)


async def draw_version(
    session: AsyncSession, row: IntakeRow, content: NoticeContent, services: Services
) -> NoticeDrawn:
    """The version that says this content: the latest one, the next one, or the first of a new number.

    A notice for another affair gets a number of its own.
    """
    latest = await _latest(session, row)
    if latest is None:
        number = await _new_number(session, services)
        drawn = _drawn(_keep(session, row, number, 1, new_token(), content, services), content, None, True)
    else:
        before = NoticeContent.model_validate_json(latest.content)
        if _says_the_same(before, content):
            drawn = _drawn(latest, before, None, False)
        else:
            kept = _keep(session, row, latest.number, latest.version + 1, latest.access, content, services)
            drawn = _drawn(kept, content, compare(before, content), True)
    row.notice = {
        "number": drawn.notice.number,
        "version": drawn.notice.version,
        "access": drawn.notice.access,
        "affair": row.affair,
        "basis": notice_basis(row, reading.answers_of(row, services), services.catalogue),
    }
    return drawn


async def read(session: AsyncSession, access: str, version: int | None) -> NoticeView:
    """A notice by its unguessable name.

    Raises:
        NoticeNotFound: There is no such notice or version.
    """
    row = await repository.by_access(session, access, version)
    if row is None:
        raise NoticeNotFound
    return _view(row, NoticeContent.model_validate_json(row.content))


async def _last(session: AsyncSession, row: IntakeRow) -> NoticeDrawn:
    latest = await _latest(session, row)
    if row.state != "submitted" or latest is None:
        raise IntakeNotOpen
    return _drawn(latest, NoticeContent.model_validate_json(latest.content), None, False)


async def _latest(session: AsyncSession, row: IntakeRow) -> NoticeRow | None:
    if row.notice is None or row.notice["affair"] != row.affair:
        return None
    return await repository.by_number(session, row.notice["number"], row.notice["version"])


def _keep(
    session: AsyncSession,
    row: IntakeRow,
    number: str,
    version: int,
    access: str,
    content: NoticeContent,
    services: Services,
) -> NoticeRow:
    kept = NoticeRow(
        number=number,
        version=version,
        access=access,
        intake_id=row.id,
        drawn_at=services.now(),
        content=content.model_dump_json(),
    )
    session.add(kept)
    return kept


async def _new_number(session: AsyncSession, services: Services) -> str:
    """For example ``GZ20261123-0007``; a fifth digit comes with the ten-thousandth notice of a day."""
    today = services.today()
    return f"GZ{today:%Y%m%d}-{await next_number(session, 'notice', today):04d}"


def _says_the_same(before: NoticeContent, after: NoticeContent) -> bool:
    """Another catalogue version alone is no reason to hand out the same list twice."""
    return before.model_copy(update={"catalogue_version": after.catalogue_version}) == after


def _drawn(row: NoticeRow, content: NoticeContent, change: NoticeChange | None, is_new: bool) -> NoticeDrawn:
    return NoticeDrawn(notice=_view(row, content), change=change, is_new=is_new)


def _view(row: NoticeRow, content: NoticeContent) -> NoticeView:
    return NoticeView(
        number=row.number,
        version=row.version,
        drawn_at=at_centre(row.drawn_at),
        access=row.access,
        content=content,
        qr_path=f"/n/{row.access}",
        page_path=f"/n/{row.access}?version={row.version}",
        pdf_path=f"/n/{row.access}.pdf?version={row.version}",
        forms=list(forms_on(content)),
    )
