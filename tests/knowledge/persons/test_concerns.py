"""What is asked or said where data are asked for."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.persons.concerns import Concern, concern_in


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("为啥要身份证", Concern.WHY),
        ("点解要电话", Concern.WHY),
        ("查户口呢问这么多", Concern.WHY),
        ("会不会泄露", Concern.SAFE),
        ("安全吗", Concern.SAFE),
        ("不会拿去贷款吧", Concern.SAFE),
        ("填了会不会被骗", Concern.SAFE),
        ("不想在网上留", Concern.AT_WINDOW),
        ("能去窗口再填吗", Concern.AT_WINDOW),
        ("不放心把身份证给机器人", Concern.AT_WINDOW),
        ("到了那儿当面给行不", Concern.AT_WINDOW),
        ("我还没想好", Concern.LATER),
        ("明天再弄", Concern.LATER),
        ("慢着", Concern.LATER),
        ("我爱人还没看过呢", Concern.LATER),
        ("听日先搞", Concern.LATER),
        ("申请表没有", Concern.FORM),
        ("表在哪里下", Concern.FORM),
        ("填完能不能删掉", Concern.ERASE),
        ("老人没手机", Concern.NO_PHONE),
        ("座机行吗", Concern.LANDLINE),
        ("儿子的手机行不", Concern.OTHERS_PHONE),
        ("没带身份证记不住号码", Concern.FORGOTTEN),
        ("我是外国人没有身份证", Concern.NO_CARD),
        ("刚出生哪来的身份证号啊", Concern.NO_NUMBER_YET),
        ("新生儿没有身份证号！！你让我怎么填", Concern.NO_NUMBER_YET),
        ("才生十天，哪有证件号", Concern.NO_NUMBER_YET),
        ("娃还没上户口，没得身份证", Concern.NO_NUMBER_YET),
        ("给我看下都填了啥", Concern.READ_BACK),
        ("念一遍我填的信息", Concern.READ_BACK),
        ("交了以后能改吗", Concern.CHANGEABLE),
        ("先看看还缺什么", Concern.MISSING),
    ],
)
def test_is_heard(text: str, concern: Concern) -> None:
    assert concern_in(normalise(text)) is concern


@pytest.mark.parametrize(
    "text",
    [
        "是",
        "好的，提交吧",
        "材料都齐了",
        "不办了",
        "微信支付",
        "一个月多少钱",
        "表哥替我去",
        "名字不对",
        "[姓名]",
        "转人工",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert concern_in(text) is None
