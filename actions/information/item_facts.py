"""Questions about an item, answered wherever they come; the caller picks the thread up again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from actions.information.centre import opening_lines
from actions.information.item_answers import Question, answer_question
from actions.information.library import OPENING_HOURS
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from knowledge.language.aspects import Aspect


async def tell(turn: Turn, view: IntakeView, aspects: Sequence[Aspect]) -> bool:
    """Answer what is asked of the intake's affair, as far as the answers so far allow.

    Args:
        aspects: What is asked; none where only the item's own questions may have been.

    Returns:
        Whether there was an answer.
    """
    content = view.preview or await turn.api.preview(view.id)
    details = await asyncio.gather(*(turn.api.item(item.id) for item in content.items))
    own = (await turn.api.ask_item(content.affair, turn.text)).answer
    question = Question(turn.text, content, details, own)
    lines = answer_question(question, aspects)
    if Aspect.OPEN_NOW in aspects and content.route is not None:
        lines = [*await opening_lines(turn, content.route.window), *lines]
    for line in lines:
        turn.add(line)
    if content.route is not None and {Aspect.HOURS, Aspect.OPEN_NOW} & set(aspects):
        turn.has_answered(OPENING_HOURS, content.route.window)
    return bool(lines)
