"""What is denied, and that a yes or a question denies nothing."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.persons.denial import denied, denies_something
from knowledge.privacy.kinds import Personal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("名字错了", Personal.NAME),
        ("名字写得不对", Personal.NAME),
        ("姓名填错了，应该叫[姓名]", Personal.NAME),
        ("名字也不对，叫[姓名]", Personal.NAME),
        ("我姓的那个字打错了", Personal.NAME),
        ("你给我名字搞错咯", Personal.NAME),
        ("我名字不是这个", Personal.NAME),
        ("电话打错一位", Personal.PHONE),
        ("号码不对", Personal.PHONE),
        ("手机号不是这个", Personal.PHONE),
        ("那个手机不是我的", Personal.PHONE),
        ("改一下电话", Personal.PHONE),
        ("我想换个手机号", Personal.PHONE),
        ("身份证号少打了一位", Personal.ID_NUMBER),
        ("身份证最后一位错了", Personal.ID_NUMBER),
        ("身份证是对的，电话不对", Personal.PHONE),
        ("信用代码填错了", Personal.CREDIT_CODE),
        ("护照号写错一位", Personal.PASSPORT),
        ("代办人的名字打错了", Personal.AGENT_NAME),
    ],
)
def test_one_thing(text: str, kind: Personal) -> None:
    assert denied(normalise(text)) == {kind}


@pytest.mark.parametrize("text", ["信息有误", "都不对，重新填", "资料全错了", "填错人了"])
def test_everything(text: str) -> None:
    assert {Personal.NAME, Personal.ID_NUMBER, Personal.PHONE, Personal.AGENT_NAME} <= denied(normalise(text))


@pytest.mark.parametrize(
    "text", ["不对", "不对不对", "打错字了", "最后一个字错了", "唔啱", "不是[姓名]是[姓名]"]
)
def test_something_without_saying_what(text: str) -> None:
    assert denied(normalise(text)) == frozenset()
    assert denies_something(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "是",
        "没错",
        "没有问题",
        "名字没错，手机也对",
        "都对",
        "好的，提交吧",
        "有没有填错",
        "对的没错",
        "号码没填错",
        "万一填错了怎么办",
        "我的名字里有个生僻字",
    ],
)
def test_nothing(text: str) -> None:
    assert not denies_something(normalise(text))
