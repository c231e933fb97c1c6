"""Load the register of matters that others do: ``bodies.yaml``, and one file a theme.

A file::

    theme: 公证、打官司、纠纷
    matters:
      notarise: {name: 办公证, who: notary, first: 先打电话问要带哪些证件, phrasings: [我要做公证, ...]}

A wording may stand for one matter only. A matter that is called as an item of the catalogue is left out and named: the centre does
it itself, and people must not be sent away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.marked_yaml import FieldPath, Marked, read
from knowledge.base.shipped import ELSEWHERE as SHIPPED
from knowledge.base.text import comparable_text
from knowledge.base.validation import validated
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.matter import Body, Matter, Register

BODIES = "bodies.yaml"

MIN_PHRASINGS = 6

MAX_FIRST = 60
"""Characters of what to do first: one short sentence."""

_Places = dict[str, tuple[Marked, FieldPath]]


def load_register(catalogue: Catalogue, folder: Path = SHIPPED) -> Register:
    """Read and check the register.

    Args:
        catalogue: Whose items are not in it, and whose departments are told beside.

    Raises:
        CatalogueFaults: With every fault of every file.
    """
    register, faults = read_register(catalogue, folder)
    if faults:
        raise CatalogueFaults(faults)
    return register


def read_register(catalogue: Catalogue, folder: Path = SHIPPED) -> tuple[Register, list[Fault]]:
    """What could be read, and all faults."""
    faults: list[Fault] = []
    bodies = _bodies(folder, catalogue, faults)
    matters: dict[str, Matter] = {}
    places: _Places = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name != BODIES and (marked := _read(path, folder, "matters", faults)):
            _read_matters(marked, matters, places, faults)
    for matter in matters.values():
        marked, place = places[matter.id]
        faults += [marked.fault((*place, field), message) for field, message in _matter(matter, bodies)]
    faults += _wordings(matters, places)
    left_out = _done_here(matters, catalogue)
    known = {key: one for key, one in matters.items() if one.who in bodies}
    return Register(known, bodies, left_out), faults


def _read(path: Path, folder: Path, key: str, faults: list[Fault]) -> Marked | None:
    try:
        marked = read(path, folder)
    except CatalogueFaults as error:
        faults += error.faults
        return None
    if not isinstance(marked.data, dict) or not isinstance(marked.data.get(key), dict):
        faults.append(marked.fault((key,), f"缺少 {key}，下面按「编号: 内容」一条一条写"))
        return None
    allowed = ("checked", key) if key == "bodies" else ("theme", key)
    faults += [marked.fault((one,), "没有这个字段，请检查拼写") for one in marked.data if one not in allowed]
    return marked


def _bodies(folder: Path, catalogue: Catalogue, faults: list[Fault]) -> dict[str, Body]:
    bodies: dict[str, Body] = {}
    if not (folder / BODIES).exists():
        faults.append(Fault(BODIES, 0, "-", "没有这个文件：办理单位都写在这里"))
        return bodies
    marked = _read(folder / BODIES, folder, "bodies", faults)
    for key, raw in marked.data["bodies"].items() if marked else ():
        assert marked is not None
        place: FieldPath = ("bodies", key)
        if not isinstance(raw, dict):
            faults.append(marked.fault(place, "应写 name、hotline、department、source"))
            continue
        whole = {"checked": marked.data.get("checked"), **raw, "id": key}
        body = validated(Body, whole, marked, place, faults, shared=("checked",))
        if body is None:
            continue
        bodies[key] = body
        if body.department and body.department not in catalogue.departments:
            faults.append(marked.fault((*place, "department"), f"没有部门 {body.department}"))
    return bodies


def _read_matters(marked: Marked, matters: dict[str, Matter], places: _Places, faults: list[Fault]) -> None:
    for key, raw in marked.data["matters"].items():
        place: FieldPath = ("matters", key)
        if not isinstance(raw, dict):
            faults.append(marked.fault(place, "应写 name、who、first、phrasings"))
            continue
        whole = {"theme": marked.data.get("theme"), **raw, "id": key}
        matter = validated(Matter, whole, marked, place, faults, shared=("theme",))
        if matter is None:
            continue
        if key in matters:
            faults.append(marked.fault(place, f"编号 {key} 在 {places[key][0].file} 里已经用过"))
            continue
        matters[key], places[key] = matter, (marked, place)


def _matter(matter: Matter, bodies: Mapping[str, Body]) -> Iterator[tuple[str, str]]:
    """What is wrong with one matter by itself."""
    if len(matter.phrasings) < MIN_PHRASINGS:
        yield (
            "phrasings",
            f"只有{len(matter.phrasings)}种说法，至少要{MIN_PHRASINGS}种，照大家嘴上的说法写",
        )
    if matter.who not in bodies:
        yield "who", f"{BODIES} 里没有单位 {matter.who}"
    if not matter.first.strip():
        yield "first", "没有写内容"
    if len(matter.first) > MAX_FIRST:
        yield "first", f"有{len(matter.first)}个字，最多{MAX_FIRST}个"


def _done_here(matters: Mapping[str, Matter], catalogue: Catalogue) -> dict[str, str]:
    """The matters of which a wording is what an item is called, with the item's name."""
    named = [(one.name, one.aliases) for one in catalogue.items.values()]
    named += [(one.name, one.aliases) for one in catalogue.bundles.values()]
    called = {comparable_text(said): name for name, aliases in named for said in (name, *aliases)}
    return {
        matter.id: called[heard]
        for matter in matters.values()
        for heard in map(comparable_text, (matter.name, *matter.phrasings))
        if heard in called
    }


def _wordings(matters: Mapping[str, Matter], places: _Places) -> Iterator[Fault]:
    """Wordings that stand twice."""
    seen: dict[str, str] = {}
    for matter in matters.values():
        marked, place = places[matter.id]
        wordings: list[tuple[FieldPath, str]] = [(("name",), matter.name)]
        wordings += [(("phrasings", n), said) for n, said in enumerate(matter.phrasings)]
        for field, said in wordings:
            path, heard = (*place, *field), comparable_text(said)
            if not heard:
                yield marked.fault(path, "没有写内容")
            elif heard in seen:
                yield marked.fault(path, f"「{said}」已经写在 {seen[heard]}，一种说法只能对一件事")
            else:
                seen[heard] = f"{marked.file} 第{marked.line(path)}行"
