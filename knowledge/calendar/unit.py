"""Units in which time limits are counted (时限单位)."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """时限单位."""

    WORKING_DAY = "工作日"
    DAY = "自然日"
    MONTH = "月"
    HOUR = "小时"
    MINUTE = "分钟"
