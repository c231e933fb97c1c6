"""Adapting Rasa twice is adapting it once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import compat

from rasa.core.actions.action import RemoteAction  # isort: skip
from rasa.shared.core.trackers import DialogueStateTracker  # isort: skip

FILES = sorted(Path(compat.__file__).parent.glob("*.py"))


class TestApply:
    def test_may_be_repeated(self) -> None:
        compat.apply()
        once = (RemoteAction._validate_action_result, DialogueStateTracker.copy)
        compat.apply()
        assert (RemoteAction._validate_action_result, DialogueStateTracker.copy) == once


class TestEachAdaptation:
    @pytest.mark.parametrize(
        "file", [file for file in FILES if file.stem != "__init__"], ids=lambda file: file.stem
    )
    def test_says_why_what_and_how_long_and_has_a_test(self, file: Path) -> None:
        said = file.read_text(encoding="utf-8").split('"""')[1]
        assert "Cause:" in said and "Effect:" in said and "May be removed" in said
        assert "PLACEHOLDER" not in said
        assert (Path(__file__).parent / f"test_{file.stem}.py").is_file()
