"""What is wrong with edited records: everything that the catalogue's check finds now and did not find before, and what it does not look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.check import findings, window_findings
from knowledge.catalogue.condition import Condition
from knowledge.catalogue.item import BusinessItem
from knowledge.catalogue.reachable_questions import reaches
from knowledge.studio.record import called

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class RecordFinding:
    """One thing that is wrong.

    Attributes:
        key: Of the record; empty where it is of the windows.
        place: Field in the record.
    """

    key: str
    place: Place
    message: str


def record_findings(catalogue: Catalogue, before: Catalogue) -> list[RecordFinding]:
    """What is wrong with a catalogue that was not wrong before it was edited."""
    known = set(findings(before))
    found = [
        RecordFinding(_key(record, catalogue), place, message)
        for record, place, message in findings(catalogue)
        if (record, place, message) not in known
    ]
    changed = [one for key, one in catalogue.items.items() if one is not before.items.get(key)]
    removed = before.materials.keys() - catalogue.materials.keys()
    found += [
        RecordFinding(f"items/{item.id}", *one)
        for item in (catalogue.items.values() if removed else changed)
        for one in _dangling(item, catalogue)
    ]
    windows = set(window_findings(before))
    found += [
        RecordFinding("", place, message)
        for place, message in window_findings(catalogue)
        if (place, message) not in windows
    ]
    faulty = {one.key for one in found}
    for item in changed:
        affair = catalogue.affair(item.id)
        if affair is not None and f"items/{item.id}" not in faulty:
            found += [RecordFinding(f"items/{item.id}", *one) for one in _never(affair, catalogue)]
    return found


def told(finding: RecordFinding, catalogue: Catalogue) -> str:
    """As a sentence that says of which record it is."""
    member, _, own = finding.key.partition("/")
    record = getattr(catalogue, member).get(own) if finding.key else None
    name = called(finding.key, record) if record is not None and member != "bundles" else own or "窗口"
    return f"{name}：{finding.message}"


def _dangling(item: BusinessItem, catalogue: Catalogue) -> Iterator[tuple[Place, str]]:
    """Papers that nobody has written."""
    needed: list[tuple[str, int, str]] = [
        *(("materials", place, one.material) for place, one in enumerate(item.materials)),
        *(("shared", place, one.material) for place, one in enumerate(item.shared)),
    ]
    for member, place, material in needed:
        if material not in catalogue.materials:
            yield (member, place, "material"), f"没有材料 {material}：先新加这份材料，或者换一份"


def _never(affair: Affair, catalogue: Catalogue) -> Iterator[tuple[Place, str]]:
    """Conditions under which nothing can ever be needed."""
    item = affair.parts[0].item
    needed: list[tuple[str, int, Condition | None]] = [
        *(("materials", place, one.when) for place, one in enumerate(item.materials)),
        *(("shared", place, one.when) for place, one in enumerate(item.shared)),
        *(("fees", place, one.when) for place, one in enumerate(item.fees)),
    ]
    for member, place, when in needed:
        if when is not None and not reaches(when, affair, catalogue):
            yield (member, place, "when"), "这个条件在任何回答下都不成立，请改条件或者删去这一行"


def _key(record: str, catalogue: Catalogue) -> str:
    member = (
        "items" if record in catalogue.items else "bundles" if record in catalogue.bundles else "materials"
    )
    return f"{member}/{record}"
