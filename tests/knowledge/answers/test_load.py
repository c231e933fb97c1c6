"""Every rule of the answer library, each broken once: file, line, field and one Chinese sentence, all together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.answers.answer import places_in
from knowledge.answers.load import load_answers, read_answers
from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.shipped import CATALOGUE as CATALOGUE
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import read_catalogue

FaultsOf = Callable[..., list[Fault]]
"""Files by name and text to the faults of the folder."""

HEAD = "topic: 设施\nowner: approval\nreview_by: 2027-06-30\nsource: 中心规定\nanswers:\n"

GOOD = """\
  water:
    question: 有没有饮水的地方
    phrasings: [有水喝吗, 哪里接热水, 饮水机在哪, 能倒杯水吗, 有纸杯吗]
    answer: 等候区有饮水机，备有纸杯。找不到请打{中心电话}。
    follow_ups:
      - {says: [那凉水呢], answer: 有温水和热水，请小心烫。}
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    read, _ = read_catalogue(CATALOGUE)
    assert read is not None
    return read


@pytest.fixture
def faults_of(tmp_path: Path, catalogue: Catalogue) -> FaultsOf:
    def read(**files: str) -> list[Fault]:
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return sorted(read_answers(catalogue, tmp_path)[1])

    return read


class TestLoading:
    def test_the_shipped_library_has_no_fault(self, catalogue: Catalogue) -> None:
        assert read_answers(catalogue)[1] == []

    def test_what_stands_at_the_top_counts_for_every_answer(
        self, tmp_path: Path, catalogue: Catalogue
    ) -> None:
        (tmp_path / "a.yaml").write_text(HEAD + GOOD, encoding="utf-8")
        water = load_answers(catalogue, tmp_path).answers["water"]
        assert (water.id, water.topic, water.owner) == ("water", "设施", "approval")

    def test_an_answer_may_have_its_own(self, tmp_path: Path, catalogue: Catalogue) -> None:
        (tmp_path / "a.yaml").write_text(HEAD + GOOD + "    owner: health\n", encoding="utf-8")
        assert load_answers(catalogue, tmp_path).answers["water"].owner == "health"

    def test_a_change_makes_a_new_version(self, tmp_path: Path, catalogue: Catalogue) -> None:
        (tmp_path / "a.yaml").write_text(HEAD + GOOD, encoding="utf-8")
        before = load_answers(catalogue, tmp_path).version
        (tmp_path / "a.yaml").write_text(HEAD + GOOD.replace("热水，", "热水。"), encoding="utf-8")
        assert load_answers(catalogue, tmp_path).version != before

    def test_faults_are_raised_together(self, tmp_path: Path, catalogue: Catalogue) -> None:
        text = HEAD + GOOD.replace(", 有纸杯吗", "").replace("{中心电话}", "{电话}")
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueFaults) as caught:
            load_answers(catalogue, tmp_path)
        assert [fault.field for fault in caught.value.faults] == [
            "answers.water.phrasings",
            "answers.water.answer",
        ]


class TestFaults:
    def test_too_few_phrasings(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace(", 有纸杯吗", ""))
        assert (fault.file, fault.line, fault.field) == ("a.yaml", 8, "answers.water.phrasings")
        assert "只有4种问法，至少要5种" in fault.message

    def test_the_same_phrasing_twice_in_an_answer(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("有纸杯吗", "有水喝吗？"))
        assert (fault.line, fault.field) == (8, "answers.water.phrasings.4")
        assert "「有水喝吗？」已经写在 a.yaml 第8行" in fault.message

    def test_the_same_phrasing_in_two_files(self, faults_of: FaultsOf) -> None:
        other = "  cups:\n    question: 有没有杯子\n    phrasings: [杯子, 纸杯, 一次性杯, 借杯子, 有紙杯嗎]\n    answer: 有。\n"
        (fault,) = faults_of(a=HEAD + GOOD, b=HEAD + other)
        assert (fault.file, fault.line) == ("b.yaml", 8)
        assert "已经写在 a.yaml 第8行" in fault.message

    def test_a_follow_up_may_stand_under_two_answers_but_once_under_one(self, faults_of: FaultsOf) -> None:
        cups = "  cups:\n    question: 杯\n    phrasings: [杯一, 杯二, 杯三, 杯四, 杯五]\n    answer: 有。\n"
        cups += "    follow_ups:\n      - {says: [那凉水呢, 那凉水呢。], answer: 没有。}\n"
        (fault,) = faults_of(a=HEAD + GOOD, b=HEAD + cups)
        assert (fault.file, fault.field) == ("b.yaml", "answers.cups.follow_ups.0.says.1")

    def test_one_id_in_two_files(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD, b=HEAD + GOOD)
        assert (fault.file, fault.message) == ("b.yaml", "编号 water 在 a.yaml 里已经用过")

    def test_too_long_once_filled_in(self, catalogue: Catalogue, faults_of: FaultsOf) -> None:
        said = "水" * 110
        length = len(said) + len(catalogue.sites["centre"].phone) + len("。")
        (fault,) = faults_of(a=HEAD + GOOD.replace("等候区有饮水机，备有纸杯。找不到请打", said))
        assert fault.field == "answers.water.answer"
        assert fault.message == f"填入本中心的信息后有{length}个字，最多120个"

    def test_too_long_a_follow_up(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("有温水和热水", "水" * 120))
        assert (fault.line, fault.field) == (11, "answers.water.follow_ups.0.answer")

    def test_unknown_department(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=(HEAD + GOOD).replace("approval", "magic"))
        assert fault.message == "没有部门 magic"

    def test_unknown_place(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("{中心电话}", "{电话}"))
        assert (
            "没有{电话}这个填空" in fault.message
            and "{中心电话}" in fault.message
            and "{停车}" in fault.message
        )

    def test_a_brace_alone(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("{中心电话}", "{中心电话"))
        assert fault.message == "花括号没有成对"

    @pytest.mark.parametrize("key", ["topic", "owner", "review_by", "source"])
    def test_a_missing_field(self, key: str, faults_of: FaultsOf) -> None:
        head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
        (fault,) = faults_of(a=head + GOOD)
        assert (fault.field, fault.message) == (f"answers.water.{key}", "缺少这一项")

    def test_an_empty_source(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=(HEAD + GOOD).replace("中心规定", "[]"))
        assert "没有来源" in fault.message

    def test_a_source_that_is_none(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=(HEAD + GOOD).replace("中心规定", "领导说的"))
        assert "来源「领导说的」应写成《法律名称》第N条" in fault.message

    @pytest.mark.parametrize("written", ["2027年6月", "2027-13-45"])
    def test_a_date_that_is_none(self, written: str, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=(HEAD + GOOD).replace("2027-06-30", written))
        assert "日期" in fault.message

    def test_local_facts_written_out(self, catalogue: Catalogue, faults_of: FaultsOf) -> None:
        phone = catalogue.sites["centre"].phone
        (fault,) = faults_of(a=HEAD + GOOD.replace("{中心电话}", phone))
        assert fault.message == "写死了中心电话，请改成{中心电话}"

    def test_a_follow_up_that_nobody_says(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("says: [那凉水呢]", "says: []"))
        assert (fault.field, fault.message) == ("answers.water.follow_ups.0.says", "没有写追问的说法")

    def test_a_shout(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("请小心烫。", "请小心烫！"))
        assert fault.message == "不用感叹号"

    @pytest.mark.parametrize("old", ["有纸杯吗", "那凉水呢"])
    def test_a_phrasing_without_words(self, old: str, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace(old, '"？"'))
        assert fault.message == "没有写内容"

    def test_a_misspelt_field(self, faults_of: FaultsOf) -> None:
        faults = faults_of(a="topics: x\n" + HEAD + GOOD + "    anwser: 有。\n")
        assert {fault.field for fault in faults} == {"topics", "answers.water.anwser"}
        assert {fault.message for fault in faults} == {"没有这个字段，请检查拼写"}

    def test_a_number_where_words_belong(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + GOOD.replace("有纸杯吗", "12345"))
        assert (fault.field, fault.message) == ("answers.water.phrasings.4", "应是文字")

    def test_a_file_without_answers(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a="topic: 设施\n")
        assert "缺少 answers" in fault.message

    def test_an_answer_that_is_a_sentence(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of(a=HEAD + "  water: 有水\n")
        assert fault.message == "应写 question、phrasings、answer"

    def test_an_empty_folder(self, faults_of: FaultsOf) -> None:
        (fault,) = faults_of()
        assert "没有问答文件" in fault.message

    def test_a_file_that_is_no_yaml_does_not_hide_the_others(self, faults_of: FaultsOf) -> None:
        faults = faults_of(a="answers: [", b=HEAD + GOOD.replace("{中心电话}", "{电话}"))
        assert [fault.file for fault in faults] == ["a.yaml", "b.yaml"]

    def test_a_centre_without_unified_window(self, tmp_path: Path, catalogue: Catalogue) -> None:
        (tmp_path / "a.yaml").write_text(HEAD + GOOD, encoding="utf-8")
        (fault,) = read_answers(Catalogue({}, {}, {}, catalogue.departments), tmp_path)[1]
        assert (fault.file, fault.message) == ("local.yaml", "没有综合窗口，不知道哪一处是中心")


class TestWhatTheCentreHasNot:
    """Answers on what a centre does not have are left out, and named: it need not change the shipped files."""

    def test_a_kind_of_window(self, catalogue: Catalogue) -> None:
        windows = {key: window for key, window in catalogue.windows.items() if key != "tobacco"}
        library, faults = read_answers(replace(catalogue, windows=windows))
        assert faults == []
        assert library.left_out == {"temporary_windows": ("临时窗口",)}
        assert "temporary_windows" not in library.answers

    def test_a_fact(self, catalogue: Catalogue) -> None:
        facts = {key: fact for key, fact in catalogue.facts.items() if key not in ("母婴室", "证件照")}
        library, faults = read_answers(replace(catalogue, facts=facts))
        assert faults == []
        assert library.left_out == {"mother_baby_room": ("母婴室",), "id_photo": ("证件照",)}

    def test_the_shipped_example_has_everything_and_nothing_else(self, catalogue: Catalogue) -> None:
        library = load_answers(catalogue)
        spoken_of = {
            name for one in library.answers.values() for text in one.texts() for name in places_in(text)
        }
        assert library.left_out == {}
        assert set(catalogue.facts) <= spoken_of
