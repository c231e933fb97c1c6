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
from bot.channels.wechat.photo_pile import ASKED, Photo, offered_in, pile_of, piled, place_of, without
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.store import WeChatStore
from bot.channels.wechat.wording import say
from bot.conversation import Exchange, dialogue_of
from bot.reply import Message

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
        photo = {"media": message.field("MediaId"), "name": message.name}
        if len(waiting) == 1 and not pile_of(follower.choosing):
            return Exchange(SAID, await self._kept(photo, waiting[0], slots))
        pile = pile_of(await self._store.followers.choose(follower.name, lambda one: piled(one, photo)))
        if len(pile) > 1 and self.asks(follower):
            return Exchange(SAID, [spoken(say("photo_queued", count=len(pile))).message()])
        return Exchange(SAID, [await self._asking(follower, waiting, len(pile))])

    def asks(self, follower: Follower) -> bool:
        """Whether the last question was to which material a photo belongs."""
        return bool(follower.choosing.get(ASKED) and pile_of(follower.choosing))

    def is_choice(self, text: str, follower: Follower) -> bool:
        """Whether a message says which material a photo is."""
        return self.asks(follower) and place_of(text, offered_in(follower.choosing)) is not None

    def is_taken_up(self, text: str, follower: Follower) -> bool:
        """Whether somebody wants to go on with photos that belong nowhere yet."""
        return bool(pile_of(follower.choosing)) and text.strip(" 。") == say("photo_go_on")

    async def put_aside(self, follower: Follower) -> Message:
        """Something else is spoken of: the photos wait until they are asked for."""
        now = await self._store.followers.choose(follower.name, lambda one: {**one, ASKED: False})
        return spoken(say("photo_aside", count=len(pile_of(now)), go_on=say("photo_go_on"))).message()

    async def asked_again(self, text: str, follower: Follower) -> Exchange:
        """Go on with photos that belong nowhere yet."""
        slots = await self._slots(follower)
        return Exchange(text, await self._next(follower, slots))

    async def chosen(self, text: str, follower: Follower) -> Exchange:
        """Keep the photo in the material that was chosen, and ask about the next one."""
        offered, slots = offered_in(follower.choosing), await self._slots(follower)
        place, photo = place_of(text, offered), pile_of(follower.choosing)[0]
        await self._store.followers.choose(follower.name, lambda one: without(one, photo))
        if place is None or place >= len(offered):
            return Exchange(
                text, [spoken(say("photo_dropped")).message(), *await self._next(follower, slots)]
            )
        slot = next((one for one in slots.slots if one.id == offered[place][0]), None) if slots else None
        if slots is None or slot is None:
            return Exchange(text, [spoken(say("photo_no_affair")).message()])
        messages = await self._kept(photo, slot, slots)
        return Exchange(text, [*messages, *await self._next(follower, await self._slots(follower))])

    async def _next(self, follower: Follower, slots: SlotList | None) -> list[Message]:
        """The question about the first photo that is left; where nothing waits for it, that it is dropped."""
        left = len(pile_of(await self._store.followers.choose(follower.name, dict)))
        if not left:
            return []
        waiting = _waiting(slots) if slots else []
        if waiting:
            return [await self._asking(follower, waiting, left)]
        await self._store.followers.choose(follower.name, lambda one: {})
        return [_with_materials(say("photo_nothing_waits"))]

    async def _asking(self, follower: Follower, waiting: Sequence[MaterialSlot], left: int) -> Message:
        offered = [[slot.id, _called(slot)] for slot in waiting[:MOST_OFFERED]]
        await self._store.followers.choose(
            follower.name, lambda one: {**one, "offered": offered, ASKED: True}
        )
        question = say("photo_which") if left == 1 else say("photo_which_first", count=left)
        return _question(question, [name for _, name in offered])

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

    async def _slots(self, follower: Follower) -> SlotList | None:
        """The materials of what is in hand; None where nothing is."""
        intake = await self._client.current_intake(
            self._channel, dialogue_of(follower.conversation, self._channel)
        )
        if intake.affair is None:
            return None
        return await self._client.materials(intake.id)

    async def _kept(self, photo: Photo, slot: MaterialSlot, slots: SlotList) -> list[Message]:
        assert self._media is not None
        try:
            data = await self._media.media(photo["media"])
        except PlatformFault:
            return [spoken(say("photo_not_fetched")).message()]
        try:
            await self._client.upload(slots.intake, slot.id, data, f"wechat-{photo['name']}")
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
    """Materials that take another photo: those whose back or better picture is wanted, then those that have none and are needed for sure."""
    takes = [slot for slot in slots.slots if slot.open and slot.room]
    more = [slot for slot in takes if slot.files and _wants_more(slot)]
    empty = [slot for slot in takes if not slot.files]
    needed = [slot for slot in empty if slot.need in _NEEDED and slot.certain]
    return [*more, *(needed or empty)]


def _wants_more(slot: MaterialSlot) -> bool:
    """Its other side has not come, or the pre-check asks for a better picture."""
    return slot.state == "mend" or bool(slot.findings) or _is_half(slot)


def _is_half(slot: MaterialSlot) -> bool:
    return len(slot.files) == 1 and "id_card_back" in slot.kinds and slot.state != "passed"


def _called(slot: MaterialSlot) -> str:
    return say("photo_more", name=slot.name) if slot.files else slot.name


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
    missing = (slot for slot in _waiting(slots) if not slot.files or _is_half(slot))
    names = [_called(slot) for slot in missing if slot.need in _NEEDED]
    return say("photo_left", count=len(names), names="、".join(names)) if names else say("photo_all")


def _question(words: str, names: Sequence[str]) -> Message:
    options = [*names, say("photo_none")]
    return Reply(
        blocks=(Said(text=words, asks=True), Listed(layout="rows")),
        options=tuple(Option(number=n, label=one, payload=one) for n, one in enumerate(options, 1)),
    ).message()


def _told(words: str) -> Exchange:
    return Exchange(SAID, [spoken(say(words)).message()])


def _with_materials(text: str) -> Message:
    """Words with the page of the materials behind them."""
    return {**spoken(text).message(), "opens": "materials"}
