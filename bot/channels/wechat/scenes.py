"""Codes that are read with WeChat: each scene (at most 64 characters) continues a notice, a draft or a case, or opens an item or a window."""

from __future__ import annotations

import re

from actions.client.api_client import ApiClient, ApiProblem
from actions.reply.parts import spoken
from bot.channels.wechat.memory.followers import Follower
from bot.channels.wechat.wording import say
from bot.conversation import Conversation, Exchange
from bot.reply import Message

LONGEST = 64
_SCENE = re.compile(r"([a-z])_([A-Za-z0-9_.\-]{1,62})")
_IN_ADDRESS = re.compile(r"/notices/([A-Za-z0-9_-]{20,62})")
_CASE_IN_ADDRESS = re.compile(r"[#&]case=(\d{12})(?!\d)")
_APPOINTMENT_IN_ADDRESS = re.compile(r"/a/([A-Za-z0-9_-]{10,62})$")
_CODE = re.compile(r"[A-Z0-9]{4}-?[A-Z0-9]{4}")


def scene(kind: str, name: str) -> str:
    """The scene of a code: ``n`` a notice by its access, ``i`` an item, ``c`` a case, ``r`` a draft by its resume code, ``w`` a window,
    ``a`` the number of an appointment, which is shown at the window.

    Raises:
        ValueError: It would be longer than WeChat takes.
    """
    made = f"{kind}_{name}"
    if len(made) > LONGEST or not _SCENE.fullmatch(made):
        raise ValueError(made)
    return made


class Scenes:
    """Answers whoever has read a code."""

    def __init__(self, conversation: Conversation, client: ApiClient, channel: str) -> None:
        self._conversation = conversation
        self._client = client
        self._channel = channel

    async def welcome(self) -> Exchange:
        """What a new follower reads."""
        return Exchange("[关注]", [spoken(await self._welcome()).message()])

    async def opened(self, name: str, message: str, follower: Follower, *, is_new: bool) -> Exchange:
        """What a code stands for; a new follower is welcomed in the same answer.

        Args:
            name: The scene.
            message: Name of the event.
        """
        messages = await self._messages_of(name, message, follower)
        first = [spoken(await self._welcome()).message()] if is_new else []
        return Exchange("[扫码]", [*first, *messages])

    def scene_in(self, read: str) -> str:
        """The scene of a code of ours that was read with a menu entry; empty for others' codes."""
        if found := _IN_ADDRESS.search(read):
            return f"n_{found[1]}"
        if found := _CASE_IN_ADDRESS.search(read):
            return f"c_{found[1]}"
        if found := _APPOINTMENT_IN_ADDRESS.search(read):
            return f"a_{found[1]}"
        return read if _SCENE.fullmatch(read) else ""

    async def _messages_of(self, name: str, message: str, follower: Follower) -> list[Message]:
        found = _SCENE.fullmatch(name[:LONGEST])
        kind, rest = (found[1], found[2]) if found else ("", "")
        try:
            if kind == "n":
                return await self._notice(rest)
            if kind == "i":
                return await self._said((await self._client.item(rest)).name, message, follower)
            if kind == "c" and rest.isdigit():
                return await self._said(f"查办件 {rest}", message, follower)
            if kind == "r" and _CODE.fullmatch(rest):
                return await self._said(f"继续 {rest}", message, follower)
            if kind == "a":
                return [spoken(say("scene_appointment")).message()]
            if kind == "w":
                return await self._window(rest)
        except ApiProblem as problem:
            if problem.status >= 500:
                raise
        return [spoken(say("scene_gone")).message()]

    async def _said(self, text: str, message: str, follower: Follower) -> list[Message]:
        whose = (follower.conversation, self._channel, message)
        return (await self._conversation.exchange(text, *whose)).messages

    async def _notice(self, access: str) -> list[Message]:
        notice = await self._client.notice(access)
        text = say("scene_notice", number=notice.number, version=notice.version, name=notice.content.name)
        card = {**notice.model_dump(mode="json"), "kind": "notice"}
        return [spoken(text, card).message()]

    async def _window(self, window: str) -> list[Message]:
        found = next((one for one in (await self._client.windows()).windows if one.id == window), None)
        if found is None:
            return [spoken(say("scene_gone")).message()]
        shown = {"site": found.site, "floor": found.floor, "number": found.number, "name": found.name}
        text = say("scene_window", **shown, hours=found.hours, phone=found.phone)
        return [spoken(text).message()]

    async def _welcome(self) -> str:
        windows = (await self._client.windows()).windows
        centre = next((one for one in windows if one.kind == "综合窗口"), windows[0] if windows else None)
        return say("welcome", centre=centre.site if centre else "政务服务中心")
