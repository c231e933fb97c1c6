"""How well matters are recognised in words nobody wrote down: each matter loses one phrasing, each item one alias."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.catalogue.load import load_catalogue
from knowledge.elsewhere.finder import MatterFinder, entries, told_from
from knowledge.elsewhere.load import load_register
from knowledge.matching import Entry, Matcher

pytestmark = pytest.mark.slow

LEFT_OUT = 2
"""The phrasing that is left out, counted from 0."""


def without_one(entry: Entry) -> Entry:
    return replace(entry, aliases=(*entry.aliases[:LEFT_OUT], *entry.aliases[LEFT_OUT + 1 :]))


def test_words_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = load_catalogue()
    register = load_register(catalogue)
    matters, items = entries(register), told_from(catalogue)
    known = {
        key: one.model_copy(update={"phrasings": without_one(entry).aliases})
        for (key, one), entry in zip(register.matters.items(), matters, strict=True)
    }
    matcher = Matcher.train([without_one(entry) for entry in (*matters, *items)])
    finder = MatterFinder(replace(register, matters=known), matcher)

    found = [(finder.find(entry.aliases[LEFT_OUT]), entry.id) for entry in matters]
    right = [one for one, meant in found if one and one.matter.id == meant]
    told_wrongly = [one for one, meant in found if one and one.sure and one.matter.id != meant]
    sent_away = [one for entry in items if (one := finder.find(entry.aliases[LEFT_OUT])) and one.sure]
    shares = {
        "right, surely or guessed": len(right) / len(matters),
        "right and surely": len([one for one in right if one.sure]) / len(matters),
        "surely and wrong": len(told_wrongly) / len(matters),
        "of the items, surely sent elsewhere": len(sent_away) / len(items),
    }
    with capsys.disabled():
        print({name: f"{share:.1%}" for name, share in shares.items()})
    assert shares["right, surely or guessed"] >= 0.45
    assert shares["right and surely"] >= 0.2
    assert shares["surely and wrong"] <= 0.03
    assert shares["of the items, surely sent elsewhere"] <= 0.01
