"""Questions about an item, answered wherever they come; the caller picks the thread up again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from actions.information.centre import opening_lines
from actions.information.item_answers import Question, answer_question, unknown_line
from actions.information.library import OPENING_HOURS
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.notice import NoticeContent
from knowledge.language.aspects import Aspect
from knowledge.language.follow_question import carried_subject

_ASPECTS = "aspects:"
"""Before the aspects that were answered last, in the place of a library's answer."""


async def tell(turn: Turn, view: IntakeView, aspects: Sequence[Aspect], *, admits: bool = False) -> bool:
    """Answer what is asked of the intake's affair, as far as the answers so far allow.

    Args:
        aspects: What is asked; where none is, the sentence may ask the same as before (那孩子的呢), or a question of the item's own.
        admits: Say that the catalogue does not know, where there is no answer: the sentence surely asked something.

    Returns:
        Whether there was an answer.
    """
    asked = aspects or carried_aspects(turn)
    content = view.preview or await turn.api.preview(view.id)
    lines = await _lines(turn, content, asked)
    if {Aspect.OPEN_NOW, Aspect.HOURS} & set(asked) and content.route is not None:
        named = Aspect.OPEN_NOW not in asked
        lines = [*await opening_lines(turn, content.route.window, named=named), *lines]
    for line in lines or ([unknown_line(content)] if admits else []):
        turn.add(line)
    if content.route is not None and {Aspect.HOURS, Aspect.OPEN_NOW} & set(asked):
        turn.has_answered(OPENING_HOURS, content.route.window)
    elif asked:
        turn.has_answered(_ASPECTS + ",".join(asked))
    return bool(lines)


def intended_aspects(intent: str) -> tuple[Aspect, ...]:
    """The aspect that the classifier heard, where the words alone did not tell."""
    name = intent.removeprefix("ask_")
    return (Aspect(name),) if name in set(Aspect) else ()


def carried_aspects(turn: Turn) -> tuple[Aspect, ...]:
    """What was asked last, where the sentence asks the same of another; it was asked of the affair in hand."""
    before = (turn.answered or "").partition("@")[0]
    if not before.startswith(_ASPECTS) or carried_subject(turn.text) is None:
        return ()
    return tuple(Aspect(name) for name in before.removeprefix(_ASPECTS).split(","))


async def tell_of_item(turn: Turn, item_id: str, aspects: Sequence[Aspect]) -> bool:
    """Answer what is asked of an item that is likely meant, without taking it up.

    Returns:
        Whether there was an answer.
    """
    content = await turn.api.preview_of(item_id)
    lines = await _lines(turn, content, aspects)
    if lines:
        turn.say("told_first", name=content.name)
    for line in lines:
        turn.add(line)
    return bool(lines)


async def lines_of(turn: Turn, content: NoticeContent, text: str, aspects: Sequence[Aspect]) -> list[str]:
    """What there is to say to one question among several: a question of the item's own, else its aspects."""
    details = await asyncio.gather(*(turn.api.item(item.id) for item in content.items))
    own = (await turn.api.ask_item(content.affair, text)).answer
    return answer_question(Question(text, content, details, own), aspects)


async def _lines(turn: Turn, content: NoticeContent, aspects: Sequence[Aspect]) -> list[str]:
    return await lines_of(turn, content, turn.text, aspects)
