"""What the applicant declares of the materials."""

from __future__ import annotations

import pytest

from knowledge.language.declared_materials import declares_all_ready, materials_named

NAMES = {
    "application": "食品经营许可申请书",
    "health": "从业人员健康证明",
    "lease": "房屋租赁合同",
    "letter": "授权委托书",
    "agent_id": "代办人居民身份证",
    "id_card": "居民身份证",
}


class TestDeclaresAllReady:
    @pytest.mark.parametrize(
        "text", ["齐了,提交", "材料都齐了", "都准备好了", "全带了", "材料都有了", "都办好了", "备齐了"]
    )
    def test_ready(self, text: str) -> None:
        assert declares_all_ready(text)

    @pytest.mark.parametrize(
        "text",
        [
            "还没齐",
            "没有备齐",
            "没有齐全",
            "材料不齐",
            "还差一个就齐了",
            "除了健康证都齐了",
            "就健康证没办,其他都齐了",
            "就剩合同了，别的都齐了",
            "材料都有哪些",
            "材料都齐了吗",
            "怎么才算齐全",
            "等都办好了再来",
            "提交",
            "少一份,别的齐了",
        ],
    )
    def test_not_ready(self, text: str) -> None:
        assert not declares_all_ready(text)


class TestMaterialsNamed:
    @pytest.mark.parametrize(
        ("text", "named"),
        [
            ("健康证明还没办", ["health"]),
            ("健康证没办", ["health"]),
            ("合同和委托书没有", ["lease", "letter"]),
            ("租赁合同，还有健康证", ["lease", "health"]),
            ("身份证没带", ["id_card"]),
            ("代办人身份证没带", ["agent_id"]),
            ("还没准备好", []),
            ("", []),
        ],
    )
    def test_by_the_longest_shared_run(self, text: str, named: list[str]) -> None:
        assert list(materials_named(text, NAMES)) == named

    def test_each_once(self) -> None:
        assert materials_named("健康证，健康证明", NAMES) == ("health",)

    def test_no_materials(self) -> None:
        assert materials_named("健康证", {}) == ()
