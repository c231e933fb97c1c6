"""What happens to a talk: each turn of events is one change of its row with the line that tells the applicant."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.entry import put
from api.platform.security import new_token
from api.services import Services
from api.talks.delivery import TOPIC
from api.talks.models import TalkLineRow, TalkRow
from api.talks.repository import TO_APPLICANT
from knowledge.catalogue.window import Window, opening_text
from knowledge.staff.talk_rules import TalkState, talk_rules


def main_window(services: Services) -> Window:
    """The centre's unified window, whose hours are those of talks; the first window where there is none."""
    windows = services.catalogue.windows.values()
    return next((one for one in windows if one.kind == "综合窗口"), next(iter(windows)))


def add_line(
    session: AsyncSession,
    row: TalkRow,
    speaker: str,
    text: str,
    now: datetime,
    *,
    account: str = "",
    key: str | None = None,
) -> None:
    """Keep something that was said; whoever follows the talk is told once it is committed.

    What is said to an applicant whose channel does not fetch it is brought there (:mod:`api.talks.delivery`).
    """
    session.add(TalkLineRow(talk_id=row.id, speaker=speaker, account=account, text=text, at=now, key=key))
    row.changed_at = now
    if speaker in TO_APPLICANT and row.channel not in talk_rules().fetching:
        put(session, TOPIC, row.channel, row.id, f"{TOPIC}/{row.id}/{new_token()[:16]}", {}, now)


def tell(session: AsyncSession, row: TalkRow, key: str, now: datetime, **parts: object) -> None:
    """Tell the applicant of a turn of events (``knowledge/staff/talk_rules.yaml``)."""
    add_line(session, row, "notice", talk_rules().text(key, **parts), now)


def accept(session: AsyncSession, row: TalkRow, account: str, now: datetime, *, by_session: bool) -> None:
    """An officer takes it."""
    row.state, row.account, row.by_session = TalkState.HELD, account, by_session
    row.accepted_at = row.unanswered_since = row.spoke_at = now
    tell(session, row, "accepted", now)


def requeue(session: AsyncSession, row: TalkRow, why: str, now: datetime) -> None:
    """It waits for another officer."""
    row.state, row.account, row.by_session = TalkState.WAITING, "", False
    row.waits_since = now
    row.unanswered_since = None
    tell(session, row, why, now)


def miss(session: AsyncSession, row: TalkRow, now: datetime, services: Services) -> None:
    """Nobody was free."""
    window = main_window(services)
    site = services.catalogue.sites[window.site]
    _end(row, TalkState.MISSED, now)
    tell(
        session,
        row,
        "missed",
        now,
        minutes=services.settings.talk_wait_min,
        phone=services.catalogue.place_of(window)["phone"],
        hours=opening_text(window.hours or site.hours),
    )


def hand_back(session: AsyncSession, row: TalkRow, summary: str, now: datetime) -> None:
    """It goes back to the assistant; the applicant sees the summary."""
    row.summary = summary
    _end(row, TalkState.BACK, now)
    tell(session, row, "back", now, summary=summary)


def end_idle(session: AsyncSession, row: TalkRow, now: datetime, minutes: int) -> None:
    """Nobody has said anything for long."""
    _end(row, TalkState.IDLE, now)
    tell(session, row, "idle", now, minutes=minutes)


def leave(row: TalkRow, now: datetime) -> None:
    """The applicant does not wait any more, and was told so in the reply."""
    _end(row, TalkState.LEFT, now)


def _end(row: TalkRow, state: TalkState, now: datetime) -> None:
    row.state, row.ended_at, row.changed_at = state, now, now
    row.unanswered_since = None
