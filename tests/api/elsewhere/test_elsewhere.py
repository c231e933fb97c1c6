"""What others do, over HTTP: recognised, with the national line and the local department's phone."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from api.services import Services
from tests.api.applicant import Applicant, ok

pytestmark = pytest.mark.anyio


async def ask(applicant: Applicant, text: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = ok(await applicant.client.post("/elsewhere/ask", json={"text": text}))[
        "matter"
    ]
    return found


async def test_words_of_the_register(applicant: Applicant) -> None:
    matter = await ask(applicant, "工地欠我工资")
    assert matter is not None
    assert (matter["id"], matter["score"], matter["hotline"]) == ("unpaid_wages", 1.0, "12333")
    assert (matter["department"], matter["phone"]) == ("河东县人力资源和社会保障局", "0000-8600-1004")
    assert matter["example"] is True
    assert matter["source"] == "《保障农民工工资支付条例》第十条"


async def test_other_words(applicant: Applicant) -> None:
    matter = await ask(applicant, "我要公证一份委托书")
    assert matter is not None
    assert matter["id"] == "notary_proxy"
    assert matter["score"] < 1


@pytest.mark.any_database
async def test_next_to_nothing_that_is_said_of_the_items_goes_elsewhere(services: Services) -> None:
    """In a thread: for seconds nothing else in the process would be answered."""
    said = [alias for item in services.catalogue.items.values() for alias in item.aliases]
    found = await asyncio.to_thread(lambda: sum(services.elsewhere.find(one) is not None for one in said))
    assert found <= len(said) / 100


@pytest.mark.parametrize("text", ["身份证丢了", "开饭店要办什么证", "领结婚证", "哈哈哈"])
async def test_what_the_centre_does_is_not_in_it(applicant: Applicant, text: str) -> None:
    assert await ask(applicant, text) is None


async def test_a_word_or_two_must_stand_in_the_register(applicant: Applicant) -> None:
    assert await ask(applicant, "我妈") is None
    assert (await ask(applicant, "停电了") or {}).get("id") == "power_cut"
