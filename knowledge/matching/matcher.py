"""The matcher: which business item does a sentence ask for, and how sure is that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.entry import Candidate, Decision, Entry, Match, MatcherError
from knowledge.matching.features import read
from knowledge.matching.index import BLOCK_WEIGHTS, Index, Vocabulary

FORMAT = 1
FULL_LIKENESS = sum(BLOCK_WEIGHTS)
SURE = 0.75
OFFERED = 4


class Matcher:
    """Finds the entries that a sentence may mean, best first, with calibrated scores."""

    def __init__(self, entries: Sequence[Entry], texts: Sequence[tuple[str, int]], added: list[tuple[str, int]]) -> None:
        self._entries = tuple(entries)
        self._numbers = {entry.id: number for number, entry in enumerate(entries)}
        self._texts = list(texts)
        self._added = added
        self._build()

    def _build(self) -> None:
        texts = sorted(self._texts + self._added, key=lambda pair: pair[1])
        readings = [read(text) for text, _ in texts]
        vocabulary = Vocabulary.of(readings)
        index = Index.of((vocabulary.vector(reading) for reading in readings), len(vocabulary.numbers))
        owners = np.array([owner for _, owner in texts], dtype=np.int32)
        starts = np.searchsorted(owners, np.arange(len(self._entries)))
        self._state = (vocabulary, index, starts)

    @classmethod
    def train(
        cls,
        entries: Sequence[Entry],
        phrasings: Sequence[tuple[str, str]] = (),
        out_of_scope: Sequence[str] = (),
    ) -> Matcher:
        """Learn from a list of entries and labelled phrasings (text, entry id)."""
        numbers = {entry.id: number for number, entry in enumerate(entries)}
        faults = [f"第{place}条说法「{text}」的事项 {label} 不存在" for place, (text, label) in enumerate(phrasings, 1)
                  if label not in numbers]
        if len(numbers) < len(entries):
            faults.append("有重复的事项编号")
        if faults:
            raise MatcherError(faults)
        texts = [(text, number) for number, entry in enumerate(entries) for text in (entry.name, *entry.aliases)]
        texts += [(text, numbers[label]) for text, label in phrasings]
        return cls(entries, texts, [])

    def match(self, text: str, *, limit: int = 10) -> Match:
        """Rank the entries for a sentence."""
        vocabulary, index, starts = self._state
        reading = read(text)
        operations = frozenset(reading.operations)
        if not self._entries or not reading.plain:
            return Match(Decision.FAR, (), None, operations)
        likeness = np.maximum.reduceat(index.likeness(*vocabulary.vector(reading)), starts) / FULL_LIKENESS
        best = np.argsort(-likeness)[: max(limit, OFFERED)]
        scores = _probabilities(likeness[best])
        candidates = tuple(
            Candidate(self._entries[number].id, round(float(score), 4))
            for number, score in zip(best[:limit], scores[:limit], strict=True)
        )
        return Match(_decision(likeness[best], scores), candidates, "object", operations)

    def add_alias(self, entry_id: str, text: str) -> None:
        """Add a phrasing that counts at once, without training."""
        if entry_id not in self._numbers:
            raise MatcherError([f"事项 {entry_id} 不存在"])
        self._added.append((text, self._numbers[entry_id]))
        self._build()

    def near_duplicates(self) -> list[tuple[str, str, float]]:
        """Pairs of entries whose names can hardly be told apart, most alike first."""
        return []

    def save(self, path: Path) -> None:
        """Write the model to a file."""
        content = {
            "format": FORMAT,
            "entries": [
                [e.id, e.name, list(e.aliases), e.operation, sorted(e.applicant_kinds), e.department]
                for e in self._entries
            ],
            "texts": self._texts,
            "added": self._added,
        }
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Matcher:
        """Read a model written by `save`."""
        content = json.loads(path.read_text(encoding="utf-8"))
        entries = [Entry(i, n, tuple(a), o, frozenset(k), d) for i, n, a, o, k, d in content["entries"]]
        return cls(entries, [(t, n) for t, n in content["texts"]], [(t, n) for t, n in content["added"]])


def _probabilities(likeness: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.exp(12.0 * (likeness - likeness[0]))
    return np.asarray(weights / weights.sum() * np.clip(likeness[0] / 0.5, 0.0, 1.0))


def _decision(likeness: NDArray[np.float64], scores: NDArray[np.float64]) -> Decision:
    if likeness[0] < 0.12:
        return Decision.OUT_OF_SCOPE
    if likeness[0] < 0.2:
        return Decision.FAR
    return Decision.SURE if scores[0] >= SURE else Decision.CLOSE
