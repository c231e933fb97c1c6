"""Edits over the shipped library: what they change, from when to when, and what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.load import load_answers
from knowledge.elsewhere.load import load_register
from knowledge.matching import Entry, Matcher
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.effect import added, edited_answers, edited_catalogue, edited_register
from knowledge.studio.faults import WorkingLibrary, edit_faults, entry_name
from knowledge.studio.more_phrasings import with_phrasings
from tests.shipped import shipped_catalogue

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def library() -> WorkingLibrary:
    catalogue = shipped_catalogue()
    return WorkingLibrary(catalogue, load_answers(catalogue), load_register(catalogue))


def one_of(library: WorkingLibrary, kind: EntryKind) -> str:
    members = {
        EntryKind.ITEM: library.catalogue.items,
        EntryKind.ANSWER: library.answers.answers,
        EntryKind.ELSEWHERE: library.register.matters,
    }
    return next(iter(members[kind]))


def test_what_is_edited_changes_and_all_else_stays(library: WorkingLibrary) -> None:
    question, asked = next(iter(library.catalogue.questions.items()))
    option = next(iter(asked.options))
    item, answer, matter = (
        one_of(library, kind) for kind in (EntryKind.ITEM, EntryKind.ANSWER, EntryKind.ELSEWHERE)
    )
    edit = LibraryEdit(phrasings=("火星土豆飞行证怎么弄",))
    edits = LibraryEdits(
        {
            (EntryKind.ITEM, item): edit,
            (EntryKind.OPTION, f"{question}/{option}"): edit,
            (EntryKind.ANSWER, answer): edit.model_copy(update={"text": "请到{中心名称}。"}),
            (EntryKind.ELSEWHERE, matter): edit.model_copy(update={"text": "先打电话问一问。"}),
            (EntryKind.ITEM, "gone"): edit,
        }
    )
    catalogue = edited_catalogue(library.catalogue, edits, TODAY)
    assert catalogue.items[item].aliases[-1] == "火星土豆飞行证怎么弄"
    assert catalogue.questions[question].options[option].says[-1] == "火星土豆飞行证怎么弄"
    others = [key for key in library.catalogue.items if key != item]
    assert all(catalogue.items[key] is library.catalogue.items[key] for key in others)
    assert edited_answers(library.answers, edits, TODAY).answers[answer].answer == "请到{中心名称}。"
    assert edited_register(library.register, edits, TODAY).matters[matter].first == "先打电话问一问。"
    assert ("火星土豆飞行证怎么弄", item) in added(edits, EntryKind.ITEM, TODAY)
    nothing = LibraryEdits({})
    assert edited_catalogue(library.catalogue, nothing, TODAY) is library.catalogue
    assert edited_answers(library.answers, nothing, TODAY) is library.answers


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (date(2026, 12, 1), None, False),
        (None, date(2026, 11, 29), False),
    ],
)
def test_an_edit_counts_on_its_days(first: date | None, last: date | None, counts: bool) -> None:
    edit = LibraryEdit(phrasings=("火星土豆",), valid_from=first, valid_until=last)
    edits = LibraryEdits({(EntryKind.ITEM, "one"): edit})
    assert bool(added(edits, EntryKind.ITEM, TODAY)) is counts


def test_all_faults_are_told_together(library: WorkingLibrary) -> None:
    item, answer = one_of(library, EntryKind.ITEM), one_of(library, EntryKind.ANSWER)
    others = [one for key, one in library.catalogue.items.items() if key != item]
    taken = others[5].aliases[0]
    edit = LibraryEdit(
        phrasings=("我", taken, "火星土豆", "火星土豆？", "找我，手机13800138000"),
        text="换一句",
        valid_from=date(2026, 12, 2),
        valid_until=date(2026, 12, 1),
    )
    faults = edit_faults(EntryKind.ITEM, item, edit, library, TODAY)
    for words in ("太短", "已经是事项「", "写了两遍", "个人信息", "只能加说法", "结束的后面"):
        assert any(words in fault for fault in faults), (words, faults)
    long = LibraryEdit(text="请到{没有这个}办！" + "办" * 130)
    faults = edit_faults(EntryKind.ANSWER, answer, long, library, TODAY)
    assert any("感叹号" in one for one in faults) and any("{没有这个}" in one for one in faults)
    assert any("最多" in one for one in edit_faults(EntryKind.ANSWER, answer, LibraryEdit(text="办" * 130), library, TODAY))  # fmt: skip
    assert edit_faults(EntryKind.ITEM, item, LibraryEdit(phrasings=("火星土豆飞行证",)), library, TODAY) == []


def test_entries_have_names(library: WorkingLibrary) -> None:
    assert entry_name(EntryKind.ITEM, "nothing", library) is None
    question, asked = next(iter(library.catalogue.questions.items()))
    option = next(iter(asked.options))
    assert entry_name(EntryKind.OPTION, f"{question}/{option}", library)
    assert entry_name(EntryKind.OPTION, f"{question}/nothing", library) is None


def test_a_matcher_takes_more_phrasings_and_stays_as_it_is() -> None:
    entries = [Entry("one", "食品经营许可", ("开饭馆",)), Entry("two", "身份证补领", ("身份证丢了",))]
    matcher = Matcher.train(entries)
    more = with_phrasings(matcher, [("火星土豆飞行证", "one"), ("没有这个", "gone"), ("？", "two")])
    assert more.said_word_for_word("火星土豆飞行证") == ("one",)
    assert matcher.said_word_for_word("火星土豆飞行证") == ()
    assert with_phrasings(matcher, [("？", "two")]) is matcher
