"""您是要投诉，还是想让别人代办: a dear act that is not surely meant is asked about first."""

from __future__ import annotations

from rasa_sdk.utils import all_subclasses

from actions.guide.open_question import pick_up
from actions.information.ladder import put_otherwise
from actions.pending.doubt import NO, YES, Doubt
from actions.pending.memory import pending_in
from actions.pending.model import AnswerOption, Meaning, Pending, Reading
from actions.reply.options import options_of
from actions.reply.wording import say, templates
from actions.turn import IntakeAction, Turn
from knowledge.catalogue.condition import values_of

_ACT, _OTHER, _NEITHER = "act", "other", "neither"


def ask_act(turn: Turn, act: str, other: str | None = None, value: str | None = None) -> None:
    """Ask whether an act is meant before anything is done.

    Args:
        act: The action that would do it.
        other: The action that takes the message in its other meaning.
        value: The option of the open question that the other meaning picks.
    """
    act_label, other_label = say(f"means_{act}"), _label_of(turn.pending, other, value)
    options = [AnswerOption(value=_ACT, label=act_label, says=YES)]
    if other_label:
        turn.say("doubt_between", act=act_label, other=other_label)
        options.append(AnswerOption(value=_OTHER, label=other_label, says=NO))
    else:
        turn.say("doubt_alone", act=act_label)
        options.append(AnswerOption(value=_NEITHER, label=say("doubt_neither"), says=NO))
    doubt = Doubt(
        act=act,
        other=other if other_label else None,
        value=value,
        said=turn.text,
        before=turn.pending.stored() if turn.pending else None,
        options=tuple(options),
    )
    turn.list_options(options_of(doubt))
    turn.expect(doubt)


def _label_of(pending: Pending | None, other: str | None, value: str | None) -> str:
    """What the other meaning is called: the option's label, else the act's."""
    if other is None:
        return ""
    values = values_of(value) if value else ()
    picked = [option.label for option in pending.options if option.value in values] if pending else []
    key = f"means_{other}"
    return "、".join(picked) if picked else say(key) if key in templates() else ""


class SettleDoubt(IntakeAction):
    """Which of the two it was: done in the words that were said first."""

    def name(self) -> str:
        return "action_settle_doubt"

    async def act(self, turn: Turn) -> None:
        doubt = turn.asked(Doubt)
        chosen = turn.reading.picked or {"affirm": _ACT, "deny": _OTHER}.get(turn.intent)
        if chosen is None:
            await put_otherwise(turn)
            return
        turn.pending, turn.reading = pending_in(doubt.before), Reading()
        action = doubt.act if chosen == _ACT else doubt.other
        if action is None:
            turn.say("doubt_nothing_done")
            pick_up(turn)
            return
        if chosen != _ACT and doubt.value:
            turn.reading = Reading(meaning=Meaning.PICKS, value=doubt.value)
        turn.text = doubt.said
        await action_named(action).act(turn)


def action_named(name: str) -> IntakeAction:
    """The action of that name.

    Raises:
        LookupError: There is none.
    """
    for kind in all_subclasses(IntakeAction):
        if (action := kind()).name() == name:
            assert isinstance(action, IntakeAction)
            return action
    raise LookupError(name)
