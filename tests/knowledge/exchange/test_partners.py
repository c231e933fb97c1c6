"""Partners' codes both ways, and the two directions of 满意度."""

from __future__ import annotations

import pytest

from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.transitions import TRANSITIONS
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import STATES
from knowledge.catalogue.item import CaseKind
from knowledge.exchange.codes import (
    A1_ITEM_TYPE,
    A4_AUDIENCE,
    AUDIENCES,
    ITEM_TYPES,
    NECESSITIES,
    NECESSITY,
    SOURCE,
    SOURCES,
    UNIT,
    UNITS,
    UnknownCode,
    case_kind_in_use,
)
from knowledge.exchange.partners import (
    ADAPTERS,
    CONSTRUCTION,
    ONE_WINDOW,
    construction,
    construction_code,
    one_window,
    one_window_code,
)
from knowledge.exchange.ratings import from_good_or_bad, is_bad, may_rate, to_good_or_bad
from tests.knowledge.stories import TERMS, Story, accepted, correction, decided


class TestOneWindow:
    def test_every_state_has_a_code_of_theirs(self) -> None:
        assert {one_window_code(state) for state in STATES} <= set(ONE_WINDOW.codes)

    @pytest.mark.parametrize("code", sorted(ONE_WINDOW.codes))
    def test_there_and_back(self, code: str) -> None:
        assert one_window_code(one_window.meaning(code).state) == code


class TestConstruction:
    @pytest.mark.parametrize("code", sorted(CONSTRUCTION.codes))
    def test_every_code_means_something_of_ours(self, code: str) -> None:
        meaning = construction.meaning(code)
        assert meaning.act in Act and meaning.state in STATES
        assert any(row.act == meaning.act for row in TRANSITIONS)

    def test_every_code_of_theirs_is_reached_by_an_act_of_ours(self) -> None:
        def code(story: Story) -> str | None:
            return construction_code(story.log[-1], fold(story.log))

        hearing = {"kind": "hearing", "expected_days": 5, "reason": "重大", "notice": "1号"}
        early = Story("2026-11-02").did("receive", "2026-11-02")
        stories = {"1": early}

        def more(code: str, story: Story) -> None:
            stories[code] = story

        def received() -> Story:
            return Story("2026-11-02").did("receive", "2026-11-02")

        more("2", received().did("withdraw", "2026-11-02"))
        more("3", accepted())
        more("4", received().did("refuse", "2026-11-02", ground="not_needed", reason="不用办"))
        more(
            "5", received().did("refuse", "2026-11-02", ground="other_body", reason="市级", authority="市局")
        )
        more("6", received().did("request_correction", "2026-11-02", **correction("lease")))
        more(
            "7",
            received()
            .did("request_correction", "2026-11-02", **correction("lease"))
            .did("correct", "2026-11-03", materials=["lease"]),
        )
        more("8", accepted().did("send_out", "2026-11-04", departments=["fire"]))
        more("9", accepted().did("start_special", "2026-11-04", **hearing))
        more(
            "10",
            accepted()
            .did("start_special", "2026-11-04", **hearing)
            .did("end_special", "2026-11-05", kind="hearing", result="完"),
        )
        more("11", decided())
        more("12", decided(terms=TERMS.model_copy(update={"later": ("layout",)})))
        more("13", decided(outcome="deny"))
        more("14", accepted().did("withdraw", "2026-11-04"))
        more("15", decided().did("revoke", "2026-11-12", reason="欺骗", basis="《行政许可法》第六十九条"))
        assert {wanted: code(story) for wanted, story in stories.items()} == {
            one: one for one in CONSTRUCTION.codes
        }

    def test_what_they_are_not_told_of(self) -> None:
        story = accepted().did("review", "2026-11-04", outcome="grant").did("approve", "2026-11-05")
        assert construction_code(story.log[-1], story.facts) is None


class TestUnknown:
    @pytest.mark.parametrize("partner", sorted(ADAPTERS))
    def test_a_code_that_their_list_does_not_have(self, partner: str) -> None:
        with pytest.raises(UnknownCode, match="没有代码「99」"):
            ADAPTERS[partner].meaning("99")


class TestLists:
    def test_our_words_are_theirs(self) -> None:
        for ours, theirs in (
            (ITEM_TYPES, A1_ITEM_TYPE),
            (AUDIENCES, A4_AUDIENCE),
            (NECESSITIES, NECESSITY),
            (SOURCES, SOURCE),
            (UNITS, UNIT),
        ):
            for word, code in ours.items():  # type: ignore[attr-defined]
                label = theirs.label(code)
                assert label.startswith(word.value) or (word.value, label) == ("其他行政权力", "其他类别")

    def test_kinds_with_four_values(self) -> None:
        kind = CaseKind.PROMISED
        assert [
            case_kind_in_use(kind, joint=j, passed_up=p)
            for j, p in ((False, False), (True, False), (True, True))
        ] == ["2", "3", "4"]


class TestSatisfaction:
    @pytest.mark.parametrize(("ours", "theirs"), [(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)])
    def test_runs_the_other_way(self, ours: int, theirs: int) -> None:
        assert to_good_or_bad(ours) == theirs
        assert from_good_or_bad(theirs) == ours

    def test_the_worst_two_must_be_answered(self) -> None:
        assert [is_bad(grade) for grade in range(1, 6)] == [False, False, False, True, True]
        for grade in (0, 6):
            with pytest.raises(UnknownCode):
                to_good_or_bad(grade)

    def test_once_and_once_more_after_the_answer(self) -> None:
        assert may_rate("review", 0, False, False) == "办件还没有办完，办完后再评价。"
        assert may_rate("delivered", 0, False, False) == ""
        assert may_rate("delivered", 1, False, False) == "这个办件已经评价过。"
        assert may_rate("delivered", 1, True, False) == "您的评价正在处理，答复后可以再评一次。"
        assert may_rate("delivered", 1, True, True) == ""
        assert may_rate("delivered", 2, True, True) == "这个办件已经评价过。"
