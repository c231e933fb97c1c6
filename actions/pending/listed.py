"""A choice among things that were listed, said in a whole sentence: an ordinal, the words of one line, all, or none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.pending.model import AnswerOption, Meaning, Reading
from knowledge.language.human_line import is_none_of_all
from knowledge.language.menu_choice import line_meant, place_in, wants_all
from knowledge.language.offered_options import plain

_WHO = re.compile(r"[(（](?:在这里办|找[^)）]*)[)）]$")
"""Behind a label: who does it, which tells nothing apart."""


def core(label: str) -> str:
    """A label without who does it."""
    return _WHO.sub("", label)


def done_elsewhere(label: str) -> bool:
    """Whether a label says that others do it."""
    found = _WHO.search(label)
    return found is not None and "找" in found.group()


_CLAUSE_ENDS = re.compile(r"[,，。;；!！?？\s]+")


def first_clause(text: str) -> str:
    """What a message says first."""
    return _CLAUSE_ENDS.split(text, maxsplit=1)[0]


def named_first(text: str, options: Sequence[AnswerOption]) -> tuple[AnswerOption, str] | None:
    """The line that a message names before it goes on, with what it goes on to say: 残疾人证（新办），要带些啥子."""
    first, *rest = _CLAUSE_ENDS.split(text, maxsplit=1)
    if not rest or not rest[0]:
        return None
    named = (one for one in options if plain(first) in {plain(core(one.label)), plain(one.label)})
    option = next(named, None)
    return (option, rest[0]) if option is not None else None


def listed_choice(
    text: str, options: Sequence[AnswerOption], other_words: Sequence[str] = ()
) -> Reading | None:
    """What a sentence picks of the lines; None where it is not clear which.

    Args:
        text: Normalised message.
        other_words: One more word for each line, in their order.
    """
    if is_none_of_all(text):
        return Reading(meaning=Meaning.NONE_OF_THESE)
    offered = [option for option in options if option.button]
    place = place_in(text, len(offered))
    if place is None:
        lines = [[plain(core(one.label)), *map(plain, one.says)] for one in offered]
        for line, word in zip(lines, other_words, strict=False):
            line.append(plain(word))
        line_said = line_meant(text, lines)
        place = None if line_said is None else line_said + 1
    if place is not None:
        return Reading(meaning=Meaning.PICKS, value=offered[place - 1].value)
    return Reading(meaning=Meaning.ALL) if len(offered) > 1 and wants_all(text) else None
