"""Learn from rehearsals how to rank candidates and what a ranking is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.base.softmax import softmax
from knowledge.matching import judgement
from knowledge.matching.evidence import meaning
from knowledge.matching.evidence.candidates import FEATURES
from knowledge.matching.evidence.index import Floats
from knowledge.matching.judgement import Cases, Caution, Judgement, Verdict
from knowledge.matching.network import Network, averaged, train_to_rank
from knowledge.matching.training.rehearsal import Rehearsed
from knowledge.matching.training.workers import in_parallel

KERNEL = FEATURES + meaning.KERNEL
"""The kernel ridge regression of meaning and letters among the features."""

NETWORKS = 3
"""Networks whose scores are averaged; three are steadier than one and cost 20 microseconds more."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates best first: their places in the evidence, their shares of the whole, the verdict."""

    order: NDArray[np.intp]
    shares: Floats
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ranks weighed candidates and judges the ranking.

    Attributes:
        trust: weight of the kernel ridge regression beside the network, whose part it is elsewhere.
    """

    network: Network
    judgement: Judgement
    trust: float = 0.0

    def rank(self, features: Floats) -> Ranked:
        """Rank candidates; features of shape (candidates, features)."""
        scores = _scores(self.network, features, self.trust)
        order = np.argsort(-scores, kind="stable")
        ordered = scores[order]
        shares = softmax(ordered)
        seen = judgement.view(features[order[:2]], ordered, shares)
        return Ranked(order, shares, self.judgement.judge(seen))


def learn(rehearsed: Rehearsed, caution: Caution, trust: float = 0.0) -> Ranking:
    """Train the ranking networks, then, on cross-fitted rankings, the judgement.

    Args:
        trust: see :class:`Ranking`; only where the sentences were weighed with the pretrained encoder.
    """
    findable = rehearsed.right >= 0
    fold = rehearsed.entries % judgement.FOLDS
    seen = [findable & (fold != number) for number in range(judgement.FOLDS)] + NETWORKS * [findable]
    seeds = (*range(judgement.FOLDS), *range(NETWORKS))

    def train(number: int) -> Network:
        chosen = seen[number]
        return train_to_rank(rehearsed.known[chosen], rehearsed.right[chosen], seeds[number])

    trained = in_parallel(train, range(len(seeds)))
    parts, networks = trained[: judgement.FOLDS], trained[judgement.FOLDS :]
    scores = np.zeros(rehearsed.known.shape[:2], np.float32)
    for number, network in enumerate(parts):
        scores[fold == number] = _scores(network, rehearsed.known[fold == number], trust)
    views, first = _views(rehearsed.known, scores)
    absent, _ = _views(rehearsed.absent, _scores(parts[0], rehearsed.absent, trust))
    foreign, _ = _views(rehearsed.foreign, _scores(parts[1], rehearsed.foreign, trust))
    correct = (first == rehearsed.right).astype(np.float32)
    judged = judgement.learn(Cases(views, correct, fold, absent, foreign), caution)
    return Ranking(averaged(networks, NETWORKS), judged, trust)


def _scores(network: Network, features: Floats, trust: float) -> Floats:
    scores = network.single(features)
    return scores + np.float32(trust) * features[..., KERNEL] if trust else scores


def _views(features: Floats, scores: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Views of rankings, and the place of the first of each."""
    if not len(features):
        empty = judgement.view(
            np.zeros((1, features.shape[-1]), np.float32), np.zeros(1, np.float32), np.ones(1, np.float32)
        )
        return np.zeros((0, len(empty)), np.float32), np.zeros(0, np.intp)
    order = np.argsort(-scores, axis=1, kind="stable")
    views = [
        judgement.view(one[places[:2]], own[places], softmax(own[places]))
        for one, own, places in zip(features, scores, order, strict=True)
    ]
    return np.stack(views), order[:, 0]
