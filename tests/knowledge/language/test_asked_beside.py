"""The questions of a message, taken out of what else it says."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.asked_beside import questions_in, stated_part


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("就我一个，屋头那间是租的，住的房子得不得行", ["住的房子得不得行"]),
        ("本人办。你还没说租的房子得不得行呢，房东要签字不", ["租的房子得不得行呢", "房东要签字不"]),
        ("满了。户口不在这边没事吧，相片自己带还是去了照", ["户口不在这边没事吧", "相片自己带还是去了照"]),
        ("没得，要跑几趟，多少钱", ["要跑几趟", "多少钱"]),
        ("两个人，证上还是我爹的名，这个碍不碍事", ["证上还是我爹的名这个碍不碍事"]),
        ("租的，合同丢了咋办", ["合同丢了咋办"]),
        ("新办。旧的那个作废了没关系吧", ["旧的那个作废了没关系吧"]),
        ("委托我弟，他要带啥子", ["他要带啥子"]),
        ("个人的，刚才问的照片咋弄", ["照片咋弄"]),
        ("第二样那个证明是个啥，去哪里开", ["第二样那个证明是个啥", "第二样那个证明是个啥去哪里开"]),
        ("房子抵押了，能不能过户嘛，你就说行不行", ["能不能过户嘛"]),
        ("我租的房，你说得不得行", ["我租的房得不得行"]),
        ("都要，油烟管道必须先装好吗？楼上住人行不", ["油烟管道必须先装好吗", "楼上住人行不"]),
    ],
)
def test_every_question_is_taken_out(said: str, asked: list[str]) -> None:
    assert [one.text for one in questions_in(normalise(said))] == asked


@pytest.mark.parametrize(
    "said",
    [
        "我自己办，对吧",
        "自己办嘛，听到没",
        "帮我交上去行不",
        "没结婚呢",
        "还没有呢，过几天去拿",
        "不是说了嘛，我自己去",
        "我都四十多了，哪个还不满十六嘛",
        "有啊，不是都说了吗",
        "租的房子，我还是自己去办",
        "本人去，怎么弄",
        "自己办，你咋老问这个",
        "一百来平，堂食，十来张桌子",
    ],
)
def test_politeness_requests_and_reproaches_ask_nothing(said: str) -> None:
    assert questions_in(normalise(said)) == ()


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("我自己来。原车主不到场行不行", "我自己来"),
        ("要寄不，好多钱", ""),
        ("打闺女卡上，我走不动路，要我自己去不", "打闺女卡上,我走不动路"),
    ],
)
def test_what_is_stated_stands_beside_the_questions(said: str, stated: str) -> None:
    assert stated_part(normalise(said)) == stated
