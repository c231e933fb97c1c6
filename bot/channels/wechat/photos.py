"""A photo of a paper: an upload to the material that is waiting, to the one that is chosen where several are; the pre-check follows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from actions.client.api_client import ApiClient, ApiProblem
from actions.reply.parts import Listed, Option, Reply, Said, spoken
from api.uploads.schemas import MaterialSlot, SlotList
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.wording import say
from bot.conversation import Exchange, dialogue_of
from bot.reply import Message
from knowledge.base.text import normalise
from knowledge.language.menu_choice import place_in

SAID = "[图片]"
MOST_OFFERED = 9
_LOOK_EVERY_S = 0.5
_PATIENCE_S = 3.0
"""How long the pre-check is waited for; later it is asked for by 预审结果."""
_RESULT = {"预审结果", "结果", "看预审", "预审"}
_NEEDED = {"必要", "容缺后补"}


class Media(Protocol):
    """Fetches what somebody has sent to the account."""

    async def media(self, media: str) -> bytes:
        """The bytes of a picture.

        Raises:
            PlatformFault: It cannot be fetched.
        """
        ...


class Photos:
    """Takes photos in."""

    def __init__(self, client: ApiClient, store: WeChatStore, media: Media | None, channel: str) -> None:
        self._client = client
        self._store = store
        self._media = media
        self._channel = channel

    async def taken(self, message: Incoming, follower: Follower) -> Exchange:
        """Keep a photo where only one material waits; ask which one it is where several do."""
        if self._media is None:
            return Exchange(SAID, [_with_materials(say("photo_no_client"))])
        slots = await self._slots(follower)
        if slots is None:
            return _told("photo_no_affair")
        waiting = _waiting(slots)
        if not waiting:
            return Exchange(SAID, [_with_materials(say("photo_nothing_waits"))])
        if len(waiting) == 1:
            return Exchange(SAID, await self._kept(message.field("MediaId"), message.name, waiting[0], slots))
        offered = [[slot.id, slot.name] for slot in waiting[:MOST_OFFERED]]
        await self._store.followers.choose(
            follower.name, {"media": message.field("MediaId"), "name": message.name, "offered": offered}
        )
        return Exchange(SAID, [_asking([name for _, name in offered])])

    def is_choice(self, text: str, follower: Follower) -> bool:
        """Whether a message says which material the last photo is."""
        return self._place(text, follower) is not None

    async def chosen(self, text: str, follower: Follower) -> Exchange:
        """Keep the photo in the material that was chosen."""
        choosing, place = follower.choosing or {}, self._place(text, follower)
        await self._store.followers.choose(follower.name, None)
        offered = choosing.get("offered", [])
        if place is None or place >= len(offered):
            return Exchange(text, [spoken(say("photo_dropped")).message()])
        slots = await self._slots(follower)
        slot = next((one for one in slots.slots if one.id == offered[place][0]), None) if slots else None
        if slots is None or slot is None:
            return Exchange(text, [spoken(say("photo_no_affair")).message()])
        return Exchange(text, await self._kept(choosing["media"], choosing["name"], slot, slots))

    def asks_for_result(self, text: str) -> bool:
        """Whether the result of the pre-check is asked for."""
        return text.strip(" 。？?") in _RESULT

    async def result(self, text: str, follower: Follower) -> Exchange:
        """What the pre-check has found so far, and what still waits."""
        slots = await self._slots(follower)
        if slots is None or not any(slot.files for slot in slots.slots):
            return Exchange(text, [spoken(say("result_none")).message()])
        lines = [line for slot in slots.slots if slot.files for line in _judged(slot)]
        return Exchange(text, [_with_materials("\n".join([*lines, _left(slots)]))])

    def _place(self, text: str, follower: Follower) -> int | None:
        """Which of the offered ones is meant: by number or by name; one past the last for none of them."""
        offered = (follower.choosing or {}).get("offered", [])
        said = normalise(text).strip(" 。")
        names = [normalise(name) for _, name in offered]
        if said in names:
            return names.index(said)
        if said in (say("photo_none"), "不是", "取消"):
            return len(names)
        place = int(said) if said.isdigit() and len(said) < 3 else place_in(said, len(names) + 1)
        return place - 1 if place is not None and 1 <= place <= len(names) + 1 else None

    async def _slots(self, follower: Follower) -> SlotList | None:
        """The materials of what is in hand; None where nothing is."""
        intake = await self._client.current_intake(
            self._channel, dialogue_of(follower.conversation, self._channel)
        )
        if intake.affair is None:
            return None
        return await self._client.materials(intake.id)

    async def _kept(self, media: str, name: str, slot: MaterialSlot, slots: SlotList) -> list[Message]:
        assert self._media is not None
        try:
            data = await self._media.media(media)
        except PlatformFault:
            return [spoken(say("photo_not_fetched")).message()]
        try:
            await self._client.upload(slots.intake, slot.id, data, f"wechat-{name}")
        except ApiProblem as problem:
            return [spoken(say("photo_unsaved", detail=problem.detail)).message()]
        after = await self._looked_at(slots.intake, slot.id)
        now = next(one for one in after.slots if one.id == slot.id)
        lines = [*_judged(now), _left(after)]
        return [_with_materials("\n".join(lines))]

    async def _looked_at(self, intake: str, material: str) -> SlotList:
        """The materials once the pre-check has looked at this one, or when it takes longer than anybody waits."""
        slots = await self._client.materials(intake)
        for _ in range(int(_PATIENCE_S / _LOOK_EVERY_S)):
            if next(slot.state for slot in slots.slots if slot.id == material) != "checking":
                break
            await asyncio.sleep(_LOOK_EVERY_S)
            slots = await self._client.materials(intake)
        return slots


def _waiting(slots: SlotList) -> list[MaterialSlot]:
    """Materials that take files and have none, those that are needed for sure first."""
    takes = [slot for slot in slots.slots if slot.open and slot.room and not slot.files]
    needed = [slot for slot in takes if slot.need in _NEEDED and slot.certain]
    return needed or takes


def _judged(slot: MaterialSlot) -> list[str]:
    """That it is here, and what the pre-check says of it."""
    lines = [say("photo_saved", name=slot.name)]
    if slot.state == "checking":
        return [*lines, say("photo_checking")]
    findings = [one.say for one in slot.findings]
    findings += [one.say for file in slot.files for one in file.check.findings]
    if findings:
        return [*lines, say("photo_found"), *dict.fromkeys(findings)]
    return [*lines, say("photo_passed")] if slot.state == "passed" else lines


def _left(slots: SlotList) -> str:
    names = [slot.name for slot in _waiting(slots) if slot.need in _NEEDED]
    return say("photo_left", count=len(names), names="、".join(names)) if names else say("photo_all")


def _asking(names: Sequence[str]) -> Message:
    options = [*names, say("photo_none")]
    return Reply(
        blocks=(Said(text=say("photo_which"), asks=True), Listed(layout="rows")),
        options=tuple(Option(number=n, label=one, payload=one) for n, one in enumerate(options, 1)),
    ).message()


def _told(words: str) -> Exchange:
    return Exchange(SAID, [spoken(say(words)).message()])


def _with_materials(text: str) -> Message:
    """Words with the page of the materials behind them."""
    return {**spoken(text).message(), "opens": "materials"}
