"""Cards are seen, answered by their department, and closed by supervision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.platform.clock import at_centre
from api.platform.database import can_be_stored
from api.platform.errors import CardNotFound, CardNotYours, CardSettled
from api.services import Services
from api.supervision.card_schemas import (
    CardConclusion,
    CardPage,
    CardRuleList,
    CardRuleView,
    CardView,
)
from api.supervision.models import CardRow
from knowledge.base.roles import Role
from knowledge.cases.oversight.cards import (
    COLOUR_NAMES,
    OUTCOME_NAMES,
    STATE_NAMES,
    CardColour,
    CardOutcome,
    CardRule,
    CardState,
    answer_by,
    shipped_rules,
)
from knowledge.cases.oversight.supervision import EVERY_MARK_NAME

PAGE = 50
ANSWERS = (Role.REVIEWER, Role.APPROVER)
"""Roles in which somebody answers for the department."""


async def page(
    session: AsyncSession, actor: Actor, state: CardState | None, after: str | None, services: Services
) -> CardPage:
    """Supervisors see all cards, departments their own; the latest first."""
    query = select(CardRow).where(*_reached(actor))
    if state is not None:
        query = query.where(CardRow.state == state.value)
    if after is not None and can_be_stored(after):
        query = query.where(CardRow.number < after)
    rows = (await session.scalars(query.order_by(CardRow.number.desc()).limit(PAGE + 1))).all()
    counted = select(CardRow.state, func.count()).where(*_reached(actor)).group_by(CardRow.state)
    counts: dict[str, int] = dict((await session.execute(counted)).tuples().all())
    return CardPage(
        cards=[view(row, actor, services) for row in rows[:PAGE]],
        waiting=counts.get(CardState.ISSUED, 0),
        answered=counts.get(CardState.ANSWERED, 0),
        next=rows[PAGE - 1].number if len(rows) > PAGE else None,
    )


async def of_case(session: AsyncSession, number: str) -> Sequence[CardRow]:
    """The cards of a case, oldest first."""
    query = select(CardRow).where(CardRow.case_number == number).order_by(CardRow.number)
    return (await session.scalars(query)).all()


async def answer(session: AsyncSession, actor: Actor, number: str, text: str, services: Services) -> CardView:
    """The department says how it came about and what was done.

    Raises:
        CardNotFound: There is none, or it is not the actor's to see.
        CardSettled: It does not wait for an answer.
    """
    row = await _found(session, actor, number)
    if not actor.may(*ANSWERS) or row.department != actor.department:
        raise CardNotYours
    if row.state != CardState.ISSUED:
        raise CardSettled
    row.state = CardState.ANSWERED.value
    row.answer, row.answered_by, row.answered_at = text.strip(), actor.id, services.now()
    await session.flush()
    return view(row, actor, services)


async def conclude(
    session: AsyncSession, actor: Actor, number: str, found: CardConclusion, services: Services
) -> CardView:
    """A supervisor closes an answered card, or gives it back.

    Raises:
        CardNotFound: There is none.
        CardNotYours: The supervisor has answered it for the department.
        CardSettled: It is not answered yet, or closed.
    """
    row = await _found(session, actor, number)
    if row.state != CardState.ANSWERED:
        raise CardSettled
    if row.answered_by == actor.id:
        raise CardNotYours("这张牌是您自己答复的，请由另一位督查人员核实。")
    row.outcome, row.conclusion = found.outcome.value, found.conclusion.strip()
    row.concluded_by, row.concluded_at = actor.id, services.now()
    if found.outcome is CardOutcome.AGAIN:
        row.state = CardState.ISSUED.value
        row.answer_by = answer_by(services.today(), shipped_rules(), services.calendar)
    else:
        row.state = CardState.CLOSED.value
    await session.flush()
    return view(row, actor, services)


def rules() -> CardRuleList:
    """The rules in words."""
    shipped = shipped_rules()
    return CardRuleList(
        answer_days=shipped.answer_days,
        rules=[
            CardRuleView(
                code=rule.code,
                name=rule.name,
                colour_name=COLOUR_NAMES[rule.colour],
                when=_when(rule),
                basis=rule.basis,
            )
            for rule in shipped.rules
        ],
    )


def view(row: CardRow, actor: Actor, services: Services) -> CardView:
    """A card for somebody who sees it."""
    rule = shipped_rules().named(row.rule)
    colour, state = CardColour(row.colour), CardState(row.state)
    waits, today = state is CardState.ISSUED, services.today()
    return CardView(
        number=row.number,
        colour=colour,
        colour_name=COLOUR_NAMES[colour],
        rule=row.rule,
        rule_name=rule.name if rule else row.rule,
        basis=rule.basis if rule else "",
        why=row.why,
        case=row.case_number,
        department=row.department,
        department_name=services.catalogue.department_name(row.department),
        day=row.day,
        issued_at=at_centre(row.issued_at),
        answer_by=row.answer_by,
        overdue=waits and row.answer_by is not None and row.answer_by < today,
        state=state,
        state_label=STATE_NAMES[state],
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
        outcome=row.outcome,
        outcome_name=OUTCOME_NAMES[CardOutcome(row.outcome)] if row.outcome else "",
        conclusion=row.conclusion,
        concluded_by=row.concluded_by,
        concluded_at=at_centre(row.concluded_at) if row.concluded_at else None,
        may_answer=waits and actor.may(*ANSWERS) and row.department == actor.department,
        may_conclude=state is CardState.ANSWERED
        and actor.may(Role.SUPERVISOR)
        and row.answered_by != actor.id,
    )


def _when(rule: CardRule) -> str:
    if rule.cards:
        return f"一个部门{rule.within}天里黄牌满{rule.count}张。"
    names = "、".join(f"「{EVERY_MARK_NAME[code]}」" for code in EVERY_MARK_NAME if code in rule.marks)
    if rule.within:
        return f"一个部门{rule.within}天里有{rule.count}次{names}。"
    if rule.pending:
        return f"办件有{names}的提示，过了{rule.pending}个工作日还没有办。"
    return f"办件有了{names}的提示，一件一张。"


def _reached(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    if actor.may(Role.SUPERVISOR):
        return ()
    return (CardRow.department == actor.department,)


async def _found(session: AsyncSession, actor: Actor, number: str) -> CardRow:
    query: Any = select(CardRow).where(CardRow.number == number, *_reached(actor)).with_for_update()
    row: CardRow | None = await session.scalar(query) if can_be_stored(number) else None
    if row is None:
        raise CardNotFound
    return row
