"""A burst is let through, a flood is not, and whoever waits may send again."""

from __future__ import annotations

import pytest

from bot.channels import pace
from bot.channels.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def three(clock: Clock) -> Pace:
    """Three at once, thirty a minute."""
    return Pace(3, 30, clock)


class TestTake:
    def test_a_burst_is_let_through_and_the_next_one_waits(self, three: Pace) -> None:
        assert [three.take("a") for _ in range(4)] == [0, 0, 0, 2]

    def test_after_waiting_as_long_as_was_said_one_may_come(self, three: Pace, clock: Clock) -> None:
        for _ in range(3):
            three.take("a")
        wait = three.take("a")
        clock.now += wait
        assert three.take("a") == 0
        assert three.take("a") > 0

    def test_asking_too_early_does_not_lengthen_the_wait(self, three: Pace) -> None:
        for _ in range(3):
            three.take("a")
        assert {three.take("a") for _ in range(50)} == {2}

    def test_a_long_pause_gives_no_more_than_a_burst(self, three: Pace, clock: Clock) -> None:
        three.take("a")
        clock.now += 86_400
        assert [three.take("a") for _ in range(4)] == [0, 0, 0, 2]

    def test_others_are_not_slowed(self, three: Pace) -> None:
        for _ in range(10):
            three.take("a")
        assert three.take("b") == 0

    def test_what_is_kept_is_bounded_and_the_busy_are_remembered(
        self, three: Pace, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pace, "MOST_KEPT", 10)
        for number in range(9):
            three.take(f"quiet-{number}")
        clock.now += 60
        for _ in range(3):
            three.take("busy")
        three.take("new")
        assert len(three._left) <= 10
        assert three.take("busy") > 0
