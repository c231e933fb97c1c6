"""What differs from centre to centre, all in one file (``local.yaml``): the example that is shipped, or a centre's own.

A centre keeps its own file in its data folder, where no release touches it. What the release has of its own accord - short names of
departments, promised limits of the items - holds where the centre's file says nothing, so that a new release never asks for
more than the old one did. With ``example: true`` at its head every record of the file is marked as an example (示例).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.base.validation import validated
from knowledge.catalogue.item import BusinessItem, Department, Limit, Necessity
from knowledge.catalogue.records_yaml import read_records, with_id
from knowledge.catalogue.window import BodyTransfer, CentreFact, Place, Site, Window

FILE = "local.yaml"

_KEYS = frozenset(
    {
        "example",
        "places",
        "sites",
        "windows",
        "transfers",
        "departments",
        "promised_limits",
        "later",
        "two_persons",
        "facts",
        "wechat",
    }
)


@dataclass(frozen=True)
class Local:
    """The local records of a catalogue, by id."""

    departments: Mapping[str, Department]
    places: Mapping[str, Place]
    sites: Mapping[str, Site]
    windows: Mapping[str, Window]
    transfers: tuple[BodyTransfer, ...]
    facts: Mapping[str, CentreFact]


def read_local(marked: Marked, national: Marked, faults: list[Fault]) -> Local:
    """The local file on top of what ``departments.yaml`` says of every centre's departments."""
    faults += [marked.fault((key,), "没有这个字段，请检查拼写") for key in marked.data if key not in _KEYS]
    example = {"example": is_example(marked, faults)}
    transfers = validated(
        tuple[BodyTransfer, ...], marked.data.get("transfers") or [], marked, ("transfers",), faults
    )
    return Local(
        departments=_departments(marked, national, example, faults),
        places=read_records(Place, marked, "places", faults),
        sites=read_records(Site, marked, "sites", faults, example),
        windows=read_records(Window, marked, "windows", faults),
        transfers=transfers or (),
        facts=_facts(marked, example, faults),
    )


def is_example(marked: Marked, faults: list[Fault]) -> bool:
    """Whether the file says of itself that it is an example."""
    said = marked.data.get("example", False)
    if not isinstance(said, bool):
        faults.append(marked.fault(("example",), "应是 true 或 false；换成自己的以后删去这一行"))
    return said is True


def with_promises(
    items: Mapping[str, BusinessItem], marked: Marked, faults: list[Fault]
) -> dict[str, BusinessItem]:
    """The items with the centre's promises (承诺办结时限) in the place of those in their files."""
    promised = dict(items)
    for key, raw in _mapping(marked, "promised_limits", faults).items():
        if key not in items:
            faults.append(marked.fault(("promised_limits", key), f"没有事项 {key}"))
            continue
        limit = validated(Limit, raw, marked, ("promised_limits", key), faults)
        if limit is not None:
            promised[key] = items[key].model_copy(update={"promised_limit": limit})
    return promised


def with_later(
    items: Mapping[str, BusinessItem], marked: Marked, faults: list[Fault]
) -> dict[str, BusinessItem]:
    """The items with what this centre lets be handed in after acceptance (容缺后补), beside what their files say."""
    changed = dict(items)
    for key, raw in _mapping(marked, "later", faults).items():
        place: FieldPath = ("later", key)
        named = validated(tuple[str, ...], raw, marked, place, faults)
        if key not in items:
            faults.append(marked.fault(place, f"没有事项 {key}"))
        elif named is not None:
            changed[key] = _later(items[key], named, marked, place, faults)
    return changed


def with_two_persons(
    items: Mapping[str, BusinessItem], marked: Marked, faults: list[Fault]
) -> dict[str, BusinessItem]:
    """The items of which this centre wants that one reviews and another approves, though one could decide on the spot."""
    named = validated(tuple[str, ...], marked.data.get("two_persons") or [], marked, ("two_persons",), faults)
    changed = dict(items)
    for key in named or ():
        known = [item.id for item in items.values() if key in (item.id, item.main)]
        if not known:
            faults.append(marked.fault(("two_persons",), f"没有事项 {key}"))
        changed |= {item: items[item].model_copy(update={"on_spot": None}) for item in known}
    return changed


def _later(
    item: BusinessItem, named: tuple[str, ...], marked: Marked, place: FieldPath, faults: list[Fault]
) -> BusinessItem:
    """Names are those of the item's file: ``photo`` for ``id_card.photo``, or of a common material."""
    needed = {need.material.removeprefix(f"{item.main}.") for need in item.materials}
    faults += [
        marked.fault(place, f"事项 {item.id} 没有材料 {name}，可以写：{'、'.join(sorted(needed))}")
        for name in named
        if name not in needed
    ]
    return item.model_copy(
        update={
            "materials": tuple(
                need.model_copy(update={"necessity": Necessity.LATER})
                if need.material.removeprefix(f"{item.main}.") in named
                else need
                for need in item.materials
            )
        }
    )


def own_file(data_folder: Path) -> Path | None:
    """The centre's own file, where there is one in its data folder."""
    path = data_folder / FILE
    return path if path.is_file() else None


def _departments(
    marked: Marked, national: Marked, example: Mapping[str, Any], faults: list[Fault]
) -> dict[str, Department]:
    """Every department of the country's list with the centre's name and phones, then those that only the centre has."""
    own = _mapping(marked, "departments", faults)
    departments: dict[str, Department] = {}
    for key, known in national.data.items():
        found = validated(Department, _named(known, key, {}), national, (key,), faults)
        if found is not None and key in own:
            whole = {**known, **own[key]} if isinstance(own[key], dict) else own[key]
            found = validated(Department, _named(whole, key, example), marked, ("departments", key), faults)
        if found is not None:
            departments[key] = found
    for key, said in own.items():
        if key not in national.data:
            departments |= _new_department(key, said, marked, example, faults)
    return departments


def _new_department(
    key: str, raw: Any, marked: Marked, example: Mapping[str, Any], faults: list[Fault]
) -> dict[str, Department]:
    place: FieldPath = ("departments", key)
    if isinstance(raw, dict) and "short" not in raw:
        wrong = f"没有部门 {key}：编号写错了请改正；是本中心自己的部门，请补上简称 short"
        faults.append(marked.fault(place, wrong))
        return {}
    found = validated(Department, _named(raw, key, example), marked, place, faults)
    return {key: found} if found is not None else {}


def _named(raw: Any, key: str, example: Mapping[str, Any]) -> Any:
    """The fields of a department; one without a full name goes by its short one."""
    named = {"name": raw.get("short", ""), **raw} if isinstance(raw, dict) else raw
    return with_id(Department, named, key, example)


def _facts(marked: Marked, example: Mapping[str, Any], faults: list[Fault]) -> dict[str, CentreFact]:
    facts: dict[str, CentreFact] = {}
    for key, text in _mapping(marked, "facts", faults).items():
        place = ("facts", key)
        found = validated(CentreFact, {**example, "id": key, "text": text}, marked, place, faults)
        if found is not None and not found.text.strip():
            faults.append(marked.fault(place, "没有写内容；没有这一样的，删去这一行"))
        elif found is not None:
            facts[key] = found
    return facts


def _mapping(marked: Marked, key: str, faults: list[Fault]) -> dict[str, Any]:
    written = marked.data.get(key) or {}
    if isinstance(written, dict):
        return written
    faults.append(marked.fault((key,), "应是「名称: 内容」的形式"))
    return {}
