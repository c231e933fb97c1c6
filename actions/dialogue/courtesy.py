"""Greeting, thanks, what this is, a human."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.information.centre import main_window
from actions.turn import IntakeAction, Turn

_HANDED_OVER = "handover"
"""In the place of a library's answer: whom to call was said just before."""


class Greet(IntakeAction):
    """你好."""

    def name(self) -> str:
        return "action_greet"

    async def act(self, turn: Turn) -> None:
        turn.say("greet", centre=(await main_window(turn)).site)
        pick_up(turn)


class Thanks(IntakeAction):
    """谢谢, 再见."""

    def name(self) -> str:
        return "action_thanks"

    async def act(self, turn: Turn) -> None:
        turn.say("thanks")
        turn.keep_pending()


class Ability(IntakeAction):
    """你能干什么."""

    def name(self) -> str:
        return "action_ability"

    async def act(self, turn: Turn) -> None:
        turn.say("ability")
        pick_up(turn)


class Handover(IntakeAction):
    """转人工: whom to call, when, and that nothing is lost."""

    def name(self) -> str:
        return "action_handover"

    async def act(self, turn: Turn) -> None:
        window = await main_window(turn)
        again = turn.answered == _HANDED_OVER
        turn.say(
            "handover_again" if again else "handover",
            phone=window.phone,
            site=window.site,
            address=window.address,
            hours=window.hours,
        )
        if not again:
            await _say_who_knows(turn)
            turn.has_answered(_HANDED_OVER)
        turn.card("handover", phone=window.phone, hours=window.hours)
        turn.keep_pending_unsaid()


async def _say_who_knows(turn: Turn) -> None:
    """The window of the affair in hand, where there is one: whoever answers there knows more of it."""
    if turn.affair is None:
        return
    view = await turn.intake("preview")
    if view.affair is not None and view.preview is not None and view.preview.route is not None:
        route = view.preview.route
        turn.say(
            "handover_window",
            name=view.affair.name,
            phone=route.phone,
            window=route.name,
            hours=route.hours,
        )
