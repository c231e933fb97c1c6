"""Another item that a message likely wants while something is in hand: guessed aloud, and nothing is put aside before a yes."""

from __future__ import annotations

from actions.guide.open_question import pick_up
from actions.pending.memory import pending_in
from actions.pending.model import AnswerOption
from actions.pending.question import GuessedWish
from actions.reply.options import options_of
from actions.reply.parts import Option
from actions.reply.wording import say
from actions.turn import IntakeAction, Turn

_YES = ("是", "是的", "对", "对的", "对头", "嗯", "要", "要得", "好", "好的", "可以", "行", "办", "没错")


_NO = Option(number=2, label=say("guess_other_no"), payload="不是")


class GuessWish(IntakeAction):
    """我那个驾照也快到期了, said at the notice of another item: 您是另外要办「…」吗."""

    def name(self) -> str:
        return "action_guess_wish"

    async def act(self, turn: Turn) -> None:
        best = (await turn.found()).candidates[0]
        turn.ask(say("guess_other", name=best.name))
        option = AnswerOption(value=best.id, label=best.name, says=_YES)
        before = turn.pending.stored() if turn.pending else None
        pending = GuessedWish(options=(option,), said=(turn.text,), before=before)
        turn.list_options((*options_of(pending), _NO))
        turn.expect(pending)


class DropGuess(IntakeAction):
    """不是: what was open before is open again."""

    def name(self) -> str:
        return "action_drop_guess"

    async def act(self, turn: Turn) -> None:
        turn.pending = pending_in(turn.asked(GuessedWish).before)
        turn.say("guess_dropped")
        pick_up(turn)
