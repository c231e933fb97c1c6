"""People are found by what they are called."""

from __future__ import annotations

import pytest

from knowledge.language.relatives import BODY, ERRAND, ME, PRINCIPAL, RELATIVE, signed


@pytest.mark.parametrize(
    ("text", "sign", "who"),
    [
        ("我弟去", RELATIVE, "兄弟"),
        ("孩子他爸去", RELATIVE, "丈夫"),
        ("俺娘", RELATIVE, "母亲"),
        ("家里老丈人", RELATIVE, "配偶的父母"),
        ("小娃", RELATIVE, "孩子"),
        ("会计", ERRAND, "会计"),
        ("法定代表人", PRINCIPAL, "法定代表人"),
        ("公司", BODY, "公司"),
    ],
)
def test_found(text: str, sign: str, who: str) -> None:
    person = next(iter(signed(text).persons.values()))
    assert (person.sign, person.who) == (sign, who)


@pytest.mark.parametrize("text", ["奶茶店", "娃娃机", "KTV", "大姑", "女装", "其他材料"])
def test_words_that_are_no_people(text: str) -> None:
    assert [one.who for one in signed(text).persons.values()] in ([], ["长辈亲戚"])


def test_every_place_is_that_of_the_text_as_said() -> None:
    text = "我和我老婆的门面"
    found = signed(text)
    assert [text[one.start : one.end] for one in found.persons.values()] == ["我", "我老婆"]
    assert [one.who for one in found.persons.values()] == [ME, "妻子"]
    assert text[found.at[found.text.index("门")]] == "门"
