"""`bench talk`: what a check takes and refuses, the faults of its files, its figures, and what Ctrl-C leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intake.bench.talk import Played, figures, run
from intake.bench.talk_cases import Case, TalkInputError, answer_of, read_cases
from knowledge.studio.kept_conversation import Check, Replied
from tests.intake.conftest import Intake
from tests.readonce import ReadOnce

CASE = {"id": "a", "kind": "greeting", "turns": ["你好", "谢谢"], "checks": [{"all": ["不客气"]}]}


def written(path: Path, *rows: object) -> Path:
    path.write_text(
        "".join(
            (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows
        ),
        encoding="utf-8",
    )
    return path


def case(**changed: Any) -> dict[str, Any]:
    return {**CASE, **changed}


@pytest.fixture
def trained(models: Path, tmp_path: Path) -> Path:
    """A data folder with trained models and nothing else."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to(models, target_is_directory=True)
    return folder


class TestCheck:
    ANSWER = answer_of(
        [
            {"text": "费用：不收费", "custom": {"kind": "notice"}},
            {"text": "去哪办", "buttons": [{"title": "提交", "payload": "x"}]},
            {"image": "p"},
        ]
    )

    def test_texts_come_before_the_titles_of_buttons(self) -> None:
        assert self.ANSWER.text == "费用：不收费\n去哪办\n提交"
        assert self.ANSWER.cards == {"notice"}

    @pytest.mark.parametrize(
        "check",
        [
            {"all": ["费用", "提交$"]},
            {"any": ["没有这个", "去哪"]},
            {"none": ["收费.去哪"]},
            {"card": ["case", "notice"]},
        ],
        ids=str,
    )
    def test_takes(self, check: dict[str, Any]) -> None:
        assert list(Check(**check).objections(self.ANSWER)) == []

    @pytest.mark.parametrize(
        "check",
        [{"all": ["费用", "没有"]}, {"any": ["没有", "也没有"]}, {"none": ["不收费"]}, {"card": ["case"]}],
        ids=str,
    )
    def test_refuses(self, check: dict[str, Any]) -> None:
        assert len(list(Check(**check).objections(self.ANSWER))) == 1

    def test_looks_at_the_last_turn_unless_another_is_named(self) -> None:
        answers = [Replied("一", frozenset()), Replied("二", frozenset())]
        checks = ({"all": ["二"]}, {"turn": 0, "all": ["一"]}, {"turn": -2, "all": ["一"]})
        assert Case(**case(checks=checks)).objections(answers) == []


class TestFiles:
    def test_reads_the_cases_of_all_files_in_their_order(self, tmp_path: Path) -> None:
        first = written(tmp_path / "1.jsonl", case(id="b"), "", case(id="a", status="wanted"))
        second = written(tmp_path / "2.jsonl", case(id="c", kind="other"))
        assert [one.id for one in read_cases([first, second])] == ["b", "a", "c"]
        assert [one.id for one in read_cases([first, second], "other")] == ["c"]

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            ("{", "不是一行 JSON"),
            (["a"], "应当是一个对象"),
            (case(more=1), "more 没有这一项"),
            ({"id": "a", "kind": "b", "turns": ["c"]}, "checks 缺少"),
            (case(id=5), "id 应当是文字"),
            (case(kind=""), "kind 不能是空的"),
            (case(turns=[]), "turns 不能是空的"),
            (case(turns=["你好", ""]), "turns.1 不能是空的"),
            (case(checks=[]), "checks 不能是空的"),
            (case(checks=[{}]), "至少一项"),
            (case(checks=[{"all": ["("]}]), "正则表达式 ( 写错了"),
            (case(checks=[{"none": []}]), "checks.0.none 不能是空的"),
            (case(checks=[{"turn": 2, "all": ["a"]}]), "没有第2句"),
            (case(checks=[{"turn": True, "all": ["a"]}]), "turn 应当是整数"),
            (case(status="perhaps"), "status 应当是 kept 或 wanted"),
        ],
    )
    def test_names_file_and_line_of_a_fault(self, tmp_path: Path, row: object, said: str) -> None:
        file = written(tmp_path / "talk.jsonl", case(id="good"), row)
        with pytest.raises(TalkInputError) as caught:
            read_cases([file])
        [fault] = caught.value.faults
        assert "talk.jsonl 第2行：" in fault
        assert said in fault

    def test_an_id_is_used_once_in_all_files(self, tmp_path: Path) -> None:
        files = [written(tmp_path / name, CASE) for name in ("1.jsonl", "2.jsonl")]
        with pytest.raises(TalkInputError) as caught:
            read_cases(files)
        assert "2.jsonl 第1行：编号 a 已经有了" in caught.value.faults[0]

    def test_says_that_a_file_is_missing_or_holds_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(TalkInputError) as missing:
            read_cases([tmp_path / "none.jsonl"])
        assert "读不到文件" in missing.value.faults[0]
        with pytest.raises(TalkInputError) as empty:
            read_cases([written(tmp_path / "talk.jsonl", CASE)], "status")
        assert "没有对话是 status 这一类的" in empty.value.faults[0]


class TestFigures:
    def test_counts_by_kind(self) -> None:
        answer = (Replied("好", frozenset()),) * 2
        played = [
            Played(Case(**case(id="a")), answer, (), (1.0, 3.0)),
            Played(Case(**case(id="b")), answer, ("不对",), (2.0, 2.0)),
            Played(Case(**case(id="c", kind="other")), answer, (), (2.0, 9.0)),
        ]
        found = figures(played)
        assert (found["cases"], found["passed"], found["failing"]) == (3, 2, ["b"])
        assert found["kinds"]["greeting"] == {"passed": 1, "cases": 2, "share": 0.5}
        assert found["kinds"]["other"] == {"passed": 1, "cases": 1, "share": 1.0}
        assert (found["p50_ms"], found["p95_ms"]) == (2.0, 9.0)


class TestPlaying:
    def test_a_case_does_not_hear_what_was_said_in_another(self, models: Path, read_once: ReadOnce) -> None:
        begins = case(
            id="1", turns=["机动车驾驶证（补领）"], checks=[{"all": ["驾驶证怎么了"], "card": ["question"]}]
        )
        goes_on = case(id="2", turns=["丢失"], checks=[{"none": ["已记下"]}])
        played = run([Case(**begins), Case(**goes_on)], models, loading=read_once.loading)
        assert [one.passed for one in played] == [True, True]

    def test_stopped_half_way_it_hands_back_what_was_played(self, models: Path, read_once: ReadOnce) -> None:
        def stop(count: int) -> None:
            if count == 2:
                raise KeyboardInterrupt

        played = run([Case(**case(id=str(number))) for number in range(5)], models, stop, read_once.loading)
        assert [one.case.id for one in played] == ["0", "1"]

    def test_the_command_prints_one_object(self, intake: Intake, trained: Path, tmp_path: Path) -> None:
        file = written(tmp_path / "talk.jsonl", CASE, case(id="b", checks=[{"all": ["没有这样的话"]}]))
        ended = intake("bench", "talk", "--cases", file, "--data-dir", trained, "--json")
        found = json.loads(ended.out)
        assert (ended.code, found["cases"], found["passed"], found["failing"]) == (0, 2, 1, ["b"])
        assert not (trained / "intake.db").exists()

    def test_the_command_shows_what_fails(self, intake: Intake, trained: Path, tmp_path: Path) -> None:
        file = written(tmp_path / "talk.jsonl", case(checks=[{"all": ["没有这样的话"]}]))
        ended = intake("bench", "talk", "--cases", file, "--data-dir", trained, "--show-failing")
        assert "您：谢谢" in ended.out
        assert "✗ 「谢谢」的回答应有而没有 /没有这样的话/" in ended.out
        assert ["合计", "0", "1", "0.0%"] in [line.split() for line in ended.out.splitlines()]
