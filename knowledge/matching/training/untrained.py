"""How a catalogue is ranked that is too small to learn from: by likeness alone, with careful thresholds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from knowledge.base.softmax import softmax
from knowledge.matching.entry import Decision
from knowledge.matching.evidence.index import BLOCK_WEIGHTS, Floats
from knowledge.matching.judgement import Verdict
from knowledge.matching.training.ranking import Ranked

NEAR, PRESELECTION = 4, 6
"""Columns of the evidence: likeness to the nearest phrasing, and the preselection's score."""

FULL_LIKENESS = sum(BLOCK_WEIGHTS)
FOREIGN, FAR, SURE = 0.10, 0.18, 0.55
LEAD = 0.8


@dataclass(frozen=True, slots=True)
class Untrained:
    """Ranks by the preselection; sure only of what is nearly a known phrasing and far ahead of the rest."""

    def rank(self, features: Floats) -> Ranked:
        """Rank candidates; features of shape (candidates, features)."""
        scores = features[:, PRESELECTION]
        order = np.argsort(-scores, kind="stable")
        likeness = float(features[:, NEAR].max()) / FULL_LIKENESS
        shares = softmax(2.0 * scores[order])
        lead = float(scores[order[0]] - scores[order[1]]) if len(order) > 1 else LEAD
        confidence = float(shares[0]) * min(1.0, likeness / SURE)
        return Ranked(order, shares, Verdict(_decide(likeness, lead), confidence))


def _decide(likeness: float, lead: float) -> Decision:
    if likeness < FOREIGN:
        return Decision.OUT_OF_SCOPE
    if likeness < FAR:
        return Decision.FAR
    return Decision.SURE if likeness >= SURE and lead >= LEAD else Decision.CLOSE
