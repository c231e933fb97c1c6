"""Which of the papers on a list a few words name: in full, by a part (卫生评价), in short (医废), or as people call it (照片)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from knowledge.language.paper_words import papers_in
from knowledge.privacy.common_words import common_words

_LEAST_SHARED = 2
"""Characters that a name and the words must share for the paper to count as named."""


def papers_named(text: str, names: Mapping[str, str], general: Iterable[str] = ()) -> tuple[str, ...]:
    """The ids of the papers that a stretch of a sentence names: one or none.

    Args:
        names: Paper id to name.
        general: Words of papers as such, by which none can be told.
    """
    ranked = sorted(((_likeness(text, name), key) for key, name in names.items()), reverse=True)
    if ranked and ranked[0][0][0] >= _LEAST_SHARED:
        return () if _is_general(text, names, ranked[0][1], general) else (ranked[0][1],)
    return papers_in(text, names).known[:1]


def _is_general(text: str, names: Mapping[str, str], best: str, general: Iterable[str]) -> bool:
    """Whether all that the words share with a name is said of other papers on the list as well: 那个证明."""
    shared = _longest_common(text, names[best])
    return shared in general and sum(shared in name for name in names.values()) > 1


def words_of_papers(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The stretches of a text that are in the name of a paper or short for it."""
    found = (one for name in names for one in _runs(text, name))
    return tuple(sorted(set(found), key=len, reverse=True))


def _likeness(text: str, name: str) -> tuple[int, int, int]:
    """How long a run both share; then how many characters, then how short the name is."""
    longest = max((len(run) for run in _runs(text, name)), default=0)
    return longest, len(set(text) & set(name)), -len(name)


def _runs(text: str, name: str) -> Iterator[str]:
    """The longest common run of characters, and a run of first characters of the name's words."""
    if run := _longest_common(text, name):
        yield run
    short = _in_short(name)
    if (run := _longest_common(text, short)) and run not in name:
        yield run


def _longest_common(text: str, other: str) -> str:
    longest, end = 0, 0
    row = [0] * (len(other) + 1)
    for place, letter in enumerate(text, 1):
        row = [0] + [row[n] + 1 if letter == one else 0 for n, one in enumerate(other)]
        if (here := max(row)) > longest:
            longest, end = here, place
    return text[end - longest : end] if longest >= _LEAST_SHARED else ""


@lru_cache(maxsize=1024)
def _in_short(name: str) -> str:
    """The first characters of a name's words: 医废处方 for 医疗废物处理方案."""
    return "".join(word.text[0] for word in common_words().words(name))
