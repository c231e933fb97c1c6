"""What an applicant wanted beside: offered when something is finished or left."""

from __future__ import annotations

from actions.pending.model import AnswerOption
from actions.pending.question import ItemChoice
from actions.reply.wording import say
from actions.turn import Turn

_GO_ON = ("是", "好", "好的", "要", "办", "接着办", "下一件", "继续", "可以", say("yes_label"))


def offer_next(turn: Turn) -> None:
    """After something is finished or left: whether to go on with what waits."""
    if not turn.wishes:
        return
    wish = turn.wishes[0]
    turn.say("wish_next", name=wish.name)
    if wish.affair:
        option = AnswerOption(value=wish.affair, label=wish.name, says=_GO_ON)
        turn.expect(ItemChoice(options=(option,), said=(wish.text,) if wish.text else ()))
