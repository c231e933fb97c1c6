"""How well matters are told from items and from what is neither, in sentences that nobody trained on (``held_out.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from api.services import Services
from knowledge.elsewhere.finder import Found

pytestmark = [pytest.mark.anyio, pytest.mark.any_database]

_HELD_OUT: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("held_out.yaml").read_text(encoding="utf-8")
)


async def find(services: Services, text: str) -> Found | None:
    finder = services.elsewhere
    return finder.find(text, await services.encoding.matched(finder.matcher, text, limit=1))


async def test_matters_are_found_and_items_stay_here(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    matters = [
        (await find(services, said), key)
        for key, sentences in _HELD_OUT["matters"].items()
        for said in sentences
    ]
    items = [await find(services, said) for sentences in _HELD_OUT["items"].values() for said in sentences]
    found = [(one, meant) for one, meant in matters if one]
    told = [(one, meant) for one, meant in found if one.sure]
    shares = {
        "right": sum(one.matter.id == meant for one, meant in found) / len(matters),
        "right and told": sum(one.matter.id == meant for one, meant in told) / len(matters),
        "of the told, right": sum(one.matter.id == meant for one, meant in told) / max(1, len(told)),
        "of the items, sent away": sum(one is not None for one in items) / len(items),
    }
    with capsys.disabled():
        print({name: f"{share:.1%}" for name, share in shares.items()})
    with_encoder = services.encoding.available
    assert shares["right"] >= (0.68 if with_encoder else 0.5)
    assert shares["right and told"] >= (0.42 if with_encoder else 0.25)
    assert shares["of the told, right"] >= 0.95
    assert shares["of the items, sent away"] <= 0.03


async def test_nothing_held_out_stands_in_the_register_or_among_the_aliases(services: Services) -> None:
    known = {said for one in services.elsewhere.register.matters.values() for said in one.phrasings}
    known |= {alias for one in services.catalogue.items.values() for alias in one.aliases}
    held_out = [
        said for kind in ("matters", "items") for sentences in _HELD_OUT[kind].values() for said in sentences
    ]
    assert [said for said in held_out if said in known] == []


async def test_what_is_neither_is_seldom_told_as_a_matter(services: Services) -> None:
    told = [said for said in _HELD_OUT["neither"] if (one := await find(services, said)) and one.sure]
    assert len(told) <= 6
