"""A wish behind which an item and a bundle stand is asked; a named item and everything are not."""

from __future__ import annotations

import pytest

from knowledge.guidance.offer import MOST_OFFERED, Offer, offer
from knowledge.matching import Candidate, Decision, Match
from tests.knowledge.catalogues import small_catalogue

CATALOGUE = small_catalogue()


def matched(*ids: str, decision: Decision = Decision.SURE, scores: tuple[float, ...] = ()) -> Match:
    given = scores or tuple(0.9 / (n + 1) for n in range(len(ids)))
    candidates = tuple(Candidate(key, score) for key, score in zip(ids, given, strict=True))
    return Match(decision, candidates, "operation", frozenset())


class TestOffer:
    def test_one_wish_of_item_and_bundle(self) -> None:
        found = offer(matched("food.new", "food.change"), "我想开个小饭馆", CATALOGUE)
        assert found == Offer(
            Decision.CLOSE, ("restaurant", "food.new", "licence.new", "fire.opening"), "bundle"
        )

    def test_the_item_is_named(self) -> None:
        found = offer(matched("food.new"), "我想办食品经营许可证", CATALOGUE)
        assert (found.decision, found.ids) == (Decision.SURE, ("food.new",))

    @pytest.mark.parametrize("text", ["开饭馆全套手续", "开饭店一条龙", "食品经营许可和执照一起办"])
    def test_everything_is_wanted(self, text: str) -> None:
        found = offer(matched("food.new", "restaurant"), text, CATALOGUE)
        assert (found.decision, found.ids) == (Decision.SURE, ("restaurant", "food.new"))

    def test_the_bundle_is_the_best_candidate(self) -> None:
        found = offer(matched("restaurant", "food.new"), "想开店", CATALOGUE)
        assert (found.decision, found.ids[0], found.distinguishing) == (
            Decision.CLOSE,
            "restaurant",
            "bundle",
        )

    def test_an_item_of_no_bundle(self) -> None:
        found = offer(matched("card.reissue", decision=Decision.CLOSE), "身份证丢了", CATALOGUE)
        assert found == Offer(Decision.CLOSE, ("card.reissue",), "operation")

    def test_a_part_of_a_bundle_that_the_sentence_is_not_about(self) -> None:
        assert offer(matched("licence.new"), "办个执照", CATALOGUE).decision is Decision.SURE

    def test_a_part_whose_bundle_ranks_high_too(self) -> None:
        found = offer(matched("licence.new", "restaurant", scores=(0.8, 0.1)), "办个执照开店", CATALOGUE)
        assert found.ids[0] == "restaurant"

    @pytest.mark.parametrize("decision", [Decision.FAR, Decision.OUT_OF_SCOPE])
    def test_far_stays_far(self, decision: Decision) -> None:
        assert offer(matched("food.new", decision=decision), "开饭馆", CATALOGUE).decision is decision

    def test_nothing_found(self) -> None:
        assert offer(matched(), "开饭馆", CATALOGUE).ids == ()

    def test_never_more_than_fit_one_question(self) -> None:
        found = offer(matched("food.new", "food.change", "licence.new", "fire.opening"), "开饭馆", CATALOGUE)
        assert len(found.ids) <= MOST_OFFERED
        assert len(set(found.ids)) == len(found.ids)
