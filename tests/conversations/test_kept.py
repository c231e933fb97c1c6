"""The project's own conversations: those marked ``kept`` pass, at every change. The other part: ``test_kept_too.py``."""

from __future__ import annotations

from pathlib import Path

from intake.bench.talk_cases import read_cases
from tests.conversations.kept import FILES, assert_kept


def test_kept_conversations_pass(models: Path, tmp_path: Path, shared_folder: Path) -> None:
    assert_kept(0, models, tmp_path, shared_folder)


class TestFiles:
    def test_every_case_stands_in_the_file_of_its_kind(self) -> None:
        for file in FILES:
            assert {case.kind for case in read_cases([file])} == {file.stem}

    def test_every_case_says_whether_it_is_kept_or_wanted(self) -> None:
        assert [case.id for case in read_cases(FILES) if case.status is None] == []

    def test_no_conversation_is_there_twice(self) -> None:
        turns = [case.turns for case in read_cases(FILES)]
        assert len(turns) == len(set(turns))

    def test_a_check_says_what_the_answer_must_hold_and_not_only_what_it_must_not(self) -> None:
        thin = [
            case.id for case in read_cases(FILES) if not any(c.all or c.any or c.card for c in case.checks)
        ]
        assert thin == []
