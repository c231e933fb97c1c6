"""Half a wish (丢了, 办证, 孩子的事): what is asked back, and what is likely wanted, in the words in which it would be said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.base.text import comparable_text
from knowledge.catalogue.affair import Catalogue

_SHIPPED = Path(__file__).with_name("vague_wishes.yaml")

_BEFORE = re.compile(
    "^(?:你好|您好|请问一下|请问|麻烦|劳驾|那个|就是|嗯|喂|哎|同志|老师|问一下|问个事|问下|我想问|想问|咨询一下|咨询|我们|俺们|咱们|我|俺|咱|"
    "现在|今天|过来|来|想要|想|要|需要|打算|准备|得|去|帮我|给我|帮忙|把)+(?=.)"
)
_BEHIND = re.compile(
    "(?<=.)(?:怎么办理|怎么办|怎么弄|怎么搞|怎么整|怎么处理|怎么申请|咋办|咋弄|咋整|咋搞|咋处理|如何办理|如何办|找谁办|找谁|去哪里办|去哪里|去哪儿办|去哪儿|去哪办|去哪|在哪里办|在哪里|在哪办|在哪|"
    "办一下|弄一下|处理一下|问一下|要办什么|要办啥|需要什么|要什么|要啥|可以吗|行吗|能办吗|办吗|怎样|呢|啊|呀|吧|嘛|吗|哦|哈|啦|了吗|谢谢|一下)+$"
)


class VagueChoice(Frozen):
    """One thing that is likely wanted.

    Attributes:
        say: What the applicant would have said; picking it is saying it.
        item: The item or bundle of the catalogue that is meant; a centre without it does not offer it.
        matter: The matter elsewhere that is meant.
    """

    label: str
    say: str
    item: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True)
class VagueWish:
    """What is asked back, with what can be picked.

    Attributes:
        id: Stable, for example lost.
    """

    id: str
    question: str
    choices: tuple[VagueChoice, ...]


def vague_in(text: str, catalogue: Catalogue) -> VagueWish | None:
    """What to ask back where the whole message says no more than half a wish.

    Args:
        text: Normalised sentence.
    """
    known = _known()
    wish = next((known[heard] for heard in _readings(text) if heard in known), None)
    if wish is None:
        return None
    offered = tuple(one for one in wish.choices if not one.item or catalogue.affair(one.item))
    return VagueWish(wish.id, wish.question, offered)


def shipped_vague_wishes() -> Mapping[str, VagueWish]:
    """All of them by id."""
    return {wish.id: wish for wish in _known().values()}


def _readings(text: str) -> tuple[str, ...]:
    """The message word for word, and without what people say before and behind what they want."""
    plain = _plain(text)
    behind = _BEHIND.sub("", plain)
    return plain, behind, _BEFORE.sub("", plain), _BEFORE.sub("", behind)


def _plain(text: str) -> str:
    return comparable_text(text).replace("事情", "事").replace("事儿", "事")


@lru_cache(maxsize=1)
def _known() -> dict[str, VagueWish]:
    told = yaml.safe_load(_SHIPPED.read_text(encoding="utf-8"))["wishes"]
    return {
        _plain(said): VagueWish(
            key, raw["question"], tuple(VagueChoice.model_validate(one) for one in raw["choices"])
        )
        for key, raw in told.items()
        for said in raw["says"]
    }
