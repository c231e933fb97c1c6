"""What a sentence asks, and what it only mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.language.aspects import (
    Aspect,
    asks_yes_or_no,
    aspects_in,
    subject_of,
    wants_it_today,
    wish_in,
)

A = Aspect


SAID: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "said_of_aspects.yaml").read_text(encoding="utf-8")
)
"""Each aspect as farmers, shop owners, old people and those who speak Cantonese ask it."""


class TestAspectsIn:
    @pytest.mark.parametrize(
        ("text", "aspects"),
        [
            ("要多少钱啊", [A.FEE]),
            ("收费吗", [A.FEE]),
            ("要多久能拿到", [A.TIME_LIMIT]),
            ("能不能当天拿,多少钱", [A.FEE, A.TIME_LIMIT]),
            ("去哪办", [A.PLACE]),
            ("你们地址在哪", [A.PLACE]),
            ("周末上班吗", [A.HOURS]),
            ("几点下班", [A.HOURS]),
            ("什么时候开门", [A.HOURS]),
            ("电话多少", [A.PHONE]),
            ("要带什么材料", [A.MATERIALS]),
            ("要什么资料", [A.MATERIALS]),
            ("什么条件才能办", [A.CONDITIONS]),
            ("流程是啥", [A.PROCESS]),
            ("依据是什么", [A.BASIS]),
            ("能邮寄吗", [A.POST]),
            ("有效期多长", [A.VALIDITY]),
            ("有什么区别", [A.DIFFERENCE]),
        ],
    )
    def test_asked(self, text: str, aspects: list[Aspect]) -> None:
        assert list(aspects_in(text)) == aspects

    @pytest.mark.parametrize(
        ("text", "aspect"), [(text, aspect) for aspect in Aspect for text in SAID.get(aspect, ())]
    )
    def test_nothing_else_is_heard(self, text: str, aspect: Aspect) -> None:
        assert aspects_in(text) == (aspect,)

    @pytest.mark.parametrize(
        "text",
        [
            "餐馆关门了许可证退掉",
            "公司换地址了",
            "地址变更",
            "身份证有效期到了",
            "开快递店",
            "资料丢了",
            "我家住河西镇[地址]",
            "我叫[姓名],电话[手机号]",
            "我的件到哪一步了",
            "租的",
            *SAID["nothing"],
        ],
    )
    def test_only_mentioned(self, text: str) -> None:
        assert aspects_in(text) == ()


class TestSubjectOf:
    @pytest.mark.parametrize("text", ["要多少钱啊", "请问要多久", "去哪办呢", "要带什么材料"])
    def test_nothing_of_its_own(self, text: str) -> None:
        assert len(subject_of(text)) < 2

    def test_a_matter_of_its_own(self) -> None:
        assert "身份" in subject_of("身份证补办多少钱")

    def test_the_wish_stays_without_the_question(self) -> None:
        assert wish_in("驾照过期了要换，几年换一次") == "驾照过期了要换"


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("能代办吗", True),
        ("要不要钱", True),
        ("收费不", True),
        ("得唔得", True),
        ("会不会过期", True),
        ("多少钱", False),
        ("去哪办", False),
        ("能领多久", False),
        ("我要办身份证", False),
    ],
)
def test_whether_a_yes_or_a_no_is_due(said: str, asks: bool) -> None:
    assert asks_yes_or_no(said) is asks


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        ("能不能当天拿", True),
        ("是当场办吗", True),
        ("今天能拿到吗", True),
        ("要几天", False),
        ("今天开门吗", False),
    ],
)
def test_whether_it_is_wanted_the_same_day(said: str, wants: bool) -> None:
    assert wants_it_today(said) is wants


def test_a_fee_asked_in_cantonese_words_names_no_matter() -> None:
    assert aspects_in("我想问下收费几多") == (Aspect.FEE,)
    assert subject_of("我想问下收费几多") == ""
