"""A paper that was lost: the item by which it is got again, offered before or instead of what is in hand."""

from __future__ import annotations

from collections.abc import Iterable

from actions.client.api_client import ApiProblem
from actions.pending.wish import Wish
from actions.turn import Turn
from knowledge.guidance.lost_papers import got_again_by
from knowledge.guidance.notice import NoticeContent


async def offer_again(turn: Turn, papers: Iterable[str]) -> None:
    """Say by which items lost papers are got again, and keep these as what is done next."""
    items = {item: paper for paper in papers if (item := got_again_by(paper)) and item != turn.affair}
    for item, paper in items.items():
        try:
            content = await turn.api.preview_of(item)
        except ApiProblem:
            continue  # the centre does not do it
        _offer(turn, item, paper, content)


def _offer(turn: Turn, item: str, paper: str, content: NoticeContent) -> None:
    name, route = content.items[0].name, content.route
    if route is not None:
        turn.say(
            "paper_got_again",
            paper=paper,
            item=name,
            place=f"{route.site}{route.floor}{route.number}{route.name}",
        )
        if back := _needs_what_is_in_hand(turn, content):
            turn.say("paper_in_a_circle", item=name, paper=back, phone=route.phone, who=route.name)
    turn.wants_first(Wish(name=name, affair=item, text=turn.text))


def _needs_what_is_in_hand(turn: Turn, content: NoticeContent) -> str | None:
    """The paper of the other item that only the affair in hand gives again: both are lost."""
    return next((one.name for one in content.materials if got_again_by(one.name) == turn.affair), None)
