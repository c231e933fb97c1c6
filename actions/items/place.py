"""Where the applicant lives: a delegated item goes to the centre of the own township."""

from __future__ import annotations

from actions.guide.next_question import go_on
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView


async def take_place(turn: Turn, view: IntakeView) -> IntakeView:
    """Take down where the applicant lives, where a sentence about something else says it too (我住山北乡，周六上班不).

    Returns:
        The intake with the place, or as it was where none is said.
    """
    name = (await turn.understand()).place
    if not name or (view.place is not None and view.place.name == name):
        return view
    taken = await turn.api.answer(view.id, text=name, correcting=True)
    if taken.place is not None:
        turn.say("place_noted", place=taken.place.name)
    return taken


class TakePlace(IntakeAction):
    """我家在河西镇: taken down, and the notice says where to go now."""

    def name(self) -> str:
        return "action_take_place"

    async def act(self, turn: Turn) -> None:
        view = await turn.api.answer(await turn.open_intake_id(), text=turn.text, correcting=True)
        if view.place is not None:
            turn.say("place_noted", place=view.place.name)
        await go_on(turn, view)
