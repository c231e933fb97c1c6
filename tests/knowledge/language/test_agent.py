"""Who goes to the window and for whom it is done."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.agent import people_in, who_goes
from knowledge.language.clause import clauses_of


def goes(text: str) -> bool | None:
    """Whether the person the affair is of goes; None where the text does not say."""
    going = who_goes(people_in(normalise(text)), clauses_of(normalise(text)))
    return going.in_person if going else None


class TestWhoGoes:
    @pytest.mark.parametrize(
        "text",
        [
            "我自己去",
            "我明天自己过去",
            "本人亲自到场",
            "不用别人代，我自己跑",
            "带我爸一起去窗口",
            "我妈自己去",
            "老板亲自去",
            "法人自己来",
            "我陪岳父一起来办",
            "不找中介",
            "我自己来。但是原车主他在外地回不来，他人不到场行不行",
            "卖家在外省来不了，我自己去",
            "不是委托，我自己来办",
            "我说我自己来办，不是委托",
        ],
    )
    def test_in_person(self, text: str) -> None:
        assert goes(text) is True

    @pytest.mark.parametrize(
        "text",
        [
            "让我弟去",
            "我女婿帮我跑一趟",
            "叫会计去交材料",
            "公司派我来办",
            "老板让我来",
            "我去办，我是会计，不是法人",
            "我替我妈去",
            "帮外婆办",
            "我妈走不动，我去",
            "本人在外地回不来",
            "我没空，我老婆去",
            "委托朋友去办",
            "请个中介去跑",
            "屋企人帮我去",
            "我爷爷瘫痪了",
            "孩子他爸去窗口",
            "托同事去交材料",
        ],
    )
    def test_somebody_else(self, text: str) -> None:
        assert goes(text) is False

    @pytest.mark.parametrize(
        "text",
        [
            "我儿子去香港",
            "我去年办过",
            "让我跑这么多趟",
            "如果我弟去呢",
            "必须本人去吗",
            "可以让别人去吗",
            "包工头跑了",
            "委托书怎么写",
            "我爸88了",
            "合同是我爸签的",
            "没有空调",
            "我爸去世了",
            "你帮我办一下",
            "给员工上社保",
            "房东没空过来",
            "买家在国外回不来",
            "投靠亲属迁户口",
            "听说要本人去",
        ],
    )
    def test_not_said(self, text: str) -> None:
        assert goes(text) is None

    @pytest.mark.parametrize("text", ["给我妈补社保卡", "让我弟去行吗", "我老公去办成不成"])
    def test_for_whom_and_asking_leave_only_suggest(self, text: str) -> None:
        going = who_goes(people_in(text), clauses_of(text))
        assert going is not None
        assert (going.in_person, going.certain) == (False, False)


class TestHolder:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("给孙子补身份证", "孙辈"),
            ("我老妈社保卡丢了", "母亲"),
            ("我身份证丢了", "我"),
            ("我爸要补个证，他走不动", "父亲"),
            ("丢的是我家老二的", "孩子们"),
            ("帮她换个证，我婆婆", "配偶的父母"),
            ("身份证丢了", None),
        ],
    )
    def test_whose_affair_it_is(self, text: str, who: str | None) -> None:
        holder = people_in(normalise(text)).holder
        assert (holder.who if holder else None) == who
