"""The affair in hand, or one offered, is not what is wanted: put away for good, and asked anew where nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence

from actions.items.search import begin, offer_departments
from actions.pending.model import AnswerOption
from actions.pending.question import ItemChoice
from actions.reply.options import options_of, or_none
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from api.catalogue.schemas import CandidateView
from api.understanding.schemas import DenialView

_MOST_OFFERED = 3
_LEAST_OFFERED = 0.08
"""How likely the next best of the first sentence must be to be offered."""


class DenyAffair(IntakeAction):
    """搞岔了，不是办这个: what else the first words may have meant; 不是变更，是注销: the other operation on the same thing."""

    def name(self) -> str:
        return "action_deny_affair"

    async def act(self, turn: Turn) -> None:
        denial = (await turn.understand()).denial
        assert denial is not None
        said = await put_away(turn, denial)
        if denial.instead is not None:
            turn.say("denied")
            await begin(turn, denial.instead, [denial.rest])
        else:
            await _ask_anew(turn, said)


async def put_away(turn: Turn, denial: DenialView) -> tuple[str, ...]:
    """Let go of what is denied, also where it waits, so that it is neither in hand nor offered again.

    Returns:
        What the applicant had said of the wish.
    """
    pending = turn.pending
    said = pending.said if isinstance(pending, ItemChoice) else ()
    turn.denies(denial.affairs)
    if turn.affair in denial.affairs:
        view = await turn.intake()
        said = (*view.statements, *said)
        turn.has_in_hand(await turn.api.set_affair(view.id, None, []))
    turn.lets_go()
    return said


async def _ask_anew(turn: Turn, said: Sequence[str]) -> None:
    """What is wanted then, with what waits and the next best of the first words to choose from."""
    options = tuple({one.value: one for one in await _next_best(turn, said)}.values())[:_MOST_OFFERED]
    if not options:
        turn.say("denied_ask")
        await offer_departments(turn)
        return
    turn.ask(say("denied_ask_among"))
    pending = ItemChoice(options=options)
    turn.list_options(or_none(options_of(pending)))
    turn.expect(pending)


async def _next_best(turn: Turn, said: Sequence[str]) -> list[AnswerOption]:
    waiting = [AnswerOption(value=one.affair, label=one.name) for one in reversed(turn.wishes) if one.affair]
    if not said:
        return waiting

    def is_next(one: CandidateView) -> bool:
        return one.score >= _LEAST_OFFERED and one.id not in turn.heard.denied

    found = (await turn.api.understand(said[-1], denied=turn.heard.denied)).search.candidates
    near = [AnswerOption(value=one.id, label=one.name) for one in found if is_next(one)]
    return [*waiting, *near]
