"""Real conversations for measuring: from 我想开个小饭馆 to the case number and the question how it stands.

A line of a script is either said as it stands, or said again until a certain card comes, as an applicant does who answers
every question that is asked. Each conversation has an invented applicant of its own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from intake.people import Person
from intake.problems import Problem

Say = Callable[[str], Awaitable[list[dict[str, Any]]]]
"""Says something and returns the messages of the reply."""

MOST_REPEATS = 8


class ConversationBroken(Problem):
    """The bot did not show what this conversation needs to go on: there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script.

    Attributes:
        until: Kind of the reply's card; the line is said again until it comes.
    """

    says: str
    until: str = ""


RESTAURANT = (
    Line("我租了个门面想开个小饭馆，要办啥"),
    Line("只办食品经营许可（新办）"),
    Line("要多少钱啊"),
    Line("一百来平，我弟去帮我办"),
    Line("否", until="notice"),
    Line("多久能办好"),
    Line("不对，房子是我自己的", until="notice"),
    Line("在哪个窗口办"),
    Line("材料都齐了，提交"),
    Line("我叫{name}，身份证{id_number}，手机{phone}，我弟叫{brother}"),
    Line("是", until="case"),
    Line("我的件办到哪了"),
    Line("查一下{number} 尾号{phone_tail}", until="progress"),
    Line("谢谢"),
)
"""A natural person's licence: two digressions, a correction, the submission and the status of the case."""


async def hold(say: Say, applicant: Person, script: tuple[Line, ...] = RESTAURANT) -> AsyncIterator[str]:
    """Hold a conversation; yields after each turn what was said, as the script has it.

    Raises:
        ConversationBroken: A card that a line waits for did not come.
    """
    known = {
        "name": applicant.name,
        "id_number": applicant.id_number,
        "phone": applicant.phone,
        "brother": f"{applicant.name[0]}小川",
        "phone_tail": applicant.phone_tail,
        "number": "",
    }
    for line in script:
        reply: list[dict[str, Any]] = []
        for _ in range(MOST_REPEATS):
            reply = await say(line.says.format_map(known))
            cards = {message["custom"]["kind"]: message["custom"] for message in reply if "custom" in message}
            if "case" in cards:
                known["number"] = cards["case"]["number"]
            yield line.says
            if not line.until or line.until in cards:
                break
        else:
            last = "\n".join(message.get("text", "") for message in reply)
            raise ConversationBroken(
                f"对话走不下去：说了{MOST_REPEATS}次「{line.says}」，没有等到卡片 {line.until}，最后的回答是「{last[:80]}」。"
            )


LONG = (
    "办食品经营许可（新办）",
    "要多少钱",
    "多久能办好",
    "租的",
    "去哪办",
    "不对，是自己的房子",
    "要带什么材料",
    "上一步",
)
"""Said over and over in one conversation, to see whether a long one gets slower: digressions, answers, corrections."""
