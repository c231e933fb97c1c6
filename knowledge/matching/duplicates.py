"""Entries that applicants can hardly tell apart, for the tuners to merge, rename or describe better."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.matching.evidence.candidates import Scales

ALIKE = 0.92
"""Cosine of two entries' points from which they are reported."""

CHUNK = 1_000


def near_duplicates(scales: Scales, ids: Sequence[str], alike: float = ALIKE) -> list[tuple[str, str, float]]:
    """Pairs of entries with their likeness (0..1), most alike first."""
    points = scales.encoder.points
    pairs: list[tuple[str, str, float]] = []
    for start in range(0, len(points), CHUNK):
        cosines = points[start : start + CHUNK] @ points.T
        for row, column in zip(*(cosines >= alike).nonzero(), strict=True):
            first, second = start + int(row), int(column)
            if first < second:
                pairs.append((ids[first], ids[second], round(min(float(cosines[row, column]), 1.0), 4)))
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
