"""Changes of answers that stand."""

from __future__ import annotations

import pytest

from knowledge.language.answer_change import Change, change_by, changes_into, corrects
from knowledge.language.ordinal import place_and_rest
from knowledge.language.stated_facts import stated
from tests.shipped import shipped_catalogue

HAIR, FOOD, UNEMPLOYED = "public_place_health.new", "food_operation.new", "social_insurance.unemployment"
INJURY, RESIDES = "social_insurance.injury", "residence_permit.new"


def facts(item: str, text: str) -> dict[str, str]:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(item)
    assert affair is not None
    return {one.question.rpartition(".")[2]: one.value for one in stated(text, affair, catalogue)}


@pytest.mark.parametrize(
    ("item", "text", "question", "value"),
    [
        (HAIR, "改答案,空调那个改成没有", "air_conditioning", "no"),
        (FOOD, "面积改成三百平", "area", "large"),
        (FOOD, "凉菜那个改成做", "cold_food", "yes"),
        (FOOD, "把经营场所改为无偿使用", "premises", "borrowed"),
        (UNEMPLOYED, "停保那个改成没有办", "reported", "no"),
        (UNEMPLOYED, "记反了,失业登记我没办过", "registered", "no"),
    ],
)
def test_an_answer_is_named_with_the_new_one(item: str, text: str, question: str, value: str) -> None:
    assert facts(item, text)[question] == value


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (FOOD, "地址改成新店面"),
        (RESIDES, "娃儿读书我另外问"),
        (INJURY, "厂里超过30天没报"),
        (INJURY, "厂里不肯申请"),
        (FOOD, "算了我问校长去"),
    ],
)
def test_by_the_way_nothing_is_stated(item: str, text: str) -> None:
    assert not facts(item, text)


@pytest.mark.parametrize(
    ("text", "because", "certain", "change"),
    [
        ("记错了,房子是租的", "租的", False, Change.TAKES_ITS_PLACE),
        ("我们店要卖凉菜的", "卖凉菜", True, Change.TAKES_ITS_PLACE),
        ("不是丢了,是死了", "死了", False, Change.TAKES_ITS_PLACE),
        ("我现在搬到厂里宿舍住了", "宿舍", False, Change.IS_ASKED),
        ("租的", "租的", False, Change.IS_ASKED),
        ("我表哥他们店卖凉菜", "卖凉菜", True, Change.NONE),
        ("房东说他那栋是自己的房子", "自己的房子", True, Change.NONE),
        ("隔壁那家是租的,记错了", "租的", False, Change.NONE),
        ("事故以后就去医院了,宿舍里东西都没拿", "宿舍", False, Change.NONE),
    ],
)
def test_what_it_does_to_an_answer_that_stands(
    text: str, because: str, certain: bool, change: Change
) -> None:
    assert change_by(text, because, certain=certain) is change


@pytest.mark.parametrize(
    "text", ["记反了", "不对,是租的", "改过来", "其实是租的", "是冠心病,不是糖尿病", "刚想起来搬过"]
)
def test_words_of_correction(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize("text", ["我租的房子", "要多少钱", "还没办", "那还是老样子"])
def test_no_correction(text: str) -> None:
    assert not corrects(text)


def test_into_what() -> None:
    assert changes_into("空调改成没有")
    assert not changes_into("改答案")
    assert not changes_into("能不能改成")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,没有", (2, "没有")),
        ("第2个改成没有", (2, "没有")),
        ("第四个,我弟去", (4, "我弟去")),
        ("1改成自有", (1, "自有")),
        ("2、二百三十平", (2, "二百三十平")),
        ("最后一个,让我弟去", (4, "让我弟去")),
        ("2", None),
        ("第二个", None),
        ("9,没有", None),
        ("3百平", None),
        ("空调那个", None),
    ],
)
def test_a_place_and_what_is_said_of_it(text: str, found: tuple[int, str] | None) -> None:
    assert place_and_rest(text, 4) == found
