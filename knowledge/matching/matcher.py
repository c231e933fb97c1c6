"""The matcher: which business item does a sentence ask for, and how sure is that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import SentenceEncoder, Vectors
from knowledge.language.lexicon import load_lexicon
from knowledge.matching import storage
from knowledge.matching.distinction import distinguish, traits
from knowledge.matching.duplicates import near_duplicates
from knowledge.matching.entry import Candidate, Decision, Entry, Match, MatcherError
from knowledge.matching.evidence.candidates import Added, Letters
from knowledge.matching.evidence.features import Reading, both, read, reading_of, trimmed
from knowledge.matching.evidence.repair import Repair
from knowledge.matching.training.model import REAL_ENOUGH, Model, Tutor, learned_from
from knowledge.matching.training.untrained import Untrained

OFFERED = 4
MAX_CANDIDATES = 10

TELLING_OPERATIONS = frozenset({"变更", "延续", "补办", "注销", "年检", "转移", "停用", "恢复"})
"""Operations that are never meant when another of them is said."""

EXACT = 0.99
"""Probability given to an entry whose own name or phrasing was said word for word."""


class Matcher:
    """Finds the entries that a sentence may mean, best first, with calibrated scores."""

    def __init__(self, model: Model) -> None:
        self._lexicon = load_lexicon()
        self._numbers = {entry.id: number for number, entry in enumerate(model.entries)}
        self._lock = Lock()
        self._traits = [traits(entry, self._lexicon) for entry in model.entries]
        self._use(model)

    @classmethod
    def train(
        cls,
        entries: Sequence[Entry],
        phrasings: Sequence[tuple[str, str]] = (),
        out_of_scope: Sequence[str] = (),
        encoder: SentenceEncoder | None = None,
        tutor: Tutor | None = None,
    ) -> Matcher:
        """Learn from a list of entries and labelled phrasings; see :func:`knowledge.matching.training.model.learned_from`."""
        return cls(learned_from(entries, phrasings, out_of_scope, encoder, tutor))

    def match(self, text: str, *, limit: int = MAX_CANDIDATES, vector: Vectors | None = None) -> Match:
        """Rank the entries for a sentence; at most `limit` candidates, and never more than ten.

        Args:
            vector: the sentence's, of the encoder that the training was given; asked for where the answer without one is
                `unsure`.
        """
        view = self._view
        model = view.model
        body, cut = trimmed(text, self._lexicon)
        if model.scales is None or not body:
            return Match(Decision.FAR, (), None, frozenset(self._read(body).operations), cut)
        letters = view.recent.of(body) or view.recent.keep(
            body, model.scales.letters(self._read(body), view.added)
        )
        reading = letters.reading
        operations = frozenset(reading.operations)
        informed = vector is not None and model.informed is not None
        learned = model.informed if informed else model.ranking
        evidence = model.scales.weigh(letters, vector if informed else None)
        ranked = (learned or Untrained()).rank(evidence.features)
        best = evidence.candidates[ranked.order][:MAX_CANDIDATES].tolist()
        scores = _scores(ranked.shares[: len(best)], ranked.verdict.confidence)
        decision = ranked.verdict.decision
        if decision is Decision.SURE and self._contradicts(operations, best[0]):
            decision = Decision.CLOSE
        exact = view.exact.get(reading.plain, ())
        if exact:
            best, scores, decision = _put_first(exact, best, scores)
        return Match(
            decision,
            tuple(
                Candidate(model.entries[number].id, score)
                for number, score in zip(best[:limit], scores[:limit], strict=True)
            ),
            self._distinguish(best[:OFFERED]) if decision is Decision.CLOSE else None,
            operations,
            cut,
            vector is None
            and model.informed is not None
            and not exact
            and not (ranked.verdict.settled and decision is ranked.verdict.decision),
        )

    def knows(self, entry_id: str) -> bool:
        """Whether there is an entry of that id."""
        return entry_id in self._numbers

    def said_word_for_word(self, text: str) -> tuple[str, ...]:
        """Ids of the entries of which the text is a name or a phrasing."""
        view = self._view
        owners = view.exact.get(trimmed(text, self._lexicon)[0], ())
        return tuple(view.model.entries[number].id for number in owners)

    def add_alias(self, entry_id: str, text: str) -> None:
        """Add a phrasing that counts at once for the nearest phrasing, without training.

        Raises:
            MatcherError: if the entry is unknown or the text holds nothing to compare.
        """
        if entry_id not in self._numbers:
            raise MatcherError([f"事项「{entry_id}」不存在"])
        reading = read(text)
        if not reading.plain:
            raise MatcherError([f"说法「{text}」没有可以比对的文字"])
        with self._lock:
            model = self._view.model
            self._use(replace(model, added=(*model.added, (reading.plain, self._numbers[entry_id]))))

    def near_duplicates(self) -> list[tuple[str, str, float]]:
        """Pairs of entries that can hardly be told apart, with their likeness (0..1), most alike first."""
        model = self._view.model
        if model.scales is None:
            return []
        return near_duplicates(model.scales, [entry.id for entry in model.entries])

    def save(self, path: Path) -> None:
        """Write the model to one file; an existing file is replaced only when the new one is whole."""
        storage.save(self._view.model, path)

    @classmethod
    def load(cls, path: Path) -> Matcher:
        """Read a model written by `save`.

        Raises:
            MatcherError: if the file is no model of this version.
        """
        return cls(storage.load(Model, path))

    def _read(self, body: str) -> Reading:
        view = self._view
        reading = reading_of(body, self._lexicon)
        if view.repair is None or body in view.exact:
            return reading
        repaired = view.repair(body)
        if repaired.meant == body:
            return reading
        said, meant = reading_of(repaired.said, self._lexicon), reading_of(repaired.meant, self._lexicon)
        return said if repaired.said == repaired.meant else both(said, meant)

    def _contradicts(self, said: frozenset[str], number: int) -> bool:
        """Whether a telling operation was said that the entry is not about, in a catalogue known by names alone."""
        telling = said & TELLING_OPERATIONS
        known_by_names = len(self._view.model.plains) < len(self._view.model.entries) + REAL_ENOUGH
        return known_by_names and bool(telling) and not telling & self._traits[number].operations

    def _distinguish(self, offered: list[int]) -> str | None:
        return distinguish([self._traits[number] for number in offered])

    def _use(self, model: Model) -> None:
        """Change to a model in one step: a running match keeps the one it began with."""
        exact: dict[str, tuple[int, ...]] = {}
        for body, owner in (*zip(model.plains, model.owners.tolist(), strict=True), *model.added):
            if owner not in exact.get(body, ()):
                exact[body] = (*exact.get(body, ()), owner)
        added = None
        if model.added and model.scales is not None:
            added = Added.of(model.scales.vocabulary, [(read(text), owner) for text, owner in model.added])
        vocabulary = added.vocabulary if added else model.scales.vocabulary if model.scales else None
        self._view = _View(
            model,
            exact,
            added,
            Repair(vocabulary.numbers, vocabulary.idf) if vocabulary else None,
            _RecentLetters(),
        )


class _RecentLetters:
    """What the letters of the last few sentences said: one is asked about again when its vector has come."""

    def __init__(self) -> None:
        self._kept: dict[str, Letters] = {}

    def of(self, body: str) -> Letters | None:
        return self._kept.get(body)

    def keep(self, body: str, letters: Letters) -> Letters:
        # A new dictionary each time, so that no thread meets one that changes.
        self._kept = {**dict(list(self._kept.items())[-_KEPT:]), body: letters}
        return letters


_KEPT = 7
"""Sentences remembered beside the one at hand: a message and its clauses."""


@dataclass(frozen=True, slots=True)
class _View:
    model: Model
    exact: dict[str, tuple[int, ...]]
    added: Added | None
    repair: Repair | None
    recent: _RecentLetters


def _scores(shares: NDArray[np.float32], confidence: float) -> list[float]:
    """Probabilities of the candidates: the first has the judged one, the others share what is left."""
    first, *others = shares.tolist()
    left = (1.0 - confidence) / max(1.0 - first, 1e-6)
    return [round(confidence, 4)] + [round(min(confidence, share * left), 4) for share in others]


def _put_first(
    exact: tuple[int, ...], best: list[int], scores: list[float]
) -> tuple[list[int], list[float], Decision]:
    """Put the entries of which a phrasing was said word for word before all others."""
    by_entry = dict(zip(best, scores, strict=True))
    left = 1.0 - EXACT
    numbers = sorted(exact, key=lambda number: -by_entry.get(number, 0.0))
    others = [number for number in best if number not in exact]
    ranked = [(number, round(EXACT / len(numbers), 4)) for number in numbers]
    ranked += [(number, round(min(left, by_entry[number]), 4)) for number in others]
    ranked = ranked[:MAX_CANDIDATES]
    decision = Decision.SURE if len(numbers) == 1 else Decision.CLOSE
    return [number for number, _ in ranked], [score for _, score in ranked], decision
