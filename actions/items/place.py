"""Where the applicant lives: a delegated item goes to the centre of the own township, or to the county's where that is wanted."""

from __future__ import annotations

from actions.guide.next_question import go_on
from actions.guide.open_question import pick_up
from actions.information.beside import tell_each
from actions.turn import IntakeAction, Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.routing import DELEGATED_RULE, Route
from knowledge.language.asked_beside import questions_in
from knowledge.language.window_words import asks_for_county, asks_of_window, wants_county


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


class GoToCounty(IntakeAction):
    """改回县里那个窗口吧: the township is taken back, and what is asked beside is answered."""

    def name(self) -> str:
        return "action_go_to_county"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake("preview")
        if view.place is not None:
            view = await turn.api.answer(view.id, forget_place=True)
            turn.say("window_in_county")
            await _tell_beside(turn, view)
            await go_on(turn, view)
            return
        if view.preview is not None and view.preview.route is not None:
            turn.say("window_in_county_already")
            _say_window(turn, view.preview.route)
        await _tell_beside(turn, view)
        pick_up(turn)


class TellWindow(IntakeAction):
    """咋成临江镇了: which window it is, why, and how to have another."""

    def name(self) -> str:
        return "action_tell_window"

    async def act(self, turn: Turn) -> None:
        view = await turn.intake("preview")
        if view.preview is not None and view.preview.route is not None:
            if asks_for_county(turn.text):
                turn.say("window_county_may")
            _say_window(turn, view.preview.route)
        await _tell_beside(turn, view)
        pick_up(turn)


def _say_window(turn: Turn, route: Route) -> None:
    turn.say(
        "window_now", window=f"{route.site}{route.floor}{route.number}{route.name}", address=route.address
    )
    turn.say("window_now_why", why=route.why)
    if route.rule == DELEGATED_RULE:
        turn.say("window_back")
    elif route.nearer:
        turn.say("window_nearer", places="、".join(route.nearer))


async def _tell_beside(turn: Turn, view: IntakeView) -> None:
    """What else is asked: 照片在哪拍."""
    asked = [
        one
        for one in questions_in(turn.text)
        if not asks_of_window(one.clause) and not wants_county(one.clause)
    ]
    if asked:
        await tell_each(turn, view, asked)
