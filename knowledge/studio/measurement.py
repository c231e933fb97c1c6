"""What a release does to sentences and conversations that it was not made from: right before, right after, group by group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from knowledge.base.text import comparable_text
from knowledge.studio.edit import EntryKind, LibraryEdits

MOST_LOST = 0.02
"""A group that loses a larger share of what it got right is worse, and the release is refused."""

_HELD_OUT_OF = 5
_SHORTEST_SHORTENED = 5


@dataclass(frozen=True)
class Sentence:
    """A sentence and the entry that it is known to mean."""

    kind: EntryKind
    id: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """A sentence or a conversation, before and after.

    Attributes:
        group: The entry or the kind of conversation to which it counts, in words.
        why: What is wrong with it after.
    """

    group: str
    text: str
    before: bool
    after: bool
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measured:
    """How a group does.

    Attributes:
        lost, won: What was right and is wrong, and the other way round.
    """

    group: str
    total: int
    before: int
    after: int
    lost: tuple[Outcome, ...]
    won: tuple[Outcome, ...]

    @property
    def is_worse(self) -> bool:
        """Whether so much is lost that a release is refused."""
        return (self.before - self.after) / self.total > MOST_LOST


def measured(outcomes: Iterable[Outcome]) -> list[Measured]:
    """The groups, those that lose most first."""
    by_group: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_group[outcome.group].append(outcome)
    found = [
        Measured(
            group,
            len(ones),
            sum(one.before for one in ones),
            sum(one.after for one in ones),
            tuple(one for one in ones if one.before and not one.after),
            tuple(one for one in ones if one.after and not one.before),
        )
        for group, ones in by_group.items()
    ]
    return sorted(found, key=lambda one: ((one.after - one.before) / one.total, one.group))


def is_held_out(text: str) -> bool:
    """Whether a phrasing is kept for measuring: one of five, always the same ones."""
    return sha256(comparable_text(text).encode()).digest()[0] % _HELD_OUT_OF == 0


def without_held_out(edits: LibraryEdits) -> LibraryEdits:
    """The edits as they are measured: without the phrasings that are kept for measuring."""
    return LibraryEdits(
        {
            entry: edit.model_copy(
                update={"phrasings": tuple(one for one in edit.phrasings if not is_held_out(one))}
            )
            for entry, edit in edits.edits.items()
        }
    )


def held_out(edits: LibraryEdits) -> Iterator[Sentence]:
    """The phrasings that are kept for measuring."""
    for (kind, key), edit in edits.edits.items():
        if kind is not EntryKind.OPTION:
            yield from (Sentence(kind, key, one) for one in edit.phrasings if is_held_out(one))


def shortened(text: str) -> str | None:
    """A phrasing with one character left out, always the same one, so that it is not heard word for word; None where it is too short."""
    if len(text) < _SHORTEST_SHORTENED:
        return None
    place = 1 + sha256(text.encode()).digest()[0] % (len(text) - 2)
    return text[:place] + text[place + 1 :]
