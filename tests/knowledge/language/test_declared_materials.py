"""What the applicant declares of the materials."""

from __future__ import annotations

import pytest

from knowledge.language.declared_materials import (
    Declaration,
    declaration_in,
    declares_all_ready,
    materials_named,
    tells_a_loss,
)

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


CLINIC = {
    "form": "诊所备案信息表",
    "plan": "诊所房屋平面布局图",
    "id": "居民身份证",
    "waste": "医疗废物处理方案",
    "lease": "房屋租赁合同",
    "hukou": "居民户口簿",
    "photo": "近期免冠白底彩色照片",
    "work": "存在劳动关系的证明材料",
    "illness": "医疗诊断证明",
}


class TestDeclaration:
    @pytest.mark.parametrize(
        ("text", "lacking"),
        [
            ("除了医废方案别的都齐了", ["waste"]),
            ("都准备好了,就医废那个处理方案还没写,有模板没", ["waste"]),
            ("材料都有就差照片没照", ["photo"]),
            ("材料除了劳动关系那个没有,别的都有", ["work"]),
            ("基本都齐了,就是布局图还在等结果,大概下周", ["plan"]),
            ("除租房合同以外都备好了", ["lease"]),
            ("除了身份证都有了", ["id"]),
            ("都妥了就剩那个方案", ["waste"]),
            ("布局图在找人画,剩下的都有了", ["plan"]),
            ("啥都有,就是大头照没拍", ["photo"]),
            ("合同房东还没签,其他的都准备好了", ["lease"]),
            ("我老公[姓名] [身份证号] [手机号] 材料都有就差照片", ["photo"]),
            ("东西都备齐了,相片过两天再补中不", ["photo"]),
        ],
    )
    def test_all_but(self, text: str, lacking: list[str]) -> None:
        declared = declaration_in(text, CLINIC)
        assert declared.rest_ready and list(declared.lacking) == lacking and declared.excepts

    @pytest.mark.parametrize(
        ("text", "ready", "lacking"),
        [
            ("身份证有照片没照", ["id"], ["photo"]),
            ("医废方案也写好了", ["waste"], []),
            ("诊断证明和户口本都在我手上", ["illness", "hukou"], []),
            ("户口本在我老家没拿过来", [], ["hukou"]),
            ("健康证,还没办", [], []),
            ("布局图,还没画", [], ["plan"]),
            ("照片过几天补行不行", [], ["photo"]),
            ("是。布局图下周才能补哦", [], ["plan"]),
        ],
    )
    def test_one_by_one(self, text: str, ready: list[str], lacking: list[str]) -> None:
        declared = declaration_in(text, CLINIC)
        assert (list(declared.ready), list(declared.lacking)) == (ready, lacking)
        assert not declared.rest_ready

    @pytest.mark.parametrize(
        "text",
        [
            "材料都有哪些",
            "没有照片行不行",
            "户口本丢了咋办",
            "租房合同要不要带",
            "我叫[姓名] [身份证号],[未识别],她电话[手机号]",
            "多少钱",
            "提交申请",
        ],
    )
    def test_asked_or_something_else(self, text: str) -> None:
        declared = declaration_in(text, CLINIC)
        assert not declared.names_some and not declared.rest_ready

    def test_the_rest_without_an_exception_is_not_all(self) -> None:
        assert not declares_all_ready("其他都齐了")

    def test_a_word_that_several_have_names_none(self) -> None:
        assert declaration_in("那个证明没开", CLINIC) == Declaration(lacks_unnamed=True)


class TestWhatIsThere:
    """A paper that is there, or only spoken of, is not lacking."""

    @pytest.mark.parametrize(
        ("text", "ready"),
        [
            ("我身份证没过期!", ("id_card",)),
            ("没说身份证没有!身份证好好的在我手里,不要乱记", ("id_card",)),
            ("我合同有!我是问用途怎么写", ("lease",)),
            ("合同没丢", ("lease",)),
        ],
    )
    def test_it_is_there(self, text: str, ready: tuple[str, ...]) -> None:
        said = declaration_in(text, NAMES)
        assert (said.ready, said.lacking) == (ready, ())

    @pytest.mark.parametrize(
        "text",
        ["合同里没写用途这事你给我个准话,写了商用算不算", "明天他爸才有空拿合同", "租房合同没写清用途"],
    )
    def test_nothing_is_said_of_whether_it_is_there(self, text: str) -> None:
        said = declaration_in(text, NAMES)
        assert not said.names_some

    @pytest.mark.parametrize("text", ["申请书还没写", "申请书没写完", "申请书还没写好呢"])
    def test_an_application_not_written_is_lacking(self, text: str) -> None:
        assert declaration_in(text, NAMES).lacking == ("application",)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("可我身份证也丢了呀", True),
        ("要身份证原件?我身份证也丢了啊", True),
        ("合同我拿不出来", False),
        ("身份证没带", False),
        ("身份证没丢", False),
        ("身份证丢了怎么办", False),
    ],
)
def test_a_loss_is_more_than_not_at_hand(text: str, lost: bool) -> None:
    assert tells_a_loss(text) is lost
