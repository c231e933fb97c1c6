"""Half a wish is asked back, with what is likely wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.base.text import comparable_text, normalise
from knowledge.elsewhere.load import load_register
from knowledge.guidance.vague_wish import shipped_vague_wishes, vague_in
from tests.shipped import shipped_catalogue


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("办证", "certificate"),
        ("你好，我想办个证", "certificate"),
        ("我要办手续", "certificate"),
        ("丢了", "lost"),
        ("我东西丢了怎么办", "lost"),
        ("证丢了咋整", "lost"),
        ("到期了咋办", "expired"),
        ("我的证到期了", None),
        ("要盖章", "stamp"),
        ("孩子的事", "child"),
        ("娃的事情", "child"),
        ("车子的事儿", "car"),
        ("房子", "house"),
        ("补贴怎么领啊", "money"),
        ("咨询一下社保", "insurance"),
        ("想开个店", "shop"),
        ("我要注销", "cancel"),
        ("人没了", "death"),
        ("我要开证明去哪", "proof"),
        ("身份证丢了", None),
        ("怎么办", None),
        ("谢谢", None),
        ("你好", None),
        ("", None),
    ],
)
def test_what_is_asked_back(said: str, meant: str | None) -> None:
    wish = vague_in(normalise(said), shipped_catalogue())
    assert (wish.id if wish else None) == meant


def test_what_can_be_picked_is_there() -> None:
    catalogue = shipped_catalogue()
    matters = load_register(catalogue).matters
    for wish in shipped_vague_wishes().values():
        assert 4 <= len(wish.choices) <= 8
        for choice in wish.choices:
            assert not choice.item or catalogue.affair(choice.item), choice
            assert not choice.matter or choice.matter in matters, choice


def test_a_centre_without_an_item_does_not_offer_it() -> None:
    catalogue = shipped_catalogue()
    without = replace(catalogue, items={k: v for k, v in catalogue.items.items() if k != "id_card.reissue"})
    wish = vague_in("丢了", without)
    assert wish is not None
    assert "身份证" not in [choice.label for choice in wish.choices]


def test_what_is_picked_is_said_in_words_that_are_known() -> None:
    """But for the first question: behind it stands another, which of its operations is meant."""
    catalogue = shipped_catalogue()
    said_of = {
        comparable_text(said): key
        for group in (catalogue.items, catalogue.bundles)
        for key, one in group.items()
        for said in (one.name, *one.aliases)
    }
    said_of |= {
        comparable_text(said): key
        for key, one in load_register(catalogue).matters.items()
        for said in (one.name, *one.phrasings)
    }
    choices = [
        choice
        for wish in shipped_vague_wishes().values()
        if wish.id != "certificate"
        for choice in wish.choices
    ]
    meant = [(choice.say, choice.item or choice.matter) for choice in choices if choice.item or choice.matter]
    assert [(say, key) for say, key in meant if said_of.get(comparable_text(say)) != key] == []
