"""A catalogue folder is read whole, or every fault is said with file, line and field in Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.catalogue.condition import Is
from knowledge.catalogue.load import folder_version, load_catalogue, read_catalogue
from tests.knowledge.folders import FILES, faults, written

FOOD = "items_food"
_CODE_WORDS = re.compile(r"[a-z_]+(?:\.[a-z_]+)*|YAML|UTF-8|when|material|question")


class TestLoad:
    def test_the_shipped_catalogue(self) -> None:
        assert len(load_catalogue().items) > 50

    def test_short_names_own_before_common(self, tmp_path: Path) -> None:
        catalogue = load_catalogue(written(tmp_path))
        item = catalogue.items["food.new"]
        assert [asked.question for asked in item.asks] == ["food.cold", "agent"]
        assert [need.material for need in item.materials] == ["food.application", "food.cold_room", "letter"]
        assert item.materials[1].when == Is(question="food.cold", values=("yes",))
        assert item.promise_instead == ("food.cold_room",)

    def test_defaults_of_the_file(self, tmp_path: Path) -> None:
        catalogue = load_catalogue(written(tmp_path))
        assert {item.department for item in catalogue.items.values()} == {"market"}
        assert catalogue.items["food.change"].main_name == "食品经营许可"

    def test_a_bare_yes_is_a_word(self, tmp_path: Path) -> None:
        assert set(load_catalogue(written(tmp_path)).questions["food.cold"].options) == {"yes", "no"}

    def test_bundle(self, tmp_path: Path) -> None:
        catalogue = load_catalogue(written(tmp_path))
        affair = catalogue.affair("shop")
        assert affair is not None
        assert [asked.question for asked in affair.asks] == ["agent", "food.cold"]
        assert affair.parts[1].when == Is(question="agent", values=("self",))

    def test_a_byte_order_mark_and_windows_line_ends(self, tmp_path: Path) -> None:
        written(tmp_path)
        path = tmp_path / "items" / "food.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        assert "food.new" in load_catalogue(tmp_path).items

    def test_transfers_may_be_left_empty(self, tmp_path: Path) -> None:
        text = FILES["local.yaml"]
        change = (text[text.index("transfers:") :], "transfers:\n")
        assert load_catalogue(written(tmp_path, local=change)).transfers == ()

    def test_all_faults_are_raised_together(self, tmp_path: Path) -> None:
        written(tmp_path, items_food=("days: 20,", "days: 很久,"), bundles=("food.new", "food.old"))
        (tmp_path / "departments.yaml").write_text("market: {nam: 局}\n", encoding="utf-8")
        with pytest.raises(CatalogueFaults) as raised:
            load_catalogue(tmp_path)
        files = {fault.file for fault in raised.value.faults}
        assert {"departments.yaml", "items/food.yaml"} <= files
        assert f"{len(raised.value.faults)} 处错误" in str(raised.value)


class TestVersion:
    def test_changes_with_any_file(self, tmp_path: Path) -> None:
        before = folder_version(written(tmp_path))
        assert folder_version(written(tmp_path)) == before
        assert folder_version(written(tmp_path, departments=("short: 审批局", "short: 审批"))) != before
        assert re.fullmatch(r"[0-9a-f]{12}", folder_version(SHIPPED))


_WRONG: list[tuple[str, tuple[str, str], str, str, str]] = [
    (FOOD, ("days: 20,", "days: 很久,"), "legal_limit", "legal_limit.days", "应是整数"),
    (FOOD, ("operation: 新办", "oparation: 新办"), "oparation", "items.0.oparation", "没有这个字段"),
    (FOOD, ("    operation: 变更\n", ""), "- id: change", "items.1.operation", "缺少这一项"),
    (FOOD, ("type: 行政许可", "type: 许可"), "type: 许可", "type", "只能是"),
    (
        FOOD,
        ("asks: [cold, agent]", "asks: [cold, agnet]"),
        "agnet",
        "items.0.asks.1",
        "没有名为「agnet」的问题",
    ),
    (
        FOOD,
        ("      - application\n", "      - aplication\n"),
        "aplication",
        "items.0.materials.0",
        "没有名为「aplication」的材料",
    ),
    (
        FOOD,
        ("when: {cold: yes}", "when: {cool: yes}"),
        "cool",
        "items.0.materials.1.when",
        "没有名为「cool」的问题",
    ),
    (FOOD, ("when: {cold: yes}", "when: yes"), "when: yes", "items.0.materials.1.when", "条件应写成"),
    (FOOD, ("asks: [cold, agent]", "asks: cold"), "asks: cold", "items.0.asks", "应是列表"),
    (FOOD, ("asks: [cold, agent]", "asks: [3, agent]"), "asks: [3", "items.0.asks.0", "应写名称"),
    (FOOD, ("      - application\n", "      -\n"), "      -", "items.0.materials.0", "应写名称"),
    (
        FOOD,
        ("materials: [application]", "materials: application"),
        "materials: application",
        "items.1.materials",
        "应是列表",
    ),
    (
        FOOD,
        ("promise_instead: [cold_room]", "promise_instead: [x]"),
        "promise_instead",
        "items.0.promise_instead.0",
        "没有名为「x」的材料",
    ),
    (
        FOOD,
        ("《食品安全法》第三十五条]\nfree", "食品安全法第35条]\nfree"),
        "食品安全法第35条",
        "bases.0",
        "应写成《法律名称》",
    ),
    (FOOD, ("    form: 原件\n", "    form: 正本\n"), "form: 正本", "materials.application.form", "只能是"),
    (
        FOOD,
        ("    copies: 1\n", "    copies: 100\n"),
        "copies: 100",
        "materials.application.copies",
        "不能大于20",
    ),
    (FOOD, ("    why: 要多交说明\n", ""), "cold:", "questions.cold.why", "缺少这一项"),
    (FOOD, ("free_of_charge: true", "free_of_charge: 免费"), "免费", "free_of_charge", "true 或 false"),
    (FOOD, ("id: food\n", ""), "name: 食品经营许可", "id", "缺少 id"),
    ("common", ("      self: {label: 本人办理}\n", ""), "options:", "questions.agent.options", "至少2项"),
    ("common", ("    name: 授权委托书\n", "    name: 29\n"), "name: 29", "materials.letter.name", "应是文字"),
    ("local", ('opens: "09:00"', "opens: 13:00"), "opens", "sites.centre.hours.0.opens", "时间要加引号"),
    (
        "local",
        ("days: [1, 2, 3, 4, 5]", "days: [0]"),
        "days",
        "sites.centre.hours.0.days.0",
        "不能小于1",
    ),
    (
        FOOD,
        ("asks: [cold, agent]", "asks: [cold, agent]\n    shared: [nothing]"),
        "shared:",
        "items.0.shared.0",
        "没有名为「nothing」的材料",
    ),
    (
        FOOD,
        ("asks: [cold, agent]", "asks: [cold, agent]\n    shared: nothing"),
        "shared:",
        "items.0.shared",
        "应是列表",
    ),
    (
        FOOD,
        ("result: {name: 许可证}", "result: {name: 许可证}\nsteps: [{name: 提交, who: 申请人, days: 三天}]"),
        "steps:",
        "steps.0.days",
        "应是数字",
    ),
    (
        "common",
        ("      self: {label: 本人办理}\n", "".join(f"      o{n}: {{label: 选{n}}}\n" for n in range(9))),
        "options:",
        "questions.agent.options",
        "最多8项",
    ),
    ("local", ('opens: "09:00"', "opens: 九点"), "opens", "sites.centre.hours.0.opens", "时间应写成"),
    (
        "local",
        ('closes: "17:00"', 'closes: "08:00"'),
        "days:",
        "sites.centre.hours.0",
        "开门时间应早于关门时间",
    ),
    ("local", ("kind: 部门窗口", "kind: 窗口"), "kind: 窗口", "windows.market.kind", "只能是"),
    (
        "local",
        ("effective: 2026-12-01", "effective: 十二月"),
        "effective",
        "transfers.0.effective",
        "应写成 2026-11-23 这样的日期",
    ),
    ("local", ("  hexi: {name: 河西镇}", "  - hexi"), "places:", "places", "应是「名称: 内容」的形式"),
    ("bundles", ("  name: 开店一件事\n", ""), "shop:", "shop.name", "缺少这一项"),
    ("bundles", ("when: {agent: self}", "when: [agent]"), "when: [agent]", "shop.parts.1.when", "条件应写成"),
    ("departments", ("short: 市场监管", "shrt: 市场监管"), "market:", "market.short", "缺少这一项"),
]


class TestFaults:
    @pytest.mark.parametrize(
        ("key", "change", "words", "field", "message"), _WRONG, ids=[f"{w[3]}:{w[4]}" for w in _WRONG]
    )
    def test_file_line_and_field(
        self, tmp_path: Path, key: str, change: tuple[str, str], words: str, field: str, message: str
    ) -> None:
        found = faults(tmp_path, **{key: change})
        name = {"items_food": "items/food.yaml"}.get(key, f"{key}.yaml")
        text = (tmp_path / name).read_text(encoding="utf-8")
        said = [fault for fault in found if message in fault.message]
        assert said, found
        assert (said[0].file, said[0].field) == (name, field)
        assert words in text.splitlines()[said[0].line - 1]

    @pytest.mark.parametrize(("key", "change"), [(w[0], w[1]) for w in _WRONG])
    def test_in_chinese(self, tmp_path: Path, key: str, change: tuple[str, str]) -> None:
        for fault in faults(tmp_path, **{key: change}):
            assert re.search(r"[\u4e00-\u9fff]{2}", fault.message), fault
            assert not re.search(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", fault.message), fault
            assert str(fault).startswith(f"{fault.file}:{fault.line}")


class TestUnreadable:
    @pytest.mark.parametrize(
        ("content", "line", "message"),
        [
            ("id: food\nname: 食品店\n".encode("gbk"), 0, "不是 UTF-8 编码"),
            ("id: food\n\tname: 食品\n".encode(), 2, "制表符"),
            ("id: food\nname: 甲: 乙\n".encode(), 2, "多了一个冒号"),
            ('id: food\nname: "甲\n'.encode(), 3, "引号没有成对"),
            (b"id: food\nitems: [a, b\n", 3, "YAML 写法有误"),
            (b"id: food\nid: drink\n", 2, "同一处写了两次"),
            (b"id: food\nday: 2026-13-45\n", 2, "有一个日期不存在"),
            (b"id: !!python/name:os.system x\n", 1, "不能用 ! 开头的写法"),
            (b"id: *nobody\n", 1, "没有定义过的引用"),
            (b"a: &x [*x]\n", 0, "绕成了圈"),
            (b"id: food\n---\nid: drink\n", 2, "一个文件只写一份"),
            (b"? [a, b]\n: c\n", 1, "字段名应是文字"),
            (b"", 0, "文件是空的"),
            (b"# nothing\n", 0, "文件是空的"),
            ("- 食品\n- 药品\n".encode(), 1, "应是「字段: 内容」的形式"),
        ],
    )
    def test_said_with_its_line(self, tmp_path: Path, content: bytes, line: int, message: str) -> None:
        written(tmp_path)
        (tmp_path / "items" / "bad.yaml").write_bytes(content)
        catalogue, found = read_catalogue(tmp_path)
        assert catalogue is None
        assert [(fault.file, fault.line) for fault in found] == [("items/bad.yaml", line)]
        assert message in found[0].message
        assert not re.search(r"[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", found[0].message)

    def test_a_field_shared_by_all_items_is_said_once(self, tmp_path: Path) -> None:
        found = faults(tmp_path, items_food=("type: 行政许可", "type: 许可"))
        assert [fault.field for fault in found if "只能是" in fault.message] == ["type"]

    def test_missing_files(self, tmp_path: Path) -> None:
        catalogue, found = read_catalogue(tmp_path)
        assert catalogue is None
        assert found == [
            Fault(name, 0, "-", "缺少这个文件")
            for name in ("common.yaml", "departments.yaml", "bundles.yaml", "local.yaml")
        ]

    def test_a_file_that_would_be_passed_over(self, tmp_path: Path) -> None:
        written(tmp_path)
        (tmp_path / "items" / "drink.yml").write_text("id: drink\n", encoding="utf-8")
        assert "文件名应以 .yaml 结尾" in read_catalogue(tmp_path)[1][0].message

    def test_two_files_of_one_main_item(self, tmp_path: Path) -> None:
        written(tmp_path)
        copy = FILES["items/food.yaml"]
        (tmp_path / "items" / "more.yaml").write_text(copy, encoding="utf-8")
        messages = [fault.message for fault in read_catalogue(tmp_path)[1]]
        assert "主项编号 food 已在 items/food.yaml 用过" in messages

    @pytest.mark.parametrize(
        "content",
        ["3", "text", "[1]", "{a: 1}", "{id: 1, name: 2, items: 3}", "{id: a, name: b, items: [1, null]}"],
    )
    @pytest.mark.parametrize("name", [*FILES, "items/new.yaml"])
    def test_nonsense_is_a_fault_and_no_crash(self, tmp_path: Path, content: str, name: str) -> None:
        written(tmp_path)
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert read_catalogue(tmp_path)[1]
