"""Things that are gone, and people who are."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.danger.lost_things import losses_in
from knowledge.language.danger.reading import danger_in


@pytest.mark.parametrize(
    "text",
    [
        "老父亲的卡找不见了，他七十六，腿脚不便，我代他去",
        "奶奶的存折找不见了",
        "老母亲手机不见了",
        "我家老头子的本本找不见了",
        "娃的狗不见了，要注销",
        "爷爷那张老年卡找不着了",
    ],
)
def test_a_thing_is_gone(text: str) -> None:
    assert losses_in(normalise(text))
    assert danger_in(normalise(text)) is None


@pytest.mark.parametrize(
    "text", ["我妈找不到了", "我妈带着手机不见了", "孩子不见了，手机也打不通", "爷爷出门没带卡，人不见了"]
)
def test_somebody_is_missing(text: str) -> None:
    danger = danger_in(normalise(text))
    assert danger is not None and danger.kind == "missing"


def test_no_money_from_a_lost_card_is_no_fraud() -> None:
    assert danger_in(normalise("社保卡丢了，里面的钱取不出来")) is None
    fraud = danger_in(normalise("在一个软件里投的钱取不出来了"))
    assert fraud is not None and fraud.kind == "fraud"
