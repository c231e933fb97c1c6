"""The machine's clock is believed while it goes with the time that passes, and after a jump only once somebody says so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from api.platform.clock_guard import ClockGuard
from tests.clocks import MONDAY

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class Running:
    """Seconds since the machine started."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def looked(guard: ClockGuard, running: Running, *steps: tuple[timedelta, timedelta]) -> list[bool]:
    """Whether the clock was believed, at the beginning and after each step of the clock and of real time."""
    now, believed = MONDAY, [guard.look(MONDAY) is None]
    for by_clock, really in steps:
        now += by_clock
        running.now += really.total_seconds()
        believed.append(guard.look(now) is None)
    return believed


class TestWhileRunning:
    def test_minute_by_minute(self, tmp_path: Path) -> None:
        running = Running()
        assert looked(ClockGuard(tmp_path, running), running, *[(MINUTE, MINUTE)] * 5) == [True] * 6

    @pytest.mark.parametrize("jump", [6 * DAY, -DAY, timedelta(hours=2)])
    def test_a_jump_holds_until_it_is_confirmed(self, tmp_path: Path, jump: timedelta) -> None:
        running = Running()
        guard = ClockGuard(tmp_path, running)
        assert looked(guard, running, (MINUTE, MINUTE), (jump, MINUTE), (MINUTE, MINUTE)) == [
            True,
            True,
            False,
            False,
        ]
        now = MONDAY + 2 * MINUTE + jump
        assert ClockGuard(tmp_path).unconfirmed and guard.jump
        ClockGuard(tmp_path).confirm(now)  # the command, in another process
        running.now += 60
        assert guard.look(now + MINUTE) is None and guard.jump is None

    def test_a_correction_by_the_time_service_is_no_jump(self, tmp_path: Path) -> None:
        running = Running()
        assert looked(ClockGuard(tmp_path, running), running, (-5 * MINUTE, MINUTE)) == [True, True]


class TestAcrossARestart:
    @pytest.mark.parametrize(("away", "believed"), [(9 * DAY, True), (46 * DAY, False), (-DAY, False)])
    def test_a_holiday_is_no_jump(self, tmp_path: Path, away: timedelta, believed: bool) -> None:
        ClockGuard(tmp_path, Running()).look(MONDAY)
        assert (ClockGuard(tmp_path, Running()).look(MONDAY + away) is None) is believed

    def test_what_was_held_stays_held(self, tmp_path: Path) -> None:
        ClockGuard(tmp_path, Running()).look(MONDAY)
        ClockGuard(tmp_path, Running()).look(MONDAY - DAY)
        assert ClockGuard(tmp_path, Running()).look(MONDAY + MINUTE) is not None

    def test_a_file_that_was_cut_off_is_as_none(self, tmp_path: Path) -> None:
        (tmp_path / "clock.json").write_text("{")
        assert ClockGuard(tmp_path, Running()).look(MONDAY) is None
