"""A reply that was not understood: the question in other words with an example, then why it is asked, then the way round.

Each step has its own words, so that the same sentence never comes twice in a row.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from actions.information.centre import say_human_line
from actions.information.item_differences import item_lines
from actions.pending.appointment import SlotChoice
from actions.pending.case import CaseRequest
from actions.pending.menu import DepartmentChoice
from actions.pending.model import AnswerOption, Pending
from actions.pending.question import ItemChoice, ScenarioQuestion
from actions.pending.submission import Confirmation
from actions.pending.vague import VagueChoice
from actions.reply.options import options_of, or_none, or_unsure
from actions.reply.parts import Option
from actions.reply.wording import say
from actions.turn import Turn

_STEPS = 3
_EXAMPLES = 3
"""Of so many options an example is given."""

_NAMES_A_PERSON = 1
"""The step from which a person's phone and hours are said."""
_LISTS_NO_MORE = 2
"""The step at which what is wanted is not listed a third time."""


async def put_otherwise(turn: Turn, pending: Pending | None = None) -> None:
    """Put the open question once more, in words that it was not put in just before.

    Args:
        pending: The open question as it is now, where the message changed something in it.
    """
    asked = pending or turn.pending
    if asked is not None:
        await turn.leave_for_the_tuners("repeated")
    step = turn.miss() % _STEPS
    if asked is None:
        turn.say(f"missed_wish_{step}")
    else:
        turn.ask(say(f"missed_{asked.kind}_{step}", **_parts(asked)))
        for line in await _examples(turn, asked) if step == 0 else ():
            turn.add(line)
        if step != _LISTS_NO_MORE or not isinstance(asked, ItemChoice | VagueChoice | DepartmentChoice):
            _offer(turn, asked)
        else:
            turn.offer_nothing()
    if step >= _NAMES_A_PERSON:
        await say_human_line(turn)
    turn.expect(asked)


def _parts(pending: Pending) -> dict[str, str]:
    if isinstance(pending, ScenarioQuestion):
        return {"text": pending.text, "why": pending.why, "help": pending.help}
    if isinstance(pending, Confirmation):
        return {"act": say(f"act_{pending.act}", number=pending.number)}
    if isinstance(pending, SlotChoice):
        return {"what": say(f"appointment_step_{pending.step}")}
    return {}


async def _examples(turn: Turn, pending: Pending) -> list[str]:
    """What each item is for; what could be said for each answer, of a quantity a number."""
    if isinstance(pending, ItemChoice):
        return await item_lines(turn, pending)
    if not isinstance(pending, ScenarioQuestion):
        return []
    if pending.unit:
        return [say("missed_example_number", unit=pending.unit)]
    return [
        say("missed_example", says=words, label=option.label)
        for option in pending.options[:_EXAMPLES]
        if (words := _other_words(option))
    ]


def _other_words(option: AnswerOption) -> str:
    """A word for an option that is not its label."""
    return next((word for word in option.says if word != option.label and len(word) > 1), "")


def _offer(turn: Turn, pending: Pending) -> None:
    if isinstance(pending, Confirmation | CaseRequest):
        return
    with_last: Callable[[tuple[Option, ...]], tuple[Option, ...]] | None = None
    if isinstance(pending, ScenarioQuestion):
        with_last = or_unsure
    elif isinstance(pending, ItemChoice):
        with_last = or_none
    options = options_of(pending)
    turn.list_options(with_last(options) if with_last else options, _layout(pending))


def _layout(pending: Pending) -> Literal["rows", "line"]:
    return "line" if isinstance(pending, SlotChoice | DepartmentChoice) else "rows"
