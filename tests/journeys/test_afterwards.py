"""After the decision, in talk: a rating in three messages, a complaint that goes around those it is about."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import performance, repository
from api.complaints.models import ComplaintRow
from api.platform.clock import Clock
from api.platform.database import Database
from api.platform.security import open_vault
from api.ratings.models import RatingRow
from api.services import Services
from intake.datafolder import DataFolder
from intake.prepare import api_settings, read_catalogue
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.cases.acts.attempt import Attempt
from tests.api.afterwards import GRANTED, TO_THE_END
from tests.journeys.talking import Talk
from tests.journeys.test_restaurant import APPLICANT, submitted

pytestmark = pytest.mark.anyio


async def ended(folder: DataFolder, clock: Clock, number: str) -> None:
    """Bring the case to its end, as the staff would."""
    database = Database(api_settings(folder).url)
    catalogue = await database.read(read_catalogue)
    parts = SimpleNamespace(
        catalogue=catalogue,
        calendar=load_calendar(),
        now=clock,
        clock_guard=SimpleNamespace(jump=None),
        vault=open_vault(api_settings(folder)),
    )
    services = cast(Services, parts)
    for name, role, actor, data in (*GRANTED[:2], *TO_THE_END):
        attempt = Attempt(name, role, actor, clock(), data)

        async def work(session: AsyncSession, attempt: Attempt = attempt) -> Any:
            case = await repository.by_number(session, number)
            assert case is not None
            return await performance.act(session, case, attempt, services)

        await database.transact(work)
    await database.close()


class TestRate:
    async def test_three_messages(
        self, talk: Talk, installed: tuple[DataFolder, object], clock: Clock
    ) -> None:
        number = await submitted(talk)
        assert "还没有办完" in await rate(talk, number)
        await ended(installed[0], clock, number)
        assert "请说「评价」" in await talk.say(f"查一下{number} 尾号{APPLICANT.phone_tail}")
        asked = await rate(talk, number)
        assert "满意吗" in asked and "1 非常满意" in asked and "5 非常不满意" in asked
        assert "请从1到5里选一个" in await talk.say("紫色")
        reasons = await talk.say("4")
        assert "没有一次说清" in reasons
        done = await talk.say(f"窗口的人让我跑了三趟，打我电话{APPLICANT.phone}也没人管")
        assert "有人核实" in done and APPLICANT.phone not in done
        database = Database(api_settings(installed[0]).url)
        rows = (
            await database.read(
                lambda session: session.scalars(select(RatingRow).where(RatingRow.case_number == number))
            )
        ).all()
        await database.close()
        assert [(row.grade, APPLICANT.phone in row.text) for row in rows] == [(4, False)]
        assert "正在处理" in await rate(talk, number)


async def rate(talk: Talk, number: str) -> str:
    reply = await talk.say("我要评价")
    if "后4位" in reply:
        return await talk.say(f"{number} 尾号{APPLICANT.phone_tail}")
    return reply


class TestComplain:
    async def test_number_text_and_who_handles_it(
        self, talk: Talk, installed: tuple[DataFolder, object]
    ) -> None:
        number = await submitted(talk)
        asked = await talk.say("我要投诉")
        assert "投诉由监督人员处理" in asked and number in asked and "说清发生了什么" in asked
        done = await talk.say("窗口王师傅态度很差，材料要了两次，我的电话是13900001111")
        found = re.search(r"编号(TS\d{8}-\d{4})", done)
        assert found and "前答复您" in done
        database = Database(api_settings(installed[0]).url)
        row = await database.read(lambda session: session.get(ComplaintRow, found[1]))
        await database.close()
        assert row is not None and "材料要了两次" in row.text and "13900001111" not in row.text

    async def test_without_a_number_it_says_where_to_turn(self, talk: Talk) -> None:
        reply = await talk.say("我要投诉")
        assert "12345" in reply and "编号和预留手机号后4位" in reply

    async def test_given_up(self, talk: Talk) -> None:
        await submitted(talk)
        await talk.say("我要投诉")
        assert "没有提交投诉" in await talk.say("不投诉了")

    async def test_a_picture_is_no_complaint(self, talk: Talk) -> None:
        await submitted(talk)
        await talk.say("我要投诉")
        assert "投诉要用文字说" in await talk.say("[图片]")
        assert "没有提交投诉" in await talk.say("不投诉了")

    async def test_a_wrong_second_factor_gets_no_further(self, talk: Talk, other: Talk) -> None:
        number = await submitted(talk)
        await other.say("我要投诉")
        assert "没有查到" in await other.say(f"{number} 尾号0000")
