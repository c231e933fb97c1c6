"""The second part of the project's own conversations, a file of its own so that another process can play it."""

from __future__ import annotations

from pathlib import Path

from tests.conversations.kept import PARTS, assert_kept


def test_the_other_kept_conversations_pass(models: Path, tmp_path: Path, shared_folder: Path) -> None:
    assert_kept(1, models, tmp_path, shared_folder)


def test_there_are_no_more_parts() -> None:
    assert PARTS == 2
