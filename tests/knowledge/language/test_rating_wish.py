"""Who wants to rate, and who means something else by the same words."""

from __future__ import annotations

import pytest

from knowledge.language.rating_wish import wants_to_rate


class TestWantsToRate:
    @pytest.mark.parametrize(
        "text",
        [
            "评价", "我要评价", "我想评价一下", "评价一下这次服务", "给个好评", "给个差评吧", "打个分", "给你们打分",
            "评价261123000017 [尾号]", "我要评价,编号261123000017", "服务评价", "评个分吧", "来个评价",
        ],
    )  # fmt: skip
    def test_wants(self, text: str) -> None:
        assert wants_to_rate(text)

    @pytest.mark.parametrize(
        "text",
        [
            "环境影响评价怎么办", "我要做环境影响评价", "安全评价报告要交吗", "怎么评价这次服务", "在哪里打分", "评价器在哪",
            "给差评会有影响吗", "办环评", "我要办安全评价机构资质", "评价师证", "房地产评估", "我要投诉", "职称评审", "不评价行不行",
        ],
    )  # fmt: skip
    def test_does_not(self, text: str) -> None:
        assert not wants_to_rate(text)
