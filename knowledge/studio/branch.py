"""The branches of an item, drawn as a tree: question, answer, and at each leaf the papers that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.condition import Condition
from knowledge.catalogue.question_order import next_question, with_passed_over

MOST_LINES = 300


@dataclass(frozen=True)
class Branch:
    """One line of the tree.

    Attributes:
        depth: How far it is indented.
        materials: At a leaf the names of the papers; None where a further question is asked.
    """

    depth: int
    question: str
    answer: str
    materials: tuple[str, ...] | None


def branches(affair: Affair, catalogue: Catalogue) -> tuple[list[Branch], bool]:
    """The lines of the tree, and whether it was cut; questions that no paper depends on are left out."""
    part = replace(affair, asks=tuple(one for one in affair.asks if one.question in _deciding(affair)))
    found: list[Branch] = []
    for line in _walk(part, catalogue, {}, 0):
        if len(found) == MOST_LINES:
            return found, True
        found.append(line)
    return found, False


def _walk(affair: Affair, catalogue: Catalogue, answers: dict[str, str], depth: int) -> Iterator[Branch]:
    question = next_question(affair, answers)
    if question is None:
        if not answers:
            yield Branch(0, "", "人人都一样", _materials(affair, catalogue, answers))
        return
    asked = catalogue.questions[question]
    for value, option in asked.options.items():
        given = {**answers, question: value}
        ends = next_question(affair, given) is None
        materials = _materials(affair, catalogue, given) if ends else None
        yield Branch(depth, asked.text, option.label, materials)
        yield from _walk(affair, catalogue, given, depth + 1)


def _materials(affair: Affair, catalogue: Catalogue, answers: dict[str, str]) -> tuple[str, ...]:
    known = with_passed_over(affair, answers)
    return tuple(
        catalogue.materials[need.material].name
        for _, need in affair.needs
        if need.when is None or need.when.holds(known)
    )


def _deciding(affair: Affair) -> set[str]:
    """The questions on which some paper hangs, and those on which these hang."""
    asked = {one.question: one.when for one in affair.asks}
    wanted: set[str] = set()
    left: list[Condition | None] = [need.when for _, need in affair.needs]
    while left:
        when = left.pop()
        new = {atom.question for atom in when.atoms()} - wanted if when is not None else set()
        wanted |= new
        left += [asked.get(question) for question in new]
    return wanted
