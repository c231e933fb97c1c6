"""The catalogue in memory, and the affair: what one applicant wants done, an item or a bundle of items.

Guide, notice and routing work on affairs, so that a bundle is asked, noticed and handed in exactly as an item is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from knowledge.catalogue.condition import All, Any_, Condition
from knowledge.catalogue.item import (
    ApplicantIdentity,
    Asked,
    Audience,
    Bundle,
    BusinessItem,
    CoApplicant,
    Department,
    Material,
    NeededMaterial,
    Question,
    SharedPaper,
)
from knowledge.catalogue.window import BodyTransfer, CentreFact, Place, Site, Window


@dataclass(frozen=True)
class Part:
    """An item within an affair, and the condition under which it belongs to it."""

    item: BusinessItem
    when: Condition | None = None


@dataclass(frozen=True)
class Affair:
    """What is applied for.

    Attributes:
        asks: The questions in order, those of a bundle first, each once.
    """

    id: str
    name: str
    kind: Literal["item", "bundle"]
    scenario: str
    department: str
    audience: tuple[Audience, ...]
    parts: tuple[Part, ...]
    asks: tuple[Asked, ...]

    @property
    def is_bundle(self) -> bool:
        return self.kind == "bundle"

    @property
    def is_for_newborn(self) -> bool:
        """Whether the applicant has no number yet, by which a person is identified elsewhere."""
        return any(part.item.applicant_identity is ApplicantIdentity.NONE_YET for part in self.parts)

    @property
    def is_for_unit(self) -> bool:
        """Whether a unit applies that is identified by its credit code; of a bundle, where each of its items is so."""
        return all(part.item.applicant_identity is ApplicantIdentity.UNIT for part in self.parts)

    @property
    def co_applicant(self) -> CoApplicant:
        """Whether a second person applies beside the first, in any of its items."""
        said = {part.item.co_applicant for part in self.parts}
        return next(
            (one for one in (CoApplicant.ALWAYS, CoApplicant.MAY_BE) if one in said), CoApplicant.NONE
        )

    @cached_property
    def needs(self) -> tuple[tuple[BusinessItem, NeededMaterial], ...]:
        """Every material that some answer may call for, with the item that needs it and the joined condition."""
        return tuple(
            (part.item, need.model_copy(update={"when": joined(part.when, need.when)}))
            for part in self.parts
            for need in part.item.materials
        )

    @cached_property
    def shared(self) -> tuple[SharedPaper, ...]:
        """Every material that the window may check by data sharing, with the joined condition."""
        return tuple(
            paper.model_copy(update={"when": joined(part.when, paper.when)})
            for part in self.parts
            for paper in part.item.shared
        )


def joined(first: Condition | None, second: Condition | None) -> Condition | None:
    """Both conditions as one."""
    if first is None or second is None:
        return first or second
    return All(all=(first, second))


def _either(first: Condition | None, second: Condition | None) -> Condition | None:
    """One of two conditions under which something is asked; no condition means always."""
    if first is None or second is None:
        return None
    return first if first == second else Any_(any=(first, second))


@dataclass(frozen=True)
class Catalogue:
    """Everything the centre offers, by id. Immutable: a change makes a new catalogue with a new version."""

    items: Mapping[str, BusinessItem]
    questions: Mapping[str, Question]
    materials: Mapping[str, Material]
    departments: Mapping[str, Department]
    bundles: Mapping[str, Bundle] = field(default_factory=dict)
    windows: Mapping[str, Window] = field(default_factory=dict)
    sites: Mapping[str, Site] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    facts: Mapping[str, CentreFact] = field(default_factory=dict)
    transfers: tuple[BodyTransfer, ...] = ()
    version: str = ""

    @cached_property
    def _affairs(self) -> dict[str, Affair]:
        return {}

    def affair(self, affair_id: str) -> Affair | None:
        """The item or bundle of that id."""
        known = self._affairs.get(affair_id)
        if known is None:
            known = self._build(affair_id)
            if known is not None:
                self._affairs[affair_id] = known
        return known

    def _build(self, affair_id: str) -> Affair | None:
        if item := self.items.get(affair_id):
            return Affair(
                item.id,
                item.name,
                "item",
                item.scenario,
                item.department,
                item.audience,
                (Part(item),),
                item.asks,
            )
        if bundle := self.bundles.get(affair_id):
            parts = tuple(Part(self.items[part.item], part.when) for part in bundle.parts)
            return Affair(
                bundle.id,
                bundle.name,
                "bundle",
                bundle.scenario,
                bundle.department,
                bundle.audience,
                parts,
                _asks_of_bundle(bundle, parts),
            )
        return None

    def place_of(self, window: Window) -> dict[str, str]:
        """Where a window is, under the names that every view of it has: number, name, site, floor, address, phone."""
        site = self.sites[window.site]
        return {
            "number": window.number,
            "name": window.name,
            "site": site.name,
            "floor": window.floor,
            "address": site.address,
            "phone": window.phone or site.phone,
        }

    def department_name(self, department: str) -> str:
        known = self.departments.get(department)
        return known.name if known else department


def _asks_of_bundle(bundle: Bundle, parts: tuple[Part, ...]) -> tuple[Asked, ...]:
    """The bundle's own questions, then each part's; a question that two parts ask is asked if either needs it."""
    asks = {asked.question: asked for asked in bundle.asks}
    own = set(asks)
    for part in parts:
        for asked in part.item.asks:
            when = joined(part.when, asked.when)
            earlier = asks.get(asked.question)
            if earlier is None:
                asks[asked.question] = Asked(question=asked.question, when=when)
            elif asked.question not in own:
                asks[asked.question] = Asked(question=asked.question, when=_either(earlier.when, when))
    return tuple(asks.values())


def are_siblings(one: str, other: str) -> bool:
    """Whether two items, by id, are operations of one main item (主项)."""
    return one.partition(".")[0] == other.partition(".")[0]
