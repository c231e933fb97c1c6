"""The habits that CONTRIBUTING.md asks for, where a machine can check them: hooks, recipes and commit subjects."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / ".ci" / "commit_subject.py"

faults = runpy.run_path(str(SCRIPT))["faults"]


class TestCommitSubject:
    @pytest.mark.parametrize(
        "message",
        [
            "Sweep: one statement for cases without news\n\nIt took a second for every thousand.\n",
            "x" * 72,
            "Merge branch 'acts' into main, with a subject that git has written and that may be longer than it\n",
            "# a comment of git\nPage: times of day\n",
        ],
    )
    def test_good_ones_pass(self, message: str) -> None:
        assert not faults(message)

    @pytest.mark.parametrize(
        ("message", "fault"),
        [
            ("x" * 73, "73 characters"),
            ("", "empty"),
            ("# only a comment\n", "empty"),
            ("Page: times of day.\n", "full stop"),
            ("Page: times of day\nare written alike\n", "second line"),
        ],
    )
    def test_bad_ones_are_named(self, message: str, fault: str) -> None:
        assert [one for one in faults(message) if fault in one]

    def test_every_fault_is_named_at_once(self) -> None:
        assert len(faults("x" * 80 + ".\nand on")) == 3


class TestHooks:
    def test_nothing_is_fetched_and_all_run_the_environment_of_the_project(self) -> None:
        config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
        assert {repo["repo"] for repo in config["repos"]} == {"local"}
        hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
        assert all(hook["language"] == "system" and hook["entry"].startswith("uv run ") for hook in hooks)
        assert {"format", "lint", "types", "layers", "subject"} == {hook["id"] for hook in hooks}


class TestLicence:
    def test_the_text_and_the_metadata_name_the_same_licence(self) -> None:
        text = (ROOT / "LICENSE").read_text(encoding="utf-8")
        assert "Apache License" in text and "END OF TERMS AND CONDITIONS" in text
        assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
