"""A small catalogue of our own writing, and a matcher trained on it once."""

from __future__ import annotations

import pytest

from knowledge.matching import Entry, Matcher

OBJECTS = {
    "食品经营许可": ("开饭馆", "卖吃的的证"),
    "公共场所卫生许可": ("理发店卫生证",),
    "营业执照": ("开公司的执照", "工商执照"),
    "道路运输证": ("货车营运证",),
    "护士执业注册": ("护士证",),
    "医疗机构执业许可": ("开诊所",),
    "残疾人证": ("残疾证",),
    "取水许可": ("打井的证",),
    "娱乐场所经营许可": ("开KTV", "歌厅的许可"),
    "导游证": ("带团的证",),
}
OPERATIONS = {
    "新办": ("办理{}", "第一次办{}"),
    "变更": ("{}改名字", "{}变一下"),
    "延续": ("{}快到期了", "{}续期"),
    "补办": ("{}丢了", "{}弄丢了要补"),
    "注销": ("{}不要了", "取消{}"),
}


def entry_id(thing: str, operation: str) -> str:
    """Id of an entry of the small catalogue."""
    return f"{thing}/{operation}"


def entries() -> list[Entry]:
    """Fifty entries: ten things, five operations, each with a few phrasings."""
    return [
        Entry(
            entry_id(thing, operation),
            f"{thing}({operation})",
            tuple(pattern.format(spoken) for spoken in (thing, *aliases) for pattern in patterns),
            operation,
        )
        for thing, aliases in OBJECTS.items()
        for operation, patterns in OPERATIONS.items()
    ]


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return Matcher.train(entries())
