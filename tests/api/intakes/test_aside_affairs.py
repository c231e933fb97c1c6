"""Affairs that were left for another one: nothing that was said for them is asked again."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from api.services import Services
from tests.api.applicant import AREA, FOOD, PREMISES, Applicant

pytestmark = pytest.mark.anyio

OTHER, TROUBLE = "driving_licence.reissue", "driving_licence.loss"


def values(view: dict[str, Any]) -> dict[str, str]:
    return {answer["question"]: answer["value"] for answer in view["answers"]}


async def left(applicant: Applicant) -> None:
    """The food licence with two answers, put aside for a driving licence."""
    await applicant.choose(FOOD)
    await applicant.answer({AREA: "large", PREMISES: "owned"})
    await applicant.choose(OTHER)


async def test_the_answers_come_back_and_are_said(applicant: Applicant) -> None:
    await left(applicant)
    view = await applicant.choose(FOOD)
    assert {AREA: "large", PREMISES: "owned"}.items() <= values(view).items()
    assert {answer["question"] for answer in view["kept"]} == {AREA, PREMISES}
    assert view["understood"] == []


async def test_words_of_the_return_go_before_what_was_kept(applicant: Applicant) -> None:
    await left(applicant)
    view = await applicant.choose(FOOD, "还是办食品证,不对,门面是租的")
    assert values(view)[PREMISES] == "leased"
    assert values(view)[AREA] == "large"


async def test_the_notice_keeps_its_number_and_version(applicant: Applicant) -> None:
    await applicant.choose(FOOD)
    await applicant.answer_all()
    first = (await applicant.draw())["notice"]
    await applicant.choose(OTHER)
    view = await applicant.choose(FOOD)
    assert view["notice"]["number"] == first["number"] and not view["notice_outdated"]
    again = (await applicant.draw())["notice"]
    assert (again["number"], again["version"]) == (first["number"], first["version"])


async def test_what_waits_outlives_the_submission_of_another(
    applicant: Applicant, services: Services
) -> None:
    await applicant.choose(OTHER)
    await applicant.answer({TROUBLE: "lost"})
    await applicant.submitted(FOOD)
    await applicant.begin()
    view = await applicant.choose(OTHER)
    assert values(view)[TROUBLE] == "lost"
    stored = await services.database.read(
        lambda session: session.scalars(text("SELECT set_aside FROM intakes WHERE state = 'submitted'"))
    )
    assert [str(one) for one in stored.all()] == ["{}"]


async def test_a_draft_that_is_ended_takes_what_waits_along(applicant: Applicant) -> None:
    await left(applicant)
    assert (await applicant.client.delete(f"/intakes/{applicant.id}")).status_code == 204
    await applicant.begin()
    view = await applicant.choose(FOOD)
    assert view["answers"] == [] and view["kept"] == []
