"""Where the centre or a window is, when it is open - also at this moment - and whom to call, from the api's windows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from actions.guide.open_question import pick_up
from actions.information.library import HOURS_ANSWERS, OPENING_HOURS
from actions.reply.centre_notices import notice_lines
from actions.reply.wording import say
from actions.turn import Turn
from api.windows.schemas import DayOpening, WindowList, WindowView
from knowledge.base.dates import day_text
from knowledge.guidance.window_names import OF_A_WINDOW, names_of, window_in
from knowledge.language.aspects import Aspect
from knowledge.language.spoken_time import day_said, names_a_moment, time_said

_WEEKEND = re.compile("周末|双休")
_SATURDAY = 5
_GOES_ON = re.compile("也一样|一样吗|也是|也这样|同样|呢[?？]?$|^那")
"""By which a question goes on with what was just answered: 医保窗口也一样吗, 那车管所呢."""


async def main_window(turn: Turn) -> WindowView:
    """The centre's unified window, which stands for the centre itself; the first window where there is none."""
    return _main((await turn.api.windows()).windows)


async def say_human_line(turn: Turn) -> None:
    """The phone of a person, and when somebody answers it."""
    window = await main_window(turn)
    turn.say("human_line", phone=window.phone, hours=window.hours)


def _main(windows: list[WindowView]) -> WindowView:
    return next((window for window in windows if window.kind == "综合窗口"), windows[0])


def window_named(windows: Sequence[WindowView], text: str) -> WindowView | None:
    """The window that a sentence names."""
    names = {window.id: names_of(window.name, window.says, window.places) for window in windows}
    named = window_in(text, names)
    return next((window for window in windows if window.id == named), None)


async def told_window(turn: Turn) -> bool:
    """Tell of a window that is named with what is asked of it, or that goes on with an answer about hours."""
    goes_on = (turn.answered or "").partition("@")[0] in HOURS_ANSWERS and _GOES_ON.search(turn.text)
    if not goes_on and not OF_A_WINDOW & set(turn.aspects):
        return False
    known = await turn.api.windows()
    window = window_named(known.windows, turn.text)
    if window is None:
        return False
    _tell(turn, window, turn.aspects or (Aspect.HOURS,), known)
    turn.has_answered(OPENING_HOURS, window.id)
    pick_up(turn)
    return True


async def tell_centre(turn: Turn) -> None:
    """Where the centre, or the window that is named, is, when it is open, and its phone."""
    known = await turn.api.windows()
    named = window_named(known.windows, turn.text)
    _tell(turn, named or _main(known.windows), turn.aspects, known)
    turn.has_answered(OPENING_HOURS, named.id if named else "")


def _tell(turn: Turn, window: WindowView, aspects: Iterable[Aspect], known: WindowList) -> None:
    for line in (*window_lines(window, turn.text, aspects), *notice_lines(known, window.id)):
        turn.add(line)
    if window.example:
        turn.say("library_example")


def window_lines(window: WindowView, text: str, aspects: Iterable[Aspect]) -> list[str]:
    """Whether it is open first, where a moment or a day is asked for; then where it is, its hours and its phone."""
    lines = day_lines(window, text) if {Aspect.OPEN_NOW, Aspect.HOURS} & set(aspects) else []
    where = (
        window.site
        if window.kind == "综合窗口"
        else f"{window.site}{window.floor}{window.number}{window.name}"
    )
    site = f"{where}（{window.address}）"
    return [*lines, say("about_hours", site=site, hours=window.hours, phone=window.phone)]


async def opening_lines(turn: Turn, window_id: str, *, named: bool = False) -> list[str]:
    """Whether a window is open now or on the day that the message names.

    Args:
        named: Only where the message names a day or a time.
    """
    if named and not (names_a_moment(turn.text) or _WEEKEND.search(turn.text)):
        return []
    known = await turn.api.windows()
    lines = [
        line for window in known.windows if window.id == window_id for line in day_lines(window, turn.text)
    ]
    return [*lines, *notice_lines(known, window_id)]


async def notices_of(turn: Turn, window_id: str) -> list[str]:
    """What is to be known now before somebody goes to a window."""
    return notice_lines(await turn.api.windows(), window_id)


def day_lines(window: WindowView, text: str) -> list[str]:
    """Whether the window is open on the day that the sentence names, else now; nothing where no day was asked for or is known."""
    if not window.days:
        return []
    today = window.days[0].day
    wanted, at = _days_asked(text, today), time_said(text)
    known = {one.day: one for one in window.days}
    lines = (
        [_day_line(known[day], at) for day in wanted or [today] if day in known and (at or day != today)]
        if wanted or at
        else []
    )
    if lines:
        return lines
    if not _TODAY.search(text):
        return []
    if window.open_now:
        return [say("open_now", hours=window.days[0].hours)]
    if window.next_opening is None:
        return [say("closed_now")]
    return [say("closed_now_until", until=moment_text(window.next_opening))]


_TODAY = re.compile(
    "现在|这会|这阵|这时候|今[天日晚]|眼下|这个点|这个时间|而家|呢阵|开着|关门没|开门没|来得及|赶得|下班[了没]|门没|还"
)


def _days_asked(text: str, today: date) -> list[date]:
    if _WEEKEND.search(text):
        saturday = today + timedelta(days=(_SATURDAY - today.weekday()) % 7)
        return [saturday, saturday + timedelta(days=1)]
    day = day_said(text.replace("礼拜", "星期"), today)
    if day is None:
        return []
    return [day if day >= today else day + timedelta(days=7)]


def _day_line(opening: DayOpening, at: time | None) -> str:
    day = day_text(opening.day)
    if at is not None and opening.hours:
        when = f"{at:%-H:%M}"
        if _is_open(opening.hours, at):
            return say("open_at", day=day, at=when, hours=opening.hours)
        return say("closed_at", day=day, at=when, hours=opening.hours)
    if opening.hours:
        return say("open_on_day", day=day, hours=opening.hours)
    if opening.why:
        return say("closed_out_of_turn", day=day, why=opening.why.rstrip("。"))
    return say("closed_on_day", day=day)


_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


def _is_open(hours: str, at: time) -> bool:
    """Whether a time lies in the hours of a day: 9:00-12:00、13:00-17:00."""
    spans = [tuple(map(int, span)) for span in _SPAN.findall(hours)]
    return any(time(a, b) <= at < time(c, d) for a, b, c, d in spans)


def moment_text(at: datetime) -> str:
    """A day and a time as they are said."""
    return f"{day_text(at.date())}{at.hour}:{at.minute:02d}"
