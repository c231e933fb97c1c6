"""What an applicant wanted beside: offered when something is finished or left, and dropped at a no."""

from __future__ import annotations

from actions.pending.case import CaseInHand
from actions.pending.model import AnswerOption
from actions.pending.question import ItemChoice, OfferedWish
from actions.reply.wording import say
from actions.turn import Turn
from knowledge.language.asides import puts_off
from knowledge.language.declined import declined

_GO_ON = ("是", "好", "好的", "要", "办", "接着办", "下一件", "继续", "可以", say("yes_label"))


def offer_next(turn: Turn, case: CaseInHand | None = None) -> None:
    """After something is finished or left: whether to go on with what waits.

    Args:
        case: The case just submitted, which stays in hand where nothing waits or a no is said.
    """
    if case is not None:
        turn.expect(case)
    if not turn.wishes:
        return
    wish = turn.wishes[0]
    turn.say("wish_next", name=wish.name)
    if not wish.affair:
        return
    options = (AnswerOption(value=wish.affair, label=wish.name, says=_GO_ON),)
    said = (wish.text,) if wish.text else ()
    if case is None:
        turn.expect(ItemChoice(options=options, said=said))
    else:
        turn.expect(
            OfferedWish(options=options, said=said, number=case.number, item=case.item, affair=case.affair)
        )


def drop_offered(turn: Turn) -> None:
    """The offered wish waits no more, or is not pressed where it is only put off; the case is in hand again."""
    offer = turn.asked(OfferedWish)
    if puts_off(turn.text):
        turn.say("wish_later", name=offer.options[0].label)
    else:
        turn.takes_up(offer.options[0].value)
        turn.say("wish_dropped", name=offer.options[0].label)
    turn.pending = CaseInHand(number=offer.number, item=offer.item, affair=offer.affair)


def goes_on_after_a_no(turn: Turn) -> bool:
    """Drop what was offered where the message declines it and says more; the rest is then the message."""
    rest = declined(turn.text) if isinstance(turn.pending, OfferedWish) else None
    if not rest:
        return False
    drop_offered(turn)
    turn.says(rest)
    return True
