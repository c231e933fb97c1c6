"""The register of documents in force: which version of each cited law, regulation or rule holds, and when that was last checked.

``documents.yaml`` in the catalogue's folder, by name::

    婚姻登记条例:
      {number: 国务院令第804号, version: 2025-04-06, in_force: 2025-05-10, checked: 2026-11-30, source: 国家法律法规数据库}
    环境影响评价法:
      {version: 2018-12-29, replaced_by: 生态环境法典, replaced_on: 2026-08-15, checked: 2026-11-30, source: 生态环境法典第一千二百四十二条}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from pydantic import Field

from knowledge.base.basis import Basis
from knowledge.base.faults import Fault
from knowledge.base.frozen import Frozen
from knowledge.base.marked_yaml import read
from knowledge.base.validation import validated

FILE = "documents.yaml"
CHECK_HOLDS_FOR = timedelta(days=180)
"""After this a check of a document is old: departments change their rules about twice a year."""

_NUMBER = re.compile(r"第?(\d+)号")
_YEAR = re.compile(r"((?:19|20)\d{2})年?")


class Earlier(Frozen):
    """An earlier number of a document.

    Attributes:
        only_number: The articles stand as they did: a citation by this number is out of date in its number alone.
    """

    number: str = Field(min_length=1)
    only_number: bool = False


class Document(Frozen):
    """One document as it stands.

    Attributes:
        number: Its present number, for example ``公安部令第172号``; empty where people do not cite it by one.
        version: The day on which the present text was passed or published; None where that is not known.
        in_force: Its first day.
        replaced_by: The document that took its place, or ``废止``.
        replaced_on: The day from which it no longer holds.
        earlier: Numbers by which it used to be cited.
        checked: When somebody last compared it; None where the text was never at hand.
        source: Where it was compared.
    """

    number: str = ""
    version: date | None = None
    in_force: date | None = None
    replaced_by: str = ""
    replaced_on: date | None = None
    earlier: tuple[Earlier, ...] = ()
    checked: date | None = None
    source: str = Field(min_length=2)

    def is_replaced(self, today: date) -> bool:
        return bool(self.replaced_by) and (self.replaced_on is None or self.replaced_on <= today)

    def is_check_old(self, today: date) -> bool:
        return self.checked is not None and today - self.checked > CHECK_HOLDS_FOR


Register = Mapping[str, Document]


def read_documents(folder: Path, faults: list[Fault]) -> dict[str, Document]:
    """The register of a catalogue folder; empty where it has none.

    Raises:
        CatalogueFaults: The file is not YAML.
    """
    if not (folder / FILE).is_file():
        return {}
    marked = read(folder / FILE, folder)
    register: dict[str, Document] = {}
    for name, raw in (marked.data or {}).items():
        known = validated(Document, raw, marked, (name,), faults)
        if known is not None:
            register[str(name)] = known
    return register


def refusal(basis: Basis, register: Register, today: date) -> str:
    """Why a citation does not hold by the register: repealed, an earlier version, or one that the register does not know yet."""
    known = register.get(basis.law)
    if known is None:
        return ""
    if known.is_replaced(today):
        since = f"{known.replaced_on.isoformat()}起" if known.replaced_on else "已经"
        by = "废止" if known.replaced_by == "废止" else f"由《{known.replaced_by}》代替"
        return f"{since}{by}"
    if not basis.document or _same_number(basis.document, known.number):
        return _of_another_year(basis, known)
    earlier = _earlier(basis, known)
    if earlier is None and not known.number:
        return _of_another_year(basis, known)
    if earlier is None:
        return f"登记的现行文号是「{known.number}」，引用写的是「{basis.document}」"
    return "" if earlier.only_number else f"「{basis.document}」是旧文本，现行的是「{known.number}」"


def changed_number(basis: Basis, register: Register) -> str:
    """The present number of a citation that is out of date in its number alone; else nothing."""
    known = register.get(basis.law)
    if known is None or not basis.document or _same_number(basis.document, known.number):
        return ""
    earlier = _earlier(basis, known)
    return known.number if earlier is not None and earlier.only_number else ""


def _earlier(basis: Basis, known: Document) -> Earlier | None:
    return next((one for one in known.earlier if _same_number(basis.document, one.number)), None)


def _of_another_year(basis: Basis, known: Document) -> str:
    cited = set(map(int, _YEAR.findall(basis.document)))
    years = {day.year for day in (known.version, known.in_force) if day}
    years |= set(map(int, _YEAR.findall(known.number)))
    if not cited or not years or cited & years:
        return ""
    return f"引用写的是{max(cited)}年，登记的文本是{max(years)}年的"


def _same_number(first: str, second: str) -> bool:
    """Compared by digits, so that 国家市场监督管理总局令第78号 and 市场监管总局令第78号 are one; words without digits by their letters."""
    one, other = _NUMBER.findall(first), _NUMBER.findall(second)
    return bool(set(one) & set(other)) if one and other else _plain(first) == _plain(second)


def _plain(number: str) -> str:
    return re.sub(r"[\s，,、〔〕\[\]（）()]", "", number)
