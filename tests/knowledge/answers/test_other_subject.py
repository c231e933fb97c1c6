"""What a question names that the affair in hand does not know."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.answers.other_subject import OtherSubject, SubjectWords
from knowledge.elsewhere.load import load_register
from tests.shipped import shipped_catalogue


@cache
def words() -> SubjectWords:
    catalogue = shipped_catalogue()
    matters = load_register(catalogue).matters.values()
    return SubjectWords(catalogue, [text for one in matters for text in (one.name, *one.phrasings)])


def beside(name: str, text: str) -> OtherSubject | None:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(next(one.id for one in catalogue.items.values() if one.name == name))
    assert affair is not None
    return words().beside(text, affair)


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("公共场所卫生许可（新办）", "高危险性体育项目经营许可到底去哪办", "高危险性体育项目经营许可"),
        ("普通护照（首次申请）", "我问的是无犯罪记录证明在哪开", "无犯罪记录证明"),
        ("结婚登记", "准生证在哪办", "准生证"),
        ("高龄津贴（申请）", "养老院补贴一个月多少", "养老院补贴"),
        ("临时救助（申请）", "大病保险能报多少", "大病保险"),
        ("烟草专卖零售许可（新办）", "还要问个事，残疾证去哪换", "残疾证"),
    ],
)
def test_a_name_of_something_else_is_said_back(name: str, text: str, named: str) -> None:
    other = beside(name, text)
    assert other is not None and other.named == named


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("户口登记（死亡注销）", "丧葬费去哪领，要带啥", "丧葬费"),
        ("机动车登记（补领号牌行驶证）", "违停的罚单去哪交", "罚单"),
        ("个体工商户登记（设立）", "商标注册找谁", "商标"),
        ("食品经营许可（新办）", "隔壁油烟扰民找谁", "扰民"),
        ("最低生活保障（申请）", "廉租房怎么申请", "廉租房"),
        ("居民身份证（首次申领）", "护照要带什么", "护照"),
    ],
)
def test_a_word_by_which_others_are_called(name: str, text: str, word: str) -> None:
    other = beside(name, text)
    assert other is not None and any(word in one for one in other.words)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("食品经营许可（新办）", "健康证还没办下来能先交吗"),
        ("食品经营许可（新办）", "要交多少钱"),
        ("公共场所卫生许可（新办）", "卫生许可证管几年"),
        ("失业保险金申领", "失业金一个月能领多少"),
        ("居民身份证（首次申领）", "我在外地念书能让爸爸代领不"),
        ("结婚登记", "离婚证找不到了咋办"),
        ("普通护照（首次申请）", "照片要几寸的"),
        ("工伤认定", "没签合同，只有考勤记录得行不"),
        ("个体工商户登记（设立）", "网络经营场所使用证明是啥子东西"),
        ("户口登记（死亡注销）", "死亡证明丢了行不行"),
        ("高龄津贴（申请）", "夜里九点过来还有人不"),
    ],
)
def test_what_the_affair_knows_is_nothing_else(name: str, text: str) -> None:
    assert beside(name, text) is None
