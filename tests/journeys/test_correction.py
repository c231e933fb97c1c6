"""Between submission and decision, in talk: what the window asks for, and what happened to the case."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import performance, repository
from api.platform.clock import Clock
from api.platform.database import Database
from api.platform.security import open_vault
from api.services import Services
from intake.datafolder import DataFolder
from intake.prepare import api_settings, read_catalogue
from knowledge.base.roles import Role
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.cases.acts.attempt import Attempt
from tests.journeys.talking import Talk
from tests.journeys.test_restaurant import APPLICANT, submitted

pytestmark = pytest.mark.anyio


async def window_does(folder: DataFolder, clock: Clock, number: str, act: str, **data: Any) -> None:
    """An act of the window clerk on a case."""
    database = Database(api_settings(folder).url)
    catalogue = await database.read(read_catalogue)
    parts = SimpleNamespace(
        catalogue=catalogue,
        calendar=load_calendar(),
        now=clock,
        clock_guard=SimpleNamespace(jump=None),
        vault=open_vault(api_settings(folder)),
    )
    attempt = Attempt(act, Role.WINDOW, "clerk", clock(), data)

    async def work(session: AsyncSession) -> Any:
        case = await repository.to_act_on(session, number)
        assert case is not None
        return await performance.act(session, case, attempt, cast(Services, parts))

    await database.transact(work)
    await database.close()


class TestStatus:
    async def test_says_what_is_to_be_corrected_and_why_it_ended(
        self, talk: Talk, installed: tuple[DataFolder, object], clock: Clock
    ) -> None:
        folder = installed[0]
        number = await submitted(talk)
        await window_does(folder, clock, number, "receive")
        point = {"material": "form", "name": "申请书", "what": "第2页没有签名"}
        await window_does(folder, clock, number, "request_correction", points=[point])
        asked = f"查一下{number} 尾号{APPLICANT.phone_tail}"
        said = await talk.say(asked)
        assert "补正中" in said and "1. 申请书：第2页没有签名" in said
        await window_does(folder, clock, number, "correct", materials=["form"])
        await window_does(
            folder,
            clock,
            number,
            "refuse",
            ground="other_body",
            reason="应由市里办理。",
            authority="市市场监督管理局",
        )
        said = await talk.say(asked)
        assert "不予受理" in said and "请向市市场监督管理局申请" in said and "行政复议" in said
