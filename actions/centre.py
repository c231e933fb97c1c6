"""Where the centre is, when it is open and whom to call, from the api's windows."""

from __future__ import annotations

from actions.turn import Turn
from api.windows.schemas import WindowView


async def main_window(turn: Turn) -> WindowView:
    """The centre's unified window, which stands for the centre itself; the first window where there is none."""
    windows = (await turn.api.windows()).windows
    return next((window for window in windows if window.kind == "综合窗口"), windows[0])
