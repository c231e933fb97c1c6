"""What a sentence may mean, over HTTP: everything that is published is asked at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.applicant import Applicant, ok

pytestmark = [pytest.mark.anyio, pytest.mark.any_database]


async def understand(applicant: Applicant, text: str, **more: str) -> dict[str, Any]:
    heard: dict[str, Any] = ok(await applicant.client.post("/understanding", json={"text": text, **more}))
    return heard


async def test_a_wish(applicant: Applicant) -> None:
    heard = await understand(applicant, "身份证丢了要补")
    assert heard["search"]["candidates"][0]["id"] == "id_card.reissue"
    assert heard["matter"] is None
    assert heard["wishes"] == []


async def test_what_others_do(applicant: Applicant) -> None:
    heard = await understand(applicant, "工地欠我工资")
    assert heard["matter"]["id"] == "unpaid_wages"


async def test_several_things_and_the_bundle_in_which_they_are(applicant: Applicant) -> None:
    heard = await understand(applicant, "我要办个体户执照，还要办食品经营许可证")
    names = [wish["search"]["candidates"][0]["name"] for wish in heard["wishes"]]
    assert names == ["个体工商户登记（设立）", "食品经营许可（新办）"]
    assert heard["together"]["kind"] == "bundle"


async def test_a_clause_in_the_words_of_the_catalogue_tells_what_a_story_is_about(
    applicant: Applicant,
) -> None:
    heard = await understand(
        applicant, "前两天下雨，我骑车回家，口袋破了个洞，身份证丢了，回来找了半天也没找着"
    )
    assert heard["search"]["decision"] == "sure"
    assert heard["search"]["candidates"][0]["id"] == "id_card.reissue"


async def test_facts_of_the_affair_in_hand_without_those_of_the_open_question(applicant: Applicant) -> None:
    heard = await understand(applicant, "房子是租的，一百来平", affair="food_operation.new")
    assert {fact["label"] for fact in heard["facts"]} == {"租赁", "不超过200平方米"}
    asked = await understand(applicant, "房子是租的", affair="food_operation.new", question="premises")
    assert asked["facts"] == []


@pytest.mark.parametrize(
    ("text", "language", "best"),
    [
        ("shenfenzheng diu le", "拼音", "id_card.reissue"),
        ("I lost my ID card", "英语", "id_card.reissue"),
        ("身份證唔見咗", "粤语", "id_card.reissue"),
    ],
)
async def test_other_languages(applicant: Applicant, text: str, language: str, best: str) -> None:
    heard = await understand(applicant, text)
    assert heard["language"] == language
    assert heard["search"]["candidates"][0]["id"] == best
    assert bool(heard["english"]) is (language == "英语")


async def test_half_a_wish_is_asked_back(applicant: Applicant) -> None:
    assert (await understand(applicant, "办证"))["vague"]["choices"]
    assert (await understand(applicant, "身份证丢了"))["vague"] is None


async def test_an_unknown_affair_has_no_facts(applicant: Applicant) -> None:
    assert (await understand(applicant, "房子是租的", affair="no.such"))["facts"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("我老公天天打我", "home_violence"), ("我身份证丢了，家里着火了", "fire"), ("不想活了", "crisis")],
)
async def test_somebody_in_danger(applicant: Applicant, text: str, kind: str) -> None:
    danger = (await understand(applicant, text))["danger"]
    assert danger["kind"] == kind and danger["probability"] >= 0.3


@pytest.mark.parametrize("text", ["身份证丢了要补", "手抖点错了", "我都快急死了，能不能快点"])
async def test_nobody_in_danger(applicant: Applicant, text: str) -> None:
    assert (await understand(applicant, text))["danger"] is None


async def test_the_affair_in_hand_denied_and_what_is_wanted_instead(applicant: Applicant) -> None:
    heard = await understand(applicant, "不是开饭馆，我身份证丢了要补", affair="food_operation.new")
    assert heard["denial"]["rest"] == "我身份证丢了要补"
    assert heard["denial"]["turns_to"] == "id_card.reissue"
    assert "food_operation.new" in heard["denial"]["affairs"]


async def test_an_answer_denies_nothing_outright(applicant: Applicant) -> None:
    heard = await understand(applicant, "不是，是租的", affair="food_operation.new", question="premises")
    assert not heard["denial"]["outright"]
    assert heard["denial"]["turns_to"] is None


async def test_what_was_denied_is_not_found_unless_it_is_named(applicant: Applicant) -> None:
    async def first(text: str) -> str:
        body = {"text": text, "denied": ["food_operation.new"]}
        heard = ok(await applicant.client.post("/understanding", json=body))
        candidates = heard["search"]["candidates"]
        return str(candidates[0]["id"]) if candidates else ""

    assert await first("想开个小饭馆卖面") != "food_operation.new"
    assert await first("食品经营许可（新办）") == "food_operation.new"


async def test_a_wish_that_is_only_denied_is_none_of_several(applicant: Applicant) -> None:
    heard = await understand(applicant, "谁要办护照了，我要补身份证")
    assert heard["wishes"] == []
    assert heard["search"]["candidates"][0]["id"] == "id_card.reissue"
