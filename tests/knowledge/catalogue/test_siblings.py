"""Items of one main item ask the same person for the same papers."""

from __future__ import annotations

from collections import defaultdict

from knowledge.catalogue.item import BusinessItem
from tests.shipped import shipped_catalogue


def guardian_papers(item: BusinessItem, answers: dict[str, str]) -> frozenset[str]:
    """The papers about a guardian that the item asks for, unless some answer rules them out."""
    return frozenset(
        needed.material
        for needed in item.materials
        if "guardian" in needed.material and (needed.when is None or needed.when.holds(answers) is not False)
    )


def test_a_child_of_another_register_brings_the_same_papers_of_the_guardian() -> None:
    asked: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for item in shipped_catalogue().items.values():
        age = next((one.question for one in item.asks if one.question.endswith(".age")), None)
        if age and "minor" in shipped_catalogue().questions[age].options:
            answers = {age: "minor", f"{item.main}.same_register": "no"}
            asked[item.main][item.id] = guardian_papers(item, answers)
    assert asked
    for main, papers in asked.items():
        assert len(set(papers.values())) == 1, (main, papers)
