"""Several questions of a case in one message; a wish beside them is another matter."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.aspects import Aspect
from knowledge.language.case_asked import asked_of_case
from knowledge.language.case_questions import CaseQuestion as Q


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("那我啥子时候能拿到证，要我自己来拿还是寄给我，我上班走不开", [Q.READY, Q.COLLECT]),
        ("提交了是不是俺人还得跑一趟？啥时候钱能到卡上", [Q.BRING, Q.PAID]),
        ("好多天能弄好，好了通知我不", [Q.READY, Q.NOTIFY]),
        ("咋个拿哦，能不能喊我老婆帮我拿", [Q.COLLECT]),
        ("公司说我是自己走的怎么办，钱啥时候打到卡上", [None, Q.PAID]),
        ("不是再办一个，刚刚那个已经交了", [Q.SAME]),
        ("我该找谁约，几时能拿到", [Q.WHO, Q.READY]),
    ],
)
def test_each_question_once_in_its_order(text: str, questions: list[Q | None]) -> None:
    assert [part.question for part in asked_of_case(normalise(text))] == questions


def test_what_is_asked_of_the_item_beside() -> None:
    parts = asked_of_case(normalise("原件俺要拿去窗口核对是吧，能网上弄不，俺在外地打工呢"))
    assert [part.question for part in parts] == [Q.BRING, None]
    assert Aspect.ONLINE in parts[1].aspects


def test_two_clauses_of_one_question_are_kept_together() -> None:
    (part,) = asked_of_case("咋个拿哦,能不能喊我老婆帮我拿")
    assert "老婆" in part.text


@pytest.mark.parametrize(
    "text",
    [
        "证好了没，我还想办个护照",
        "我孩子上学要啥材料",
        "再帮我办个结婚登记",
        "谢谢你啊",
        "护照多少钱，身份证几天能拿",
    ],
)
def test_another_matter(text: str) -> None:
    assert asked_of_case(normalise(text), "居住证（签注）") == ()
