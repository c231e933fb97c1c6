"""Results as people of a supervising department see and claim them (认领)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.models import CaseRow, StoredEntry
from api.exchange import repository, results
from api.exchange.regulator_schemas import (
    Regulated,
    RegulatedItem,
    ResultLine,
    ResultLines,
    ResultsClaimed,
)
from api.outbox.models import DONE, OutboxRow
from api.platform.clock import at_centre
from api.services import Services
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.record.act import ACT_OF, Act
from knowledge.cases.record.choices import Outcome
from knowledge.exchange.change_request import BASIS, ChangeKind
from knowledge.exchange.feedback import KIND_NAMES, FeedbackKind
from knowledge.privacy.contact_data import applicant_called

PAGE = 50


async def lines(
    session: AsyncSession, actor: Actor, claimed: bool, after: int, services: Services
) -> ResultLines:
    """A page of the results of the actor's department: those that wait, or those that were claimed, the latest first."""
    query = select(OutboxRow).where(OutboxRow.topic == "result", OutboxRow.receiver == actor.department)
    if claimed:
        query = query.where(OutboxRow.state == DONE).order_by(OutboxRow.id.desc())
        query = query.where(OutboxRow.id < after) if after else query
    else:
        query = query.where(OutboxRow.state.in_(repository.UNCLAIMED), OutboxRow.id > after)
        query = query.order_by(OutboxRow.id)
    rows = (await session.scalars(query.limit(PAGE + 1))).all()
    shown = rows[:PAGE]
    found = {row.subject: await cases.by_number(session, row.subject) for row in shown}
    logs = await cases.logs_of(session, list(found))
    return ResultLines(
        results=[
            _line(row, case, logs.get(row.subject, ()))
            for row in shown
            if (case := found[row.subject]) is not None
        ],
        waiting=await _waiting(session, actor.department),
        next=shown[-1].id if len(rows) > PAGE else None,
    )


async def claim(
    session: AsyncSession, actor: Actor, keys: Sequence[str], services: Services
) -> ResultsClaimed:
    """Claim several, all or none.

    Raises:
        ResultNotFound: One of them is not the department's.
    """
    claimed = [await results.claim(session, actor, key, services) for key in dict.fromkeys(keys)]
    return ResultsClaimed(claimed=[one.key for one in claimed])


def regulated(actor: Actor, services: Services) -> Regulated:
    """What the actor's department supervises: what it decides, and what it takes part in."""
    items = [
        RegulatedItem(id=key, name=item.name)
        for key, item in services.catalogue.items.items()
        if actor.department in (item.department, *item.joint_with)
    ]
    offered = (FeedbackKind.PENALTY, FeedbackKind.INSPECTION, FeedbackKind.POLICY)
    return Regulated(
        department=services.catalogue.department_name(actor.department),
        items=sorted(items, key=lambda one: one.name),
        kinds={kind.value: KIND_NAMES[kind] for kind in offered},
        changes={kind.value: kind.label for kind in ChangeKind},
        bases={kind.value: basis for kind, basis in BASIS.items()},
    )


async def _waiting(session: AsyncSession, department: str) -> int:
    query = select(func.count()).where(
        OutboxRow.topic == "result",
        OutboxRow.state.in_(repository.UNCLAIMED),
        OutboxRow.receiver == department,
    )
    return (await session.execute(query)).scalar_one()


def _line(row: OutboxRow, case: CaseRow, log: Sequence[StoredEntry]) -> ResultLine:
    decided: dict[str, Any] = next((one.data for one in reversed(log) if one.act == Act.DECIDE), {})
    issued: dict[str, Any] = next((one.data for one in reversed(log) if one.act == Act.ISSUE), {})
    name, number = issued.get("name", ""), issued.get("number", "")
    done = row.state == DONE
    return ResultLine(
        id=row.id,
        key=row.key,
        case=case.number,
        item=case.item,
        applicant=applicant_called(case.contact_masked),
        act_name=ACTS[ACT_OF[row.data["act"]]].words.name,
        outcome_name=Outcome(case.outcome).label if case.outcome else "",
        document=decided.get("document", ""),
        certificate=f"{name} {number}".strip(),
        valid_until=issued.get("valid_until") or None,
        at=at_centre(row.created_at),
        claimed_at=at_centre(row.done_at) if done and row.done_at else None,
        claimed_by=row.claimed_by if done else "",
    )
