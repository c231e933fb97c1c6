"""Which sentence of an item is quoted, and where the rule can say yes."""

from __future__ import annotations

import pytest

from knowledge.answers.item_question import QuestionFinder
from knowledge.answers.item_sentence import ItemSentence, asks_whether_it_will_do, best_sentence, sentences_of
from knowledge.embedding.encoder import own_encoder
from tests.shipped import shipped_catalogue

FINDER = QuestionFinder(own_encoder())


def found(name: str, text: str, *, by_meaning: bool = True) -> ItemSentence | None:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(next(one.id for one in catalogue.items.values() if one.name == name))
    assert affair is not None
    by_meaning = by_meaning and FINDER.knows_meanings
    encode = (lambda texts: FINDER.vectors(text, texts)) if by_meaning else None
    return best_sentence(text, sentences_of(affair, catalogue), encode)


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("工伤认定", "没签合同只有考勤行吗", "考勤"),
        ("工伤认定", "病历本可以当诊断证明吗", "病历"),
        ("结婚登记", "红底照片可以不", "红底"),
        ("居住证（申领）", "宿舍开的证明厂里盖章可以吗", "盖单位印章"),
        ("残疾人证（新办）", "瘫痪了能上门评不", "上门评定"),
        ("食品经营许可（新办）", "健康证没办下来能先交吗", "健康"),
    ],
)
@pytest.mark.parametrize("by_meaning", [True, False])
def test_the_sentence_that_speaks_of_it(name: str, text: str, part: str, by_meaning: bool) -> None:
    sentence = found(name, text, by_meaning=by_meaning)
    assert sentence is not None and part in sentence.whole


@pytest.mark.skipif(not FINDER.knows_meanings, reason="needs an encoder")
def test_one_word_is_enough_where_the_meaning_is_near() -> None:
    sentence = found("工伤认定", "工资是微信转的行不行")
    assert sentence is not None and "工资单" in sentence.text and not sentence.says_yes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("工伤认定", "今天天气好不好"),
        ("工伤认定", "能顺便办社保吗"),
        ("失业保险金申领", "微信能领不"),
        ("个体工商户登记（设立）", "公寓能注册吗"),
        ("居住证（申领）", "我想问个事行不"),
    ],
)
def test_what_the_item_does_not_say_is_not_quoted(name: str, text: str) -> None:
    assert found(name, text) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("高龄津贴（申请）", "摁手印中不"),
        ("高龄津贴（申请）", "委托书要咋写，摁手印中不？"),
        ("高龄津贴（申请）", "没有社保卡用银行卡行不"),
        ("工伤认定", "我自己能申请吗"),
    ],
)
def test_yes_where_all_of_it_stands_there(name: str, text: str) -> None:
    sentence = found(name, text)
    assert sentence is None or sentence.says_yes


@pytest.mark.parametrize(
    ("name", "text"),
    [("高龄津贴（申请）", "没有银行卡行不"), ("结婚登记", "照片白底的中不"), ("结婚登记", "照片几寸的")],
)
def test_no_yes_where_the_rule_cannot_tell(name: str, text: str) -> None:
    sentence = found(name, text)
    assert sentence is None or not sentence.says_yes


def test_whether_something_will_do() -> None:
    assert asks_whether_it_will_do("工资是微信转的行不行") and asks_whether_it_will_do("能用存折吗")
    assert not asks_whether_it_will_do("配偶一定要到场吗") and not asks_whether_it_will_do("照片几寸")


@pytest.mark.parametrize(
    ("text", "says_no"),
    [
        ("车子还在抵押，能不能过户", True),
        ("还有贷款没还清押在银行的能过户吗", True),
        ("没有抵押的能过户吗", False),
        ("已经解除抵押了能过户不", False),
    ],
)
def test_a_condition_that_wants_none_of_what_is_told(text: str, says_no: bool) -> None:
    sentence = found("机动车登记（转让登记）", text)
    assert (sentence is not None and sentence.says_no) is says_no
