"""What the centre's staff want everybody to know now: closures and notices, for one window or for all."""

from __future__ import annotations

from actions.reply.wording import say
from api.windows.schemas import WindowList


def notice_lines(known: WindowList, window: str = "") -> list[str]:
    """The notices about a window, the urgent first; without a window those that reach the unified window, which stands for the centre.

    Args:
        window: Id of a window.
    """
    asked = {window} if window else {one.id for one in known.windows if one.kind == "综合窗口"}
    told = [one for one in known.notices if one.everywhere or asked & set(one.windows)]
    return [
        say("centre_closed" if one.closed else "centre_notice", period=one.period, text=one.text.rstrip("。"))
        for one in told
    ]
