"""An answer for WeChat: messages of the dialogue as texts of at most 2,047 bytes, with a link into the page where it shows more.

Nothing is lost: where there is a page, a long answer is its head, what is asked and the options, and the page has all of it; where there is
none, the answer comes in several parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from actions.reply.parts import Listed, Reply, Said, ShownReply
from bot.reply import Message

MOST_BYTES = 2047
MOST_MENU = 6
"""Entries of a menu that are read at a glance."""
MOST_TITLE, MOST_DESCRIPTION = 64, 120
"""Characters of an article that WeChat shows."""

Opens = Literal["", "form", "notice", "materials", "progress", "slots"]

_OPENS: dict[str, Opens] = {
    "form": "form",
    "check": "materials",
    "notice": "notice",
    "case": "progress",
    "case_known": "progress",
    "submitted": "progress",
    "progress": "progress",
    "slots": "slots",
}
_LABELS: dict[Opens, str] = {
    "": "在网页里接着看",
    "form": "在安全表单里填",
    "notice": "看全文、传材料",
    "materials": "看材料和预审",
    "progress": "看办件进度",
    "slots": "在网页里选时间",
}
_CUT = "……（没有显示完的在网页里）"
_INVISIBLE = str.maketrans({"<": "＜", ">": "＞"})
"""WeChat reads ``<a href>`` in a text; what anybody said must make no link."""

Links = Callable[[Opens], str]
"""The address that opens a part of the page for this follower."""


@dataclass(frozen=True)
class Outgoing:
    """One message of the account.

    Attributes:
        options: Number and words of each option, for a menu that can be tapped, with ``head`` above it.
        title, url: Of an article; ``text`` is its description.
    """

    text: str
    options: tuple[tuple[str, str], ...] = ()
    head: str = ""
    title: str = ""
    url: str = ""

    @property
    def is_article(self) -> bool:
        return bool(self.url)

    @property
    def as_text(self) -> str:
        """The same in words only."""
        return (
            f"{self.title}\n{self.text}\n{anchor(self.url, _LABELS['notice'])}"
            if self.is_article
            else self.text
        )


@dataclass(frozen=True)
class _Whole:
    """All that is to be said, and what of it must not be left out."""

    lines: list[str] = field(default_factory=list)
    ending: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    opens: Opens | None = None
    options: tuple[tuple[str, str], ...] = ()


def composed(
    messages: Sequence[Message], links: Links | None = None, *, articles: bool = False
) -> list[Outgoing]:
    """The messages of an answer, each short enough, the first one to be sent at once.

    Args:
        links: Makes addresses of the page; None where the service has no public address.
        articles: A long notice may be an article, with the words after it.
    """
    whole = _whole(messages)
    link = anchor(links(whole.opens), _LABELS[whole.opens]) if links and whole.opens is not None else ""
    text = "\n".join(filter(None, (*whole.lines, *whole.ending, link)))
    if size(text) <= MOST_BYTES:
        head = "\n".join(filter(None, (*whole.lines, *whole.asked, link)))
        return [Outgoing(text, whole.options, head)] if text else []
    if links is None:
        return [Outgoing(part) for part in parts_of(text)]
    short = Outgoing(_shortened(whole, link or anchor(links(""), _LABELS[""])))
    if articles and whole.opens == "notice":
        return [_article(whole, links("notice")), short]
    return [short]


def parts_of(text: str, most: int = MOST_BYTES) -> list[str]:
    """A text in parts, cut between lines; a single line that is too long is cut between characters."""
    parts, part = [], ""
    for line in text.split("\n"):
        for piece in _pieces(line, most):
            longer = f"{part}\n{piece}" if part else piece
            if size(longer) > most:
                parts.append(part)
                longer = piece
            part = longer
    return [*parts, part] if part else parts


def size(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode())


def anchor(url: str, label: str) -> str:
    """A link as WeChat shows it in a text."""
    return f'<a href="{url}">{label}</a>'


def _whole(messages: Sequence[Message]) -> _Whole:
    lines: list[str] = []
    ending: list[str] = []
    asked: list[str] = []
    opens: Opens | None = None
    options: tuple[tuple[str, str], ...] = ()
    for message in messages:
        lines += ending
        head, ending, asked = _parts(message)
        lines += head
        shown = ShownReply.model_validate(message.get("reply") or {})
        options = tuple((str(one.number), one.label) for one in shown.options)
        opens = message.get("opens") or _OPENS.get((message.get("custom") or {}).get("kind", "")) or opens
    return _Whole(_visible(lines), _visible(ending), _visible(asked), opens, options)


def _visible(lines: Sequence[str]) -> list[str]:
    return [line.translate(_INVISIBLE) for line in lines]


def _parts(message: Message) -> tuple[list[str], list[str], list[str]]:
    """The lines of a message: what is told; from the question on what is asked with its options; and the same without them."""
    shown = ShownReply.model_validate(message.get("reply") or {})
    asks = [place for place, block in enumerate(shown.blocks) if _asks(block)]
    if not asks:
        return str(message.get("text", "")).split("\n"), [], []
    split = min(asks)
    told = Reply(blocks=shown.blocks[:split], options=shown.options).text
    asked = Reply(blocks=shown.blocks[split:], options=shown.options).text
    words = Reply(blocks=tuple(one for one in shown.blocks[split:] if isinstance(one, Said))).text
    return _lines(told), _lines(asked), _lines(words)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _asks(block: Said | Listed) -> bool:
    return isinstance(block, Listed) or block.asks


def _shortened(whole: _Whole, link: str) -> str:
    """The head as far as there is room, then what is asked, then the link."""
    ending = "\n".join(whole.ending)
    room = MOST_BYTES - size(link) - size(_CUT) - 3
    if size(ending) > room // 2:
        ending = next(iter(parts_of(ending, room // 2)), "")
    room -= size(ending)
    head = next(iter(parts_of("\n".join(whole.lines), max(room, 3))), "")
    return "\n".join(filter(None, (head, _CUT, ending, link)))


def _article(whole: _Whole, url: str) -> Outgoing:
    title, *rest = whole.lines
    return Outgoing("\n".join(rest)[:MOST_DESCRIPTION], title=title[:MOST_TITLE], url=url)


def _pieces(line: str, most: int) -> Iterator[str]:
    while size(line) > most:
        cut = len(line.encode()[:most].decode(errors="ignore"))
        yield line[:cut]
        line = line[cut:]
    yield line
