"""What a message states beside a question that it asks: taken as the answer to the open question, and the question answered as well."""

from __future__ import annotations

from actions.client.api_client import ApiProblem
from actions.guide.next_question import note
from actions.pending.model import Meaning
from actions.pending.question import ScenarioQuestion
from actions.pending.utterance import Utterance
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from knowledge.language.asked_beside import questions_in, stated_part

BESIDE = frozenset({"action_ask_about", "action_library", "action_elsewhere"})
"""Actions that answer a question and leave the open one open."""

_SURE = 0.97
"""From which on an option that no rule hears is taken down at once, as where it is all that is said."""


async def take_stated(turn: Turn, action: str) -> IntakeView | None:
    """Take down what is said beside a question while a scenario question is open: 我自己来，原车主不到场行不行.

    Args:
        action: Who is about to answer the question.

    Returns:
        The intake as it is then; None where nothing was said beside, or nothing of it was understood.
    """
    pending = turn.pending
    if action not in BESIDE or not isinstance(pending, ScenarioQuestion) or not questions_in(turn.text):
        return None
    stated = stated_part(turn.text)
    if not stated:
        return None
    answers = await _answers(turn, pending, stated)
    try:
        view = await turn.api.answer(
            await turn.open_intake_id(),
            answers=answers,
            text=stated,
            pending=pending.question if answers else None,
        )
    except ApiProblem:
        return None  # the question itself is still answered, and the open one put again
    understood = {*answers, *(answer.question for answer in view.understood)}
    if not understood:
        return None
    noted = [answer for answer in view.answers if answer.question in understood]
    note(turn, noted, view.dropped, view.changed)
    return view


async def _answers(turn: Turn, pending: ScenarioQuestion, stated: str) -> dict[str, str | None]:
    """The option of the open question that the words mean, by rule or as the reader of replies has learned it."""
    reading = pending.read(Utterance(stated))
    if reading.meaning is Meaning.PICKS and reading.value:
        return {pending.question: reading.value} if pending.says_outright(stated) else {}
    option = (await turn.api.understand(stated, turn.affair, pending.question)).option
    sure = option is not None and option.probability >= _SURE
    return {pending.question: option.value} if option is not None and sure else {}
