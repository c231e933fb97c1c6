"""At a menu a fact or an operation in passing leaves the items it fits; what fits all of them leaves all."""

from __future__ import annotations

import pytest

from knowledge.base.text import normalise
from knowledge.guidance.candidate_choice import left_of
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
DOG = ("dog_registration.new", "dog_registration.cancel")
TOBACCO = ("tobacco_retail.new", "tobacco_retail.change", "tobacco_retail.renew", "tobacco_retail.close")
STOPPED = ("tobacco_retail.new", "tobacco_retail.suspend", "tobacco_retail.resume", "tobacco_retail.close")
PASSPORT = ("exit_entry.passport_new", "exit_entry.passport_renew", "exit_entry.passport_reissue")
ID_CARD = ("id_card.new", "id_card.renew", "id_card.reissue", "id_card.temporary")
SHOP = ("individual_business.establish", "individual_business.change", "individual_business.cancel")
COMPANY = ("company_registration.establish", "company_registration.change", "company_registration.cancel")
HOUSEHOLD = ("household_registration.birth", "household_registration.migrate", "household_registration.death")
FUND = ("housing_fund.purchase", "housing_fund.repay", "housing_fund.rent")


class TestLeft:
    @pytest.mark.parametrize(
        ("text", "offered", "left"),
        [
            ("老狗前阵子走了", DOG, "dog_registration.cancel"),
            ("狗被我送给乡下亲戚了", DOG, "dog_registration.cancel"),
            ("刚抱了只小狗", DOG, "dog_registration.new"),
            ("以前没办过", DOG, "dog_registration.new"),
            ("不是新办，店名变了", TOBACCO, "tobacco_retail.change"),
            ("证快到期了", TOBACCO, "tobacco_retail.renew"),
            ("想让我儿子接手", TOBACCO, "tobacco_retail.change"),
            ("干不下去了", TOBACCO, "tobacco_retail.close"),
            ("家里有事歇几个月", STOPPED, "tobacco_retail.suspend"),
            ("停了半年现在重新开", STOPPED, "tobacco_retail.resume"),
            ("头一次办", PASSPORT, "exit_entry.passport_new"),
            ("旧的过期了", PASSPORT, "exit_entry.passport_renew"),
            ("搬家的时候弄丢了", PASSPORT, "exit_entry.passport_reissue"),
            ("刷不出来了", ID_CARD, "id_card.renew"),
            ("在外面被偷了", ID_CARD, "id_card.reissue"),
            ("从来没领过", ID_CARD, "id_card.new"),
            ("门面搬到隔壁街了", SHOP, "individual_business.change"),
            ("不开了，税都交清了", SHOP, "individual_business.cancel"),
            ("老股东要退股", COMPANY, "company_registration.change"),
            ("娃刚生下来，我们领证了", HOUSEHOLD, "household_registration.birth"),
            ("老父亲上个月病逝了", HOUSEHOLD, "household_registration.death"),
            ("嫁过来想把户口迁到老公这边", HOUSEHOLD, "household_registration.migrate"),
            ("我住的公租房", FUND, "housing_fund.rent"),
            ("房贷是商贷", FUND, "housing_fund.repay"),
            ("买的二手房", FUND, "housing_fund.purchase"),
        ],
    )
    def test_one(self, text: str, offered: tuple[str, ...], left: str) -> None:
        found = left_of(normalise(text), offered, CATALOGUE)
        assert found is not None
        assert found.items == (left,)
        assert all(words in normalise(text) for words in found.because)

    def test_what_is_denied_goes(self) -> None:
        found = left_of("不是首次办", PASSPORT, CATALOGUE)
        assert found is not None
        assert found.items == PASSPORT[1:]
        assert found.because == ("首次",)

    @pytest.mark.parametrize("text", ["要多少钱", "我自己去", "嗯", "我今年四十", "如果丢了呢", ""])
    def test_what_tells_nothing_between_them(self, text: str) -> None:
        assert left_of(normalise(text), PASSPORT, CATALOGUE) is None

    def test_nothing_offered(self) -> None:
        assert left_of("丢了", (), CATALOGUE) is None
