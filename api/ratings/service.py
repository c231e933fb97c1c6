"""Rate a case, and answer a bad rating."""

from __future__ import annotations

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.models import CaseMarkRow, CaseRow
from api.cases.schemas import CaseQuery
from api.cases.second_factor import authorize
from api.outbox.entry import put
from api.platform.errors import (
    AlreadyAnswered,
    CannotRate,
    InvalidChange,
    RatingNotFound,
)
from api.platform.schemas import FieldProblem
from api.platform.upsert import insert_for
from api.ratings import repository, views
from api.ratings.models import RatingRow
from api.ratings.rating_rules import why_not
from api.ratings.schemas import CaseRatings, DeskRating, RatingPage, RatingRequest
from api.services import Services
from knowledge.base.centre_time import centre_day
from knowledge.base.roles import Role
from knowledge.base.text import normalise
from knowledge.calendar.working_days import CalendarGap
from knowledge.exchange import ratings as rules
from knowledge.privacy.redaction import redact

MOST = 50


async def rate(session: AsyncSession, request: RatingRequest, services: Services) -> CaseRatings:
    """Take a rating: one a case, one more after the answer to a bad one."""
    case = await authorize(session, request, services, cases.by_number)
    given = await repository.of_case(session, case.number)
    if why := why_not(case, given):
        raise CannotRate(why)
    if unknown := [code for code in request.reasons if code not in rules.REASONS]:
        said = f"没有这几个原因，请从列表里选（{'、'.join(rules.REASONS.values())}）。"
        raise InvalidChange(
            errors=[FieldProblem(field="reasons", message=said)], detail=f"有{len(unknown)}个原因不在列表里。"
        )
    row = _row(case, request, len(given) + 1, services)
    session.add(row)
    await session.flush()
    if row.is_bad:
        await _mark(session, case, row)
    return views.of_case(case.number, [*given, row], why_not(case, [*given, row]))


async def look(session: AsyncSession, request: CaseQuery, services: Services) -> CaseRatings:
    """The ratings of a case and their answers, for its applicant."""
    case = await authorize(session, request, services, cases.by_number)
    given = await repository.of_case(session, case.number)
    return views.of_case(case.number, given, why_not(case, given))


async def page(
    session: AsyncSession, actor: Actor, only_open: bool, after: int, services: Services
) -> RatingPage:
    """Ratings for whoever answers them: supervisors see all, heads their department's."""
    department = "" if actor.may(Role.SUPERVISOR) else actor.department
    lines = await repository.page(session, department, only_open, after, MOST)
    today = services.today()
    return RatingPage(
        ratings=[views.for_desk(row, item, today) for row, item in lines],
        next=lines[-1][0].id if lines else after,
    )


async def answer(
    session: AsyncSession, actor: Actor, rating_id: int, text: str, services: Services
) -> DeskRating:
    """Answer a rating; the applicant is told, and can rate once more.

    Raises:
        RatingNotFound: There is none, or it is not the actor's to answer.
        AlreadyAnswered: Somebody else was there first.
    """
    row = await session.get(RatingRow, rating_id)
    case = await cases.by_number(session, row.case_number) if row else None
    if row is None or case is None or not _may_answer(actor, case, row):
        raise RatingNotFound
    said = text.strip() if text.strip()[-1] in "。？！" else f"{text.strip()}。"
    if not await repository.answer(session, row.id, said, actor.id, services.now()):
        raise AlreadyAnswered
    told = {"text": rules.ANSWERED.format(answer=said), "state": case.state, "act": "answer_rating"}
    put(session, "told", case.channel, case.number, f"rating/{row.id}", told, services.now())
    await session.refresh(row)
    return views.for_desk(row, case.item, services.today())


def _may_answer(actor: Actor, case: CaseRow, row: RatingRow) -> bool:
    roles = actor.roles_at((case.window,), (case.department, row.department))
    return bool(roles & {Role.SUPERVISOR, Role.APPROVER})


def _row(case: CaseRow, request: RatingRequest, times: int, services: Services) -> RatingRow:
    text, _ = redact(normalise(request.text))
    bad = rules.is_bad(request.grade)
    return RatingRow(
        case_number=case.number,
        times=times,
        grade=request.grade,
        channel=request.channel,
        reasons=list(dict.fromkeys(request.reasons)),
        text=text,
        at=services.now(),
        department=case.department,
        is_bad=bad,
        answer_by=_answer_by(services) if bad else None,
        answer="",
        answered_by="",
        answered_at=None,
    )


def _answer_by(services: Services) -> date | None:
    """A calendar that does not reach so far must not lose the rating."""
    try:
        return rules.answer_by(centre_day(services.now()), services.calendar)
    except CalendarGap:
        return None


async def _mark(session: AsyncSession, case: CaseRow, row: RatingRow) -> None:
    mark = {
        "case_number": case.number,
        "code": "bad_rating",
        "day": centre_day(row.at),
        "department": case.department,
        "say": f"申请人评价「{rules.GRADES[row.grade]}」，要核实并答复。",
    }
    await session.execute(insert_for(session)(CaseMarkRow).values(mark).on_conflict_do_nothing())
