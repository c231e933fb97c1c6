"""Photos go where they belong: to the one material that waits, to the one that is said; several are asked about one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.client.api_client import ApiClient
from api.uploads.schemas import MaterialSlot, SlotList
from bot.channels.wechat.wording import say
from tests.wechat.conftest import Setup
from tests.wechat.standin import WeChat

pytestmark = pytest.mark.anyio

USER = "o-1"


class Materials:
    """The part of the api that takes photos.

    Attributes:
        kept: Material to the photos that came into it.
    """

    def __init__(self, names: Sequence[str], kinds: dict[str, list[str]] | None = None) -> None:
        self.kept: dict[str, list[bytes]] = {name: [] for name in names}
        self.kinds = kinds or {}

    async def current_intake(self, channel: str, conversation: str) -> Any:
        return SimpleNamespace(id="i-1", affair="food")

    async def materials(self, intake: str) -> SlotList:
        return SlotList.model_construct(intake=intake, slots=[self._slot(name) for name in self.kept])

    async def upload(self, intake: str, material: str, data: bytes, key: str) -> None:
        self.kept[material].append(data)

    def _slot(self, name: str) -> MaterialSlot:
        file = SimpleNamespace(check=SimpleNamespace(findings=[]))
        files = [file] * len(self.kept[name])
        return MaterialSlot.model_construct(
            id=name,
            name=name,
            need="必要",
            certain=True,
            state="received" if files else "empty",
            files=files,
            findings=[],
            room=9,
            open=True,
            kinds=self.kinds.get(name, []),
        )


@pytest.fixture
def materials(setup: Setup) -> Materials:
    made = Materials(["居住证", "租赁合同"])
    setup.client = cast(ApiClient, made)
    setup.open()
    return made


async def photo(wechat: WeChat, name: str) -> str:
    wechat.media[name] = name.encode()
    shown = await wechat.deliver(wechat.message(USER, "image", MediaId=name))
    assert shown is not None
    return shown.text


async def said(wechat: WeChat, text: str) -> str:
    shown = await wechat.say(USER, text)
    assert shown is not None
    return shown.text


async def test_several_at_once_are_all_kept_one_after_the_other(setup: Setup, materials: Materials) -> None:
    wechat = setup.platform
    texts = await asyncio.gather(*(photo(wechat, name) for name in ("p1", "p2", "p3")))
    assert any("一共" in text or "收到3张" in text for text in texts)
    order: list[str] = []
    for choice in ("1", "租赁合同"):
        order.append(await said(wechat, choice))
    assert "收到：居住证" in order[0] and "收到2张照片" in order[0]
    assert len(materials.kept["居住证"]) == len(materials.kept["租赁合同"]) == 1
    assert say("photo_nothing_waits") in order[1] and setup.dialogue.heard == []


async def test_a_number_said_about_something_else_is_not_the_photos(
    setup: Setup, materials: Materials
) -> None:
    wechat = setup.platform
    assert "哪一份材料" in await photo(wechat, "p1")
    first = await said(wechat, "要多少钱")
    assert "还有1张照片没有放好" in first and first.endswith("第1句：要多少钱")
    assert await said(wechat, "1") == "第2句：1"
    assert "哪一份材料" in await said(wechat, "放照片")
    assert "收到：租赁合同" in await said(wechat, "2")
    assert materials.kept["租赁合同"] == [b"p1"]


async def test_the_back_of_a_card_is_not_put_into_the_next_material(setup: Setup) -> None:
    materials = Materials(["身份证", "居住证"], {"身份证": ["id_card_front", "id_card_back"]})
    setup.client = cast(ApiClient, materials)
    setup.open()
    wechat = setup.platform
    await photo(wechat, "front")
    assert "还缺2份" in await said(wechat, "1")
    assert "1 身份证（接着传）" in await photo(wechat, "back")
    await said(wechat, "1")
    assert materials.kept["身份证"] == [b"front", b"back"]
    assert "要传的都有了" in await photo(wechat, "permit")
