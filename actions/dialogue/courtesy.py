"""Greeting, thanks, what this is."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.information.centre import main_window
from actions.turn import IntakeAction, Turn


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
