"""Danger is heard, ordinary sentences are left alone: shares over invented reports and over what the library knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from intake.project import ROOT
from knowledge.answers.load import load_answers
from knowledge.base.text import normalise
from knowledge.catalogue.load import load_catalogue
from knowledge.language.danger.reading import Afterwards, afterwards_in, danger_in, denies_danger

_HERE = Path(__file__).parent
_HELD_OUT = 3
"""Every third sentence of a list is held out: no word list was written with it in view."""

HEARD_AT_LEAST = 0.98
FALSE_ALARMS_AT_MOST = 0.005


def sentences(name: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return told


def split(told: dict[str, list[str]], *, held_out: bool) -> list[str]:
    return [
        normalise(sentence)
        for group in told.values()
        for number, sentence in enumerate(group, start=1)
        if (number % _HELD_OUT == 0) is held_out
    ]


@cache
def library() -> frozenset[str]:
    """What the catalogue, the answer library and the intents have for examples, without those that tell of danger."""
    catalogue = load_catalogue()
    said: set[str] = set()
    for item in catalogue.items.values():
        said |= {item.name, *item.aliases}
    for answer in load_answers(catalogue).answers.values():
        said |= set(answer.phrasings)
    for file in sorted((ROOT / "bot" / "data" / "nlu").glob("*.yml")):
        content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for intent in content["nlu"]:
            said |= {line.removeprefix("- ") for line in intent.get("examples", "").splitlines()}
    return frozenset(normalise(text) for text in said) - set(sentences("reports_in_library.yaml")["reports"])


def heard(said: list[str]) -> float:
    return sum(danger_in(text) is not None for text in said) / len(said)


class TestShares:
    @pytest.mark.parametrize("held_out", [False, True])
    def test_danger_is_heard(self, held_out: bool) -> None:
        said = split(sentences("reports.yaml"), held_out=held_out)
        missed = [text for text in said if danger_in(text) is None]
        assert len(said) > 60 and heard(said) >= HEARD_AT_LEAST, missed

    def test_there_are_enough(self) -> None:
        assert sum(map(len, sentences("reports.yaml").values())) >= 200
        assert len(sentences("ordinary.yaml")["ordinary"]) >= 200
        assert len(library()) > 5000

    def test_the_library_is_left_alone(self) -> None:
        alarms = [text for text in library() if danger_in(text)]
        assert len(alarms) / len(library()) <= FALSE_ALARMS_AT_MOST, alarms

    def test_ordinary_sentences_with_dangerous_words_are_left_alone(self) -> None:
        """Each of them was chosen to mislead, so that the share over ordinary talk is far below this one."""
        assert heard(split(sentences("ordinary.yaml"), held_out=False)) <= FALSE_ALARMS_AT_MOST
        assert heard(split(sentences("ordinary.yaml"), held_out=True)) <= 0.02

    def test_what_the_library_holds_as_a_report_is_one(self) -> None:
        for text in sentences("reports_in_library.yaml")["reports"]:
            assert danger_in(normalise(text)), text


class TestLater:
    """Three rounds written after the lists; each was measured before it was learned from (see the file)."""

    ROUNDS: ClassVar = yaml.safe_load((_HERE / "later.yaml").read_text(encoding="utf-8"))

    @pytest.mark.parametrize("number", ["first", "second", "third"])
    def test_what_was_missed_is_heard_now(self, number: str) -> None:
        said = [normalise(text) for text in self.ROUNDS["danger"][number]]
        assert heard(said) >= HEARD_AT_LEAST, [text for text in said if danger_in(text) is None]

    def test_ordinary_sentences_are_left_alone(self) -> None:
        said = [normalise(text) for group in self.ROUNDS["ordinary"].values() for text in group]
        assert [text for text in said if danger_in(text)] == []


class TestExplained:
    def test_the_result_says_why(self) -> None:
        danger = danger_in("我老公天天打我,我害怕")
        assert danger is not None
        assert danger.kind == "home_violence" and danger.words == ("老公", "打我")
        assert danger.features == ("afraid",) and danger.score == 5
        assert danger.call == ("110",) and "12338" in danger.also

    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            ("我家着火了", "fire"),
            ("有人晕倒了没呼吸", "medical"),
            ("不想活了", "crisis"),
            ("有人打我", "crime"),
            ("我被骗了5万块", "fraud"),
            ("刚才被人骗走两万", "fraud"),
            ("我妈被诈骗了", "fraud"),
            ("遇到骗子让我转账", "fraud"),
            ("家暴怎么申请保护令", "home_violence"),
            ("妈妈把我锁在家里,煤气味好重", "gas"),
        ],
    )
    def test_kinds_are_told_apart(self, said: str, kind: str) -> None:
        danger = danger_in(said)
        assert danger is not None and danger.kind == kind

    @pytest.mark.parametrize(
        "said", ["火灾事故认定", "急救培训怎么报名", "我没骗你", "反诈宣传在哪领手续", "身份证丢了"]
    )
    def test_papers_and_talk_are_none(self, said: str) -> None:
        assert danger_in(said) is None

    @pytest.mark.parametrize(
        ("plain", "changed"),
        [
            ("老公打我", "老公没打我"),
            ("家里着火了", "如果家里着火了"),
            ("家里着火了", "去年家里着火了"),
            ("家里着火了", "家里没着火"),
            ("被车撞了", "被车撞了怎么认定工伤"),
            ("楼上有人跳楼", "跳楼价"),
        ],
    )
    def test_polarity_time_and_purpose_count(self, plain: str, changed: str) -> None:
        assert danger_in(plain) is not None and danger_in(changed) is None

    def test_whether_or_not_is_no_denial(self) -> None:
        assert danger_in("楼上是不是着火了") is not None

    def test_words_of_two_sentences_make_no_sign(self) -> None:
        assert danger_in("我找老公。他帮我打电话") is None


class TestAfterwards:
    @pytest.mark.parametrize("said", ["没事了", "算了", "嗯", "好的", "谢谢", "不用了。", "唉"])
    def test_a_short_reply_is_about_the_number_just_given(self, said: str) -> None:
        assert afterwards_in(said, at_once=True) is Afterwards.CALM
        assert afterwards_in(said, at_once=False) is None

    @pytest.mark.parametrize(
        "said", ["活着没意思", "打了没人接", "没人在乎的", "我好累", "你不懂", "说了也没用的"]
    )
    @pytest.mark.parametrize("at_once", [True, False])
    def test_bleak_words_stay_with_it(self, said: str, at_once: bool) -> None:
        assert afterwards_in(said, at_once=at_once) is Afterwards.BLEAK

    @pytest.mark.parametrize(
        "said", ["继续", "身份证丢了要补", "低保怎么申请", "我爸死了怎么办死亡证明", "去哪里办"]
    )
    def test_business_goes_on(self, said: str) -> None:
        assert afterwards_in(said, at_once=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "没被骗啊，是房东不退",
        "莫得人欺负我",
        "？没捡到人，是说附近有个学校",
        "不是电信诈骗，是装修公司跑了",
        "不是家暴，问的是工资",
        "没人虐待她",
        "啥子心理哦，人没得事",
        "我好得很",
    ],
)
def test_who_denies_it_is_in_no_danger(text: str) -> None:
    assert denies_danger(text)
    assert danger_in(text) is None


@pytest.mark.parametrize("text", ["别打我", "被骗了五万", "有没有被骗的风险", "不想活了", "他打我，我没还手"])
def test_other_negations_deny_nothing(text: str) -> None:
    assert not denies_danger(text)
