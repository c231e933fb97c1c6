"""Cards are issued by rule: what the marks bring, each once, with a number and a day by which it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseMarkRow, CaseRow
from api.platform.counters import next_number
from api.services import Services
from api.supervision.models import CardRow
from knowledge.cases.oversight.cards import (
    Card,
    CardColour,
    CardOutcome,
    CardRule,
    CardRules,
    CardState,
    Mark,
    answer_by,
    due_cards,
    shipped_rules,
)


async def issue(session: AsyncSession, services: Services) -> int:
    """Issue what is due; how many cards that were."""
    rules, today = shipped_rules(), services.today()
    longest = max(rules.look_back, *(rule.within for rule in rules.rules))
    since = today - timedelta(days=longest)
    marks, says = await _marks(session, rules, today - timedelta(days=rules.look_back), today)
    cards = due_cards(marks, await _there(session, since), rules, services.calendar, today)
    for card in cards:
        rule = rules.named(card.rule)
        assert rule is not None, "cards come of the rules"
        number = await next_number(session, "card", today)
        why = _why(rule, says.get((card.case, card.day), ""))
        session.add(_row(card, f"JC{today:%Y%m%d}-{number:04d}", why, rules, services))
    await session.flush()
    return len(cards)


def _row(card: Card, number: str, why: str, rules: CardRules, services: Services) -> CardRow:
    return CardRow(
        number=number,
        rule=card.rule,
        colour=card.colour.value,
        case_number=card.case,
        department=card.department,
        day=card.day,
        why=why,
        issued_at=services.now(),
        answer_by=answer_by(services.today(), rules, services.calendar),
        state=CardState.ISSUED.value,
        answer="",
        answered_by="",
        answered_at=None,
        outcome="",
        conclusion="",
        concluded_by="",
        concluded_at=None,
    )


def _why(rule: CardRule, found: str) -> str:
    if rule.is_of_a_case:
        waited = f"到今天超过{rule.pending}个工作日还没有办。" if rule.pending else ""
        return f"{found}{waited}"
    counted = "黄牌" if rule.cards else "这样的提示"
    return f"{rule.within}天里{counted}满{rule.count}{'张' if rule.cards else '次'}。"


async def _marks(
    session: AsyncSession, rules: CardRules, since: date, today: date
) -> tuple[list[Mark], dict[tuple[str, date], str]]:
    """Marks that some rule looks at, and what they say, by case and day."""
    codes = {code for rule in rules.rules for code in rule.marks}
    query = (
        select(
            CaseMarkRow.case_number,
            CaseMarkRow.code,
            CaseMarkRow.day,
            CaseMarkRow.department,
            CaseMarkRow.say,
            CaseRow.is_open,
            CaseRow.queue_day,
        )
        .join(CaseRow, CaseRow.number == CaseMarkRow.case_number)
        .where(CaseMarkRow.day >= since, CaseMarkRow.day <= today, CaseMarkRow.code.in_(codes))
    )
    rows = (await session.execute(query)).all()
    marks = [
        Mark(row.case_number, row.code, row.day, row.department, row.is_open and row.queue_day <= row.day)
        for row in rows
    ]
    return marks, {(row.case_number, row.day): row.say for row in rows}


async def _there(session: AsyncSession, since: date) -> Sequence[Card]:
    query = select(CardRow).where(CardRow.day >= since)
    return [
        Card(
            row.rule,
            CardColour(row.colour),
            row.case_number,
            row.department,
            row.day,
            row.outcome == CardOutcome.WITHDRAWN,
        )
        for row in await session.scalars(query)
    ]
