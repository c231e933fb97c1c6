"""Load a catalogue folder: ``common departments bundles local`` and one file a main item in ``items/``.

What is local may stand in a file elsewhere (:mod:`knowledge.catalogue.local`), which then takes the place of the folder's own ``local.yaml``.
"""

from __future__ import annotations

import hashlib
from dataclasses import fields
from pathlib import Path
from typing import Any

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.marked_yaml import FieldPath, Marked, read
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.base.validation import validated
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.check import check_catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Material, Question
from knowledge.catalogue.item_yaml import MainItemFile, resolved_condition
from knowledge.catalogue.local import FILE as LOCAL
from knowledge.catalogue.local import read_local, with_later, with_promises, with_two_persons
from knowledge.catalogue.records_yaml import read_records

_COMMON = {"questions", "materials"}


def load_catalogue(folder: Path = SHIPPED, local: Path | None = None) -> Catalogue:
    """Read and check a whole catalogue folder.

    Args:
        local: A centre's own file in the place of the folder's ``local.yaml``.

    Raises:
        CatalogueFaults: With every fault of every file.
    """
    catalogue, faults = read_catalogue(folder, local)
    if catalogue is None or faults:
        raise CatalogueFaults(faults)
    return catalogue


def read_catalogue(folder: Path, local: Path | None = None) -> tuple[Catalogue | None, list[Fault]]:
    """The catalogue as far as it could be read, and all faults; None where a file could not be read at all."""
    faults: list[Fault] = []
    files = _read_files(folder, faults)
    own = _read_file(local, local.parent.parent, faults) if local else files.get(LOCAL)
    if faults or own is None:
        return None, faults
    common = files.pop("common.yaml")
    faults += [common.fault((key,), "没有这个字段，请检查拼写") for key in common.data if key not in _COMMON]
    questions = read_records(Question, common, "questions", faults)
    materials = read_records(Material, common, "materials", faults)
    lines: dict[str, tuple[Marked, FieldPath]] = {
        key: (common, (kind, key))
        for kind, records in (("questions", questions), ("materials", materials))
        for key in records
    }
    main_items = [
        MainItemFile(marked, questions, materials)
        for name, marked in files.items()
        if name.startswith("items/")
    ]
    items: dict[str, BusinessItem] = {}
    mains: dict[str, str] = {}
    for main in main_items:
        faults += main.faults
        first = mains.setdefault(main.main, main.marked.file)
        if main.main and first != main.marked.file:
            faults.append(main.marked.fault(("id",), f"主项编号 {main.main} 已在 {first} 用过"))
        questions = questions | main.questions
        materials = materials | main.materials
        for key, path in main.lines.items():
            if key in items:
                faults.append(main.marked.fault(path, f"编号 {key} 已经用过"))
            lines[key] = (main.marked, path)
        items.update(main.items)
    bundles = _bundles(files["bundles.yaml"], faults)
    lines |= {key: (files["bundles.yaml"], (key,)) for key in bundles}
    lines[LOCAL] = (own, ())
    centre = read_local(own, files["departments.yaml"], faults)
    catalogue = Catalogue(
        items=with_two_persons(with_later(with_promises(items, own, faults), own, faults), own, faults),
        questions=questions,
        materials=materials,
        bundles=bundles,
        **{member.name: getattr(centre, member.name) for member in fields(centre)},
        version=folder_version(folder, local),
    )
    if not faults:
        faults += check_catalogue(catalogue, lines)
    return catalogue, faults


def _read_files(folder: Path, faults: list[Fault]) -> dict[str, Marked]:
    files: dict[str, Marked] = {}
    needed = ["common.yaml", "departments.yaml", "bundles.yaml", LOCAL]
    faults += [Fault(name, 0, "-", "缺少这个文件") for name in needed if not (folder / name).is_file()]
    present = [folder / name for name in needed if (folder / name).is_file()]
    faults += [
        Fault(path.relative_to(folder).as_posix(), 0, "-", "文件名应以 .yaml 结尾，否则不会读入")
        for path in sorted((folder / "items").glob("*.yml"))
    ]
    for path in [*present, *sorted((folder / "items").glob("*.yaml"))]:
        marked = _read_file(path, folder, faults)
        if marked is not None:
            files[marked.file] = marked
    return files


def _read_file(path: Path, root: Path, faults: list[Fault]) -> Marked | None:
    try:
        marked = read(path, root)
    except CatalogueFaults as error:
        faults += error.faults
        return None
    if isinstance(marked.data, dict):
        return marked
    faults.append(marked.fault((), "应是「字段: 内容」的形式"))
    return None


def _bundles(marked: Marked, faults: list[Fault]) -> dict[str, Bundle]:
    """Bundles; their conditions name questions by full id, or by the short name of a common one."""
    bundles: dict[str, Bundle] = {}
    for bundle_id, raw in marked.data.items():
        if not isinstance(raw, dict) or not all(
            isinstance(raw.get(key) or [], list) for key in ("asks", "parts")
        ):
            faults.append(marked.fault((bundle_id,), "应是「字段: 内容」的形式，asks 和 parts 是列表"))
            continue
        record = {**raw, "id": bundle_id}
        for key in ("asks", "parts"):
            record[key] = [
                _bundle_entry(
                    entry, "question" if key == "asks" else "item", marked, (bundle_id, key, n), faults
                )
                for n, entry in enumerate(raw.get(key) or ())
            ]
        bundle = validated(Bundle, record, marked, (bundle_id,), faults)
        if bundle is not None:
            bundles[bundle_id] = bundle
    return bundles


def _bundle_entry(entry: Any, name: str, marked: Marked, path: FieldPath, faults: list[Fault]) -> Any:
    if isinstance(entry, str):
        return {name: entry}
    if isinstance(entry, dict) and "when" in entry:
        when = resolved_condition(
            entry["when"], lambda question, _: question, marked, (*path, "when"), faults
        )
        return {**entry, "when": when}
    return entry


def folder_version(folder: Path, local: Path | None = None) -> str:
    """A short digest of all files, with the centre's own local one: the catalogue version that notices and cases name."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    if local is not None:
        digest.update(local.read_bytes())
    return digest.hexdigest()[:12]
