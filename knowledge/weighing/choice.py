"""The one decision: of several readings the one whose expected worth is highest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.weighing.candidate import Candidate, Kind
from knowledge.weighing.costs import Costs


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done with a message.

    Attributes:
        candidate: The reading that is acted on.
        in_doubt: Whether it is a dear act that is asked for before it is done.
        other: What else the message may mean, where it is in doubt.
        weighed: Every reading with its worth, best first.
    """

    candidate: Candidate
    in_doubt: bool
    other: Candidate | None
    weighed: tuple[tuple[Candidate, float], ...]


def choose(candidates: Sequence[Candidate], costs: Costs) -> Choice:
    """Weigh the readings of a message; of equals the first.

    Raises:
        ValueError: There is none.
    """
    if not candidates:
        raise ValueError("a message has at least the reading that it was not understood")
    weighed = sorted(((one, _worth(one, costs)) for one in candidates), key=lambda pair: -pair[1])
    best, worth = weighed[0]
    dear = max(
        (one for one in candidates if one.kind is Kind.DEAR_ACT),
        key=lambda one: one.probability,
        default=None,
    )
    if dear is not None and dear is not best and dear.probability - costs.asking > worth:
        other = best if best.kind is not Kind.NOTHING else None
        return Choice(dear, True, other, tuple(weighed))
    return Choice(best, False, None, tuple(weighed))


def _worth(one: Candidate, costs: Costs) -> float:
    """Expected: what is gained if it is meant, less what is lost if it is not."""
    cost = costs.kinds[one.kind]
    return one.probability * cost.gain - (1 - one.probability) * cost.wrong
