"""都要: all that was listed is wanted, one after the other."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.information.elsewhere import say_matter
from actions.items.search import begin
from actions.items.vague import take_up_whole
from actions.pending.listed import core, done_elsewhere
from actions.pending.model import AnswerOption, Pending
from actions.pending.question import ItemChoice
from actions.pending.vague import VagueChoice
from actions.pending.wish import Wish
from actions.turn import IntakeAction, Turn
from knowledge.catalogue.affair import are_siblings


class TakeAll(IntakeAction):
    """All of them are said back and kept; the first is begun. Of several operations on one thing only one can be meant."""

    def name(self) -> str:
        return "action_take_all"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending
        if pending is None or not pending.options or _are_of_one_thing(pending):
            turn.say("all_of_one_thing")
            pick_up(turn)
            return
        if isinstance(pending, VagueChoice) and all(done_elsewhere(one.label) for one in pending.options):
            await _tell_all(turn, pending)
            return
        listed = [option for option in pending.options if option.button]
        first, *others = sorted(listed, key=lambda one: done_elsewhere(one.label))
        names = [f"{number} {core(one.label)}" for number, one in enumerate([first, *others], 1)]
        turn.say("wishes_heard", count=len(names), names="；".join(names))
        is_item = isinstance(pending, ItemChoice)
        turn.wants_later(*(_kept(one, is_item=is_item) for one in others))
        if isinstance(pending, VagueChoice):
            turn.pending = None
            turn.says(first.value)
            await take_up_whole(turn, pending.said)
        elif isinstance(pending, ItemChoice):
            await begin(turn, first.value, [*pending.said, *pending.facts])


async def _tell_all(turn: Turn, pending: VagueChoice) -> None:
    """Who does each of them, where none of them is done here."""
    turn.pending = None
    for option in pending.options:
        if (matter := (await turn.api.understand(option.value)).matter) is not None:
            say_matter(turn, matter)


def _are_of_one_thing(pending: Pending) -> bool:
    first, *others = pending.options
    return isinstance(pending, ItemChoice) and any(are_siblings(first.value, one.value) for one in others)


def _kept(option: AnswerOption, *, is_item: bool) -> Wish:
    name = core(option.label)
    return Wish(name=name, affair=option.value if is_item else "", text=name if is_item else option.value)
