"""What the visit takes, read off a notice; how the result may come."""

from __future__ import annotations

from datetime import date

from knowledge.cases.acts.delivery import DeliveryWay
from knowledge.cases.procedure.result_ways import ways_of
from knowledge.guidance.notice import draw
from knowledge.guidance.routing import Request, route
from knowledge.guidance.terms import in_force, terms
from knowledge.guidance.visit import Visit, visit_of
from tests.shipped import shipped_catalogue


def visit(item: str, answers: dict[str, str], states: dict[str, str] | None = None) -> Visit:
    catalogue = shipped_catalogue()
    affair = catalogue.affair(item)
    assert affair is not None
    window = route(Request(affair, date(2026, 11, 30), None, None), catalogue)
    return visit_of(draw(affair, answers, catalogue, window), states)


class TestVisit:
    def test_an_agent_comes_with_the_letter(self) -> None:
        found = visit("food_operation.new", {"agent": "agent", "premises": "leased"})
        assert "委托书" in found.comes and "代办人" in found.comes
        assert found.pay == "不收费"
        assert any(line.startswith("授权委托书（原件") for line in found.bring)

    def test_what_was_promised_or_comes_later_is_not_brought(self) -> None:
        everything = visit("food_operation.new", {"agent": "self"})
        later = visit("food_operation.new", {"agent": "self"}, {"health_certificate": "later"})
        assert "本人" in everything.comes
        assert len(later.bring) <= len(everything.bring)

    def test_a_fee_is_said_with_its_amount(self) -> None:
        assert "元" in visit("id_card.reissue", {}).pay


class TestWays:
    def test_only_what_every_item_allows(self) -> None:
        assert [one.way for one in ways_of([["窗口领取", "邮寄"]], [])] == [
            DeliveryWay.COUNTER,
            DeliveryWay.POST,
        ]
        assert [one.way for one in ways_of([["窗口领取", "邮寄"], ["窗口领取"]], [])] == [DeliveryWay.COUNTER]

    def test_a_place_is_chosen_where_the_item_allows_it(self) -> None:
        (post, place) = ways_of([["邮寄", "选地取件"]], ["河西镇便民服务中心"])
        assert post.needs_address and place.places == ("河西镇便民服务中心",)

    def test_what_comes_by_itself_is_not_chosen(self) -> None:
        assert ways_of([["电子证照"], ["转入银行账户"]], ["河西镇"]) == ()


def test_both_texts_are_versioned_and_have_a_next_step() -> None:
    now = terms()
    assert in_force().declaration == now.declaration.version
    assert all(line.endswith("。") for text in (now.declaration, now.privacy) for line in text.text)
