"""The library's tables for a period: how well people are understood, what they want, what they miss."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.conversations.schemas import Moment
from api.services import Services
from api.supervision import figures
from api.supervision import library_queries as queries
from api.supervision.figure_queries import Period
from knowledge.cases.oversight.figure_table import Column, FigureRow, FigureTable, share
from knowledge.studio.grouping import grouped

CHANNEL_NAMES = {"web": "网页", "wechat": "微信", "rest": "接口"}
MOST_WISHES, MOST_MISSING = 30, 50
WEEK = timedelta(days=7)
_NUMBER = Column("count", "多少", "个")


def weeks_of(period: Period) -> Iterator[Period]:
    """The weeks of a period, from Monday to Sunday, the first and the last cut where it begins and ends."""
    first = period.first
    while first <= period.last:
        last = min(first + timedelta(days=6 - first.weekday()), period.last)
        yield Period(first, last)
        first = last + timedelta(days=1)


async def understood(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Understood, decided alone and right, self-served, handed over."""
    asked = told = served = done = 0
    for _, *counts in await queries.talks_by_channel(session, period):
        asked, told, served, done = (a + b for a, b in zip((asked, told, served, done), counts, strict=True))
    moments: Counter[str] = Counter()
    for (_, moment), count in (await queries.moments_by_channel(session, period)).items():
        moments[moment] += count
    people = await queries.handed_over(session, period)
    right = max(told - moments[Moment.DENIED] - moments[Moment.DOUBTFUL], 0)
    lines: list[tuple[str, int, float | None]] = [
        ("来问的对话", asked, None),
        ("听懂了办什么事", told, share(told, told + moments[Moment.MISSED] + moments[Moment.DENIED])),
        ("自己定的、后来没有被否认", right, share(right, told)),
        ("自己办到告知单", served, share(served, asked)),
        ("自己提交了", done, share(done, asked)),
        ("要人工的", people, share(people, asked)),
        ("没有听懂的话（句）", moments[Moment.MISSED], None),
        ("被否认的（都不是、不对）", moments[Moment.DENIED], None),
        ("又问了一遍的", moments[Moment.REPEATED], None),
        ("拿不准先问的", moments[Moment.DOUBTFUL], None),
    ]
    return FigureTable(
        "understood",
        "听懂没有",
        "一份草稿算一个对话，按开始的日子；没有说到办哪件事的对话没有草稿，所以「听懂」占的是听懂的加没听懂、被否认的。"
        "「后来没有被否认」是听懂的减去被否认的和先问了才定的，占听懂的。别的占来问的。",
        (Column("what", "什么"), _NUMBER, Column("share", "占", "%")),
        tuple(FigureRow(line) for line in lines) if asked or moments else (),
    )


async def weeks(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Week by week and channel by channel."""
    rows = []
    for week in weeks_of(period):
        talks = {channel: counts for channel, *counts in await queries.talks_by_channel(session, week)}
        moments = await queries.moments_by_channel(session, week)
        for channel in sorted({*talks, *(one for one, _ in moments)}):
            asked, told, served, done = talks.get(channel, (0, 0, 0, 0))
            wrong = sum(moments.get((channel, one.value), 0) for one in (Moment.MISSED, Moment.DENIED))
            said = [
                moments.get((channel, one.value), 0)
                for one in (Moment.MISSED, Moment.DENIED, Moment.HANDED_OVER)
            ]
            name = CHANNEL_NAMES.get(channel, channel)
            rows.append(
                FigureRow(
                    (
                        f"{week.first:%m-%d}起 {name}",
                        asked,
                        share(told, told + wrong),
                        share(served, asked),
                        share(done, asked),
                        *said,
                    )
                )
            )
    return FigureTable(
        "weeks",
        "每周、每个渠道",
        "一周从星期一到星期天，头尾按选的日子截。没听懂、否认、转人工按说的那天，一句算一次。",
        (
            Column("week", "哪一周、哪个渠道"), Column("asked", "来问的", "个"), Column("told", "听懂", "%"), Column("served", "到告知单", "%"),
            Column("done", "提交", "%"), Column("missed", "没听懂", "句"), Column("denied", "否认", "句"), Column("people", "转人工", "次"),
        ),
        tuple(rows),
    )  # fmt: skip


async def wishes(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """What people want most, against the time before and the same time of the year before."""
    now = await queries.wishes(session, period)
    length = period.last - period.first + timedelta(days=1)
    before = await queries.wishes(session, Period(period.first - length, period.first - timedelta(days=1)))
    year = await queries.wishes(session, Period(_year_before(period.first), _year_before(period.last)))
    most = sorted(now, key=lambda key: (-now[key][0], key))[:MOST_WISHES]
    return FigureTable(
        "wishes",
        "最多人要办的",
        "前一段是紧挨着的、一样长的一段；去年是去年同一段，看得出是不是到了季节。",
        (
            Column("affair", "事项"), Column("count", "多少", "个"), Column("served", "到告知单", "%"), Column("done", "提交", "%"),
            Column("before", "前一段", "个"), Column("year", "去年同期", "个"),
        ),
        tuple(
            FigureRow(
                (
                    _name(key, services), now[key][0], share(now[key][1], now[key][0]), share(now[key][2], now[key][0]),
                    before.get(key, (0,))[0], year.get(key, (0,))[0],
                )
            )
            for key in most
        ),
    )  # fmt: skip


async def missing(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """What people wanted and did not find, grouped by meaning."""
    said = Counter(await queries.missing(session, period))
    groups = await asyncio.to_thread(grouped, said)
    return FigureTable(
        "missing",
        "没有找到的",
        "没听懂和被否认、还没有人处理的话，意思一样的放在一起；到「大家说了什么」里归。",
        (Column("said", "大家说"), Column("count", "多少", "次"), Column("texts", "几种说法", "种")),
        tuple(FigureRow((one.texts[0], one.count, len(one.texts))) for one in groups[:MOST_MISSING]),
        "这段时间没有没处理的。",
    )


async def unused(session: AsyncSession, period: Period, services: Services) -> FigureTable:
    """Items for which nobody asked, with how many phrasings they have."""
    asked = await queries.wishes(session, period)
    items = services.catalogue.items
    rows = sorted(
        (one for key, one in items.items() if key not in asked), key=lambda one: (-len(one.aliases), one.id)
    )
    return FigureTable(
        "unused",
        "没有人来办的事项",
        "这段时间没有一个对话说到它；说法多而没有人来的，看看是不是被别的事项抢了，或者说法不是大家说的。哪一种说法有没有人说过不记。",
        (Column("item", "事项"), Column("count", "说法", "种")),
        tuple(FigureRow((one.name, len(one.aliases))) for one in rows),
        "每个事项都有人来办。",
    )


def _name(affair: str, services: Services) -> str:
    found = services.catalogue.items.get(affair) or services.catalogue.bundles.get(affair)
    return found.name if found else affair


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


TABLES: dict[str, figures.Maker] = {
    "understood": understood,
    "weeks": weeks,
    "left_off": figures.left_off,
    "wishes": wishes,
    "missing": missing,
    "unused": unused,
}
"""Every table by its code."""
