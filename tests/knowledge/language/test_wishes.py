"""Several wishes of one message, each as it would be said alone."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.wishes import MOST_WISHES, wishes_in


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("我要办营业执照还有食品证", ["我要办营业执照", "我要办食品证"]),
        ("驾照和行驶证一块儿丢了", ["驾照丢了", "行驶证丢了"]),
        ("身份证户口本都丢了", ["身份证丢了", "户口本丢了"]),
        ("我想把水和电都过到我名下", ["我想把水过到我名下", "我想把电过到我名下"]),
        ("想给孩子上户口和医保", ["想给孩子上户口", "想给孩子上医保"]),
        ("身份证、驾照、社保卡全丢了", ["身份证丢了", "驾照丢了", "社保卡丢了"]),
        ("补一下结婚证跟户口本", ["补一下结婚证", "补一下户口本"]),
    ],
)
def test_things_side_by_side_share_what_is_said_of_them(said: str, wishes: list[str]) -> None:
    assert list(wishes_in(normalise(said))) == wishes


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("我想给老爸办退休，还想把他公积金取出来", ["我想给老爸办退休", "把他公积金取出来"]),
        ("老人没了要销户口，他那个残疾证咋处理", ["老人没了要销户口", "他那个残疾证咋处理"]),
        ("护照要换，港澳通行证也想签一下", ["护照要换", "港澳通行证也想签一下"]),
        ("结婚证丢了，户口也要迁过去", ["结婚证丢了", "户口也要迁过去"]),
        ("狗死了要注销，又新养了一只要登记", ["狗死了要注销", "狗又新养了一只要登记"]),
        ("车卖了要过户还有个违章没处理", ["车卖了要过户", "个违章没处理"]),
        ("失业了想领失业金，社保断了也想接上", ["失业了想领失业金", "社保断了也想接上"]),
        ("驾照到期了，身份证也快到期了，一起换了", ["驾照到期了", "身份证也快到期了,一起换了"]),
        ("护照到期了，还有就是孩子也想办个护照", ["护照到期了", "孩子也想办个护照"]),
        ("给老人销户口，顺便取他的公积金", ["给老人销户口", "取他的公积金"]),
        ("工资不给，工伤也不报", ["工资不给", "工伤也不报"]),
    ],
)
def test_clauses_with_a_wish_each(said: str, wishes: list[str]) -> None:
    assert list(wishes_in(normalise(said))) == wishes


@pytest.mark.parametrize(
    "said",
    [
        "身份证丢了，补办要多少钱",
        "身份证丢了怎么补，还要交钱吗",
        "办营业执照要带身份证和户口本吗",
        "我有身份证和户口本",
        "居住证和身份证有什么区别",
        "身份证丢了，户口本在老家",
        "营业执照办好了，还要办食品证",
        "老公死了，房子和车都是他名下的",
        "我和老公的户口迁到一起",
        "还有一个月到期",
        "还要带什么",
        "身份证和户口本要带吗",
        "爸妈都退休了",
        "名字改了，身份证和驾照要不要换",
        "",
        "。，；",
    ],
)
def test_one_wish_stays_whole(said: str) -> None:
    assert wishes_in(normalise(said)) == (normalise(said),)


def test_not_more_than_can_be_said_back() -> None:
    said = "身份证、驾照、社保卡、护照、结婚证、房产证、居住证全丢了"
    assert len(wishes_in(said)) == MOST_WISHES
