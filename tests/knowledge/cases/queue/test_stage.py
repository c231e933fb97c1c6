"""Groups of the queue, and the pre-check in a word."""

from __future__ import annotations

import pytest

from knowledge.cases.queue.paper_words import precheck_words
from knowledge.cases.queue.stage import STAGE_NAMES, Stage, stage_of
from knowledge.cases.record.state import OPEN, CaseState


def test_every_group_has_a_name_and_a_state() -> None:
    assert set(STAGE_NAMES) == set(Stage) == {stage_of(state) for state in CaseState}


def test_what_has_ended_is_done() -> None:
    assert {stage_of(state) for state in CaseState if state not in OPEN} == {Stage.DONE}


@pytest.mark.parametrize(
    ("files", "waiting", "findings", "words"),
    [
        (0, 0, 0, "没有上传"),
        (3, 0, 0, "通过"),
        (3, 1, 0, "还在看"),
        (3, 0, 2, "2处要看"),
        (3, 1, 2, "2处要看，还在看"),
    ],
)
def test_the_pre_check_in_a_word(files: int, waiting: int, findings: int, words: str) -> None:
    assert precheck_words(files, waiting, findings) == words
