"""打 that pays."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.danger.payment import payments_in
from knowledge.language.danger.reading import danger_in


@pytest.mark.parametrize(
    "text",
    [
        "打我闺女卡上",
        "说了嘛，打我闺女卡上",
        "打俺儿子那个折子上",
        "打到我老婆账户里",
        "钱打我妈社保卡上就行",
        "打她银行卡",
        "打在我娃名下的存折",
        "打我爸的工资卡",
        "打他支付宝",
    ],
)
def test_money_is_paid(text: str) -> None:
    assert payments_in(normalise(text))
    assert danger_in(normalise(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "我老公打我",
        "儿子打我要我银行卡",
        "他打了我还拿走银行卡",
        "我爸打我妈，抢她的卡",
        "他打我逼我把卡给他",
        "老公打我脸还扣我存折",
        "打我的时候在微信上骂",
    ],
)
def test_blows_stay_blows(text: str) -> None:
    assert not payments_in(normalise(text))


def test_a_blow_beside_a_payment_is_heard() -> None:
    danger = danger_in(normalise("我老公打我，让我把钱打他卡上"))
    assert danger is not None and danger.kind == "home_violence"
