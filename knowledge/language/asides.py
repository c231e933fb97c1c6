"""Two things said at any time: that something is put off, and that what was said is to be said again."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("asides.yaml")
_SAYS_AGAIN = re.compile(
    r"我(?:就|都|已经|只)*再(?:跟你|给你)?[说讲](?:一遍|一次)|再[说讲](?:一遍|一次)[,，:：](?=.{4})"
)
_PAYS = re.compile(r"(?:医保|社保|保险|费|税|钱|罚款|公积金|养老金?|保)[^,。]{0,4}(?:咋个?|怎么|怎样|如何)交")
"""新生儿医保咋个交 asks how money is paid."""
_LOOKS_AT_PAPERS = re.compile(
    r"(?:我?[先再]?(?:想|要)?)?(?:看看?|查看?|瞅瞅?|瞧瞧?)(?:一下|下)?(?:要带的|要交的|需要的|全部|所有)?(?:材料|资料|清单|告知单)+(?:吧|呗)?"
)


def puts_off(text: str) -> bool:
    """Whether what was asked is to wait: 还没想好，等会儿再提交."""
    return _has("puts_off", text)


def wants_it_again(text: str) -> bool:
    """Whether what was said is to be said again: 再说一遍, 我没记住; who says himself again what he said wants nothing: 我再说一遍,是租的."""
    return _has("it_again", _SAYS_AGAIN.sub("", text))


def wants_the_papers_again(text: str) -> bool:
    """Whether it is the papers that are to be shown, again or at last: 材料再说一遍, 看材料."""
    return bool(_LOOKS_AT_PAPERS.fullmatch(text)) or (wants_it_again(text) and _has("of_what", text))


def asks_how_to_submit(text: str) -> bool:
    """Whether it is asked how the application is handed in: 咋提交啊."""
    return _has("how_to_submit", _PAYS.sub("", text))


def _has(group: str, text: str) -> bool:
    return _groups()[group].search(text) is not None


@cache
def _groups() -> dict[str, re.Pattern[str]]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: re.compile("|".join(map(re.escape, words))) for name, words in entries.items()}
