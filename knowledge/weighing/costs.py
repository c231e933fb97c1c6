"""What a mistake costs, as the staff wrote it down (``costs.yaml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.weighing.candidate import Kind

_FILE = Path(__file__).with_name("costs.yaml")


class Cost(Frozen):
    """Of one kind of reading: what is gained where it was meant, and lost where it was not."""

    gain: float = Field(gt=0)
    wrong: float = Field(ge=0)


class Costs(Frozen):
    """The whole table.

    Attributes:
        asking: What one confirming question costs.
    """

    kinds: dict[Kind, Cost]
    asking: float = Field(gt=0)


@cache
def shipped_costs() -> Costs:
    """The table that comes with the product.

    Raises:
        pydantic.ValidationError: A number is missing or out of range.
    """
    costs = Costs.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
    missing = set(Kind) - set(costs.kinds)
    if missing:
        raise ValueError(f"{_FILE.name} 缺少：{'、'.join(sorted(missing))}")
    return costs
