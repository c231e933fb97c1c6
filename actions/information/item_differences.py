"""What the items that are offered differ by, from what the catalogue says of each: what it is for, who does it, on what condition."""

from __future__ import annotations

import asyncio

from actions.pending.question import ItemChoice
from actions.reply.wording import say, without_department
from actions.turn import Turn
from api.catalogue.schemas import ItemDetail

_PARTS = 3
"""So many of a bundle's items are named."""


async def item_lines(turn: Turn, pending: ItemChoice) -> list[str]:
    """A sentence for every item that is offered."""
    details = await asyncio.gather(*(turn.api.item(option.value) for option in pending.options))
    return [item_line(detail) for detail in details]


def item_line(detail: ItemDetail) -> str:
    """What it is for; of several things done together which they are; else the first condition."""
    name = without_department(detail.name, detail.department)
    if detail.parts:
        parts = "、".join(part.name for part in detail.parts[:_PARTS])
        more = say("differs_parts" if len(detail.parts) <= _PARTS else "differs_more_parts", parts=parts)
    elif detail.conditions:
        more = say("differs_condition", condition=detail.conditions[0])
    else:
        more = ""
    purpose = say("differs_purpose", purpose=detail.scenario) if detail.scenario else ""
    return say("differs", name=name, department=detail.department, purpose=purpose, more=more)
