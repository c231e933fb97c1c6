"""Several wishes of one message, each as it would be said alone."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.wishes import MOST_WISHES, tells_a_plight, wishes_in


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("我要办营业执照还有烟草证", ["我要办营业执照", "我要办烟草证"]),
        ("护照和社保卡一块儿丢了", ["护照丢了", "社保卡丢了"]),
        ("身份证户口本都丢了", ["身份证丢了", "户口本丢了"]),
        ("我想把水和电都过到我名下", ["我想把水过到我名下", "我想把电过到我名下"]),
        ("想给孩子上户口和医保", ["想给孩子上户口", "想给孩子上医保"]),
        ("结婚证、房产证一包东西都被水泡烂了", ["结婚证被水泡烂了", "房产证被水泡烂了"]),
        ("身份证、驾照、社保卡全丢了", ["身份证丢了", "驾照丢了", "社保卡丢了"]),
        ("补一下结婚证跟户口本", ["补一下结婚证", "补一下户口本"]),
        ("我要给我爸办低保和残疾证", ["我要给我爸办低保", "我要给我爸办残疾证"]),
        ("给孩子办户口医保社保卡", ["给孩子办户口", "给孩子办医保", "给孩子办社保卡"]),
        ("店不开了，执照和食品证、烟证都要注销", ["执照要注销", "食品证要注销", "烟证要注销"]),
    ],
)
def test_things_side_by_side_share_what_is_said_of_them(said: str, wishes: list[str]) -> None:
    assert list(wishes_in(normalise(said))) == wishes


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("我想给我妈办退休，还想把她公积金取出来", ["我想给我妈办退休", "把她公积金取出来"]),
        ("爷爷没了要销户口，他那个社保卡咋处理", ["爷爷没了要销户口", "他那个社保卡咋处理"]),
        ("护照要换，港澳通行证也想签一下", ["护照要换", "港澳通行证想签一下"]),
        ("结婚证丢了，户口也要迁过去", ["结婚证丢了", "户口要迁过去"]),
        ("狗死了要注销，又新养了一只要登记", ["狗死了要注销", "狗又新养了一只要登记"]),
        ("车卖了要过户还有个违章没处理", ["车卖了要过户", "个违章没处理"]),
        ("失业了想领失业金，社保断了也想接上", ["失业了想领失业金", "社保断了想接上"]),
        ("驾照到期了，身份证也快到期了，一起换了", ["驾照到期了", "身份证快到期了"]),
        ("护照到期了，还有就是孩子也想办个护照", ["护照到期了", "孩子想办个护照"]),
        ("给老人销户口，顺便取他的公积金", ["给老人销户口", "取他的公积金"]),
        ("工资不给，工伤也不报", ["工资不给", "工伤也不报"]),
        ("身份证过期了驾照也过期了", ["身份证过期了", "驾照过期了"]),
        ("身份证到期了，社保卡也丢了，一块儿办", ["身份证到期了", "社保卡丢了"]),
        ("新车要上牌，旧车要报废", ["新车要上牌", "旧车要报废"]),
        ("两个事，一个是低保，一个是临时救助", ["一个是低保", "一个是临时救助"]),
        ("第一身份证丢了，第二户口本要换", ["身份证丢了", "户口本要换"]),
        ("要查社保还要打无犯罪证明", ["要查社保", "打无犯罪证明"]),
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
        "开理发店要营业执照和卫生许可证吗",
        "换身份证，名字改了，我三十岁",
        "公司要补执照，被水泡坏了",
        "户口办完了，接着给孩子上医保",
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


def test_a_shop_of_several_is_one_of_its_trade() -> None:
    assert wishes_in("我们是开火锅店的,新店要办证,还要给员工上社保") == ("火锅店要办证", "给员工上社保")


@pytest.mark.parametrize("part", ["居住证过期了", "领失业金", "户口要销", "娃还没上户口", "给员工上社保"])
def test_a_part_that_has_to_be_put_right_is_wanted(part: str) -> None:
    assert tells_a_plight(part)


@pytest.mark.parametrize(
    "part",
    ["他是退休的", "有退休金", "人在外地打工", "证都在我妈那里", "说我们那条街的证去年就已经统一过期了"],
)
def test_a_part_that_tells_of_somebody_is_none(part: str) -> None:
    assert not tells_a_plight(part)
