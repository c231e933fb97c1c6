"""Several items wanted at once, and the bundle in which they are."""

from __future__ import annotations

import pytest

from knowledge.guidance.bundle import bundle_of
from tests.shipped import shipped_catalogue


@pytest.mark.parametrize(
    ("wanted", "bundle"),
    [
        (["food_operation.new", "individual_business.establish"], "open_restaurant"),
        (["company_registration.establish", "employer_opening.social"], "start_company"),
        (["household_registration.birth", "medical_insurance.newborn"], "newborn"),
        (["social_insurance.pension", "housing_fund.retire"], "retire"),
        (["food_operation.new"], None),
        (["food_operation.new", "marriage.marry"], None),
        ([], None),
    ],
)
def test_the_bundle_that_holds_them_all(wanted: list[str], bundle: str | None) -> None:
    assert bundle_of(wanted, shipped_catalogue()) == bundle


def test_the_smallest_of_several() -> None:
    assert (
        bundle_of(["employer_opening.social", "employer_opening.fund"], shipped_catalogue())
        == "start_company"
    )
