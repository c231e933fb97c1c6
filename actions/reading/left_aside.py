"""A reading as going on with what was put aside: 接着办高龄津贴, 还是先取公积金, 刚才那个."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.language.taking_up import TakenUp, taken_up
from knowledge.weighing.candidate import Candidate, Kind

_SAID, _POINTED_AT = 0.99, 0.97
"""How probable it is that a clause goes on with what was put aside: where it says so (接着办津贴, 娃那份接着办), and where it only points."""
_AT_A_QUESTION = 0.9
"""The same while a question waits, which 之前那个 may answer."""
_SURELY_ANOTHER = 0.6
"""Weight of a clause that only points, where the whole sentence is surely another item."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """The affair put aside that the message takes up again."""
    meant = meant_aside(said.text, context)
    if meant is None:
        return
    weight = 1.0 if meant.named or not _is_surely_another(context, meant.key) else _SURELY_ANOTHER
    pointed = _AT_A_QUESTION if context.waits else _POINTED_AT
    probability = (pointed if meant.only_points else _SAID) * weight
    yield Candidate(Kind.ACT, "action_take_up_aside", probability, (f"接着办放下的：{meant.clause}",))


def meant_aside(text: str, context: Context) -> TakenUp | None:
    """Which affair put aside a message means."""
    heard = context.understood
    candidates = heard.search.candidates if heard else []
    in_hand = next((one.name for one in candidates if one.id == context.affair), "")
    meant = taken_up(text, context.aside, in_hand)
    if meant is None or meant.named:
        return meant
    if meant.only_points and candidates and candidates[0].id == context.affair:
        return None  # 买房提取，刚才那个, with just that in hand
    likelier = next((one.id for one in candidates if one.id in context.aside), meant.key)
    return replace(meant, key=likelier)


def _is_surely_another(context: Context, affair: str) -> bool:
    search = context.understood.search if context.understood else None
    if search is None or search.decision != "sure":
        return False
    return search.candidates[0].id not in (affair, context.affair)
