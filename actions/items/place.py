"""Where the applicant lives: a delegated item goes to the centre of the own township."""

from __future__ import annotations

from actions.guide.next_question import go_on
from actions.turn import IntakeAction, Turn


class TakePlace(IntakeAction):
    """我家在河西镇: taken down, and the notice says where to go now."""

    def name(self) -> str:
        return "action_take_place"

    async def act(self, turn: Turn) -> None:
        view = await turn.api.answer(await turn.open_intake_id(), text=turn.text, correcting=True)
        if view.place is not None:
            turn.say("place_noted", place=view.place.name)
        await go_on(turn, view)
