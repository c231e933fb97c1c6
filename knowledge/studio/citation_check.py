"""The citations of edited records: what is no longer in force, and what nobody has held against the law yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.affair import Catalogue
from knowledge.laws.citations import uses
from knowledge.laws.register import Register, read_documents, refusal
from knowledge.laws.verified_yaml import read_record
from knowledge.studio.record_check import RecordFinding


def citation_findings(
    key: str, catalogue: Catalogue, published: Catalogue, today: date
) -> Iterator[tuple[RecordFinding, bool]]:
    """What is to be said of the citations of a record, each with whether it is wrong or only not verified; what is published stands."""
    own = key.partition("/")[2]
    known = {str(use.basis) for use in uses(published)}
    for use in uses(catalogue):
        if use.record != own or str(use.basis) in known:
            continue
        place = tuple(use.field.split("."))[:1]
        if refused := refusal(use.basis, _register(), today):
            yield RecordFinding(key, place, f"依据{use.basis}：{refused}"), True
        elif str(use.basis) not in _verified():
            message = f"依据{use.basis}还没有和条文核对过，发布以前请对照条文看一遍"
            yield RecordFinding(key, place, message), False


@cache
def _register() -> Register:
    return read_documents(SHIPPED, [])


@cache
def _verified() -> frozenset[str]:
    return read_record(SHIPPED)
