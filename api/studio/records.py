"""The forms of items, questions and materials, and what is found as somebody fills one in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.intakes.models import IntakeRow
from api.published.edits_holder import edits_of, last_rows
from api.services import Services
from api.studio.entries import to_be
from api.studio.record_schemas import (
    BranchView,
    ConditionWords,
    FormFieldView,
    FormGroupView,
    NamedOption,
    NamedQuestion,
    NamedRecord,
    RecordChange,
    RecordCheck,
    RecordCheckWanted,
    RecordFindingView,
    RecordForms,
    RecordImpact,
)
from knowledge.base.validation import adapter_of
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.condition import Condition
from knowledge.studio.branch import branches
from knowledge.studio.citation_check import citation_findings
from knowledge.studio.condition_words import condition_words
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.record import NO_KEY, may_be_new, plain_record, record_faults, record_in, with_records
from knowledge.studio.record_check import record_findings, told
from knowledge.studio.record_form import FormField, record_form
from knowledge.studio.record_words import record_changes

OPEN = "open"


async def forms(session: AsyncSession, services: Services) -> RecordForms:
    """The forms, with what is published and what was edited since to pick from."""
    catalogue = to_be(edits_of(await last_rows(session)), services)
    return RecordForms(
        **{member: _groups(member) for member in ("items", "questions", "materials")},
        known_departments=[NamedRecord(id=key, name=one.name) for key, one in catalogue.departments.items()],
        known_items=[NamedRecord(id=key, name=one.name) for key, one in catalogue.items.items()],
        known_materials=[NamedRecord(id=key, name=one.name) for key, one in catalogue.materials.items()],
        known_questions=[
            NamedQuestion(
                id=key,
                name=one.text,
                options=[
                    NamedOption(value=value, label=option.label) for value, option in one.options.items()
                ],
            )
            for key, one in catalogue.questions.items()
        ],
    )


async def check(wanted: RecordCheckWanted, services: Services) -> RecordCheck:
    """What is wrong with a record, what it says in words, and whom it touches; nothing of it is kept."""
    last = edits_of(await services.database.read(last_rows))
    found, catalogue = await asyncio.to_thread(_checked, wanted, last, services)
    impact = await services.database.read(lambda session: _impact(session, wanted.key, catalogue))
    return found.model_copy(update={"impact": impact})


def _checked(
    wanted: RecordCheckWanted, last: LibraryEdits, services: Services
) -> tuple[RecordCheck, Catalogue]:
    """Everything but the impact, and the catalogue as it would be."""
    before = to_be(last, services)
    published = record_in(services.holder.published, wanted.key)
    faults = record_faults(wanted.key, wanted.record)
    if published is None and not may_be_new(wanted.key):
        faults.append(((), NO_KEY))
    if faults:
        findings = [
            RecordFindingView(place=_words(place), message=message, wrong=True) for place, message in faults
        ]
        return RecordCheck(findings=findings), before
    record = LibraryEdit(record=wanted.record)
    after = to_be(LibraryEdits({**last.edits, (EntryKind.RECORD, wanted.key): record}), services)
    plain = plain_record(published) if published else {}
    against = wanted.against if wanted.against is not None else plain
    member = wanted.key.partition("/")[0]
    drawn, cut = _drawn(wanted.key, after)
    return RecordCheck(
        findings=_findings(wanted.key, after, before, services),
        conditions=[
            ConditionWords(place=_words(place), words=condition_words(when, after.questions))
            for place, when in _conditions(wanted.record)
        ],
        changes=[
            RecordChange(part=part, before=was, after=now)
            for part, was, now in record_changes(member, against, wanted.record, after)
        ],
        branches=drawn,
        cut=cut,
    ), after


def _findings(key: str, after: Catalogue, before: Catalogue, services: Services) -> list[RecordFindingView]:
    """What is wrong with it, then what it does to others, then what to look at."""
    without = with_records(
        before, LibraryEdits({(EntryKind.RECORD, key): LibraryEdit(dropped=True)}), services.today()
    )
    found = record_findings(after, without)
    own = [
        RecordFindingView(place=_words(one.place), message=one.message, wrong=True)
        for one in found
        if one.key == key
    ]
    known = set(record_findings(before, without))
    others = [
        RecordFindingView(place=[], message=told(one, after), wrong=True)
        for one in found
        if one.key != key and one not in known
    ]
    cited = [
        RecordFindingView(place=_words(one.place), message=one.message, wrong=wrong)
        for one, wrong in citation_findings(key, after, services.holder.published, services.today())
    ]
    return sorted([*own, *others, *cited], key=lambda one: not one.wrong)


def _drawn(key: str, catalogue: Catalogue) -> tuple[list[BranchView], bool]:
    member, _, own = key.partition("/")
    affair = catalogue.affair(own) if member == "items" else None
    known = affair is not None and all(
        [
            *(one.question in catalogue.questions for one in affair.asks),
            *(need.material in catalogue.materials for _, need in affair.needs),
        ]
    )
    if affair is None or not known:
        return [], False
    lines, cut = branches(affair, catalogue)
    return [
        BranchView(
            depth=one.depth,
            question=one.question,
            answer=one.answer,
            materials=list(one.materials) if one.materials is not None else None,
        )
        for one in lines
    ], cut


async def _impact(session: AsyncSession, key: str, catalogue: Catalogue) -> RecordImpact:
    """The items and bundles that have it, and how many drafts and cases of them are open."""
    member, _, own = key.partition("/")
    items = {own} if member == "items" else set(_using(member, own, catalogue))
    bundles = {key for key, one in catalogue.bundles.items() if items & {part.item for part in one.parts}}
    affairs = {*items, *bundles}
    named = [
        NamedRecord(id=key, name=one.name)
        for key in sorted(affairs)
        if (one := catalogue.items.get(key) or catalogue.bundles.get(key))
    ]
    drafts = select(func.count()).where(IntakeRow.affair.in_(affairs), IntakeRow.state == OPEN)
    cases = select(func.count()).where(CaseRow.item_id.in_(items), CaseRow.is_open)
    return RecordImpact(
        items=named, drafts=await session.scalar(drafts) or 0, cases=await session.scalar(cases) or 0
    )


def _using(member: str, own: str, catalogue: Catalogue) -> Iterator[str]:
    for key, item in catalogue.items.items():
        asked = {one.question for one in item.asks}
        needed = {*(one.material for one in item.materials), *(one.material for one in item.shared)}
        named = asked if member == "questions" else needed
        if own in named:
            yield key


def _conditions(
    value: Any, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Condition]]:
    """Every condition in a record that can be read, with where it stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "when" and part:
                yield (*place, name), adapter_of(Condition).validate_python(part)
            else:
                yield from _conditions(part, (*place, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _conditions(part, (*place, number))


def _words(place: tuple[str | int, ...]) -> list[str]:
    return [str(part) for part in place]


def _groups(member: str) -> list[FormGroupView]:
    return [
        FormGroupView(title=group.title, fields=[_field(one) for one in group.fields])
        for group in record_form(member)
    ]


def _field(one: FormField) -> FormFieldView:
    return FormFieldView(
        name=one.name,
        label=one.label,
        kind=one.kind,
        hint=one.hint,
        choices=list(one.choices),
        picks=one.picks,
        fields=[_field(part) for part in one.fields],
    )
