"""The people whom a sentence may speak of: ``parties.yaml``."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("parties.yaml")


class SomeoneNamed(Frozen):
    """A person as seen from the speaker.

    Attributes:
        say: How the speaker is told of the person (您母亲).
        words: How people call the person.
        minor: Whether the person is a minor, unless an age says otherwise.
    """

    say: str
    words: tuple[str, ...]
    minor: bool = False


class People(Frozen):
    """Everybody a sentence may speak of, and the words of acting.

    Attributes:
        acts: What is done for somebody.
        goes: What somebody does who goes there.
        cannot: Why somebody does not come.
    """

    people: dict[str, SomeoneNamed]
    acts: tuple[str, ...]
    goes: tuple[str, ...]
    cannot: tuple[str, ...]

    @cached_property
    def id_of(self) -> dict[str, str]:
        """Word to id."""
        return {word: key for key, one in self.people.items() for word in one.words}

    @cached_property
    def someone(self) -> str:
        """One of the people in a regular expression, the longest words first."""
        return one_of(self.id_of)


def one_of(words: object) -> str:
    """Words as alternatives of a regular expression, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))  # type: ignore[call-overload]


@lru_cache(maxsize=1)
def people() -> People:
    """The shipped list, read once."""
    return People.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
