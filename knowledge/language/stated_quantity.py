"""The range that the label of an option names: 满16周岁, 不满16周岁, 2年以内, 超过3年, 年满70周岁.

Labels say their ranges in words that staff read anyway, so that nobody has to write the numbers a second time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf

_UNIT = r"(?P<unit>周?岁|年|天|次)"
_LABEL = re.compile(
    rf"(?P<before>不满|未满|不到|不超过|年满|满|超过)?(?P<number>\d+(?:\.\d+)?){_UNIT}(?P<after>以内|以上|以下)?"
)
_UNDER = {"不满", "未满", "不到"}
_HAIR = 0.001


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high`` of a unit, both included."""

    unit: str
    low: float
    high: float

    def holds(self, low: float, high: float) -> bool:
        """Whether a whole span lies in this range."""
        return self.low <= low and high <= self.high


@lru_cache(maxsize=10_000)
def range_of(label: str) -> Range | None:
    """The range that a label names; None where it names none."""
    found = _LABEL.search(label)
    if found is None or not (found["before"] or found["after"]):
        return None
    number, unit = float(found["number"]), found["unit"].replace("周岁", "岁")
    if found["before"] in _UNDER:
        return Range(unit, 0, number - _HAIR)
    if found["before"] == "不超过" or found["after"] in ("以内", "以下"):
        return Range(unit, 0, number)
    if found["before"] == "超过":
        return Range(unit, number + _HAIR, inf)
    return Range(unit, number, inf)
