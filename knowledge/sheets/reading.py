"""A workbook as a catalogue; every fault with its sheet, row and column, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.base.validation import adapter_of, in_chinese
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.check import check_catalogue
from knowledge.catalogue.local import FILE as LOCAL
from knowledge.sheets.cells import EMPTY, NUMBER, as_text, lost_digits, unescaped
from knowledge.sheets.columns import Column
from knowledge.sheets.tables import (
    BUNDLES,
    CHILDREN,
    ITEMS,
    MAIN,
    MATERIALS,
    QUESTIONS,
    RECORDS,
    TABLES,
    TRANSFERS,
    WINDOWS,
    Table,
)
from knowledge.sheets.workbook import Line, Lines, open_workbook

_BY_SHEET = {table.sheet: table for table in TABLES}
_CHECKED = (ITEMS, QUESTIONS, MATERIALS, BUNDLES)
"""Records of which the validator speaks by their id alone."""


@dataclass(frozen=True)
class Belonging:
    """A row that belongs to the record of another sheet."""

    line: Line
    key: str
    record: Any


@dataclass
class _Reading:
    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Fault] = field(default_factory=list)
    belongings: dict[str, dict[str, list[Belonging]]] = field(default_factory=dict)
    places: dict[str, tuple[Marked, FieldPath]] = field(default_factory=dict)

    def fault(self, table: Table, line: Line, heading: str, message: str) -> None:
        self.faults.append(Fault(table.sheet, line.number, heading, message))

    def remark(self, table: Table, line: Line, heading: str, message: str) -> None:
        self.remarks.append(Fault(table.sheet, line.number, heading, message))


def read_workbook(content: bytes, remarks: list[Fault] | None = None) -> tuple[Catalogue | None, list[Fault]]:
    """Read a workbook that :func:`write_workbook` wrote and staff have worked on.

    Args:
        remarks: Takes what was mended, cell by cell.

    Returns:
        The catalogue, None where there are faults; and the faults: ``file`` is the sheet, ``line`` the row, ``field`` the
        heading of the column. Records that were imported from elsewhere need not be complete, as on their import.
    """
    lines, faults, mended = open_workbook(content)
    if faults:
        return None, faults
    reading = _Reading(lines, remarks=remarks if remarks is not None else [])
    reading.remarks += mended
    _read_belongings(reading)
    members: dict[str, Any] = {table.member: _records(table, reading) for table in RECORDS}
    transfers = tuple(
        _built(TRANSFERS, line, _raw(TRANSFERS, line, reading), reading) for line in lines[TRANSFERS.sheet]
    )
    _find_strangers(members, reading)
    if reading.faults:
        return None, reading.faults
    catalogue = Catalogue(**members, transfers=transfers)
    faults = _checked(catalogue, reading)
    return (None if faults else catalogue), faults


def _read_belongings(reading: _Reading) -> None:
    for child in {child.sheet: child for children in CHILDREN.values() for child in children}.values():
        found = reading.belongings.setdefault(child.sheet, {})
        for line in reading.lines[child.sheet]:
            parent = _key(child, child.parent, line, reading)
            key = _key(child, child.key, line, reading) if child.key else ""
            record = _built(child, line, _raw(child, line, reading), reading)
            if parent is not None and key is not None:
                found.setdefault(parent, []).append(Belonging(line, key, record))


def _records(table: Table, reading: _Reading) -> dict[str, Any]:
    main_names = _main_names(reading)
    marked = Marked(table.sheet, None, {})
    records: dict[str, Any] = {}
    for line in reading.lines[table.sheet]:
        key = _key(table, table.key, line, reading)
        if key is None:
            continue
        if key in records:
            reading.fault(table, line, table.key, f"编号 {key} 已经用过")
            continue
        raw = _raw(table, line, reading)
        if table is ITEMS:
            _name_main(raw, main_names, line, reading)
        for child in CHILDREN.get(table.member, ()):
            raw[child.member] = _members(child, key, reading)
        if "id" in table.kind.model_fields:
            raw["id"] = key
        records[key] = _built(table, line, raw, reading)
        row = (str(line.number),)
        marked.lines[row] = line.number
        if table in _CHECKED:
            reading.places[key] = (marked, row)
    return records


def _main_names(reading: _Reading) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in reading.lines[MAIN.sheet]:
        key = _key(MAIN, MAIN.key, line, reading)
        if key is not None:
            names[key] = str(_raw(MAIN, line, reading).get("main_name", ""))
    return names


def _name_main(raw: dict[str, Any], names: dict[str, str], line: Line, reading: _Reading) -> None:
    if "main_name" in raw or "main" not in raw:
        return
    if raw["main"] in names:
        raw["main_name"] = names[raw["main"]]
    else:
        reading.fault(ITEMS, line, "主项编号", f"主项表里没有编号 {raw['main']}")
        raw["main_name"] = ""


def _members(child: Table, parent: str, reading: _Reading) -> Any:
    """What belongs to a record: a list, or by key where the rows have keys."""
    belonging = reading.belongings[child.sheet].get(parent, [])
    if not child.key:
        return [one.record for one in belonging]
    keyed: dict[str, Any] = {}
    for one in belonging:
        if one.key in keyed:
            reading.fault(child, one.line, child.key, f"编号 {one.key} 在 {parent} 里已经用过")
        keyed[one.key] = one.record
    return keyed


def _find_strangers(members: dict[str, Any], reading: _Reading) -> None:
    """Rows that name a record that its sheet does not have."""
    for sheet, belongings in reading.belongings.items():
        child = _BY_SHEET[sheet]
        owners = [table for table in RECORDS if child in CHILDREN.get(table.member, ())]
        known = {key for table in owners for key in members[table.member]}
        for parent, listed in belongings.items():
            if parent not in known:
                message = f"{'表和'.join(table.sheet for table in owners)}表里没有编号 {parent}"
                for one in listed:
                    reading.fault(child, one.line, child.parent, message)


def _key(table: Table, heading: str, line: Line, reading: _Reading) -> str | None:
    cell = line.cells.get(heading)
    if cell is None:
        reading.fault(table, line, heading, "缺少这一项")
        return None
    if cell == EMPTY:
        return ""
    written = as_text(cell)
    if (plain := written.strip()) != written:
        reading.remark(table, line, heading, "去掉了编号前后的空格")
    return unescaped(plain)


def _raw(table: Table, line: Line, reading: _Reading) -> dict[str, Any]:
    """The row's cells by field; parts such as ``legal_limit`` as mappings, or as lists where their fields are numbered."""
    raw: dict[str, Any] = {}
    for column in table.columns:
        cell = line.cells.get(column.heading)
        if cell is None:
            continue
        wrong = _number_in_a_text(column, cell)
        if wrong:
            reading.fault(table, line, column.heading, wrong)
            continue
        cell = _split_words(table, column, cell, line, reading)
        try:
            value = column.codec.empty if cell == EMPTY else column.codec.read(cell)
        except ValueError as error:
            reading.fault(table, line, column.heading, str(error))
            continue
        *parts, name = column.field.split(".")
        whole = raw
        for part in parts:
            whole = whole.setdefault(part, {})
        whole[name] = value
    return {name: _as_list(value) for name, value in raw.items()}


def _number_in_a_text(column: Column, cell: Any) -> str:
    """Why a number cannot stand where a text belongs: a code whose end is lost, a phone whose first 0 is."""
    if column.codec is NUMBER or isinstance(cell, bool) or not isinstance(cell, int | float):
        return ""
    if lost_digits(cell):
        return "这一格是数字，15位以后已经不准了：请把格子设成文本，照原来的编码重新填"
    if "电话" in column.heading or column.field in ("phone", "supervise", "consult"):
        return "电话写成了数字，前面的0会丢：请把格子设成文本，连区号重新填"
    return ""


def _split_words(table: Table, column: Column, cell: Any, line: Line, reading: _Reading) -> Any:
    """Phrasings written one after the other with 、 in one line, as one a line; remarked. No phrasing has a 、 in it."""
    if column.field != "aliases" or not isinstance(cell, str) or "、" not in cell:
        return cell
    reading.remark(table, line, column.heading, "一行写了几个，照顿号拆成一行一个")
    return cell.replace("、", "\n")


def _as_list(value: Any) -> Any:
    if isinstance(value, dict) and all(str(name).isdigit() for name in value):
        return [value[name] for name in sorted(value)]
    return value


def _built(table: Table, line: Line, raw: dict[str, Any], reading: _Reading) -> Any:
    """The record; None where its fields are wrong, which is a fault, or where a fault of the row is known already."""
    if any(value is None for value in raw.values()) or _is_known_bad(raw):
        return None
    try:
        return adapter_of(table.kind).validate_python(raw)
    except ValidationError as error:
        known = {(fault.file, fault.line) for fault in reading.faults}
        for one in error.errors():
            names = [str(part) for part in one["loc"] if not str(part).startswith(("function", "tagged"))]
            if one["type"] == "missing" and (table.sheet, line.number) in known:
                continue
            reading.fault(table, line, _heading(table, names), in_chinese(one))
        return None


def _is_known_bad(raw: dict[str, Any]) -> bool:
    """Whether something that belongs to the record could not be built."""
    return any(
        None in (value.values() if isinstance(value, dict) else value)
        for value in raw.values()
        if isinstance(value, dict | list)
    )


def _heading(table: Table, names: list[str]) -> str:
    child = next(
        (child for child in CHILDREN.get(table.member, ()) if names and child.member == names[0]), None
    )
    return f"{child.sheet}表" if child else table.heading_of(".".join(names))


def _checked(catalogue: Catalogue, reading: _Reading) -> list[Fault]:
    """The validator's faults in what the centre writes itself, at their sheet, row and column."""
    return [
        _of_window(fault, reading) if fault.file == LOCAL else _at_column(fault)
        for fault in check_catalogue(_own(catalogue), reading.places)
    ]


def _of_window(fault: Fault, reading: _Reading) -> Fault:
    """``windows.market.site`` or ``transfers.0.items`` at its sheet, row and column."""
    member, *key, field_name = fault.field.split(".")
    table = WINDOWS if member == WINDOWS.member else TRANSFERS
    lines = reading.lines[table.sheet]
    if table is WINDOWS:
        number = next((one.number for one in lines if as_text(one.cells.get(table.key)) == ".".join(key)), 0)
    else:
        number = lines[int(key[0])].number
    return replace(fault, file=table.sheet, line=number, field=table.heading_of(field_name))


def _own(catalogue: Catalogue) -> Catalogue:
    """The catalogue without imported items, the bundles they are in and the materials that only they use."""
    items = {key: item for key, item in catalogue.items.items() if item.origin != "imported"}
    imported = [item for item in catalogue.items.values() if item.origin == "imported"]
    kept = {need.material for item in items.values() for need in item.materials}
    theirs = {need.material for item in imported for need in item.materials} - kept
    materials = {key: material for key, material in catalogue.materials.items() if key not in theirs}
    foreign = {item.id for item in imported}
    bundled = {
        key: bundle
        for key, bundle in catalogue.bundles.items()
        if not any(part.item in foreign for part in bundle.parts)
    }
    return replace(catalogue, items=items, materials=materials, bundles=bundled)


def _at_column(fault: Fault) -> Fault:
    """``业务办理项:12 12.legal_limit`` as ``业务办理项:12 法定时限``."""
    table = _BY_SHEET.get(fault.file)
    if table is None:
        return fault
    names = fault.field.split(".")[1:]
    return replace(fault, field=_heading(table, names) if names else table.key)
