"""Small talk that wants its own short answer: who are you, a rude word, only looking, good wishes."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.aside_clauses import Aside, only_asides

_FILE = Path(__file__).with_name("chat.yaml")
_AROUND = r"(?:[啊呀哦噢嗯唉哎哟那请问吧呢吗嘛啦了的,，。.!！?？~～、 ]|请问|你好|您好)*"


class Chat(StrEnum):
    """What the talk is about."""

    WHO = "who"
    RUDE = "rude"
    BROWSING = "browsing"
    WISHES = "wishes"
    HEARD = "heard"
    """嗯, 知道了."""
    HERE = "here"
    BORED = "bored"
    REPROACH = "reproach"
    """你咋老问这个 (:mod:`knowledge.language.aside_clauses`)."""


def chat_in(text: str) -> Chat | None:
    """The kind of small talk that the whole message is; None where it says anything else."""
    chat = next((chat for chat, words in _patterns().items() if words.fullmatch(text)), None)
    return chat or (Chat.REPROACH if only_asides(text) is Aside.REPROACH else None)


@cache
def _patterns() -> dict[Chat, re.Pattern[str]]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        Chat(name): re.compile(f"{_AROUND}(?:{words}){_AROUND}", re.IGNORECASE)
        for name, words in entries.items()
    }
