"""``intake doctor``: each check on something that is right and on something that is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest

from api.platform.settings import Settings
from intake.checkup import (
    calendar,
    catalogue,
    dialogue_model,
    forms,
    integrity,
    local,
    secret,
    sentence_encoder,
)
from intake.datafolder import DataFolder
from intake.localfile import begin, examples, standing
from intake.problems import Problem
from knowledge.embedding.encoder import NONE, PRETRAINED
from tests.intake.conftest import Intake


class TestChecks:
    def test_a_damaged_database(self, tmp_path: Path) -> None:
        file = tmp_path / "intake.db"
        file.write_bytes(b"no database at all" * 500)
        assert integrity(file, Settings(data_dir=tmp_path)).state == "fail"

    def test_no_database_yet(self, tmp_path: Path) -> None:
        assert integrity(tmp_path / "intake.db", Settings(data_dir=tmp_path)).state == "warn"

    def test_a_calendar_that_ends_too_soon_names_the_year(self) -> None:
        finding = calendar(date(2026, 6, 1))
        assert finding.state == "warn"
        assert "2027" in finding.says
        assert calendar(date(2025, 1, 1)).state == "ok"

    def test_a_model_that_was_never_trained(self, tmp_path: Path) -> None:
        assert dialogue_model(tmp_path).state == "warn"

    def test_a_secret_that_others_can_read(self, tmp_path: Path) -> None:
        (tmp_path / "secret.key").write_text("a" * 64)
        (tmp_path / "secret.key").chmod(0o644)
        assert secret(DataFolder(tmp_path), Settings(data_dir=tmp_path)).state == "fail"


class TestSentenceEncoder:
    def test_none_is_fine_and_its_price_is_told(self) -> None:
        finding = sentence_encoder(NONE)
        assert finding.state == "ok"
        assert "听懂的少一些" in finding.says

    def test_a_folder_without_a_model(self, tmp_path: Path) -> None:
        finding = sentence_encoder(str(tmp_path))
        assert finding.state == "fail"
        assert "model.onnx" in finding.says

    def test_a_machine_on_which_the_shipped_one_does_not_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("knowledge.embedding.encoder.encoder_of", lambda setting: None)
        assert sentence_encoder(PRETRAINED).state == "warn"


class TestForms:
    def put(self, folder: Path, name: str, text: str) -> None:
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(folder / f"{name}.docx"))

    def test_none_of_ones_own(self, tmp_path: Path) -> None:
        assert forms(tmp_path / "nowhere").state == "ok"

    def test_good_ones(self, tmp_path: Path) -> None:
        self.put(tmp_path, "申请书", "{{ 姓名 }}")
        assert "1份" in forms(tmp_path).says

    def test_every_faulty_one_is_named(self, tmp_path: Path) -> None:
        self.put(tmp_path, "甲", "{{ 名字 }}{{ 电话 }}")
        self.put(tmp_path, "乙", "{% for x in %}")
        (tmp_path / "丙.docx").write_bytes(b"nothing")
        finding = forms(tmp_path)
        assert finding.state == "fail"
        for part in ("甲.docx", "{{ 名字 }}", "{{ 电话 }}", "乙.docx", "花括号", "丙.docx", "不是能读的"):
            assert part in finding.says


class TestCommand:
    def test_a_fresh_folder_has_warnings_only(self, intake: Intake, tmp_path: Path) -> None:
        outcome = intake("doctor", "--data-dir", tmp_path, "--json")
        report = json.loads(outcome.out)
        assert (outcome.code, report["ok"]) == (0, True)
        assert {check["name"] for check in report["checks"]} >= {"数据库完整", "对话模型", "工作日历", "密钥"}

    def test_a_failure_is_exit_code_one(self, intake: Intake, tmp_path: Path) -> None:
        (tmp_path / "intake.db").write_bytes(b"no database at all" * 500)
        outcome = intake("doctor", "--data-dir", tmp_path)
        assert outcome.code == 1
        assert "备份" in outcome.out
        assert "Traceback" not in outcome.out + outcome.err


class TestLocal:
    """Doctor says whose addresses and phones are in force."""

    def test_the_shipped_example(self, tmp_path: Path) -> None:
        finding = local(Settings(data_dir=tmp_path))
        assert finding.state == "warn"
        assert "随附的示例" in finding.says

    def test_a_copy_that_still_says_that_it_is_an_example(self, tmp_path: Path) -> None:
        begin(tmp_path)
        finding = local(Settings(data_dir=tmp_path))
        assert finding.state == "warn"
        assert str(tmp_path / "local.yaml") in finding.says and "示例" in finding.says

    @pytest.mark.parametrize("centre", list(examples()))
    def test_every_example_can_be_begun_with(self, tmp_path: Path, centre: str) -> None:
        begin(tmp_path, centre)
        found = standing(tmp_path)
        assert (found.faults, found.example) == ((), True)

    def test_an_example_that_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(Problem, match="county、district"):
            begin(tmp_path, "nowhere")

    def test_a_centres_own(self, tmp_path: Path) -> None:
        file = begin(tmp_path)
        text = file.read_text(encoding="utf-8").replace("example: true\n", "").replace("  母婴室:", "  #")
        file.write_text(text, encoding="utf-8")
        finding = local(Settings(data_dir=tmp_path))
        assert finding.state == "ok"
        assert "mother_baby_room（母婴室）" in finding.says

    def test_one_with_a_fault(self, tmp_path: Path) -> None:
        (tmp_path / "local.yaml").write_text("sites: [", encoding="utf-8")
        assert local(Settings(data_dir=tmp_path)).state == "fail"
        assert catalogue(Settings(data_dir=tmp_path)).state == "fail"
