"""`intake bench match`: how well the matcher finds the right item on labelled phrasings it has not seen."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from api.published.tutor import tutor
from intake.bench.labelled import Labelled, read_labelled
from knowledge.base.text import normalise
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.matching import Decision, Entry, Match, Matcher

OFFERED = 4
REJECTED = (Decision.FAR, Decision.OUT_OF_SCOPE)
WARM_UP = 50


def run(
    items: Path,
    train: Path | None,
    test: Path,
    out_of_scope: Path | None = None,
    remove: float | None = None,
    encoder: SentenceEncoder | None = None,
) -> dict[str, Any]:
    """Train on one file, test on another.

    Args:
        items: JSON lines with `item`, the official names.
        train: JSON lines with `query` and `item`; without, only the names are learned.
        test: JSON lines with `query` and `item`.
        out_of_scope: JSON lines with `query`, questions that are no business; only tested with.
        remove: share (0..1) of the items to take out; their test phrasings then ask for what is not there.
        encoder: the pretrained encoder; None to measure without one.

    Returns:
        shares between 0 and 1: `top1 top3 top4`; `decided` alone and the `decided_precision` of that; `offered` (the
        right one is among the four offered and the sentence not rejected); `kept` of the true phrasings and `rejected`
        of the foreign ones; with `remove` `novel_rejected` (not decided alone) and `novel_far` (said not to be found);
        further `encoder asked items queries train_s p50_us p95_us model_mb calibration_error`; `asked` is the share of the
        phrasings for which the encoder was. None where nothing was asked.

    Raises:
        BenchInputError: naming all faults of the files.
    """
    labelled = read_labelled(items, train, test, out_of_scope)
    return measure(labelled, remove, encoder)


def measure(
    labelled: Labelled, remove: float | None = None, encoder: SentenceEncoder | None = None
) -> dict[str, Any]:
    """Train and test on what was read; see `run`."""
    gone = _removed(labelled.items, remove)
    entries = [Entry(name, name) for name in labelled.items if name not in gone]
    learned = [(query, item) for query, item in labelled.train if item not in gone]
    started = time.perf_counter()
    matcher = Matcher.train(entries, learned, encoder=encoder, tutor=tutor)
    train_s = time.perf_counter() - started
    asked = [(query, item) for query, item in labelled.test if item not in gone]
    for query, _ in asked[:WARM_UP]:
        matcher.match(query)
    answers, times, told = _ask(matcher, [query for query, _ in asked], encoder)
    foreign, _, _ = _ask(matcher, labelled.out_of_scope, encoder)
    novel, _, _ = _ask(matcher, [query for query, item in labelled.test if item in gone], encoder)
    report: dict[str, Any] = {"encoder": encoder.version if encoder else "none", "asked": told}
    report |= {"items": len(entries), "queries": len(asked)}
    report |= _found(answers, [item for _, item in asked])
    report["rejected"] = _share([answer.decision in REJECTED for answer in foreign])
    if remove:
        report["novel_queries"] = len(novel)
        report["novel_rejected"] = _share([answer.decision is not Decision.SURE for answer in novel])
        report["novel_far"] = _share([answer.decision in REJECTED for answer in novel])
    report["train_s"] = round(train_s, 2)
    report["p50_us"], report["p95_us"] = (round(float(np.percentile(times, share)), 1) for share in (50, 95))
    report["model_mb"] = _megabytes(matcher)
    return report


def _removed(items: Sequence[str], share: float | None) -> frozenset[str]:
    if not share:
        return frozenset()
    return frozenset(random.Random(0).sample(sorted(items), round(share * len(items))))


def answer(matcher: Matcher, query: str, encoder: SentenceEncoder | None) -> tuple[Match, bool]:
    """What is found for a phrasing, and whether the encoder was asked for it."""
    found = matcher.match(query)
    if encoder is None or not found.unsure:
        return found, False
    return matcher.match(query, vector=encoder.encode([normalise(query)])[0]), True


def _ask(
    matcher: Matcher, queries: Sequence[str], encoder: SentenceEncoder | None
) -> tuple[list[Match], list[float], float | None]:
    answers: list[Match] = []
    times: list[float] = [0.0] if not queries else []
    told: list[bool] = []
    for query in queries:
        started = time.perf_counter()
        found, asked = answer(matcher, query, encoder)
        times.append((time.perf_counter() - started) * 1e6)
        answers.append(found)
        told.append(asked)
    return answers, times, _share(told)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answered phrasing: place of the right item (a large number if not listed), decision, probability."""

    place: int
    decision: Decision
    score: float

    @classmethod
    def of(cls, answer: Match, right: str) -> Outcome:
        """Compare an answer with the right item."""
        listed = [candidate.id for candidate in answer.candidates]
        place = listed.index(right) if right in listed else 1_000_000
        return cls(place, answer.decision, answer.candidates[0].score if answer.candidates else 0.0)


def _found(answers: Sequence[Match], right: Sequence[str]) -> dict[str, Any]:
    outcomes = [Outcome.of(answer, item) for answer, item in zip(answers, right, strict=True)]
    sure = [outcome for outcome in outcomes if outcome.decision is Decision.SURE]
    report: dict[str, Any] = {
        f"top{number}": _share([outcome.place < number for outcome in outcomes]) for number in (1, 3, OFFERED)
    }
    report["decided"] = _share([outcome.decision is Decision.SURE for outcome in outcomes])
    report["decided_precision"] = _share([outcome.place == 0 for outcome in sure])
    report["offered"] = _share([o.place < OFFERED and o.decision not in REJECTED for o in outcomes])
    report["kept"] = _share([outcome.decision not in REJECTED for outcome in outcomes])
    report["calibration_error"] = _calibration_error(outcomes)
    return report


def calibration(outcomes: Sequence[Outcome], bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean probability, share right and number of answers of each bin of probability that holds any."""
    table: list[tuple[float, float, int]] = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        held = [o for o in outcomes if low <= o.score < high or (number == bins - 1 and o.score >= high)]
        if held:
            right = sum(o.place == 0 for o in held) / len(held)
            table.append((sum(o.score for o in held) / len(held), right, len(held)))
    return table


def _calibration_error(outcomes: Sequence[Outcome]) -> float | None:
    if not outcomes:
        return None
    weighted = sum(abs(said - right) * number for said, right, number in calibration(outcomes))
    return round(weighted / len(outcomes), 4)


def _share(hits: Sequence[bool]) -> float | None:
    return round(sum(hits) / len(hits), 4) if hits else None


def _megabytes(matcher: Matcher) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        matcher.save(path)
        return round(path.stat().st_size / 1e6, 2)
