"""What is asked of one's own case, as people type it; and what is somebody's new wish instead."""

from __future__ import annotations

import pytest

from knowledge.language.case_questions import (
    CaseQuestion,
    asks_what_submitting_does,
    case_question_in,
    complains_in_words,
    has_lost_its_number,
)
from tests.shipped import shipped_catalogue

ITEM = "居住证（签注）"

ASKED = {
    CaseQuestion.PAID: ["啥时候钱能到卡上", "几时发钱", "钱哪天打到卡上", "什么时候到账", "钱是打到哪张卡"],
    CaseQuestion.SAME: ["刚刚那个已经交了", "不是再办一个", "我说的是刚交的那件，已经提交了"],
    CaseQuestion.READY: [
        "啥时候能拿到",
        "几时有得攞",
        "要等几天才下来啊",
        "大概多久能批下来",
        "证啥时候出来",
        "得等到哪一天",
        "什么时候办得好",
        "下个月能不能拿得到手",
        "我这个要多长时间",
        "多久可以拿证",
        "几多日搞得掂",
        "哪天能弄好呀",
        "急用，能快点出证不",
    ],
    CaseQuestion.ANSWER: [
        "多久告诉我收没收",
        "几天内给我答复",
        "受理不受理啥时候说",
        "什么时候知道受理了没",
        "多会儿给个准信",
    ],
    CaseQuestion.COLLECT: [
        "补好了是寄给我还是我去取",
        "好了我上哪儿领",
        "能给我寄到家里吗",
        "办好了叫我女儿代我去拿行不",
        "取的时候要带啥",
        "可以邮寄吗",
        "证到哪里攞",
        "到时候怎么拿证",
        "结果在哪取",
    ],
    CaseQuestion.BRING: [
        "接下来我是不是得拿材料跑一趟窗口",
        "我人不到场能办完吗",
        "还用不用跑一趟",
        "接下来我要做什么",
        "现在要干啥",
        "原件还要交过去吗",
        "去的时候带哪些",
        "是不是还得去一趟大厅",
        "下一步该咋整",
        "我还要去吗",
        "需要本人过去不",
    ],
    CaseQuestion.CONTACT: [
        "我手机号写错了怎么改",
        "电话号码写错一位",
        "我换号了怎么办",
        "留的是我儿子的电话能改成我的吗",
        "刚才那个手机打错了",
        "联系电话不对",
    ],
    CaseQuestion.CONTENT: [
        "名字打错字了怎么办",
        "身份证号填错了能改吗",
        "刚刚有一项选错了还能改不",
        "地址写错了",
        "资料交错了咋整",
        "材料忘了一份，还能补吗",
    ],
    CaseQuestion.NUMBER: [
        "办件编号再报一次",
        "我忘了截图，那串十二位的数字发我",
        "编号多少来着",
        "单号是啥",
        "刚才那个号没记住",
        "我的受理号是多少",
    ],
    CaseQuestion.NOTICE: [
        "我的告知单还能看吗",
        "材料清单再发我一份",
        "刚才那张单子再给我看看",
    ],
    CaseQuestion.AGAIN: [
        "撤回了还能再办吗",
        "撤回以后还能再办不",
        "要是不办了以后想办还行吗",
        "取消了能重新申请不",
        "撤了有啥影响",
    ],
    CaseQuestion.WHO: [
        "谁来联系我",
        "会有人打电话给我吗",
        "哪个部门的人找我",
        "是你们打给我吗",
        "审核的人是谁",
    ],
    CaseQuestion.NOTIFY: [
        "办好了怎么通知",
        "怎么知道办好没有",
        "好了会发短信不",
        "有结果了告诉我吗",
        "怎么晓得批没批",
    ],
    CaseQuestion.CHANGE_TIME: [
        "能改时间吗",
        "约的那天去不了",
        "想换个日子去",
    ],
    CaseQuestion.PROGRESS: [
        "我的件办到哪了",
        "到哪一步了",
        "现在啥情况",
        "有进展没",
        "批了没",
        "办好了吗",
        "查一下进度",
        "咋样了",
    ],
    CaseQuestion.OVERDUE: [
        "都半个月了咋还没信儿",
        "你们要是不答复呢",
        "超过时间没人理怎么办",
        "等了好久没动静",
        "怎么还没好",
        "过期不办咋整",
    ],
    CaseQuestion.CORRECT: [
        "材料退回来让我补，怎么补",
        "叫我补正是补啥",
        "说我缺东西",
    ],
    CaseQuestion.RESUBMIT: [
        "刚才点了没反应，我重新交吧",
        "是不是没提交上",
        "真的交上去了吗",
        "提交成功了没",
    ],
    CaseQuestion.REFUSED: [
        "要是不批怎么办",
        "没通过会怎样",
        "给我驳回了咋办",
    ],
    CaseQuestion.WITHDRAW: [
        "我不想办了",
        "撤回吧",
        "帮我把申请撤了",
        "不弄了，取消申请",
    ],
    CaseQuestion.FEE: [
        "还要交钱吗",
        "签注要钱吗",
        "钱啥时候交",
    ],
}

OTHER_WISHES = [
    "我想办护照要多久",
    "身份证丢了",
    "身份证补办多少钱",
    "我要开小饭馆",
    "营业执照怎么改地址",
    "我要改名字",
    "户口本丢了咋补办",
    "结婚证要带什么材料",
    "再帮我给孩子办个护照",
    "办健康证要多久",
    "低保多久能批",
    "老人高龄津贴什么时候发",
    "手机号码过户去哪办",
    "驾照到期了怎么换",
    "取消养犬登记",
    "房产证什么时候能办",
    "快递被偷了怎么办",
    "我妈去世了要办啥",
    "谢谢你啊",
    "你好",
]

MOST_TAKEN_WRONGLY = 0.01
"""Of the catalogue's own phrasings, each of which wishes an item."""


@pytest.mark.parametrize(
    ("text", "question"), [(text, question) for question, texts in ASKED.items() for text in texts]
)
def test_what_is_asked(text: str, question: CaseQuestion) -> None:
    assert case_question_in(text, ITEM) is question


@pytest.mark.parametrize("text", OTHER_WISHES)
def test_another_wish_asks_nothing_of_the_case(text: str) -> None:
    assert case_question_in(text, ITEM) is None


def test_the_phrasings_of_items_are_wishes() -> None:
    catalogue = shipped_catalogue()
    phrasings = [phrasing for item in catalogue.items.values() for phrasing in item.aliases]
    taken = [phrasing for phrasing in phrasings if case_question_in(phrasing, ITEM)]
    assert len(taken) <= MOST_TAKEN_WRONGLY * len(phrasings), taken


def test_every_question_has_its_words() -> None:
    assert set(ASKED) == set(CaseQuestion)


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("编号找不着了", True),
        ("办件编号我忘了存", True),
        ("单号弄丢了咋查", True),
        ("编号是261123000017", False),
        ("身份证丢了", False),
    ],
)
def test_a_lost_number(text: str, is_lost: bool) -> None:
    assert has_lost_its_number(text) is is_lost


@pytest.mark.parametrize(
    ("text", "complains"),
    [("都一个月了没信儿", False), ("窗口那个人态度太差", True), ("拖了半年我要举报", True)],
)
def test_impatience_is_no_complaint(text: str, complains: bool) -> None:
    assert complains_in_words(text) is complains


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("交了以后还能改吗", True),
        ("提交之后会怎么样", True),
        ("提交完能反悔不", True),
        ("提交", False),
        ("材料交到哪", False),
    ],
)
def test_what_comes_after_submitting(text: str, asks: bool) -> None:
    assert asks_what_submitting_does(text) is asks
