"""Which paper on the list a message asks about."""

from __future__ import annotations

import pytest

from knowledge.language.paper_questions import papers_asked_about

SHOP = {
    "form": "个体工商户登记（备案）申请书",
    "id_card": "居民身份证",
    "online_place": "网络经营场所使用证明",
    "lease": "房屋租赁合同",
}
CAR = {"invoice": "二手车销售统一发票", "certificate": "机动车登记证书", "letter": "授权委托书"}


@pytest.mark.parametrize(
    ("text", "names", "asked"),
    [
        ("网络经营场所使用证明是啥子东西", SHOP, ("online_place",)),
        ("第三样那个网络经营场所使用证明是个啥,去哪里开?", SHOP, ("online_place",)),
        ("我问的是网络经营场所使用证明是啥子东西", SHOP, ("online_place",)),
        ("申请书在哪拿,咋写", SHOP, ("form",)),
        ("租赁合同要啥样的", SHOP, ("lease",)),
        ("我问的是发票谁给开,还有税是多少", CAR, ("invoice",)),
        ("委托书有没有模板", CAR, ("letter",)),
        ("委托书怎么写,登记证书是哪个单位发的", CAR, ("letter",)),
    ],
)
def test_the_paper_that_is_asked_about(text: str, names: dict[str, str], asked: tuple[str, ...]) -> None:
    assert papers_asked_about(text, names) == asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("网络经营场所使用证明我有了", SHOP),
        ("发票还没开,过几天补", CAR),
        ("没有租赁合同行不行", SHOP),
        ("去哪里办", SHOP),
        ("要带什么证明", SHOP),
        ("登记证书丢了怎么办", CAR),
        ("身份证要不要带", SHOP),
    ],
)
def test_what_asks_about_none(text: str, names: dict[str, str]) -> None:
    assert papers_asked_about(text, names) == ()


def test_the_result_is_asked_for_and_not_the_old_one_that_is_handed_in() -> None:
    names = {"old": "食品经营许可证"}
    assert papers_asked_about("许可证去哪里领", names, ["食品经营许可证"]) == ()
    assert papers_asked_about("许可证去哪里领", names) == ("old",)
