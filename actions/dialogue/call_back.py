"""请给我回电话: the call-back is kept with the phone that was left; where none was, it is asked for."""

from __future__ import annotations

from actions.client.api_client import ApiProblem
from actions.guide.open_question import pick_up
from actions.pending.callback import NO_CALL, CallbackPhone
from actions.pending.memory import pending_in
from actions.pending.model import AnswerOption
from actions.reply.options import options_of
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn
from knowledge.base.dates import day_text


class CallBack(IntakeAction):
    """Somebody wants to be called, or gives the phone for it."""

    def name(self) -> str:
        return "action_call_back"

    async def act(self, turn: Turn) -> None:
        asked = turn.pending if isinstance(turn.pending, CallbackPhone) else None
        if asked is not None and (turn.reading.picked == NO_CALL or turn.intent == "deny"):
            turn.say("callback_not")
            _go_on(turn, asked)
            return
        problems = turn.metadata.get("contact_problems", [])
        for problem in problems:
            turn.say("contact_problem", message=problem["message"])
        if problems:
            _ask(turn, asked)
            return
        try:
            kept = await turn.api.call_back(
                turn.channel, turn.conversation, asked.question if asked else _question(turn)
            )
        except ApiProblem as problem:
            if problem.code != "callback_phone_missing":
                raise
            _ask(turn, asked)
            return
        day = say("callback_by", day=day_text(kept.due_day)) if kept.due_day else ""
        turn.say("callback_kept", number=kept.number, phone=kept.phone_masked, by=day)
        _go_on(turn, asked)


def _question(turn: Turn) -> str:
    """What was said just before, which the call is about."""
    return turn.recent[-2][:500] if len(turn.recent) > 1 else ""


def _ask(turn: Turn, asked: CallbackPhone | None) -> None:
    before = asked.before if asked else (turn.pending.stored() if turn.pending else None)
    pending = CallbackPhone(
        question=asked.question if asked else _question(turn),
        before=before,
        options=(AnswerOption(value=NO_CALL, label=say("callback_no")),),
    )
    turn.ask(say("callback_phone"))
    turn.list_options(options_of(pending))
    turn.expect(pending)


def _go_on(turn: Turn, asked: CallbackPhone | None) -> None:
    if asked is not None:
        turn.pending = pending_in(asked.before)
    pick_up(turn)
