"""Going on with what was put aside: named, or only pointed at."""

from __future__ import annotations

import pytest

from knowledge.language.taking_up import asks_whether_kept, taken_up

ALLOWANCE, PROOF = "高龄津贴(申请)", "社会保险待遇领取资格认证"
FUND, BIRTH = "住房公积金购房提取", "新生儿出生一件事"


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("接着办高龄津贴", (ALLOWANCE, PROOF), ALLOWANCE),
        ("好,那接着办高龄津贴。刚才那个钱一个月有多少啊", (ALLOWANCE,), ALLOWANCE),
        ("行吧,还是先取公积金,贷款以后再说", (FUND,), FUND),
        ("那我就不自己交了,还是接着办失业金", ("失业保险金申领",), "失业保险金申领"),
        ("继续弄津贴那个吧", (ALLOWANCE, PROOF), ALLOWANCE),
        ("不是,刚才那个", (FUND,), FUND),
        ("还是刚才那件吧", (ALLOWANCE, PROOF), PROOF),
        ("上户口那个我还接着办,明天去要带啥", (BIRTH,), BIRTH),
    ],
)
def test_what_was_put_aside_is_meant(text: str, names: tuple[str, ...], meant: str) -> None:
    found = taken_up(text, {name: name for name in names})
    assert found is not None and found.key == meant


@pytest.mark.parametrize(
    "text",
    [
        "刚才那个钱一个月有多少",
        "前面那个问题我没看懂",
        "先不接着办了",
        "还是先办身份证",
        "接着问下一个",
        "身份证怎么补",
        "换设备接着办",
        "继续",
    ],
)
def test_nothing_is_taken_up(text: str) -> None:
    assert taken_up(text, {"a": ALLOWANCE}) is None


def test_what_is_in_hand_goes_on_where_its_name_says_more() -> None:
    aside = {"first": "往来港澳通行证(申领)"}
    assert taken_up("接着办再次签注", aside, "往来港澳通行证(再次签注)") is None
    found = taken_up("娃那份接着办", aside, "往来港澳通行证(再次签注)")
    assert found is not None and not found.named


@pytest.mark.parametrize("text", ["我前面那个上户口的别给我丢了", "刚才那个津贴还留着吗", "之前那件还在吧"])
def test_somebody_worries_whether_it_is_kept(text: str) -> None:
    assert asks_whether_kept(text)


@pytest.mark.parametrize("text", ["身份证别丢了", "户口本还在不在都行吗", "我刚才说了没有"])
def test_nobody_worries(text: str) -> None:
    assert not asks_whether_kept(text)
