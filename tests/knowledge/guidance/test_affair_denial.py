"""Whether the affair in hand is denied, by its name, its phrasings or without any; answers and circumstances deny none."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.guidance.affair_denial import AffairDenial, affair_denied_in
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()


def denial(said: str, *affairs: str, question: str = "") -> AffairDenial | None:
    return affair_denied_in(normalise(said), affairs, CATALOGUE, CATALOGUE.questions.get(question))


@pytest.mark.parametrize(
    ("said", "affair", "rest"),
    [
        ("不是要救助，我是讨工钱", "temporary_relief.apply", "我是讨工钱"),
        ("我没说要离婚，要结婚", "marriage.divorce", "要结婚"),
        ("哪个说要补证了嘛，我们去登记结婚", "marriage.reissue", "我们去登记结婚"),
        ("我不开公司，跑货车", "company_registration.establish", "跑货车"),
        ("排啥污哦，我开理发店", "pollutant_discharge.register", "我开理发店"),
        ("整个就搞岔了，我问低保", "marriage.marry", "我问低保"),
        ("不要办那个", "id_card.renew", ""),
    ],
)
def test_an_affair_is_denied_outright(said: str, affair: str, rest: str) -> None:
    affair = affair if affair in CATALOGUE.items else _first_of(affair.partition(".")[0])
    found = denial(said, affair)
    assert found is not None
    assert found.is_outright
    assert affair in found.affairs
    assert found.rest == rest


def _first_of(main: str) -> str:
    return next(key for key in CATALOGUE.items if key.partition(".")[0] == main)


@pytest.mark.parametrize(
    ("said", "affair"),
    [
        ("不是本人去，我弟去", "marriage.marry"),
        ("没有停保", "marriage.marry"),
        ("不要了", "id_card.renew"),
        ("都是内地居民", "marriage.marry"),
        ("不注销了，改成歇业", "individual_business.cancel"),
        ("镇上办得成不", "id_card.renew"),
    ],
)
def test_what_is_no_denial_of_it(said: str, affair: str) -> None:
    assert denial(said, affair) is None


def test_a_bare_no_is_not_outright() -> None:
    found = denial("不是，是租的", "individual_business.establish")
    assert found is not None
    assert not found.is_outright
    assert not found.is_named


def test_with_the_thing_all_that_is_done_with_it() -> None:
    thing = denial("不是身份证，是居住证", "id_card.renew")
    assert thing is not None
    assert {"id_card.renew", "id_card.reissue"} <= set(thing.affairs)


def test_only_what_is_done_with_the_thing() -> None:
    operation = denial("不是变更，是注销", "company_registration.change")
    assert operation is not None
    assert operation.is_of_operation
    assert operation.affairs == ("company_registration.change",)


def test_the_words_of_the_open_question_may_answer_it() -> None:
    question = next(key for key, one in CATALOGUE.questions.items() if one.text.startswith("怎样缴费"))
    affair = next(key for key, one in CATALOGUE.items.items() if one.name == "灵活就业人员参保登记")
    found = denial("不是自己缴", affair, question=question)
    assert found is None or found.may_answer


def test_one_of_those_offered() -> None:
    found = denial("不是驾照", "driving_licence.renew", "id_card.renew")
    assert found is None or "id_card.renew" not in found.affairs
