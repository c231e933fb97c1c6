"""Emergencies typed into a service chat: answered with the number to call, before anything else is looked at."""

from __future__ import annotations

import re
from enum import StrEnum


class Urgency(StrEnum):
    """What kind of help is needed."""

    POLICE = "police"
    FRAUD = "fraud"
    FIRE = "fire"
    MEDICAL = "medical"
    CRISIS = "crisis"


_SIGNS: tuple[tuple[Urgency, re.Pattern[str]], ...] = (
    (
        Urgency.CRISIS,
        re.compile(
            r"(?:我|她|他|孩子|老婆|老公)?(?:想死|不想活|活不下去|活着没意思|要自杀|想自杀|跳楼|割腕|轻生|寻短见)"
        ),
    ),
    (Urgency.FIRE, re.compile(r"着火|起火|失火|火灾了|冒烟了|煤气泄漏|燃气泄漏")),
    (
        Urgency.MEDICAL,
        re.compile(r"晕倒|昏迷|没有?呼吸|大出血|流血不止|心脏病(?:发|犯)|喘不上气|叫救护车|急救"),
    ),
    (
        Urgency.FRAUD,
        re.compile(
            r"被(?:人|他|她|网上的人|电信|中介)?(?:诈骗|骗)(?:了|走|光|钱|\d)|(?:遇到|碰到|遭遇)(?:了)?(?:诈骗|骗子)|上当受骗|骗子(?:骗|把|让我)|骗了我"
        ),
    ),
    (
        Urgency.POLICE,
        re.compile(
            r"^报警|我要报警|帮我报警|有人(?:打我|砍人|抢劫|持刀|跟踪)|被(?:抢|打|绑架|拐)了|家暴|打起来了|救命"
        ),
    ),
)
_ABOUT_PAPERS = re.compile(r"证|许可|检查|备案|培训|演练|怎么办理|手续|注销|赔偿|认定|保护令")


def urgency_in(text: str) -> Urgency | None:
    """The emergency that a sentence reports; None for one that asks for papers about it (火灾事故认定)."""
    if _ABOUT_PAPERS.search(text):
        return None
    return next((urgency for urgency, signs in _SIGNS if signs.search(text)), None)
