"""What the channels have to do with talks with a person: what was said before one came, and what one says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from actions.client.api_client import ApiClient, Line
from api.talks.schemas import TalkNews
from bot.channels.transcript import Entry, Transcript
from bot.channels.wire import BadMessage
from bot.conversation import dialogue_of

MOST_LINES = 100
_LONGEST = 2_000


def earlier_lines(entries: Sequence[Entry]) -> list[Line]:
    """What was said so far, as an officer reads it; the last lines where there are many."""
    lines = []
    for entry in entries:
        at = datetime.fromtimestamp(entry.at, UTC).isoformat()
        said = [
            ("applicant", entry.said),
            *(("assistant", one.get("text", "")) for one in entry.messages or []),
        ]
        lines += [
            {"speaker": speaker, "text": text[:_LONGEST], "at": at} for speaker, text in said if text.strip()
        ]
    return lines[-MOST_LINES:]


async def show_the_desk(
    client: ApiClient, transcript: Transcript, token: str, channel: str, entry: Entry
) -> None:
    """Whoever accepts sees the whole talk so far, and not only what the dialogue remembers of it.

    Args:
        entry: The answer that was just given; nothing is done unless a person was asked for in it.
    """
    cards = (one["custom"] for one in entry.messages or [] if one.get("custom"))
    talk = next((card["talk"] for card in cards if card.get("state") == "waiting" and card.get("talk")), None)
    if talk:
        lines = earlier_lines(await transcript.recent(token))
        await client.talk_lines(channel, dialogue_of(token, channel), talk, lines, replacing=True)


def line_after(body: dict[str, Any]) -> int:
    """After which line news are asked for.

    Raises:
        BadMessage: It is no number of a line.
    """
    after = body.get("after", 0)
    if isinstance(after, bool) or not isinstance(after, int) or not 0 <= after < 2**62:
        raise BadMessage("invalid_message", "after 应是上一次看到的最后一句的 id，从头取写 0")
    return after


def heard(news: TalkNews) -> dict[str, Any]:
    """As clients get it, in the time of what else was said in the channel; the id of the talk is the desk's own."""
    apart = timedelta(seconds=round((datetime.now(UTC) - news.now).total_seconds()))
    lines = [line.model_copy(update={"at": line.at + apart}) for line in news.lines]
    told = news.model_copy(update={"lines": lines})
    return told.model_dump(mode="json", exclude={"talk", "now"})
