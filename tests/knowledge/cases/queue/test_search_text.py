"""What somebody types to find a case is read for what it can be."""

from __future__ import annotations

import pytest

from knowledge.cases.queue.search_text import SearchKind, SearchText, read_search

NUMBER, TAIL, NAME, ITEM = (
    SearchKind.NUMBER,
    SearchKind.PHONE_TAIL,
    SearchKind.NAME,
    SearchKind.ITEM,
)


@pytest.mark.parametrize(
    ("typed", "text", "kinds"),
    [
        ("261123000018", "261123000018", (NUMBER,)),
        ("2611 2300 0018", "261123000018", (NUMBER,)),
        ("２６１１２３", "261123", (NUMBER,)),
        ("5678", "5678", (TAIL,)),
        ("王伟", "王伟", (NAME, ITEM)),
        ("买买提·吐尔逊", "买买提·吐尔逊", (NAME, ITEM)),
        ("食品经营许可（新办）", "食品经营许可（新办）", (ITEM,)),
        ("个体工商户设立登记", "个体工商户设立登记", (ITEM,)),
        ("123", "123", (ITEM,)),
        ("1234567890123", "1234567890123", (ITEM,)),
    ],
)
def test_is_read_for_what_it_can_be(typed: str, text: str, kinds: tuple[SearchKind, ...]) -> None:
    assert read_search(typed) == SearchText(text, kinds)


@pytest.mark.parametrize("typed", ["", "  ", "\u3000", "-"])
def test_nothing_was_typed(typed: str) -> None:
    assert read_search(typed).kinds == (SearchKind.NOTHING,)
