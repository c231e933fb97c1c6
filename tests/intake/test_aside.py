"""Work done aside: its result comes back and so do its faults."""

from __future__ import annotations

import os

import pytest

from bot.training import TrainingFailed
from intake.aside import aside
from intake.problems import Problem


def own_number() -> int:
    return os.getpid()


def fail(sentence: str) -> None:
    raise TrainingFailed(sentence)


def die() -> None:
    os._exit(9)


def test_runs_in_another_process() -> None:
    assert aside(own_number) != os.getpid()


def test_a_fault_comes_back_as_it_was_said() -> None:
    with pytest.raises(TrainingFailed, match="缺少文件"):
        aside(fail, "训练缺少文件")


def test_a_process_ended_from_outside_is_a_sentence() -> None:
    with pytest.raises(Problem, match="内存不够"):
        aside(die)
