"""How well the classifier tells intents apart that it has not seen: cross-validation over labelled examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import yaml

from bot.nlu.features import features
from bot.nlu.fitting import fit

Example = tuple[str, str]


@dataclass(frozen=True)
class Judgement:
    """What a classifier that had not seen an example said of it."""

    text: str
    intent: str
    given: str
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the example was given its own intent."""
        return self.intent == self.given


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of one intent, each between 0 and 1, and how many examples it has."""

    precision: float
    recall: float
    f1: float
    examples: int


@dataclass(frozen=True)
class Report:
    """Result of a cross-validation: one judgement for each example, and what can be counted from them."""

    judgements: tuple[Judgement, ...]

    @property
    def intents(self) -> tuple[str, ...]:
        """Names of the intents, sorted: the order of the matrix."""
        return tuple(sorted({judgement.intent for judgement in self.judgements}))

    @property
    def accuracy(self) -> float:
        """Share of examples that were given their own intent."""
        return sum(judgement.right for judgement in self.judgements) / len(self.judgements)

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the intents, each counting the same."""
        return sum(score.f1 for score in self.scores.values()) / len(self.scores)

    @cached_property
    def matrix(self) -> np.ndarray:
        """Counts, shape (intents, intents): rows the true intent, columns the given one."""
        place = {name: row for row, name in enumerate(self.intents)}
        counts = np.zeros((len(place), len(place)), dtype=int)
        for judgement in self.judgements:
            counts[place[judgement.intent], place[judgement.given]] += 1
        return counts

    @cached_property
    def scores(self) -> dict[str, Score]:
        """Precision, recall and F1 by intent."""
        hits, of_intent, given = np.diag(self.matrix), self.matrix.sum(axis=1), self.matrix.sum(axis=0)
        return {
            name: Score(
                precision=hits[row] / given[row] if given[row] else 0.0,
                recall=hits[row] / of_intent[row],
                f1=2 * hits[row] / (of_intent[row] + given[row]),
                examples=int(of_intent[row]),
            )
            for row, name in enumerate(self.intents)
        }

    @property
    def calibration_error(self) -> float:
        """How far confidence is from accuracy on average, over ten bins of confidence weighted by size.

        Expected calibration error of Guo et al., 2017, "On Calibration of Modern Neural Networks".
        """
        bins: dict[int, list[Judgement]] = defaultdict(list)
        for judgement in self.judgements:
            bins[min(int(judgement.confidence * 10), 9)].append(judgement)
        apart = sum(abs(sum(one.right - one.confidence for one in held)) for held in bins.values())
        return apart / len(self.judgements)

    def above(self, threshold: float) -> tuple[float, float]:
        """Return the share of examples whose confidence reaches a threshold, and the accuracy among them."""
        reached = [one.right for one in self.judgements if one.confidence >= threshold]
        return len(reached) / len(self.judgements), sum(reached) / len(reached) if reached else 0.0

    def most_confused(self, count: int = 10) -> list[tuple[str, str, int]]:
        """Return true intent, given intent and how often, for the pairs confused most."""
        pairs = Counter((one.intent, one.given) for one in self.judgements if not one.right)
        return [(intent, given, times) for (intent, given), times in pairs.most_common(count)]

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as one JSON object."""
        return {
            "examples": len(self.judgements),
            "accuracy": round(self.accuracy, 4),
            "macro_f1": round(self.macro_f1, 4),
            "calibration_error": round(self.calibration_error, 4),
            "f1": {name: round(score.f1, 4) for name, score in self.scores.items()},
            "most_confused": self.most_confused(),
        }


def cross_validate(examples: Sequence[Example], folds: int = 5) -> Report:
    """Judge every example by a classifier fitted on the other folds.

    The folds are drawn with a fixed seed, each intent spread evenly over them, so the same examples give the
    same report.

    Args:
        examples: text and intent of each; every intent needs at least two examples.
        folds: how many classifiers are fitted.

    Raises:
        ValueError: there are fewer than two intents, an intent has only one example, or `folds` is below 2.
    """
    fold_of = _dealt(examples, folds)
    found = [(features(text), intent) for text, intent in examples]
    judgements: dict[int, Judgement] = {}
    for fold in range(folds):
        classifier = fit([found[row] for row in range(len(found)) if fold_of[row] != fold])
        for row in (row for row in range(len(found)) if fold_of[row] == fold):
            probabilities = classifier.probabilities(found[row][0])
            best = int(probabilities.argmax())
            judgements[row] = Judgement(*examples[row], classifier.classes[best], float(probabilities[best]))
    return Report(tuple(judgements[row] for row in range(len(examples))))


def read_examples(folder: Path) -> list[Example]:
    """Return text and intent of every example in the NLU files of a folder."""
    examples: list[Example] = []
    for path in sorted(folder.rglob("*.yml")):
        for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", ()):
            lines = str(block.get("examples", "")).splitlines()
            examples += [(line[2:].strip(), block["intent"]) for line in lines if line.startswith("- ")]
    return examples


def _dealt(examples: Sequence[Example], folds: int) -> list[int]:
    """Return the fold of each example: shuffled, then dealt out one intent after the other."""
    if folds < 2:
        raise ValueError("cross-validation needs at least two folds")
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, (_, intent) in enumerate(examples):
        rows_of[intent].append(row)
    lonely = sorted(intent for intent, rows in rows_of.items() if len(rows) < 2)
    if lonely:
        raise ValueError(f"cross-validation needs two examples of each intent, there is one of {lonely}")
    fold_of = [0] * len(examples)
    shuffled = Random(0)
    dealt = 0
    for intent in sorted(rows_of):
        rows = rows_of[intent]
        shuffled.shuffle(rows)
        for row in rows:
            fold_of[row] = dealt % folds
            dealt += 1
    return fold_of
