"""Load a catalogue folder: ``common departments windows bundles calendar`` and one file a main item in ``items/``."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from knowledge.affair import Catalogue
from knowledge.check import check_catalogue
from knowledge.faults import CatalogueFaults, Fault
from knowledge.item import Bundle, BusinessItem, Department, Material, Question
from knowledge.local_promises import FILE, with_local_promises
from knowledge.marked_yaml import FieldPath, Marked, read
from knowledge.window import BodyTransfer, Place, Site, Window
from knowledge.written import MainItemFile, resolved_condition, validated

SHIPPED = Path(__file__).parent / "catalogue"
"""The catalogue that comes with the product."""

_COMMON = {"questions", "materials"}
_WINDOWS = {"places", "sites", "windows", "transfers"}


def load_catalogue(folder: Path = SHIPPED) -> Catalogue:
    """Read and check a whole catalogue folder.

    Raises:
        CatalogueFaults: With every fault of every file.
    """
    catalogue, faults = read_catalogue(folder)
    if catalogue is None or faults:
        raise CatalogueFaults(faults)
    return catalogue


def read_catalogue(folder: Path) -> tuple[Catalogue | None, list[Fault]]:
    """The catalogue as far as it could be read, and all faults; None where a file could not be read at all."""
    faults: list[Fault] = []
    files = _read_files(folder, faults)
    if faults:
        return None, faults
    for name, known in (("common.yaml", _COMMON), ("windows.yaml", _WINDOWS)):
        faults += [
            files[name].fault((key,), "没有这个字段，请检查拼写")
            for key in files[name].data
            if key not in known
        ]
    common = files.pop("common.yaml")
    questions = _records(Question, common, "questions", faults)
    materials = _records(Material, common, "materials", faults)
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
    if FILE in files:
        items = with_local_promises(items, files.pop(FILE), faults)
    windows = files["windows.yaml"]
    bundles = _bundles(files["bundles.yaml"], faults)
    lines |= {key: (files["bundles.yaml"], (key,)) for key in bundles}
    lines["windows.yaml"] = (windows, ())
    catalogue = Catalogue(
        items=items,
        questions=questions,
        materials=materials,
        departments=_records(Department, files["departments.yaml"], None, faults),
        bundles=bundles,
        windows=_records(Window, windows, "windows", faults),
        sites=_records(Site, windows, "sites", faults),
        places=_records(Place, windows, "places", faults),
        transfers=validated(
            tuple[BodyTransfer, ...], windows.data.get("transfers") or [], windows, ("transfers",), faults
        )
        or (),
        version=folder_version(folder),
    )
    if not faults:
        faults += check_catalogue(catalogue, lines)
    return catalogue, faults


def _read_files(folder: Path, faults: list[Fault]) -> dict[str, Marked]:
    files: dict[str, Marked] = {}
    needed = ["common.yaml", "departments.yaml", "windows.yaml", "bundles.yaml"]
    faults += [Fault(name, 0, "-", "缺少这个文件") for name in needed if not (folder / name).is_file()]
    present = [folder / name for name in (*needed, FILE) if (folder / name).is_file()]
    faults += [
        Fault(path.relative_to(folder).as_posix(), 0, "-", "文件名应以 .yaml 结尾，否则不会读入")
        for path in sorted((folder / "items").glob("*.yml"))
    ]
    for path in [*present, *sorted((folder / "items").glob("*.yaml"))]:
        try:
            marked = read(path, folder)
        except CatalogueFaults as error:
            faults += error.faults
            continue
        if not isinstance(marked.data, dict):
            faults.append(marked.fault((), "应是「字段: 内容」的形式"))
            continue
        files[marked.file] = marked
    return files


def _records(kind: type[Any], marked: Marked, key: str | None, faults: list[Fault]) -> dict[str, Any]:
    """Records written as ``id: fields``; records that have a field ``id`` receive theirs from the key."""
    written = (marked.data.get(key) if key else marked.data) or {}
    records: dict[str, Any] = {}
    if not isinstance(written, dict):
        faults.append(marked.fault((key,) if key else (), "应是「名称: 内容」的形式"))
        return records
    for record_id, raw in written.items():
        path: FieldPath = (key, record_id) if key else (record_id,)
        if "id" in kind.model_fields and isinstance(raw, dict):
            raw = {**raw, "id": record_id}
        record = validated(kind, raw, marked, path, faults)
        if record is not None:
            records[record_id] = record
    return records


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


def folder_version(folder: Path) -> str:
    """A short digest of all files: the catalogue version that notices and cases name."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
