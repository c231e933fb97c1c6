"""Dates as screens show them: 2026年12月1日（星期二）."""

from __future__ import annotations

from datetime import date, datetime

WEEKDAYS = "一二三四五六日"


def day_text(day: date) -> str:
    """``2026年12月1日（星期二）``."""
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


def moment_text(at: datetime) -> str:
    """``11月25日 9:05``, for lines of a timeline."""
    return f"{at.month}月{at.day}日 {at.hour}:{at.minute:02d}"
