"""Emergencies: the right number for what is reported, and none for papers about it."""

from __future__ import annotations

import pytest

from knowledge.language.danger import Urgency, urgency_in


@pytest.mark.parametrize(
    ("said", "urgency"),
    [
        ("我家着火了", Urgency.FIRE),
        ("有人晕倒了没呼吸", Urgency.MEDICAL),
        ("不想活了", Urgency.CRISIS),
        ("有人打我", Urgency.POLICE),
        ("我被骗了5万块", Urgency.FRAUD),
        ("刚才被人骗走两万", Urgency.FRAUD),
        ("我妈被诈骗了", Urgency.FRAUD),
        ("遇到骗子让我转账", Urgency.FRAUD),
    ],
)
def test_is_told_apart(said: str, urgency: Urgency) -> None:
    assert urgency_in(said) is urgency


@pytest.mark.parametrize(
    "said", ["火灾事故认定", "急救培训怎么报名", "我没骗你", "反诈宣传在哪领手续", "身份证丢了"]
)
def test_papers_and_talk_are_none(said: str) -> None:
    assert urgency_in(said) is None
