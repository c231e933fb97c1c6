"""The notice as it stands on paper: every line in words, ready for the page and for the PDF, which only lay it out.

行政许可法 art. 30 and 32: everything that has to be handed in is said once, whole, and in a form that can be taken home.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.dates import day_text
from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import CaseKind, Limit, MaterialForm, Necessity, Source
from knowledge.guidance.flow_chart import flow_of, flowchart
from knowledge.guidance.notice import (
    NoticeChange,
    NoticeContent,
    NoticeFee,
    NoticeItem,
    NoticeMaterial,
    NoticeShared,
)

_WORDS = Path(__file__).with_name("sheet.yaml")

Row = tuple[str, str]
"""A label and what stands beside it."""


@dataclass(frozen=True)
class SheetMaterial:
    """One material: its number on the list, name, marks such as 可容缺后补, and what is known of it."""

    number: int
    name: str
    marks: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SheetFlow:
    """The flow chart of one item."""

    item: str
    svg: str


@dataclass(frozen=True)
class Sheet:
    """One version of a notice in words.

    Attributes:
        items: Names of a bundle's items; empty for a single item.
        shared: Papers that the window checks by data sharing (数据共享), not to be handed in.
        changes: Against the version before; empty for a first version.
    """

    number: str
    version: int
    drawn: str
    name: str
    items: tuple[str, ...]
    circumstances: tuple[str, ...]
    counts: str
    materials: tuple[SheetMaterial, ...]
    shared: tuple[str, ...]
    conditions: tuple[str, ...]
    fees: tuple[str, ...]
    limits: tuple[str, ...]
    where: tuple[Row, ...]
    after: tuple[str, ...]
    flows: tuple[SheetFlow, ...]
    changes: tuple[str, ...] = field(default=())


def sheet_of(
    number: str, version: int, drawn_at: datetime, content: NoticeContent, change: NoticeChange | None = None
) -> Sheet:
    """A notice in words.

    Args:
        drawn_at: In the centre's zone.
        change: What is new since the version before.
    """
    several = len(content.items) > 1
    return Sheet(
        number=number,
        version=version,
        drawn=_say("drawn", day=day_text(drawn_at.date()), hour=drawn_at.hour, minute=drawn_at.minute),
        name=content.name,
        items=tuple(item.name for item in content.items) if several else (),
        circumstances=tuple(
            _say("circumstance", text=fact.text, label=fact.label) for fact in content.circumstances
        ),
        counts=_counts(content),
        materials=tuple(
            SheetMaterial(number, line.name, tuple(_marks(line)), tuple(_rows(line, several)))
            for number, line in enumerate(content.materials, 1)
        ),
        shared=tuple(_shared(paper) for paper in content.shared()),
        conditions=tuple(dict.fromkeys(condition for item in content.items for condition in item.conditions)),
        fees=tuple(_fees(content)),
        limits=tuple(
            _say("limit_item", item=item.name, limits=_limits(item)) if several else _limits(item)
            for item in content.items
        ),
        where=tuple(_where(content)),
        after=tuple(_after(content)),
        flows=tuple(SheetFlow(item.name, flowchart(flow_of(item))) for item in content.items if item.steps),
        changes=tuple(_changes(change)) if change else (),
    )


@cache
def _words() -> dict[str, str]:
    return {key: str(text) for key, text in yaml.safe_load(_WORDS.read_text(encoding="utf-8")).items()}


def _say(key: str, **parts: object) -> str:
    return _words()[key].format_map(parts)


def _counts(content: NoticeContent) -> str:
    if not content.materials:
        return _say("no_materials")
    certain = [line for line in content.materials if line.certain]
    counted = {
        "required": sum(line.necessity is Necessity.REQUIRED for line in certain),
        "later": sum(line.necessity is Necessity.LATER for line in certain),
        "optional": sum(line.necessity is Necessity.OPTIONAL for line in certain),
        "uncertain": len(content.materials) - len(certain),
    }
    kinds = [_say(f"count_{kind}", count=count) for kind, count in counted.items() if count]
    return _say("counts", count=len(content.materials), kinds="、".join(kinds))


def _marks(line: NoticeMaterial) -> Iterator[str]:
    if not line.certain:
        yield _say("mark_uncertain")
    elif line.necessity is Necessity.LATER:
        yield _say("mark_later")
    elif line.necessity is Necessity.OPTIONAL:
        yield _say("mark_optional")
    if line.promise_instead:
        yield _say("mark_promise")


def _rows(line: NoticeMaterial, several_items: bool) -> Iterator[Row]:
    for key, text in (
        ("form", _form(line)),
        ("source", _source(line)),
        ("standard", line.standard),
        ("filling", line.filling),
        ("blank", line.blank_form),
        ("reason", line.reason or _say("everyone")),
        ("items", "、".join(line.for_items) if several_items else ""),
        ("basis", "、".join(line.basis)),
    ):
        if text:
            yield _say(f"label_{key}"), text


def _form(line: NoticeMaterial) -> str:
    form = str(line.form or "")
    if line.copies is None or line.form is MaterialForm.SHOWN:
        return form
    return _say("copies", form=form, count=line.copies)


def _source(line: NoticeMaterial) -> str:
    if line.source is Source.GOVERNMENT and line.issued_by:
        return _say("issued", issuer=line.issued_by)
    return str(line.source or "")


def _shared(paper: NoticeShared) -> str:
    basis = "、".join(paper.basis)
    return _say("shared", name=paper.name, holder=paper.holder) + (
        f"，{_say('fee_basis', basis=basis)}" if basis else ""
    )


def _fees(content: NoticeContent) -> Iterator[str]:
    for fee in content.fees:
        yield _say("fee", name=fee.name, amount=_amount(fee), notes="".join(_notes(fee)))
    if not content.fees:
        free = [item.free_of_charge for item in content.items]
        yield _say("fee_none") if free and all(free) else _say("fee_unknown")


def _amount(fee: NoticeFee) -> str:
    if fee.amount is None:
        return fee.rule
    yuan = f"{fee.amount:.2f}".rstrip("0").rstrip(".")
    return _say("fee_amount", yuan=yuan, per=_say("fee_per", per=fee.per) if fee.per else "")


def _notes(fee: NoticeFee) -> Iterator[str]:
    basis = _say("fee_basis", basis="、".join(fee.basis)) if fee.basis else ""
    yield from (f"（{words}）" for words in (fee.reason, fee.relief, basis) if words)


def _limits(item: NoticeItem) -> str:
    if item.case_kind == CaseKind.ON_THE_SPOT:
        return _say("limit_on_the_spot")
    said = [
        _say(f"limit_{kind}", days=_days(limit))
        for kind, limit in (("legal", item.legal_limit), ("promised", item.promised_limit))
        if limit
    ]
    return "，".join(said) or _say("limit_unknown")


def _days(limit: Limit) -> str:
    unit = limit.unit if limit.unit is Unit.MINUTE else f"个{limit.unit}"
    time = f"{limit.days}{unit}" if limit.days else _say("limit_at_once")
    return f"{time}（{limit.note}）" if limit.note else time


def _where(content: NoticeContent) -> Iterator[Row]:
    route = content.route
    if route is None:
        yield from _where_else(content)
        return
    window = _say("window", site=route.site, floor=route.floor, number=route.number, name=route.name)
    yield _say("label_window"), " ".join(window.split())
    yield _say("label_address"), route.address
    yield _say("label_hours"), route.hours
    yield _say("label_phone"), route.phone
    yield _say("label_why"), route.why
    if route.example:
        yield _say("label_example"), _say("example")
    if route.takes_appointments:
        yield _say("label_appointment"), _say("appointment")


def _where_else(content: NoticeContent) -> Iterator[Row]:
    """Where the source says to go, for items that this centre does not receive."""
    places = list(dict.fromkeys(item.place_text for item in content.items if item.place_text))
    phones = list(dict.fromkeys(item.consult for item in content.items if item.consult))
    for place in places:
        yield _say("label_address"), _say("elsewhere", place=place)
    if phones:
        yield _say("label_phone"), f"{'、'.join(phones)}，{_say('consult_first')}"
    elif not places:
        yield _say("label_address"), _say("unknown_place")


def _after(content: NoticeContent) -> Iterator[str]:
    own = {item.name for item in content.items}
    first = [name for item in content.items for name in item.prerequisites if name not in own]
    if first:
        yield _say("after_prerequisites", items="、".join(dict.fromkeys(first)))
    if content.route is not None and any(item.case_kind != CaseKind.ON_THE_SPOT for item in content.items):
        yield _say("after_answer")
    joint = list(dict.fromkeys(name for item in content.items for name in item.joint_with))
    if joint:
        yield _say("after_joint", departments="、".join(joint))
    if any(item.inspection for item in content.items):
        yield _say("after_inspection")
    for authority in dict.fromkeys(item.passed_up_to for item in content.items if item.passed_up_to):
        yield _say("after_passed_up", authority=authority)
    for item in content.items:
        if item.result_name:
            valid = _say("result_valid", valid=item.result_valid) if item.result_valid else ""
            yield _say("after_result", name=item.result_name, valid=valid, delivery="、".join(item.delivery))


def _changes(change: NoticeChange) -> Iterator[str]:
    if change.nothing:
        yield _say("change_same")
    for key, names in (
        ("items_added", change.items_added),
        ("items_dropped", change.items_dropped),
        ("added", [line.name for line in change.added]),
        ("dropped", [line.name for line in change.dropped]),
        ("altered", [line.name for line in change.altered]),
    ):
        if names:
            yield _say(f"change_{key}", names="、".join(names))
    if change.fees_changed:
        yield _say("change_fees")
    if change.window_changed:
        yield _say("change_window")
