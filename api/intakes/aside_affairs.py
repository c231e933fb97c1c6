"""Affairs that an applicant left for another one: what was said for each is kept until it is taken up again.

A draft holds one affair. Who leaves 上户口 for 育儿补贴 and comes back answers no question twice; who ends the draft takes all of them
along, and a submission hands those that wait on to the next draft.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.platform.security import new_token

MOST_KEPT = 5


class AsideAffair(BaseModel):
    """What is kept of an affair that was left.

    Attributes:
        materials: Material to state.
        notice: The latest notice that was drawn for it, as the draft has it.
        licence_until: Last day of the licence to be renewed.
    """

    model_config = ConfigDict(frozen=True)

    answers: dict[str, str] = {}
    place: str | None = None
    materials: dict[str, str] = {}
    notice: dict[str, Any] | None = None
    licence_until: date | None = None


_NOTHING = AsideAffair()


def leave_for(row: IntakeRow, affair: str | None) -> AsideAffair:
    """Put aside what is in hand where another affair is chosen.

    Returns:
        What was kept of the affair that is chosen; nothing where it was not left before.
    """
    if row.affair == affair:
        return _NOTHING
    aside = dict(row.set_aside)
    chosen = aside.pop(affair, None) if affair else None
    if row.affair and (row.answers or row.notice):
        aside.pop(row.affair, None)
        aside[row.affair] = _in_hand(row).model_dump(mode="json")
    row.set_aside = dict(list(aside.items())[-MOST_KEPT:])
    row.licence_until = None
    return AsideAffair.model_validate(chosen) if chosen else _NOTHING


def _in_hand(row: IntakeRow) -> AsideAffair:
    notice = row.notice if row.notice and row.notice["affair"] == row.affair else None
    return AsideAffair(
        answers=row.answers,
        place=row.place,
        materials=row.materials,
        notice=notice,
        licence_until=row.licence_until,
    )


async def hand_on(session: AsyncSession, row: IntakeRow, now: datetime) -> None:
    """Give what waits beside a submitted affair to a new draft of the same conversation."""
    if not row.set_aside:
        return
    waiting, row.set_aside = row.set_aside, {}
    await session.flush()  # a conversation has one open draft: this one is submitted before the next begins
    session.add(
        IntakeRow(
            id=new_token(),
            state="open",
            conversation=row.conversation,
            channel=row.channel,
            affair=None,
            answers={},
            statements=[],
            place=row.place,
            materials={},
            contact=None,
            contact_masked={},
            notice=None,
            set_aside=waiting,
            case_number=None,
            created_at=now,
            updated_at=now,
        )
    )
