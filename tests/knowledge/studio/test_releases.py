"""What two states of the library differ in, what is measured between them, and what is wrong with edits taken together."""

from __future__ import annotations

from datetime import date

from knowledge.answers.load import load_answers
from knowledge.elsewhere.load import load_register
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.faults import WorkingLibrary, library_faults
from knowledge.studio.kept_conversation import Replied
from knowledge.studio.measurement import (
    Outcome,
    held_out,
    is_held_out,
    measured,
    shortened,
    without_held_out,
)
from knowledge.studio.release import differences
from knowledge.studio.shipped_conversations import shipped_conversations
from tests.shipped import shipped_catalogue

TODAY = date(2026, 11, 30)


def library() -> WorkingLibrary:
    catalogue = shipped_catalogue()
    return WorkingLibrary(catalogue, load_answers(catalogue), load_register(catalogue))


def test_differences_are_told_in_words() -> None:
    shipped = library()
    answer, item = next(iter(shipped.answers.answers)), "id_card.reissue"
    before = LibraryEdits(
        {
            (EntryKind.ANSWER, answer): LibraryEdit(text="旧的。"),
            (EntryKind.ITEM, item): LibraryEdit(phrasings=("旧说法",)),
            (EntryKind.ITEM, "gone"): LibraryEdit(),
        }
    )
    after = LibraryEdits(
        {
            (EntryKind.ANSWER, answer): LibraryEdit(text="新的。", valid_until=TODAY),
            (EntryKind.ITEM, item): LibraryEdit(phrasings=("新说法",), review_by=TODAY),
        }
    )
    of_item, of_answer = differences(before, after, shipped)
    assert (of_item.name, [part.line for part in of_item.differences]) == (
        "居民身份证（补领）",
        ["加了说法「新说法」", "去掉了说法「旧说法」", "加了日期「2026-11-30再看」"],
    )
    assert [part.line for part in of_answer.differences] == [
        "改了回答：「旧的。」换成「新的。」",
        "加了日期「用到2026-11-30」",
    ]
    assert differences(after, after, shipped) == []


def test_a_group_that_loses_more_than_two_points_is_worse() -> None:
    fine = [Outcome("大组", f"第{number}句", True, True) for number in range(60)]
    lost = Outcome("大组", "丢了的", True, False, ("听成别的",))
    traded = [Outcome("小组", "丢了的", True, False), Outcome("小组", "拿回的", False, True)]
    large, small = measured([*fine, lost, *traded])
    assert (large.group, large.before, large.after, large.is_worse) == ("大组", 61, 60, False)
    assert (small.group, small.is_worse, small.won) == ("小组", False, (traded[1],)), "一进一出，没有少"
    (alone,) = measured([*fine[:30], lost])
    assert alone.is_worse and alone.lost == (lost,)


def test_one_phrasing_of_five_is_kept_for_measuring_and_always_the_same() -> None:
    texts = tuple(f"第{number}种说法" for number in range(200))
    edits = LibraryEdits({(EntryKind.ITEM, "a"): LibraryEdit(phrasings=texts)})
    kept = {one.text for one in held_out(edits)}
    assert 20 <= len(kept) <= 60 and all(map(is_held_out, kept))
    (rest,) = without_held_out(edits).edits.values()
    assert kept.isdisjoint(rest.phrasings) and len(kept) + len(rest.phrasings) == 200


def test_a_shortened_phrasing_lacks_one_character() -> None:
    assert shortened("补身份证") is None
    short = shortened("身份证丢了怎么补")
    assert short is not None and short == shortened("身份证丢了怎么补")
    assert len(short) == 7 and short[0] == "身" and short[-1] == "补"


def test_faults_of_all_edits_are_told_with_the_entry() -> None:
    shipped = library()
    taken = shipped.catalogue.items["food_operation.new"].aliases[0]
    ended = LibraryEdit(phrasings=("火星土豆",), valid_until=date(2026, 1, 1))
    edits = LibraryEdits(
        {
            (EntryKind.ITEM, "id_card.reissue"): LibraryEdit(phrasings=(taken,)),
            (EntryKind.ITEM, "gone"): LibraryEdit(phrasings=("没了",)),
            (EntryKind.ITEM, "passport.first"): LibraryEdit(),
            (EntryKind.ITEM, "food_operation.new"): ended,
        }
    )
    (where, owned), (_, gone) = library_faults(edits, shipped, TODAY)
    assert where == (EntryKind.ITEM, "id_card.reissue")
    assert owned.startswith(f"事项「居民身份证（补领）」：「{taken}」已经是事项「")
    assert gone.startswith("事项「gone」没有，或者已经没有了")


def test_shipped_conversations_have_names_of_their_own_and_say_what_is_wrong() -> None:
    conversations = shipped_conversations()
    assert len({one.id for one in conversations}) == len(conversations) >= 20
    first = conversations[0]
    assert first.objections([Replied("没能对上", frozenset())] * len(first.turns))
