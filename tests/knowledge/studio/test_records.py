"""Items, questions and materials edited whole: nothing is lost, everything is in the form, said in words, and held against the rest."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.load import load_answers
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import BusinessItem, Material, Question
from knowledge.elsewhere.load import load_register
from knowledge.studio.branch import branches
from knowledge.studio.citation_check import citation_findings
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.faults import WorkingLibrary
from knowledge.studio.record import (
    plain_record,
    read_record,
    readable,
    record_faults,
    record_in,
    record_keys,
    with_records,
)
from knowledge.studio.record_check import record_findings, told
from knowledge.studio.record_form import record_form
from knowledge.studio.release import differences
from tests.shipped import shipped_catalogue

TODAY = date(2026, 11, 30)
KEY = "items/food_operation.new"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def edits(**records: object) -> LibraryEdits:
    """Edits of records by key."""
    return LibraryEdits(
        {
            (EntryKind.RECORD, key): one if isinstance(one, LibraryEdit) else LibraryEdit(record=one)  # type: ignore[arg-type]
            for key, one in records.items()
        }
    )


def written(catalogue: Catalogue, key: str = KEY, **changes: object) -> dict[str, object]:
    record = record_in(catalogue, key)
    assert record is not None
    return {**plain_record(record), **changes}


def changed(catalogue: Catalogue, key: str = KEY, **changes: object) -> Catalogue:
    """The catalogue with one record that says something else."""
    return with_records(catalogue, edits(**{key: written(catalogue, key, **changes)}), TODAY)


def test_every_record_is_the_same_after_it_was_written_and_read(catalogue: Catalogue) -> None:
    for key in record_keys(catalogue):
        record = record_in(catalogue, key)
        assert record is not None
        back = read_record(key, plain_record(record))
        assert back.model_dump(exclude={"origin"}) == record.model_dump(exclude={"origin"}), key


@pytest.mark.parametrize(
    ("member", "kind"), [("items", BusinessItem), ("questions", Question), ("materials", Material)]
)
def test_every_field_is_in_the_form(member: str, kind: type) -> None:
    fields = [one.name for group in record_form(member) for one in group.fields]
    assert len(fields) == len(set(fields))
    assert set(kind.model_fields) - set(fields) <= {"id", "main", "origin", "absent"}  # type: ignore[attr-defined]


def test_a_released_record_stands_in_the_place_of_the_published_one(catalogue: Catalogue) -> None:
    other = changed(catalogue, promised_limit={"days": 5})
    assert other.items["food_operation.new"].promised_limit.days == 5  # type: ignore[union-attr]
    assert other.version != catalogue.version, "告知单和办件上写得出是照哪一份"
    assert with_records(catalogue, LibraryEdits({}), TODAY) is catalogue
    gone = with_records(catalogue, edits(**{KEY: LibraryEdit(dropped=True)}), TODAY)
    assert "food_operation.new" not in gone.items
    later = LibraryEdit(record=written(catalogue), valid_from=date(2027, 1, 1))
    assert with_records(catalogue, edits(**{KEY: later}), TODAY) is catalogue


def test_what_two_versions_differ_in_is_said_field_by_field(catalogue: Catalogue) -> None:
    before = written(catalogue)
    materials = before["materials"]
    assert isinstance(materials, list)
    lease = next(one for one in materials if one["material"] == "lease")
    after = before | {
        "promised_limit": {"days": 5},
        "silence_is_consent": True,
        "materials": [one for one in materials if one is not lease],
    }
    library = WorkingLibrary(catalogue, load_answers(catalogue), load_register(catalogue))
    (found,) = differences(LibraryEdits({}), edits(**{KEY: after}), library)
    lines = [one.line for one in found.differences]
    assert found.name == "事项：食品经营许可（新办）"
    assert "改了承诺时限：「8」换成「5」" in lines and "加了超时默许「是」" in lines
    (gone,) = [line for line in lines if line.startswith("去掉了")]
    assert "什么情况下要：「经营场所是自有还是租赁」回答「租赁」" in gone


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"asks": [{"question": "nothing"}]}, "没有问题 nothing"),
        ({"free_of_charge": True, "fees": [{"name": "工本费", "amount": 5}]}, "写了不收费，又写了收费项目"),
        ({"promised_limit": {"days": 30}}, "承诺时限30比法定时限10还长"),
    ],
)
def test_what_does_not_fit_is_found_before_it_is_published(
    catalogue: Catalogue, changes: dict[str, object], said: str
) -> None:
    other = changed(catalogue, **changes)
    found = record_findings(other, catalogue)
    assert any(said in one.message and one.key == KEY for one in found)
    assert all(told(one, other) for one in found)


def test_a_condition_that_can_never_hold_is_found(catalogue: Catalogue) -> None:
    both = {"all": [{"premises": "leased"}, {"premises": "owned"}]}
    materials = [*written(catalogue)["materials"], {"material": "title_deed", "when": both}]  # type: ignore[misc]
    (found,) = record_findings(changed(catalogue, materials=materials), catalogue)
    assert found.place == ("materials", len(materials) - 1, "when")
    assert "任何回答下都不成立" in found.message


def test_what_cannot_be_read_is_named_with_its_place_and_left_out_when_it_is_there(
    catalogue: Catalogue,
) -> None:
    wrong = written(catalogue, promised_limit={"days": "很快"}, bases=["食品安全法"])
    places = [place for place, _ in record_faults(KEY, wrong)]
    assert ("promised_limit", "days") in places and any(place[0] == "bases" for place in places)
    good, bad = readable(edits(**{KEY: wrong}))
    assert not good.edits and len(bad) == 2


def test_a_citation_that_nobody_has_checked_is_told(catalogue: Catalogue) -> None:
    assert not list(citation_findings(KEY, catalogue, catalogue, TODAY))
    other = changed(catalogue, bases=["《食品安全法》第九十九条", "《环境影响评价法》第一条"])
    found = list(citation_findings(KEY, other, catalogue, TODAY))
    assert [wrong for _, wrong in found] == [False, True]


def test_each_branch_ends_in_its_papers(catalogue: Catalogue) -> None:
    affair = catalogue.affair("food_operation.new")
    assert affair is not None
    lines, cut = branches(affair, catalogue)
    assert not cut and lines[0].question == "经营场所是自有还是租赁" and lines[0].materials is None
    ends = [line for line in lines if line.materials is not None]
    assert len(ends) == 3 * 2 * 2 * 2, "四个问题，各有两三个选项"
    assert any("租赁合同" in "".join(line.materials or ()) for line in ends)
