"""Days that lie behind."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.language.past_day import past_day_said

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("上个月8号受的伤", date(2026, 10, 8)),
        ("孩子11月3号生的", date(2026, 11, 3)),
        ("十一月三号生的", date(2026, 11, 3)),
        ("我9月30号离职的", date(2026, 9, 30)),
        ("12月5号走的", date(2025, 12, 5)),
        ("去年3月2日", date(2025, 3, 2)),
        ("2024年2月29日", date(2024, 2, 29)),
        ("8号摔的", date(2026, 11, 8)),
        ("前天", date(2026, 11, 28)),
        ("上周五", date(2026, 11, 27)),
        ("上上周三", date(2026, 11, 18)),
        ("十天前", date(2026, 11, 20)),
        ("两个星期以前", date(2026, 11, 16)),
    ],
)
def test_the_last_one_is_meant(text: str, day: date) -> None:
    assert past_day_said(text, MONDAY) == day


@pytest.mark.parametrize("text", ["3号线", "2月30号", "多久能办好", "本周日"])
def test_no_day_that_lies_behind(text: str) -> None:
    assert past_day_said(text, MONDAY) is None
