"""Rubbish ten times at every open question: never the same words twice in a row, and always a way round."""

from __future__ import annotations

import itertools

import pytest

from actions.information.ladder import put_otherwise
from actions.pending.heard import Heard
from tests.actions.reading.open_questions import PENDING
from tests.actions.turns import heard_next, pending_next, turn_of

pytestmark = pytest.mark.anyio

TIMES = 10
ASKED = sorted(PENDING)


async def replies(monkeypatch: pytest.MonkeyPatch, name: str | None, times: int = TIMES) -> list[str]:
    heard, said = Heard(), []
    for _ in range(times):
        turn = turn_of(monkeypatch, "呜啦啦", PENDING[name] if name else None, heard)
        await put_otherwise(turn)
        said.append(turn.reply().text)
        heard = heard_next(turn)
        assert (pending_next(turn) or {}).get("kind") == (PENDING[name].kind if name else None)
    return said


@pytest.mark.parametrize("name", [None, *ASKED])
async def test_never_the_same_twice_in_a_row(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    said = await replies(monkeypatch, name)
    lines = [text.splitlines()[0] for text in said]
    assert all(first != second for first, second in itertools.pairwise(lines))


@pytest.mark.parametrize("name", [None, *ASKED])
async def test_from_the_second_time_a_person_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    said = await replies(monkeypatch, name, 3)
    assert ["0000-8600-1000" in text for text in said] == [False, True, True]


async def test_a_scenario_question_goes_from_examples_to_reasons_to_the_way_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second, third = await replies(monkeypatch, "premises", 3)
    pending = PENDING["premises"]
    assert "例如说「" in first and "不确定" in first
    assert pending.why in second and pending.help in second  # type: ignore[attr-defined]
    assert "回复「不确定」" in third
    assert all(option.label in text for option in pending.options for text in (first, second, third))


async def test_of_a_quantity_a_number_is_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *_ = await replies(monkeypatch, "area", 1)
    assert "直接说个数" in first and "平方米" in first


async def test_items_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *_ = await replies(monkeypatch, "items", 1)
    assert "开店，由市场监管局办。条件：有固定的场所" in first and "都不是" in first


async def test_what_was_understood_in_between_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = turn_of(monkeypatch, "多少钱", PENDING["premises"], Heard(missed=2))
    turn.keep_pending()
    assert heard_next(turn).missed == 0
