"""补正: everything to be corrected is said once (行政许可法 art. 32 (1)(4), art. 72 (4)).

A point needs a recorded reason, and shows up in supervision, where its material was not on the one-time notice, or where it comes with
a later request and was not on the first list. What the first list named and is still not right may be asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.cases.record.facts import CaseFacts, CorrectionPoint

FORM = "form"
"""The application form and what is written in it: on every notice."""


def points_needing_reason(facts: CaseFacts, points: Iterable[CorrectionPoint]) -> tuple[CorrectionPoint, ...]:
    """The points that may be asked for only with a reason on record."""
    return tuple(point for point in points if not_on_notice(facts, point) or not_on_first_list(facts, point))


def not_on_notice(facts: CaseFacts, point: CorrectionPoint) -> bool:
    """Whether the material was not on the one-time notice."""
    return point.material != FORM and point.material not in facts.terms.materials


def not_on_first_list(facts: CaseFacts, point: CorrectionPoint) -> bool:
    """Whether this is a later request for what the first one did not name."""
    if not facts.corrections:
        return False
    return point.material not in {named.material for named in facts.corrections[0].points}
