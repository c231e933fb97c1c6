"""Protests against an answer that was taken down, and questions of what stands."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.language.protest import answers_meant, asks_what_stands, protests, said_beside
from knowledge.language.stated_facts import answers_contested
from tests.shipped import shipped_catalogue

FOOD, MOVE = "food_operation.change", "household_registration.migrate"
STANDING = {
    "food_operation.changed": "more",
    "food_operation.cold_food": "no",
    "food_operation.paper": "paper",
    "agent": "agent",
}


def wrong(text: str, item: str = FOOD, standing: dict[str, str] = STANDING) -> dict[str, str | None]:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(item)
    assert affair is not None
    said = answers_contested(normalise(text), affair, standing, catalogue)
    return {one.question.rpartition(".")[2]: one.instead for one in said}


@pytest.mark.parametrize(
    ("text", "contested"),
    [
        ("我要做凉面的，你咋记成否", {"cold_food": "yes"}),
        ("冷食那个记错了", {"cold_food": "yes"}),
        ("冷食那条不对", {"cold_food": "yes"}),
        ("冷食那项你搞错了", {"cold_food": "yes"}),
        ("是否冷食写反了", {"cold_food": "yes"}),
        ("怎么给我写的是委托他人", {"agent": "self"}),
        ("咋个又给我记成委托他人了嘛", {"agent": "self"}),
        ("我啥时候说委托了", {"agent": "self"}),
        ("我没说委托他人啊", {"agent": "self"}),
        ("办理人那里填错了吧", {"agent": "self"}),
        ("你咋填成纸质了", {"paper": "electronic"}),
        ("你上面写成纸质了，不对", {"paper": "electronic"}),
        ("许可证纸质电子那条填反了", {"paper": "electronic"}),
        ("为啥选成增加项目", {"changed": None}),
    ],
)
def test_the_answer_that_is_meant(text: str, contested: dict[str, str | None]) -> None:
    assert wrong(text) == contested


@pytest.mark.parametrize(
    "text",
    [
        "你说错了吧",
        "照片拍错了",
        "我上次填错了表",
        "没说要办食品证",
        "身份证号写错了",
        "登记证上名字登错了",
        "我没讲过要减少项目",
        "你把我记成减少项目了",
        "不是委托,我自己来办",
        "冷食那个是「是」",
        "要交冷食的图吗",
        "你上面写的是委托，那委托书去哪领",
        "你帮我记成委托吧",
    ],
)
def test_no_answer_that_stands_is_meant(text: str) -> None:
    assert wrong(text) == {}


def test_of_several_answers_another_is_asked_for() -> None:
    assert wrong("不是父母,我是姑姑,你记错了", MOVE, {"household_registration.relation": "parent"}) == {
        "relation": None
    }
    assert wrong("投靠哪个亲属你写错了", MOVE, {"household_registration.relation": "child"}) == {
        "relation": None
    }


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("那个冷食的你改过来没有哦", "冷食"),
        ("谁去办的那个改过来没", "谁去办"),
        ("那冷食的改过来了没得", "冷食"),
        ("改好没有嘛", ""),
        ("你到底改没改", ""),
        ("现在记的是啥", ""),
    ],
)
def test_what_stands_is_asked(text: str, topic: str) -> None:
    assert asks_what_stands(normalise(text)) == topic


@pytest.mark.parametrize(
    "text",
    [
        "改名字要钱吗",
        "地址改了吗要不要换证",
        "能改吗",
        "能不能改过来",
        "改了没办法",
        "我改过来了",
        "章程改了没有备案",
    ],
)
def test_what_stands_is_not_asked(text: str) -> None:
    assert asks_what_stands(text) is None


def test_the_answers_of_which_a_topic_speaks() -> None:
    answers = [("是否制售冷食、生食或裱花蛋糕", "是"), ("由本人办理,还是委托他人", "本人办理")]
    assert answers_meant("冷食", answers) == [0]
    assert answers_meant("委托", answers) == [1]
    assert answers_meant("谁去办", answers) == [1]
    assert answers_meant("", answers) == [0, 1]
    assert answers_meant("面积", answers) == []


def test_what_is_said_beside_a_protest() -> None:
    assert said_beside("你咋记成否,要交图纸吗") == "要交图纸吗"
    assert protests("你记错了") and not protests("我记得是租的")
