"""What was put aside for something else: taken up again where it was left, and said to be there still."""

from __future__ import annotations

from actions.guide.next_question import go_on, take_up
from actions.information.beside import tell_each
from actions.items.search import find
from actions.reading.context import Context
from actions.reading.left_aside import meant_aside
from actions.turn import IntakeAction, Turn
from knowledge.language.appointment_words import asks_whether_booked
from knowledge.language.asked_beside import questions_in
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.taking_up import asks_whether_kept, taken_up

_ON_THE_NOTICE = {Aspect.MATERIALS}
"""What the notice shows anyway that comes at the end."""


class TakeUpAside(IntakeAction):
    """接着办高龄津贴: with its answers and its notice, and what is asked beside is answered of it."""

    def name(self) -> str:
        return "action_take_up_aside"

    async def act(self, turn: Turn) -> None:
        heard = turn.understood
        meant = meant_aside(turn.text, Context(affair=turn.affair, aside=turn.aside, understood=heard))
        if meant is None:
            await find(turn)
            return
        rest = turn.text.replace(meant.clause, "", 1)
        said = [wish.text for wish in turn.wishes if wish.affair == meant.key and wish.text]
        view = await take_up(turn, meant.key, [*said, turn.text])
        asked = [one for one in questions_in(rest) if not _ON_THE_NOTICE & set(aspects_in(one.text))]
        if asked:
            await tell_each(turn, view, asked, begins=not view.kept)
        await go_on(turn, view)


def tell_kept(turn: Turn) -> None:
    """Say that what was put aside is there still, where somebody worries: 前面那个上户口的别给我丢了."""
    if not turn.aside or not asks_whether_kept(turn.text) or asks_whether_booked(turn.text):
        return
    if taken_up(turn.text, turn.aside):
        return
    begun = [wish.name for wish in turn.wishes if wish.was_begun]
    if begun:
        turn.say("aside_kept", names="」「".join(begun))
