"""What a workbook's own XML tells and its values do not: formulas that were never calculated, and which cells are merged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

_SHEET = re.compile(rb'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(Id|Target)="([^"]*)"')
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*?(?<!/)>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v>[^<]+</v>|<is>")


def formulas_without_value(content: bytes, sheet: str) -> Iterator[tuple[int, int]]:
    """Row and column, both from 1, of every formula of a sheet that has no stored result.

    A program that writes workbooks need not calculate; such a cell reads as empty, so that what stands in it would be lost.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        part = _part_of(book, sheet)
        xml = book.read(part) if part in book.namelist() else b""
    if b"<f" not in xml:
        return
    for letters, row, inner in _CELL.findall(xml):
        if b"<f" in inner and not _VALUE.search(inner):
            yield int(row), _column(letters)


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """The name of the part that holds a sheet; empty where the workbook does not say."""
    names = set(book.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return ""
    ids = {name.decode(): key for name, key in _SHEET.findall(book.read("xl/workbook.xml"))}
    for relation in _RELATION.findall(book.read("xl/_rels/workbook.xml.rels")):
        told = dict(_ATTRIBUTE.findall(relation))
        if told.get(b"Id") == ids.get(sheet):
            target = told.get(b"Target", b"").decode()
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
