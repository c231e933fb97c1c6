"""The same words that ask something else: when one must apply, whether another licence is needed, and what is only told."""

from __future__ import annotations

import pytest

from knowledge.language.aspects import Aspect, asks_whether_needed, aspects_in
from knowledge.language.terms import terms_in


@pytest.mark.parametrize(
    "text",
    [
        "我自己能申请吗,有没有时间限制",
        "还有时间来得及不,已经过去快三个月了",
        "我问的是申请还来不来得及",
        "都半年了还能申请不",
        "最晚什么时候要去报",
        "孩子多久内要上户口",
        "是不是晚了",
        "超过30天还能报吗",
    ],
)
def test_when_one_must_apply_is_asked(text: str) -> None:
    assert Aspect.DEADLINE in aspects_in(text)
    assert not {Aspect.HOURS, Aspect.OPEN_NOW} & set(aspects_in(text))


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("现在去来得及吗", Aspect.OPEN_NOW),
        ("今天下班前赶得上吗", Aspect.OPEN_NOW),
        ("办理期限是多久", Aspect.TIME_LIMIT),
        ("有效期多久", Aspect.VALIDITY),
        ("周末上班吗", Aspect.HOURS),
        ("中午休息", Aspect.HOURS),
        ("可以在你们这儿登记吗", Aspect.ELSEWHERE),
        ("是不是必须回户籍地办理", Aspect.ELSEWHERE),
        ("我姐带着娃去行不行", Aspect.AGENT),
        ("舅舅领他去可以吗", Aspect.AGENT),
        ("我去给他办要得不", Aspect.AGENT),
        ("要带娃去现场不", Aspect.IN_PERSON),
        ("要不要娃去", Aspect.IN_PERSON),
        ("抚恤金能有好多钱哦", Aspect.AMOUNT),
        ("教育局窗口电话好多", Aspect.PHONE),
        ("缴多少年才能领", Aspect.CONDITIONS),
        ("营业执照还没得,是先办那个不", Aspect.ORDER),
    ],
)
def test_other_times_are_asked_as_before(text: str, aspect: Aspect) -> None:
    assert aspect in aspects_in(text)
    assert Aspect.DEADLINE not in aspects_in(text)


@pytest.mark.parametrize(
    "text", ["我在工地上班,下班晚", "我是上班送单的时候撞的", "我外地上班", "驾照过期半年了还能换吗"]
)
def test_what_is_only_told_asks_no_hours(text: str) -> None:
    assert not {Aspect.HOURS, Aspect.OPEN_NOW, Aspect.DEADLINE} & set(aspects_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "要不要卫生许可证",
        "做皮肤管理是不是还要卫生许可证",
        "食品证要不要",
        "烟证要另外办吗",
        "不办烟证能卖烟吗",
        "开宾馆是不是还要消防检查",
    ],
)
def test_whether_another_licence_is_needed_is_asked(text: str) -> None:
    assert asks_whether_needed(text)


@pytest.mark.parametrize(
    "text", ["我要办卫生许可证", "想办个烟证", "要啥证", "要户口本吗", "补个驾照要照片吗"]
)
def test_a_wish_or_another_question_is_none(text: str) -> None:
    assert not asks_whether_needed(text)


def test_a_sentence_with_a_term() -> None:
    said = ["职工、近亲属在1年内申请", "有固定的场所", "期满的在届满30日前提出", "股东不超过50个"]
    assert terms_in(said) == [said[0], said[2]]
