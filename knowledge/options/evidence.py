"""What speaks for each option of a question in a reply: one row of numbers an option.

Each is given as it is and beside the best of the other options; what holds for all options alike (a question mark) comes last and
speaks for or against there being an answer at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.language.choice import By, Choice
from knowledge.language.polarity import denies
from knowledge.options.known_question import KnownQuestion, Vectors
from knowledge.options.opposites import stands

Floats = NDArray[Any]
Pieces = Mapping[str, tuple[float, int]]

OF_WORDS = (
    "same characters",
    "share of the reply",
    "share of the words",
    "whole words",
    "same side",
    "other side",
    "words of like options",
    "same as like options",
    "words of the help",
    "yes or no",
    "yes or no of the question",
    "all of it",
    "only this",
    "words stand in it",
    "opens with yes or no",
    "part of the label",
    "opposites",
)
OF_VECTORS = (
    "likeness",
    "likeness to three",
    "likeness to the label",
    "likeness to question and label",
    "likeness to the middle",
    "distance from the middle",
    "likeness to like options",
    "likeness to the help",
    "votes of the words",
    "likeness on the same side",
    "likeness on the other side",
)
OF_ALL = ("options", "length", "asks", "wishes", "of the question", "likeness to the question")
NAMES = (*OF_WORDS, *OF_VECTORS)
OF_QUESTIONS = (
    "same side",
    "whole words",
    "words stand in it",
    "words of the help",
    "yes or no of the question",
    "likeness",
)
"""Evidence that means less in a question: 抵押登记在哪办 has the words of 有抵押 and says nothing of it."""
COLUMNS = (
    *NAMES,
    *(f"{name}, beside the others" for name in NAMES),
    *OF_ALL,
    *(f"{name}, in a question" for name in OF_QUESTIONS),
)
"""Names of the columns of :func:`evidence`."""

_IN_QUESTIONS = [NAMES.index(name) for name in OF_QUESTIONS]
_CLOSENESS = 12.0
"""How much more a word votes that is more alike."""
_FAR = -0.3
"""The likeness of what is not there."""
_ASKS = re.compile(
    r"[?？]|吗|么(?!$)|什么|啥|怎么|咋|如何|哪[里儿个些种]|[在去到上]哪|哪办|如果|要是|万一|假如|多少|多久|(?:要|得|需要)几|几[天号点时](?:能|可以|才|拿|办|下|开|关)|为什么|为啥|谁|能不能|可不可以|要不要|是不是|有没有|行不行|[\u4e00-\u9fff]{2}还是[\u4e00-\u9fff]"
)
_WISHES = re.compile(
    r"(?:我|俺)?(?:们)?(?:还)?(?:想|要|想要)(?:去|来)?(?:办|补|换|注销|申请|查|投诉|举报|预约|咨询|问)|怎么办理?|帮我(?:查|看|问)"
)
_ALL = re.compile(r"都|全|一起|一块|两样|两个|俩")
_ONLY = re.compile(r"只|光(?![盘荣线])|仅|单(?![位据子])|就.{0,4}一")
_JOINS = re.compile(r"都|全|一起|共|两|夫妻|和")
_ALONE = re.compile(r"只|仅|单|一[个次]|个人")


def asks(text: str) -> bool:
    """Whether the reply is a question itself."""
    return bool(_ASKS.search(text))


def evidence(text: str, known: KnownQuestion, choice: Choice | None, vector: Floats | None) -> Floats:
    """What speaks for each option, shape (options, columns).

    Args:
        text: Normalised reply.
        choice: What the rules have chosen, if anything.
        vector: Of the reply, put like the known ones; None without encoder.
    """
    pieces = known.rarity.pieces(text)
    words = _of_words(text, known, choice, pieces)
    if vector is None or known.vectors is None:
        likeness, to_question = np.zeros((len(known.options), len(OF_VECTORS))), 0.0
    else:
        likeness, to_question = _of_vectors(known, known.vectors, vector, denies(text))
    own = np.hstack([words, likeness])
    shared = known.statement_index.shared(pieces)
    of_all = np.array(
        [
            len(known.options),
            min(len(text), 40) / 10,
            float(asks(text)),
            float(bool(_WISHES.search(text))),
            float(shared.of_text[0]),
            to_question,
        ]
    )
    asked = own[:, _IN_QUESTIONS] * float(asks(text))
    return np.hstack([own, own - _best_of_the_others(own), np.tile(of_all, (len(own), 1)), asked])


def _of_words(text: str, known: KnownQuestion, choice: Choice | None, pieces: Pieces) -> Floats:
    own = known.index.shared(pieces)
    lent = known.lent_index.shared(pieces)
    explained = known.help_index.shared(pieces)
    statement = known.statement_index.shared(pieces)
    alike = known.likeness_of_lent
    inside = np.array([len(word) if word in text else 0 for word in known.flat]) / 4
    denial = denies(text)
    plain_yes = statement.agreeing[0] - statement.opposed[0]
    both, alone = bool(_ALL.search(text)), bool(_ONLY.search(text))
    best = np.maximum.reduceat
    return np.stack(
        [
            best(own.both, known.starts),
            best(own.of_text, known.starts),
            best(own.of_word, known.starts),
            best(inside, known.starts),
            best(own.agreeing, known.starts),
            best(own.opposed, known.starts),
            best(lent.agreeing * alike, known.lent_starts),
            best((lent.agreeing > 0.99) * alike, known.lent_starts),
            best(explained.of_text, known.help_starts),
            known.sides * (-1.0 if denial else 0.5),
            known.sides * plain_yes,
            np.array([_agrees(both, _JOINS, option.label) for option in known.options]),
            np.array([_agrees(alone, _ALONE, option.label) for option in known.options]),
            *(_of_rule(known, choice, by) for by in (By.MENTION, By.OPENING, By.PART)),
            known.stands @ stands(text),
        ],
        axis=1,
    )


def _agrees(said: bool, words: re.Pattern[str], label: str) -> float:
    return float(bool(words.search(label))) if said else 0.0


def _of_rule(known: KnownQuestion, choice: Choice | None, by: By) -> Floats:
    if choice is None or choice.by is not by:
        return np.zeros(len(known.options))
    return np.array([1.0 if option.value == choice.value else -1.0 for option in known.options])


def _of_vectors(known: KnownQuestion, vectors: Vectors, vector: Floats, denial: bool) -> tuple[Floats, float]:
    """How alike reply and options are, and reply and question."""
    points = known.points
    assert points is not None
    # The last one stands for what is not there.
    alike = np.append(vectors.rows[points.used] @ vector, np.float32(0.0))
    own, lent = alike[points.own], alike[points.lent]
    best = np.maximum.reduceat
    off = vector - points.all_middles
    distance = points.middles @ off
    votes = np.exp(_CLOSENESS * (np.concatenate([own, lent]) - 1)) @ points.votes
    rows = np.stack(
        [
            best(own, known.starts),
            _mean_of_three(own, known.starts),
            alike[points.labels],
            alike[points.asked],
            distance / max(float(np.sqrt(off @ off)), 1e-6),
            distance,
            best(lent * known.likeness_of_lent, known.lent_starts),
            best(alike[points.explained], known.help_starts),
            votes / max(float(votes.sum()), 1e-9),
            best(np.where(known.denials == denial, own, _FAR), known.starts),
            best(np.where(known.denials != denial, own, _FAR), known.starts),
        ],
        axis=1,
    )
    return rows, float(alike[points.question])


def _mean_of_three(own: Floats, starts: Sequence[int]) -> Floats:
    ends = [*starts[1:], len(own)]
    return np.array(
        [
            sum(sorted(own[start:end].tolist())[-3:]) / min(3, end - start)
            for start, end in zip(starts, ends, strict=True)
        ]
    )


def _best_of_the_others(own: Floats) -> Floats:
    """For each option and number the largest of the other options."""
    if len(own) == 2:
        return own[::-1]
    largest = np.sort(own, axis=0)[-2:]
    return np.where(own == largest[1], largest[0], largest[1])
