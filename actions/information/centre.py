"""Where the centre is, when it is open and whom to call, from the api's windows."""

from __future__ import annotations

from actions.information.library import OPENING_HOURS
from actions.turn import Turn
from api.windows.schemas import WindowView
from knowledge.language.aspects import Aspect

OF_THE_CENTRE = frozenset({Aspect.HOURS, Aspect.PLACE, Aspect.PHONE})
"""What can be asked of the centre itself as well as of an item."""


async def main_window(turn: Turn) -> WindowView:
    """The centre's unified window, which stands for the centre itself; the first window where there is none."""
    windows = (await turn.api.windows()).windows
    return next((window for window in windows if window.kind == "综合窗口"), windows[0])


async def tell_centre(turn: Turn) -> None:
    """Where the centre is, when it is open, and its phone."""
    window = await main_window(turn)
    site = f"{window.site}（{window.address}）"
    turn.say("about_hours", site=site, hours=window.hours, phone=window.phone)
    if window.example:
        turn.say("library_example")
    turn.has_answered(OPENING_HOURS)
