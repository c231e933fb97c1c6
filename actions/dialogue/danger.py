"""Somebody is in danger: the number to call, one humane sentence, what to do now, and nothing to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from actions.turn import IntakeAction, Turn
from knowledge.language.danger.hotlines import hotlines
from knowledge.language.danger.load import lists
from knowledge.language.danger.reading import Afterwards, Danger, danger_in, danger_of

_VARIANTS = 3
"""In how many words the number is repeated, so that no two replies in a row are the same."""


class Urgent(IntakeAction):
    """What is pending stays, unsaid, until the applicant goes on."""

    meets_tone: ClassVar[bool] = False

    def name(self) -> str:
        return "action_urgent"

    async def act(self, turn: Turn) -> None:
        danger = _told(turn)
        if danger is not None and danger.kind != turn.heard.danger:
            _say(turn, danger)
            if danger.lingers:
                turn.hear(danger.kind)
        elif turn.heard.danger:
            _stay(turn, turn.heard.danger)
        turn.keep_pending_unsaid()


def _told(turn: Turn) -> Danger | None:
    """The danger by the words of the message, else the one that it is like."""
    heard = turn.understood.danger if turn.understood else None
    return danger_in(turn.text) or (danger_of(heard.kind, turn.text) if heard else None)


def _say(turn: Turn, danger: Danger) -> None:
    """Whom to call; where just the same was said, in other words, and that it may have been misheard."""
    said = f"danger:{danger.kind}"
    if turn.answered == said:
        turn.say("danger_again", numbers=_named(danger.call))
    else:
        _say_whom_to_call(turn, danger)
        turn.has_answered(said)


def _say_whom_to_call(turn: Turn, danger: Danger) -> None:
    turn.say("danger_call_gently" if danger.lingers else "danger_call", numbers=_named(danger.call))
    if danger.also:
        turn.say("danger_also_gently" if danger.lingers else "danger_also", numbers=_named(danger.also))
    turn.say(f"danger_kind_{danger.kind}")


def _stay(turn: Turn, danger: str) -> None:
    """Repeat the number gently, in other words than just before."""
    variant = turn.heard.times % _VARIANTS
    kind = lists().kinds[danger]
    numbers, also = _named(kind.call), _named(kind.also)
    if turn.heard.goes_on(turn.text) is Afterwards.CALM:
        turn.say(f"danger_calm_{variant}", numbers=numbers, also=also)
    else:
        turn.say(f"danger_stay_{variant}", numbers=numbers, also=also)
    turn.hear(danger)


def _named(numbers: Sequence[str]) -> str:
    """The numbers with what each is for."""
    return "、".join(f"{number}（{hotlines()[number].name}）" for number in numbers)
