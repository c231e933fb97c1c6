"""一件事 as cases: one submission becomes several cases, in the order of their prerequisites, each shared paper handed in once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.cases.record.choices import Outcome
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import STATES, CaseState
from knowledge.catalogue.affair import Affair, Part
from knowledge.catalogue.condition import Answers
from knowledge.catalogue.item import BusinessItem
from knowledge.catalogue.question_order import with_passed_over


class PrerequisiteCycle(ValueError):
    """Items of a bundle wait for each other: the catalogue is wrong, nothing could ever be decided."""

    code = "prerequisite_cycle"

    def __init__(self, items: Sequence[str]) -> None:
        self.items = tuple(items)
        super().__init__(f"事项互为前置，谁也办不了：{'、'.join(items)}")


@dataclass(frozen=True)
class PlannedCase:
    """One case of a bundle.

    Attributes:
        after: Items of the same submission that must be decided first.
        materials: Ids of everything this item needs.
        holds: Of these, what is filed with this case.
        borrows: Of these, what another case of the submission holds: material to item.
    """

    item: str
    name: str
    department: str
    after: tuple[str, ...]
    materials: tuple[str, ...]
    holds: tuple[str, ...]
    borrows: Mapping[str, str]


@dataclass(frozen=True)
class BundleProgress:
    """How far a submission is: cases ended, and the one that is furthest behind."""

    ended: int
    total: int
    slowest: str

    @property
    def text(self) -> str:
        return f"共{self.total}项，办完{self.ended}项。"


def bundle_cases(affair: Affair, answers: Answers) -> tuple[PlannedCase, ...]:
    """The cases of a submission, in the order in which they can be decided; an item alone is one case.

    Raises:
        PrerequisiteCycle: Items wait for each other.
    """
    known = with_passed_over(affair, answers)  # as the notice is drawn: what is never asked asks for no paper
    parts = [part for part in affair.parts if part.when is None or part.when.holds(known) is not False]
    needs = _needs(affair, parts, known)
    held_by: dict[str, str] = {}
    planned: list[PlannedCase] = []
    for item, after in _ordered([part.item for part in parts]):
        materials = needs[item.id]
        holds = tuple(material for material in materials if material not in held_by)
        borrows = {material: held_by[material] for material in materials if material in held_by}
        held_by |= dict.fromkeys(holds, item.id)
        planned.append(PlannedCase(item.id, item.name, item.department, after, materials, holds, borrows))
    return tuple(planned)


def waiting_for(
    case: PlannedCase, others: Mapping[str, CaseFacts], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Names of the items of the same submission that are still to be granted before this one may be decided."""
    open_ = [item for item in case.after if item not in others or others[item].decision is not Outcome.GRANT]
    return tuple(names.get(item, item) for item in open_)


def bundle_progress(states: Mapping[str, CaseState]) -> BundleProgress:
    """How far the cases of a submission are.

    Args:
        states: Item to state of its case.
    """
    rank = {state: n for n, state in enumerate(_ORDER)}
    ended = sum(not STATES[state].who for state in states.values())
    behind = [item for item, state in states.items() if STATES[state].who]
    slowest = min(behind, key=lambda item: rank[states[item]], default="")
    return BundleProgress(ended, len(states), slowest)


_ORDER = (
    CaseState.CORRECTION, CaseState.SUBMITTED, CaseState.RECEIVED, CaseState.SPECIAL, CaseState.ACCEPTED, CaseState.PASSED_UP,
    CaseState.REVIEW, CaseState.APPROVED, CaseState.DECIDED, CaseState.CLOSED, CaseState.DELIVERED, CaseState.REFUSED,
    CaseState.WITHDRAWN, CaseState.RETURNED, CaseState.TERMINATED, CaseState.REVOKED,
)  # fmt: skip
"""States from the furthest behind."""


def _needs(affair: Affair, parts: Sequence[Part], answers: Answers) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {part.item.id: {} for part in parts}
    for item, need in affair.needs:
        if item.id in found and (need.when is None or need.when.holds(answers) is not False):
            found[item.id][need.material] = None
    return {item: tuple(materials) for item, materials in found.items()}


def _ordered(items: Sequence[BusinessItem]) -> list[tuple[BusinessItem, tuple[str, ...]]]:
    """Items after their prerequisites, otherwise in the bundle's own order."""
    ids = {item.id for item in items}
    left, done = list(items), list[tuple[BusinessItem, tuple[str, ...]]]()
    placed: set[str] = set()
    while left:
        following = next((item for item in left if set(item.prerequisites) & ids <= placed), None)
        if following is None:
            raise PrerequisiteCycle([item.id for item in left])
        left.remove(following)
        placed.add(following.id)
        done.append((following, tuple(name for name in following.prerequisites if name in ids)))
    return done
