"""Answers to what people are concerned about while their data are asked for: why, is it safe, not on line, not yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.guide.persons import is_for_newborn, labels
from actions.reply.wording import say
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from knowledge.guidance.notice import NoticeContent
from knowledge.persons.concerns import Concern

_WISH_TO_ERASE = re.compile(
    r"^(?!.*(?:能不能|可不可以|可以.*吗|会不会|怎么|咋|[吗么？?]$)).*(?:删|清除|销毁|抹掉)"
)


async def answer_concern(turn: Turn, view: IntakeView, concern: Concern) -> IntakeView:
    """Say what answers it; the draft as it is afterwards."""
    if concern is Concern.ERASE and _WISH_TO_ERASE.search(turn.text) and view.contact:
        turn.say("contact_erased", fields=labels(view, view.contact))
        return await forget(turn, view, list(view.contact))
    if concern is Concern.AT_WINDOW:
        await _say_window(turn, view)
    elif concern is Concern.FORM:
        await _say_forms(turn, view)
    elif concern is Concern.NO_NUMBER_YET:
        turn.say("concern_no_number_yet_newborn" if is_for_newborn(view) else "concern_no_number_yet")
    elif concern is Concern.LATER:
        turn.say("submit_waits")
        turn.say("resume_code", code=(await turn.api.resume_code(view.id)).code)
    else:
        turn.say(f"concern_{concern}")
    return view


async def forget(turn: Turn, view: IntakeView, kinds: Sequence[str]) -> IntakeView:
    """Take contact data back; the draft without them."""
    for kind in kinds:
        view = await turn.api.forget_personal(view.id, kind)
    return view


async def _notice(turn: Turn, view: IntakeView) -> NoticeContent | None:
    return (await turn.api.notice(view.notice.access)).content if view.notice else None


async def _say_window(turn: Turn, view: IntakeView) -> None:
    content = await _notice(turn, view)
    route = content.route if content else None
    if route is None or view.notice is None:
        turn.say("concern_at_window")
        return
    window = f"{route.site}{route.floor}{route.number}{route.name}"
    turn.say("at_this_window", window=window, address=route.address, notice=view.notice.number)


async def _say_forms(turn: Turn, view: IntakeView) -> None:
    content = await _notice(turn, view)
    names = [line.blank_form for line in content.materials if line.blank_form] if content else []
    turn.say("form_at_window", names="、".join(f"「{name}」" for name in names) or say("form_any"))
