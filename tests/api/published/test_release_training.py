"""What a release learns: in a process of its own, stopped with whoever waits for it, used only as long as it is true."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from api.published.matcher_files import Models, version_of
from api.published.release_models import ANSWERS, ITEMS, Lesson, ReleaseModels
from api.published.release_training import TrainingKilled, learn_aside
from knowledge.answers.load import load_answers
from knowledge.elsewhere.load import load_register
from knowledge.matching import Entry, Matcher
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.measurement import is_held_out
from tests.shipped import shipped_catalogue

pytestmark = pytest.mark.anyio

FEW = (Entry("cat", "养猫登记", ("给猫上户口",)), Entry("dog", "养犬登记", ("给狗上户口",)))
CARD = "id_card.reissue"
LEARNED, HELD_OUT = (
    next(text for number in range(99) if is_held_out(text := f"火星土豆飞行证{number}号怎么弄") is held)
    for held in (False, True)
)


def lesson_in(folder: Path, entries: Sequence[Entry] = FEW) -> Lesson:
    return Lesson(ANSWERS, folder / f"{ANSWERS}-{version_of(entries)}", tuple(entries))


async def test_it_is_learned_in_another_process_and_once(tmp_path: Path) -> None:
    models, told = Models(tmp_path, "none"), list[tuple[int, int]]()
    lesson = lesson_in(tmp_path)

    async def tell(done: int, total: int) -> None:
        told.append((done, total))

    await learn_aside([lesson], models, tell)
    assert told[-1] == (1, 1)
    assert Matcher.load(lesson.path).match("给猫上户口").candidates[0].id == "cat"
    told.clear()
    await learn_aside([lesson], models, tell)
    assert not told, "学过的不再学"


async def test_whoever_stops_waiting_ends_the_process_and_nothing_is_there(tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path)

    async def tell(_: int, __: int) -> None:
        raise RuntimeError("停下")

    with pytest.raises(RuntimeError):
        await learn_aside([lesson], Models(tmp_path, "none"), tell)
    assert not lesson.is_learned


async def test_one_that_dies_is_told(tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path / "a file and no folder" / "x")
    (tmp_path / "a file and no folder").write_text("")

    async def tell(_: int, __: int) -> None:
        pass

    with pytest.raises(TrainingKilled):
        await learn_aside([lesson], Models(tmp_path, "none"), tell)


def edits(*phrasings: str) -> LibraryEdits:
    return LibraryEdits({(EntryKind.ITEM, CARD): LibraryEdit(phrasings=phrasings)})


def test_what_was_learned_is_used_until_some_of_it_is_taken_back(tmp_path: Path) -> None:
    catalogue = shipped_catalogue()
    found = ReleaseModels(Models(tmp_path, "none"), load_answers(catalogue), load_register(catalogue))
    assert not found.lessons(catalogue, LibraryEdits({}))
    released = edits(LEARNED, HELD_OUT)
    lessons = found.lessons(catalogue, released)
    (items,) = [one for one in lessons if one.kind == ITEMS]
    (entry,) = [one for one in items.entries if one.id == CARD]
    assert LEARNED in entry.aliases and HELD_OUT not in entry.aliases, "留出来测的不学"
    assert len(lessons) == 2, "别处办的事是和事项一起分辨的，也要学；问答没有变"

    shipped, learned = Matcher.train(FEW), Matcher.train([Entry(CARD, "身份证", (LEARNED,)), *FEW])
    said = [(LEARNED, CARD), (HELD_OUT, CARD)]
    assert not found.matcher(ITEMS, shipped, lessons, said, released).knows(CARD), "还没有学"
    learned.save(items.path)
    matcher = found.matcher(ITEMS, shipped, lessons, said, released)
    assert matcher.said_word_for_word(HELD_OUT) == (CARD,) and matcher.said_word_for_word(LEARNED) == (CARD,)
    back = found.matcher(ITEMS, shipped, lessons, [(HELD_OUT, CARD)], released)
    assert not back.knows(CARD), "学过的说法退回了，就不用学了它的"
