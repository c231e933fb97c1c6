"""What a ranking is worth: how likely the first candidate is right, and whether the sentence is for us at all.

Small networks of three kinds, one of each kind for each fold of the rehearsed sentences, look at the evidence of the
ranking's first candidate and at how far it leads: `confidence` (is the first right?), `presence` (is the right entry in
the catalogue?) and `scope` (is it business at all?).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.entry import Decision
from knowledge.matching.evidence.index import Doubles, Floats
from knowledge.matching.network import Network, Training, averaged, standard_of, train_to_tell

LEADERS = 4
FOLDS = 3
TRAINING = Training(hidden=(32,), epochs=25, batch=128, decay=1e-2, dropout=0.3)

LOWEST_SURE = 0.8
"""Below this probability nothing is decided alone, however few the rehearsed sentences were."""


@dataclass(frozen=True, slots=True)
class Caution:
    """How careful the decisions are.

    Attributes:
        precision: share of rehearsed decisions without asking that must be right. At 96.5 % here, 97.0 % were right
            in cross-validation, which is what is promised; what is learned last sees more phrasings than a rehearsal.
        scope_loss, presence_loss: shares of true sentences that may be lost to "not our business" and "not found".
        absent_share: how much sentences for entries that are not in the catalogue count beside those that are.
    """

    precision: float = 0.965
    scope_loss: float = 0.018
    presence_loss: float = 0.012
    absent_share: float = 0.04

    def with_encoder(self) -> Caution:
        """What can be afforded with a pretrained encoder.

        Business is told from talk almost without loss, so that more may be lost where an entry is missed; and more is decided
        alone, so that what asks for a missing entry may count for more.
        """
        return Caution(self.precision + 0.005, self.scope_loss / 6, self.presence_loss * 2.5, 0.3)


SETTLED = 0.98
"""Where so many decisions without asking were right, the pretrained encoder is not asked."""

FOREIGN_LOSS = 0.002
"""Nor where only so few true sentences seemed as foreign."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision with the probability that the first candidate is right.

    Attributes:
        settled: sure or foreign beyond what further evidence could change.
    """

    decision: Decision
    confidence: float
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The networks as one of three outputs, a calibration of the first, and the thresholds of the decisions."""

    network: Network
    slope: float
    intercept: float
    sure: float
    settled: float
    present: float
    in_scope: float
    foreign: float

    def judge(self, seen: Floats) -> Verdict:
        """Judge a ranking by its view."""
        told, here, business = self.network(seen).tolist()
        confidence = _logistic(self.slope * told + self.intercept)
        if business < self.in_scope:
            return Verdict(Decision.OUT_OF_SCOPE, confidence, business < self.foreign)
        if here < self.present:
            return Verdict(Decision.FAR, confidence)
        sure = confidence >= self.sure
        return Verdict(
            Decision.SURE if sure else Decision.CLOSE, confidence, sure and confidence >= self.settled
        )


def view(features: Floats, scores: Floats, shares: Floats) -> Floats:
    """What the judgement looks at: the lead of the first candidates, the evidence for the first and against the second.

    Args:
        features: of the first two, shape (2, features); of one where there is no second.
        scores, shares: of all candidates, best first.
    """
    lead = np.zeros(LEADERS + 2, np.float32)
    lead[: min(LEADERS, len(shares))] = shares[:LEADERS]
    lead[LEADERS] = scores[0] - scores[1] if len(scores) > 1 else 10.0
    lead[LEADERS + 1] = -float(shares @ np.log(shares + 1e-9))
    return np.concatenate([lead, features[0], features[0] - features[min(1, len(features) - 1)]])


@dataclass(frozen=True, slots=True)
class Cases:
    """Views of left-out sentences to learn from.

    Attributes:
        present: of sentences whose entry is known; `correct` says whether the ranking's first is right, `fold` which
            of the networks has not seen them. All sentences of an entry are in one fold: they are too much alike.
        absent: of sentences whose entry was taken out of the catalogue.
        foreign: of sentences that are no business at all.
    """

    present: Floats
    correct: Floats
    fold: NDArray[np.intp]
    absent: Floats
    foreign: Floats


def learn(cases: Cases, caution: Caution) -> Judgement:
    """Train the networks; calibration and thresholds come from cross-fitted outputs."""
    absent = _ratio(cases.present, cases.absent)
    foreign = _ratio(cases.present, cases.foreign)
    right: Part = (cases.present, cases.correct, 1.0)
    confidence, told = _fit(
        cases, [right, _no(cases.absent, caution.absent_share * absent), _no(cases.foreign, 0.2)]
    )
    presence, here = _fit(cases, [_yes(cases.present), _no(cases.absent, absent), _no(cases.foreign, 0.5)])
    scope, business = _fit(cases, [_yes(cases.present), _yes(cases.absent), _no(cases.foreign, foreign)])
    slope, intercept = _calibrate(told, cases.correct)
    probabilities = 1.0 / (1.0 + np.exp(-(slope * told + intercept)))
    return Judgement(
        averaged([*confidence, *presence, *scope], FOLDS),
        slope,
        intercept,
        _sure_from(probabilities, cases.correct, caution.precision),
        _sure_from(probabilities, cases.correct, SETTLED),
        float(np.quantile(here, caution.presence_loss)),
        float(np.quantile(business, caution.scope_loss)),
        float(np.quantile(business, FOREIGN_LOSS)),
    )


Part = tuple[Floats, Floats, float]


def _yes(views: Floats) -> Part:
    return views, np.ones(len(views), np.float32), 1.0


def _no(views: Floats, weight: float) -> Part:
    return views, np.zeros(len(views), np.float32), weight


def _ratio(many: Floats, few: Floats) -> float:
    return len(many) / max(len(few), 1)


def _fit(cases: Cases, parts: Sequence[Part]) -> tuple[list[Network], Doubles]:
    """Train a network on each fold's complement; return also each one's outputs for those present it has not seen."""
    views = np.concatenate([part for part, _, _ in parts])
    truth = np.concatenate([labels for _, labels, _ in parts])
    weights = np.concatenate([np.full(len(part), weight, np.float32) for part, _, weight in parts])
    outputs = np.zeros(len(cases.present))
    groups = np.concatenate([cases.fold, np.arange(len(views) - len(cases.present)) % FOLDS])
    networks: list[Network] = []
    for fold in range(FOLDS):
        seen = groups != fold
        network = train_to_tell(views[seen], truth[seen], weights[seen], fold, TRAINING, standard_of(views))
        unseen = np.flatnonzero(~seen[: len(cases.present)])
        outputs[unseen] = network.single(cases.present[unseen])
        networks.append(network)
    return networks, outputs


def _calibrate(outputs: Doubles, correct: Floats) -> tuple[float, float]:
    """Slope and intercept of a logistic calibration (Platt 1999), by Newton's method."""
    design = np.stack([outputs, np.ones(len(outputs))], axis=1)
    theta = np.array([1.0, 0.0])
    for _ in range(30):
        shares = 1.0 / (1.0 + np.exp(-design @ theta))
        curvature = (design * (shares * (1 - shares) + 1e-6)[:, None]).T @ design + 1e-3 * np.eye(2)
        theta -= np.linalg.solve(curvature, design.T @ (shares - correct))
    return float(theta[0]), float(theta[1])


def _sure_from(probabilities: Doubles, correct: Floats, wanted: float) -> float:
    """The lowest probability from which on the promised share is right; above 1 if none is."""
    order = np.argsort(-probabilities)
    precision = np.cumsum(correct[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= wanted)
    return max(LOWEST_SURE, float(probabilities[order[enough[-1]]])) if len(enough) else 1.01


def _logistic(value: float) -> float:
    return float(1.0 / (1.0 + np.exp(-value)))
