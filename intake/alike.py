"""Items that applicants can hardly tell apart, listed for the tuners to merge, rename or describe better."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from api.published.catalogue_holder import trained
from api.published.matcher_files import Models
from intake import console
from knowledge.catalogue.affair import Catalogue


@dataclass(frozen=True, slots=True)
class Alike:
    """Two items or bundles, by id and name, and how alike they are to the matcher (0..1)."""

    first: str
    first_name: str
    second: str
    second_name: str
    likeness: float


def alike(catalogue: Catalogue, models: Models) -> list[Alike]:
    """All such pairs of the working catalogue, most alike first; trains the matcher where it has no file yet."""
    names = {key: one.name for group in (catalogue.items, catalogue.bundles) for key, one in group.items()}
    return [
        Alike(first, names[first], second, names[second], likeness)
        for first, second, likeness in trained(catalogue, models).near_duplicates()
    ]


def as_data(pairs: list[Alike]) -> dict[str, Any]:
    """The pairs for programs."""
    return {"pairs": [asdict(pair) for pair in pairs]}


def show(pairs: list[Alike]) -> None:
    """The pairs for people, with what can be done."""
    if not pairs:
        console.say("没有难以分清的事项。")
        return
    rows = [
        (f"{one.likeness:.0%}", f"{one.first_name}（{one.first}）", f"{one.second_name}（{one.second}）")
        for one in pairs
    ]
    console.table("申请人难以分清的事项", ["相似", "事项", "事项"], rows)
    console.say(f"共{len(pairs)}对。可以合并、改名，或者给两边各写几个只属于自己的说法。")
