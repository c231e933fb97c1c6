"""How far a text speaks of a matter: the share of the matter's characters that stand in pairs which the text has too.

食品经营许可 has the pairs 食品, 品经, 经营, 营许, 许可. A text with 食品, 经营 and 许可 covers all six characters: 1.0. A text
with 许可 alone covers two of six: 0.33. Pairs are used because words of the law and of the counter differ in length, not in
their pairs; words that every paper bears (申请表, 证明) are left out, so that they cannot carry a citation alone.
"""

from __future__ import annotations

import re

import cn2an

from knowledge.calendar.unit import Unit

_COMMON = re.compile(
    r"申请书|申请表|登记表|备案表|审批表|申报表|申请|证明材料|证明文件|证明|材料|文件|资料|原件|复印件|报告|说明|承诺书|情况|办理|有关|相关"
)
_ASIDE = re.compile(r"[（(][^（）()]*[)）]")
_NOT_CHINESE = re.compile(r"[^㐀-鿿]+")
_UNIT_WORDS = {
    Unit.WORKING_DAY: ("个工作日", "日"),
    Unit.DAY: ("日", "天"),
    Unit.MONTH: ("个月",),
    Unit.HOUR: ("小时", "个小时"),
    Unit.MINUTE: ("分钟",),
}


def overlap(matter: str, text: str) -> float:
    """Share of the matter's characters, 0 to 1, covered by pairs that occur in the text."""
    runs = _runs(_COMMON.sub(" ", _ASIDE.sub(" ", matter))) or _runs(_ASIDE.sub(" ", matter)) or _runs(matter)
    covered = sum(_covered(run, text) for run in runs)
    whole = sum(len(run) for run in runs)
    return round(covered / whole, 2) if whole else 0.0


def _runs(words: str) -> list[str]:
    return [run for run in _NOT_CHINESE.split(words) if len(run) > 1]


def _covered(run: str, text: str) -> int:
    places = {n for n in range(len(run) - 1) if run[n : n + 2] in text}
    return len(places | {n + 1 for n in places})


def names_days(days: int, unit: Unit, text: str) -> bool:
    """Whether the text names this number of days, in Chinese numerals or figures."""
    numerals = {str(days), cn2an.an2cn(days), cn2an.an2cn(days).replace("一十", "十")}
    if days == 2:
        numerals.add("两")
    return any(
        re.search(rf"(?<![\d一二三四五六七八九十百]){numeral}{word}", text)
        for numeral in numerals
        for word in _UNIT_WORDS[unit]
    )
