"""Which of the centre's items or of the matters that others do a long sentence means, on one scale.

The catalogue's matcher knows its items best, and nothing else: in a story about a stay in hospital, a rent and a child it is sure of
the item that speaks of one of them. The register's matcher knows items and matters beside each other. What both say of an item is
mixed; whatever is likely a matter is taken from what the items have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from knowledge.matching import Candidate, Decision, Match

STORY, SHORT_STORY = 20, 12
"""Characters from which a sentence, or one of several clauses, may tell a story around what it wants."""

_DIFFERENT = 4
"""Different characters of a message that may tell something."""

_CLAUSE_END = re.compile(r"[,，。;；!！?？](?=.)")

OWN_MATCHER = 0.7
"""Share of the catalogue's own matcher in the probability of an item; of openings held out, one in 0.75 to 0.9 is right in 76 of 100."""

SURE, SECOND = 0.65, 0.25
"""One that is so likely, with no second so likely, is acted on: a mistake is put right in a word, a menu costs everybody one. Of what
strangers began with, all that reached it were right; of openings held out, which shun the usual words, two of three."""

WORTH_ASKING = 0.1
"""Below it nothing is offered."""

WORD_FOR_WORD = 0.6
"""Share of what lacks to certainty by which a clause in the words of the catalogue or register adds to it."""

UNCERTAIN = 0.45
"""Below it the first is so uncertain that also others with little for them are offered."""

FAR_BEHIND = 0.15
"""Share of the first one's probability below which another is not offered beside it."""


def is_story(text: str) -> bool:
    """Whether a sentence is long enough to tell a story, so that it is heard as a whole, against items and matters alike."""
    return len(text) >= STORY


def is_babble(text: str) -> bool:
    """Whether a message only says a few characters over and over, so that it tells nothing: 啊啊啊啊啊啊啊啊啊啊啊啊."""
    return len(text) >= SHORT_STORY and len(set(text)) < _DIFFERENT


def is_short_story(text: str) -> bool:
    """Whether a shorter sentence may tell one where the catalogue alone is not sure what it wants."""
    return SHORT_STORY <= len(text) < STORY and _CLAUSE_END.search(text) is not None


def told_apart(
    items: Match,
    both: Match,
    is_matter: Callable[[str], bool],
    knows: Callable[[str], bool],
    *,
    named: Collection[str] = (),
    denied: Collection[str] = (),
) -> Match:
    """Items and matters, likeliest first, each with the probability that it is meant; ``SURE`` where one of them surely is.

    Args:
        items: What the catalogue's matcher finds.
        both: What the register's matcher finds.
        is_matter: Whether an id is a matter's.
        named: Ids of what its clauses ask for, word for word or surely; taken for a hint where it is one thing.
        denied: Ids of what the applicant has said not to want.
        knows: Whether the register's matcher has learned an id; a centre's own items it has not.
    """
    elsewhere = {one.id: one.score for one in both.candidates if is_matter(one.id)}
    beside = {one.id: one.score for one in both.candidates if not is_matter(one.id)}
    left = max(0.0, 1.0 - sum(elsewhere.values()))
    own = {one.id: one.score for one in items.candidates}
    here = {
        key: _mixed(own.get(key, 0.0) * left, beside.get(key, 0.0)) if knows(key) else own[key] * left
        for key in own.keys() | beside.keys()
    }
    likely = {**here, **elsewhere}
    if len(named) == 1:
        likely |= {key: likely[key] + WORD_FOR_WORD * (1 - likely[key]) for key in named if key in likely}
    ranked = sorted(likely.items(), key=lambda pair: -pair[1])
    candidates = tuple(
        Candidate(key, round(score, 4))
        for key, score in ranked
        if score >= WORTH_ASKING / 4 and key not in denied
    )
    return replace(items, decision=_decision(candidates), candidates=candidates)


_NOTHING = (Candidate("", 0.0), Candidate("", 0.0))


def _mixed(own: float, beside: float) -> float:
    return OWN_MATCHER * own + (1 - OWN_MATCHER) * beside


def _decision(candidates: tuple[Candidate, ...]) -> Decision:
    best, second = (one.score for one in (*candidates, *_NOTHING)[:2])
    if best >= SURE and second < SECOND:
        return Decision.SURE
    return Decision.CLOSE if best >= WORTH_ASKING else Decision.FAR


def coverage(told: Match) -> float:
    """How probable it is that what is meant is among the four likeliest.

    More than their probabilities add up to: of 621 openings held out whose first had less than 0.45, what was meant was among the
    first four in 67 of 100; from 0.45 on in 83, from 0.6 on in 87, from 0.75 on in 92.
    """
    best = told.candidates[0].score if told.candidates else 0.0
    return next((share for least, share in _COVERAGE if best >= least), 0.0)


_COVERAGE = ((0.75, 0.92), (0.6, 0.87), (0.45, 0.83), (0.15, 0.67))


def worth_choosing(told: Match, most: int) -> tuple[Candidate, ...]:
    """What somebody is offered who is not surely understood: at most so many, none far behind the first."""
    first = told.candidates[0].score if told.candidates else 0.0
    least = max(WORTH_ASKING if first >= UNCERTAIN else WORTH_ASKING / 4, first * FAR_BEHIND)
    return tuple(one for one in told.candidates[:most] if one.score >= least)
