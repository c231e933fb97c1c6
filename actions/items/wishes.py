"""Several things wanted: said back, put in order, kept, and offered in turn."""

from __future__ import annotations

from actions.guide.next_question import NEXT_WISH
from actions.guide.waiting_wish import drop_offered
from actions.information.elsewhere import tell_matter
from actions.items.search import begin, offer, sure_or_family
from actions.pending.menu import NextStepMenu
from actions.pending.model import AnswerOption
from actions.pending.question import ItemChoice
from actions.pending.wish import Wish
from actions.reading.matters import matter_meant
from actions.reply.options import options_of
from actions.turn import IntakeAction, Turn
from api.understanding.schemas import Understanding, WishView

_TOGETHER = (
    "都要",
    "一起",
    "一起办",
    "都办",
    "两个都办",
    "两样都要",
    "一块",
    "一块儿办",
    "合着办",
    "全都要",
    "两件都办",
)


class Several(IntakeAction):
    """我要办营业执照还有烟草证: both are said back; together where a bundle fits, else one after the other."""

    def name(self) -> str:
        return "action_several"

    async def act(self, turn: Turn) -> None:
        heard = await turn.understand()
        turn.say("wishes_heard", count=len(heard.wishes), names="；".join(_numbered(heard)))
        if heard.together is not None:
            _offer_together(turn, heard)
            return
        first, *others = sorted(heard.wishes, key=lambda wish: wish.matter is not None and not _is_item(wish))
        turn.wants_later(*map(_kept, others))
        await take(turn, first)


def _numbered(heard: Understanding) -> list[str]:
    return [f"{number} {name_of(wish)}" for number, wish in enumerate(heard.wishes, 1)]


def _offer_together(turn: Turn, heard: Understanding) -> None:
    assert heard.together is not None
    turn.say("wishes_together", name=heard.together.name)
    bundle = AnswerOption(value=heard.together.id, label=heard.together.name, says=_TOGETHER)
    singly = [
        AnswerOption(value=best.id, label=best.name)
        for wish in heard.wishes
        if (best := wish.search.candidates[0]) and _is_item(wish)
    ]
    pending = ItemChoice(options=(bundle, *singly), said=(turn.text,))
    turn.list_options(options_of(pending))
    turn.expect(pending)


async def take(turn: Turn, wish: WishView) -> None:
    """Begin with one of the wishes, as far as its words allow."""
    if not _is_item(wish):
        assert wish.matter is not None
        tell_matter(turn, wish.matter)
    elif (affair := sure_or_family(wish.search)) is not None:
        await begin(turn, affair, [turn.text])
    else:
        offer(turn, wish.search, [turn.text])


def name_of(wish: WishView) -> str:
    """What a wish is called when it is said back."""
    if not _is_item(wish):
        assert wish.matter is not None
        return wish.matter.name
    return wish.search.candidates[0].name


def _is_item(wish: WishView) -> bool:
    """Whether the centre does it; where both are heard, the likelier."""
    best = wish.search.candidates[0].score if wish.search.candidates else 0.0
    return wish.matter is None or best >= wish.matter.score


def _kept(wish: WishView) -> Wish:
    sure = sure_or_family(wish.search) if _is_item(wish) else None
    return Wish(name=name_of(wish), affair=sure or "", text=wish.text)


class NextWish(IntakeAction):
    """下一件: what waits longest is taken up."""

    def name(self) -> str:
        return "action_next_wish"

    async def act(self, turn: Turn) -> None:
        await next_wish(turn)


class DropWish(IntakeAction):
    """不用了: what was offered after a submission is not wanted."""

    def name(self) -> str:
        return "action_drop_wish"

    async def act(self, turn: Turn) -> None:
        drop_offered(turn)
        turn.keep_pending()


async def next_wish(turn: Turn) -> None:
    """Take up what waits longest; without one, ask what is wanted."""
    if not turn.wishes:
        turn.say("restart")
        return
    wish, *others = turn.wishes
    turn.wishes = tuple(others)
    if isinstance(turn.pending, NextStepMenu) and not others:
        left = tuple(option for option in turn.pending.options if option.value != NEXT_WISH)
        turn.pending = turn.pending.model_copy(update={"options": left})
    if wish.affair:
        await begin(turn, wish.affair, [wish.text] if wish.text else [])
        return
    heard = await turn.api.understand(wish.text or wish.name)
    if matter := matter_meant(heard):
        tell_matter(turn, matter)
    elif heard.search.candidates:
        offer(turn, heard.search, [wish.text])
    else:
        turn.say("wish_lost", name=wish.name)
