"""What the validator refuses, with the line it stands on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.catalogue.check import check_catalogue
from tests.knowledge.catalogues import small_catalogue, windows
from tests.knowledge.folders import FILES, faults

FOOD = "items_food"
_BASIS = "    basis: [《食品安全法》第三十五条]\n"
_WRONG: list[tuple[str, tuple[str, str], str, str]] = [
    (FOOD, ("    name: 申请书", "    name: 其他材料"), "name: 其他材料", "是兜底材料，不允许"),
    (
        FOOD,
        ("    name: 专间说明", "    name: 法律法规规定的其他有关资料"),
        "name: 法律",
        "是兜底材料，不允许",
    ),
    (FOOD, (_BASIS, ""), "application:", "材料「申请书」没有设定依据"),
    (FOOD, ("    form: 原件\n", ""), "application:", "没有材料类型"),
    (FOOD, ("    standard: 填写齐全\n", ""), "application:", "没有受理标准"),
    (FOOD, ("    copies: 1\n", ""), "application:", "没有份数"),
    (FOOD, ("    source: 申请人自备\n", ""), "application:", "没有来源渠道"),
    (
        FOOD,
        ("materials: [application]", "materials: [application]\n    shared: [cold_room]"),
        "shared: [cold_room]",
        "没有写共享部门",
    ),
    (
        FOOD,
        (
            "materials:\n  application:",
            f"materials:\n  form_data:\n    name: 申请书\n    shared_from: 公安局\n{_BASIS}  application:",
        ),
        "form_data:",
        "材料「申请书」没有事项用到",
    ),
    (
        FOOD,
        (
            "materials:\n  application:",
            f"shared: [form_data]\nmaterials:\n  form_data:\n    name: 申请书\n    shared_from: 公安局\n{_BASIS}"
            "  application:",
        ),
        "- id: new",
        "由窗口共享核对，又写在申请材料里",
    ),
    (
        FOOD,
        (
            "materials:\n  application:",
            "shared: [form_data]\nmaterials:\n  form_data:\n    name: 登记信息\n    shared_from: 公安局\n  application:",
        ),
        "form_data:",
        "材料「登记信息」没有设定依据",
    ),
    (
        FOOD,
        ("    source: 申请人自备\n", "    source: 申请人自备\n    shared_from: 公安局\n"),
        "- application",
        "不得再向申请人要",
    ),
    (FOOD, ("bases: [《食品安全法》第三十五条]\n", ""), "- id: new", "没有设定依据"),
    (
        FOOD,
        ("legal_limit: {days: 20, basis: [《行政许可法》第四十二条]}", "legal_limit: {days: 20}"),
        "- id: new",
        "法定办结时限没有依据",
    ),
    (FOOD, ("promised_limit: {days: 8}\n", ""), "- id: new", "承诺件没有承诺办结时限"),
    (
        FOOD,
        ("promised_limit: {days: 8}", "promised_limit: {days: 30}"),
        "- id: new",
        "承诺时限30比法定时限20还长",
    ),
    (FOOD, ("free_of_charge: true\n", ""), "- id: new", "没有写是否收费"),
    (FOOD, ("free_of_charge: true\n", "free_of_charge: false\n"), "- id: new", "写了收费，没有写收费项目"),
    (
        FOOD,
        ("free_of_charge: true", "free_of_charge: true\nfees: [{name: 工本费}]"),
        "- id: new",
        "写了不收费，又写了收费项目",
    ),
    (
        FOOD,
        ("free_of_charge: true", "fees: [{name: 工本费, amount: 5}]"),
        "- id: new",
        "收费项目「工本费」没有依据",
    ),
    (FOOD, ("result: {name: 许可证}\n", ""), "- id: new", "没有办理结果"),
    (FOOD, ("    materials: [application]\n", ""), "- id: change", "没有申请材料"),
    (FOOD, ("department: market", "department: nobody"), "- id: new", "没有部门 nobody"),
    (
        FOOD,
        ("    operation: 变更\n", "    operation: 变更\n    joint_with: [nobody]\n"),
        "joint_with",
        "没有部门 nobody",
    ),
    (
        FOOD,
        ("    operation: 变更\n", "    operation: 变更\n    prerequisites: [none.new]\n"),
        "prerequisites",
        "没有前置事项 none.new",
    ),
    (
        FOOD,
        (
            "    operation: 变更\n",
            "    operation: 变更\n    on_spot: {by: 受理窗口, basis: [《食品安全法》第三十五条]}\n",
        ),
        "on_spot",
        "只有即办件可以当场决定",
    ),
    (
        FOOD,
        ("materials: [application]", "materials: [application, application]"),
        "materials: [app",
        "写了两次",
    ),
    (
        FOOD,
        ("materials: [application]", "materials: [application]\n    promise_instead: [letter]"),
        "promise_instead",
        "不在申请材料里",
    ),
    (FOOD, ("when: {cold: yes}", "when: {cold: maybe}"), "asks: [cold", "没有选项 maybe"),
    (FOOD, ("when: {cold: yes}", "when: {agent: self}"), "asks: [cold", "不影响材料、费用或后面的问题"),
    (FOOD, ("asks: [cold, agent]", "asks: [agent]"), "asks: [agent]", "没有在 asks 里问"),
    (
        FOOD,
        ("asks: [cold, agent]", "asks: [{question: cold, when: {agent: self}}, agent]"),
        "asks: [{question",
        "只能用前面的问题",
    ),
    (
        FOOD,
        (
            "asks: [cold, agent]",
            "asks: [agent, {question: cold, when: {all: [{agent: self}, {agent: agent}]}}]",
        ),
        "asks: [agent",
        "都问不到",
    ),
    (FOOD, ("      - {material: letter, when: {agent: agent}}\n", ""), "letter:", "没有事项用到"),
    ("local", ("site: centre", "site: nowhere"), "market:", "没有办事地点 nowhere"),
    ("local", ("departments: [market]", "departments: [nobody]"), "market:", "没有部门 nobody"),
    ("local", ("items: [food]}", "items: [drink]}"), "market:", "没有事项 drink"),
    ("local", ("items: [food]}", "places: [moon]}"), "market:", "没有乡镇 moon"),
    ("local", ("to_department: approval", "to_department: nobody"), "to_department", "没有部门 nobody"),
    ("local", ("{items: [food], from", "{items: [drink], from"), "drink", "没有事项 drink"),
    ("bundles", ("    - food.new", "    - food.old"), "parts:", "没有事项 food.old"),
    ("bundles", ("department: market", "department: nobody"), "department", "没有部门 nobody"),
    ("bundles", ("asks: [agent]", "asks: [ghost]"), "asks", "没有问题 ghost"),
]


class TestRules:
    def test_the_folder_is_right_as_it_stands(self, tmp_path: Path) -> None:
        assert faults(tmp_path) == []

    @pytest.mark.parametrize(
        ("key", "change", "words", "message"), _WRONG, ids=[f"{w[0]}:{w[3]}" for w in _WRONG]
    )
    def test_refused(
        self, tmp_path: Path, key: str, change: tuple[str, str], words: str, message: str
    ) -> None:
        found = faults(tmp_path, **{key: change})
        said = [fault for fault in found if message in fault.message]
        assert said, found
        fault = said[0]
        lines = (tmp_path / fault.file).read_text(encoding="utf-8").splitlines()
        assert fault.line > 0
        assert fault.field
        assert any(words in lines[each.line - 1] for each in said if each.file == fault.file), (said, words)
        assert not re.search(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", fault.message)

    def test_a_bundle_does_not_repeat_the_faults_of_its_items(self, tmp_path: Path) -> None:
        found = faults(tmp_path, items_food=("when: {cold: yes}", "when: {cold: maybe}"))
        assert [fault.file for fault in found if "没有选项 maybe" in fault.message] == ["items/food.yaml"]

    def test_several_at_once(self, tmp_path: Path) -> None:
        change = FILES["items/food.yaml"]
        broken = (
            change.replace(_BASIS, "", 1)
            .replace("result: {name: 许可证}\n", "")
            .replace("name: 专间说明", "name: 其他材料")
        )
        found = faults(tmp_path, items_food=(change, broken), local=("site: centre", "site: nowhere"))
        messages = " ".join(fault.message for fault in found)
        for part in ("没有设定依据", "没有办理结果", "兜底材料", "没有办事地点"):
            assert part in messages
        assert found == sorted(found)


class TestInMemory:
    def test_windows_without_known_lines(self) -> None:
        lost = {"number": "1号", "name": "窗口", "kind": "部门窗口", "site": "nowhere"}
        catalogue = small_catalogue(windows=windows({"lost": lost}))
        found = [fault for fault in check_catalogue(catalogue, {}) if "nowhere" in fault.message]
        assert [(fault.file, fault.field) for fault in found] == [("local.yaml", "windows.lost.site")]
