"""What windows are called, and which one a sentence names: 车管所, 社保窗口, 河西镇便民中心."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.language.aspects import Aspect

OF_A_WINDOW = frozenset({Aspect.HOURS, Aspect.PLACE, Aspect.PHONE, Aspect.OPEN_NOW})
"""What can be asked of a window, and of the centre itself, as well as of an item."""

_OF_A_TOWNSHIP = ("便民", "的便民", "镇上", "的窗口", "的人")


def names_of(name: str, says: Iterable[str], places: Iterable[str]) -> tuple[str, ...]:
    """Everything a window is called; a township's name counts with a word that makes it its centre."""
    centres = (f"{place}{word}" for place in places for word in _OF_A_TOWNSHIP)
    return (name, name.removesuffix("窗口"), *says, *centres)


def window_in(text: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The id of the window that a sentence names, by the longest of its names; None where it names none.

    Args:
        names: Window id to what it is called.
    """
    found = [(len(word), key) for key, words in names.items() for word in words if word and word in text]
    return max(found)[1] if found else None
