"""联办机构: ``市级公安（受理）、省级公安（审核）、国家级公安（决定与公开）`` read into who examines and who decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BODY = re.compile(r"(国家级|省级|市级|县级|镇级)([^（）()、]+)[（(]([^（）()]*)[）)]")
_LEVELS = ("镇级", "县级", "市级", "省级", "国家级")
_CATCH_ALL = "其他"


@dataclass(frozen=True, slots=True)
class Body:
    """One body and the stages it takes part in."""

    level: str
    sector: str
    stages: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.level}{self.sector}部门"

    def __str__(self) -> str:
        return f"{self.name}（{'、'.join(self.stages)}）"


def bodies_of(text: str) -> tuple[Body, ...]:
    """The bodies named, in their order; those that are only called 其他 are left out."""
    found = _BODY.findall(text)
    return tuple(
        Body(level, sector.strip(), tuple(re.split("[,，、]", stages)))
        for level, sector, stages in found
        if sector.strip() != _CATCH_ALL
    )


def examining_with(bodies: tuple[Body, ...], level: str) -> tuple[str, ...]:
    """Bodies of the item's own level that examine but do not receive (并联审批), where another one there receives."""
    own = [body for body in bodies if body.level == level]
    if not any("受理" in body.stages for body in own):
        return ()
    return tuple(body.name for body in own if "审核" in body.stages and "受理" not in body.stages)


def deciding_above(bodies: tuple[Body, ...], level: str) -> str:
    """The body of a higher level that decides (逐级上报), else empty."""
    above = _LEVELS[_LEVELS.index(level) + 1 :] if level in _LEVELS else ()
    return next((body.name for body in bodies if body.level in above and "决定与公开" in body.stages), "")
