"""Which of an item's own questions (常见问题) a sentence asks: 自己走的能领失业金不 for 自己辞职能领吗.

Two things speak for a question: the share of characters and pairs that its words and the sentence have in common, after words
that mean the same were made one, and - where the machine has an encoder - how near their meanings are. An item has a handful
of questions, so nothing is trained; the vectors of its questions are made once and kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge.base.text import comparable_text
from knowledge.catalogue.item import Faq
from knowledge.embedding.encoder import SentenceEncoder, Vectors
from knowledge.embedding.recent import Recent

SURELY_BY_WORDS, _STATED_BY_WORDS = 0.62, 0.8
_SURELY, _SURELY_WITHOUT_ASPECT, _SURELY_STATED = 1.03, 1.0, 1.03
"""From these sums on a question is meant; a sentence that asks an aspect has another answer, and one that does not ask
may be a wish or a circumstance, so that more must speak for it."""
_WEIGHT_OF_WORDS = 0.15
_UNTOLD = 0.85
"""Likeness by meaning at most, where the sentence says no word but those of several questions, or hardly one of what the question asks."""
_LEAST_ASKED = 0.25
"""Share of a question's words, without those that its item is called, that a sentence must say: 高龄补贴咋办 does not ask 高龄补贴每月多少钱.
Of 759 wishes (上牌咋办) 101 were answered with a question of the item's own without it, and 38 with it; of 67 real questions 56 still are.
"""
_ASKS_ONLY = frozenset("要能没怎么办多少用")
"""Characters that are in questions of every kind."""

_ONE_WORD = (
    (
        re.compile(r"能不能|可不可以|可唔可以|得唔得|行不行|是不是能|可以|能够|得不得|给不给|让不让|还能"),
        "能",
    ),
    (re.compile(r"要不要|用不用|需不需要|使唔使|必须|一定|非得|需要|得要|是不是要|该不该"), "要"),
    (re.compile(r"没有|冇|没得|没办|未"), "没"),
    (re.compile(r"怎么办|咋办|咋整|咋弄|怎么弄|点算|点办|如何"), "怎么"),
    (re.compile(r"娃娃|娃儿|小孩|宝宝|孩子|小朋友|细路"), "娃"),
    (re.compile(r"丢失|弄丢|遗失|掉了|找不到|不见"), "丢"),
    (re.compile(r"过期|超期|逾期"), "过期"),
    (re.compile(r"到期|期满"), "到期"),
    (re.compile(r"多长时间|几耐|好久"), "多久"),
    (re.compile(r"办理|申请|申领|办"), "办"),
    (re.compile(r"辞职|自己走|不干了|主动离职|自愿离职|自动离职|自己不做"), "辞职"),
    (re.compile(r"老公|老婆|配偶|爱人|丈夫|妻子|另一半|婆娘"), "配偶"),
)
_NOISE = re.compile(
    r"请问|问一?下|麻烦|你好|您好|我们|我家|咱们|我想|想知道|那么|那个|这个|的话|一下|[我俺您你他她它咱的了吗呢啊呀吧么嘛哦不就也都还又再那这个是会有在去]"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what speaks for it.

    Attributes:
        words: Likeness by words, 0 to 1.
        meaning: Likeness by meaning; None without an encoder.
    """

    question: Faq
    words: float
    meaning: float | None = None

    @property
    def strength(self) -> float:
        """By what questions are compared."""
        return self.words if self.meaning is None else self.meaning + _WEIGHT_OF_WORDS * self.words

    def is_meant(self, *, asks_aspect: bool, asks: bool = True) -> bool:
        """Whether it is surely what is asked.

        Args:
            asks_aspect: Whether the sentence asks something that every item can be asked.
            asks: Whether it has the form of a question at all.
        """
        if self.meaning is None:
            return self.words >= (SURELY_BY_WORDS if asks or asks_aspect else _STATED_BY_WORDS)
        if asks_aspect:
            return self.strength >= _SURELY
        return self.strength >= (_SURELY_WITHOUT_ASPECT if asks else _SURELY_STATED)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The questions of one item, made ready once.

    Attributes:
        phrasings: All their words, and beside each the place of its question.
        written: The question of each phrasing as texts are compared.
        of_several: What more than one of them says, in pairs of characters.
    """

    questions: tuple[Faq, ...]
    phrasings: tuple[str, ...]
    owners: NDArray[np.intp]
    counted: tuple[dict[str, int], ...]
    written: dict[str, Faq]
    of_several: frozenset[str]

    @classmethod
    def of(cls, questions: Sequence[Faq]) -> _Known:
        said = [(place, words) for place, one in enumerate(questions) for words in _said(one)]
        return cls(
            tuple(questions),
            tuple(words for _, words in said),
            np.array([place for place, _ in said]),
            tuple(dict(_features(words)) for _, words in said),
            {comparable_text(words): questions[place] for place, words in reversed(said)},
            _words_of_several(questions),
        )

    def by_words(self, text: str) -> Vectors:
        """Likeness of each question by its words, 0 to 1."""
        said = dict(_features(text))
        return self._best([_likeness(said, counted) for counted in self.counted])

    def by_meaning(self, said: Vectors, vectors: Vectors) -> Vectors:
        """Likeness of each question by its meaning; vectors of its phrasings, shape (phrasings, dimensions)."""
        return self._best(vectors @ said)

    def _best(self, likeness: Sequence[float] | Vectors) -> Vectors:
        best = np.full(len(self.questions), -1.0, np.float32)
        np.maximum.at(best, self.owners, likeness)
        return best


class QuestionFinder:
    """Finds the question of an item that is asked; may be used by several threads.

    Args:
        encoder: None where the machine has none; then words alone decide.
        recent: Remembers the vectors of what is said, for all who ask for them.
    """

    def __init__(self, encoder: SentenceEncoder | None, recent: Recent | None = None) -> None:
        self._encoder = encoder
        self._recent = recent or (Recent(encoder) if encoder else None)
        self._vectors: dict[str, Vectors] = {}
        self._lock = Lock()
        self._known = lru_cache(maxsize=1024)(_Known.of)

    def find(self, text: str, questions: Iterable[Faq], called: Sequence[str] = ()) -> Asked | None:
        """The question for which most speaks. Blocks for some 10 ms, longer where an item's questions are seen first.

        Args:
            called: What the item is called, whose words stand in questions of every kind about it.

        Returns:
            None where there are no questions.
        """
        known = self._known(tuple(questions))
        if not known.questions:
            return None
        by_words = known.by_words(text).tolist()
        exact = known.written.get(comparable_text(text))
        if exact is not None or self._encoder is None:
            best = known.questions.index(exact) if exact is not None else int(np.argmax(by_words))
            return Asked(known.questions[best], by_words[best])
        meanings = self._meanings(text, known).tolist()
        asked = [
            Asked(one, words, meaning)
            for one, words, meaning in zip(known.questions, by_words, meanings, strict=True)
        ]
        nearest = max(asked, key=lambda one: one.strength)
        if (
            _pairs(text) <= known.of_several
            or _share_asked(_telling(text), nearest.question, called) < _LEAST_ASKED
        ):
            return replace(nearest, meaning=min(nearest.meaning or 0.0, _UNTOLD))
        return nearest

    def vectors(self, text: str, known: Sequence[str]) -> dict[str, Vectors]:
        """Vectors of a sentence and of texts of the catalogue, which alone are kept. Blocks; needs an encoder."""
        assert self._recent is not None
        said = self._recent.vector(text)
        with self._lock:
            return {**self._of(list(known)), text: said}

    @property
    def knows_meanings(self) -> bool:
        """Whether there is an encoder."""
        return self._encoder is not None

    def _meanings(self, text: str, known: _Known) -> Vectors:
        vectors = self.vectors(text, known.phrasings)
        return known.by_meaning(vectors[text], np.stack([vectors[words] for words in known.phrasings]))

    def _of(self, texts: list[str]) -> dict[str, Vectors]:
        missing = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if missing and self._encoder is not None:
            self._vectors.update(zip(missing, self._encoder.encode(missing), strict=True))
        return {text: self._vectors[text] for text in texts}


def likeness_of_words(first: str, second: str) -> float:
    """How much two sentences have in common, 0 to 1."""
    return _likeness(dict(_features(first)), dict(_features(second)))


def _said(question: Faq) -> tuple[str, ...]:
    return (question.question, *question.says)


def _words_of_several(known: Sequence[Faq]) -> frozenset[str]:
    """What more than one question of an item says, in pairs of characters: 能不能领失业金 alone does not ask of 自己辞职."""
    said = [set().union(*map(_pairs, (one.question, *one.says))) for one in known]
    held_by = Counter(pair for pairs in said for pair in pairs)
    return frozenset(pair for pair, count in held_by.items() if count > 1)


def _share_asked(said: set[str], question: Faq, called: Sequence[str]) -> float:
    """How much of what a question asks is said, beside what its item is called; 0 to 1."""
    name = set().union(*map(_telling, called))
    shares = []
    for words in map(_telling, _said(question)):
        asked = words - name
        shares.append(len(asked & said) / len(asked) if asked else float(words <= said))
    return max(shares)


def _telling(text: str) -> set[str]:
    """Characters and pairs of characters, without those that only ask."""
    return {key for key, _ in _features(text)} - _ASKS_ONLY


def _pairs(text: str) -> set[str]:
    return {key for key, _ in _features(text) if len(key) > 1}


def comparable_words(text: str) -> str:
    """A text for comparison: words that mean the same made one, and without those that tell nothing."""
    plain = comparable_text(text)
    for pattern, word in _ONE_WORD:
        plain = pattern.sub(word, plain)
    return _NOISE.sub("", plain)


@lru_cache(maxsize=4096)
def _features(text: str) -> frozenset[tuple[str, int]]:
    """Characters and pairs of characters with their number."""
    plain = comparable_words(text)
    counted = Counter(plain) + Counter(plain[n : n + 2] for n in range(len(plain) - 1))
    return frozenset(counted.items())


def _likeness(said: dict[str, int], known: dict[str, int]) -> float:
    both = sum(min(count, known.get(feature, 0)) for feature, count in said.items())
    all_of_them = sum(said.values()) + sum(known.values())
    return 2 * both / all_of_them if all_of_them else 0.0
