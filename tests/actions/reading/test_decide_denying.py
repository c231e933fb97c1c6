"""The affair in hand denied goes before an answer and before another wish; an answer with a no stays one."""

from __future__ import annotations

from typing import Any

import pytest

from actions.pending.utterance import Utterance
from actions.reading.context import Context
from actions.reading.decision import decide
from api.catalogue.schemas import SearchResult
from api.understanding.schemas import DenialView, Understanding
from tests.actions.reading.open_questions import PENDING

DENIES = "action_deny_affair"


def decided(
    text: str, pending: str, *, intent: str | None = None, denies_contact: bool = False, **denial: Any
) -> str:
    heard: dict[str, Any] = {
        "affairs": ["food_operation.new"],
        "rest": "",
        "because": ["不是"],
        "outright": False,
        "named": False,
        "may_answer": False,
        "states": False,
        "still": False,
        "instead": None,
        "turns_to": None,
    }
    understood = Understanding(
        search=SearchResult(decision="far", candidates=[], distinguishing=None, operations=[], place=None),
        matter=None,
        answer=None,
        department=None,
        facts=[],
        denial=DenialView(**{**heard, **denial}),
    )
    context = Context(PENDING[pending], "food_operation.new", understood=understood, denies=denies_contact)
    return decide(Utterance(text, intent, 0.9), context).action


@pytest.mark.parametrize(
    ("text", "pending", "denial"),
    [
        ("你搞岔了", "premises", {"outright": True}),
        (
            "不是要租房办证,我要领失业金",
            "premises",
            {"outright": True, "turns_to": "x", "rest": "我要领失业金"},
        ),
        ("不是开店,我要讨工钱", "premises", {"named": True, "turns_to": "x", "rest": "我要讨工钱"}),
        ("俺没店,就赶集摆摊", "premises", {"named": True, "rest": "就赶集摆摊"}),
        ("不是新办,是变更", "premises", {"outright": True, "instead": "y", "rest": "是变更"}),
        ("都不是,我要换驾照", "items", {"turns_to": "x", "rest": "我要换驾照"}),
        ("没说要办食品证", "next", {"outright": True, "named": True}),
    ],
)
def test_denied(text: str, pending: str, denial: dict[str, Any]) -> None:
    assert decided(text, pending, **denial) == DENIES


@pytest.mark.parametrize(
    ("text", "pending", "denial"),
    [
        ("不是,是租的", "premises", {"turns_to": "x", "rest": "是租的"}),
        ("搞错了,是租的", "premises", {"outright": True, "rest": "是租的"}),
        ("不是自有", "premises", {"named": True, "may_answer": True}),
        ("不是宾馆,是理发店", "premises", {"named": True, "still": True, "rest": "是理发店"}),
        ("没有店,想开一个", "premises", {"named": True, "rest": "想开一个"}),
        ("搞错了", "next", {"outright": True}),
        ("都不是", "items", {}),
        ("不是新办", "items", {"named": True}),
        ("不办了", "premises", {"outright": True}),
    ],
)
def test_no_denial_of_the_affair(text: str, pending: str, denial: dict[str, Any]) -> None:
    assert decided(text, pending, **denial) != DENIES


def test_data_denied_are_no_affair() -> None:
    assert decided("名字搞错了", "premises", outright=True, denies_contact=True) != DENIES
    assert decided("弄错了,是[手机号]", "premises", outright=True, rest="是[手机号]") != DENIES
