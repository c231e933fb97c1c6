"""Talk to the product as if in WeChat, in the terminal: every line goes through the callback and back, encrypted."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.channels.wechat.envelope import Cipher
from intake import console
from intake.datafolder import DataFolder
from intake.wechat.caller import Answered, Caller, answering_server, invented_settings

_LEAVING = {"退出", "exit", "quit", "q"}
HELP = """直接打字说话，输入「退出」结束。别的：
/关注　/取消关注　/扫码 场景　/菜单 那句话
/图片 照片的路径　/语音 听出的字（空着是没有听出）　/位置 纬度,经度 地名　/视频　/链接　/文件
/重发（上一条再来两次）　/坏的（不是 XML）　/错的密钥
回复里的链接要有 intake serve 在运行、设了 INTAKE_PUBLIC_URL 才打得开。"""
_EVENTS = {"/关注": "subscribe", "/取消关注": "unsubscribe", "/扫码": "SCAN", "/菜单": "CLICK"}
_KINDS = {"/视频": "video", "/链接": "link", "/文件": "file"}


async def simulate(
    folder: DataFolder,
    model: Path | None,
    user: str,
    read: Callable[[str], str] = input,
    write: Callable[[str], object] = console.say,
) -> None:
    """Hold a conversation until the developer leaves or the input ends."""
    from intake.prepare import api_settings
    from intake.settings import SiteSettings
    from intake.site import Site

    settings, sent, media = invented_settings(), list[str](), dict[str, bytes]()
    site = Site(
        folder,
        api_settings(folder),
        SiteSettings(),
        model=model,
        wechat=settings,
        wechat_transport=answering_server(sent, media),
    )
    write(HELP)
    async with site.opened():
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://account") as http:
            assert site.wechat is not None
            stranger = Cipher(settings.app_id, settings.token.get_secret_value(), "A" * 43)
            phone = Phone(Caller(settings, http), user, media, stranger)
            await _talk(phone, sent, site.wechat.channel.settled, read, write)


@dataclass
class Phone:
    """What a line of the terminal does in WeChat.

    Attributes:
        media: Pictures that were sent, as WeChat keeps them.
        stranger: Encrypts as somebody does who does not know the account's key.
    """

    caller: Caller
    user: str
    media: dict[str, bytes]
    stranger: Cipher
    _last: dict[str, str] = field(default_factory=dict)

    async def does(self, line: str) -> list[Answered]:
        """Each answer to what the line stands for.

        Raises:
            OSError: The picture cannot be read.
        """
        word, _, rest = line.partition(" ")
        if word == "/坏的":
            return [await self.caller.post("<xml><ToUserName>")]
        if word == "/错的密钥":
            return [await self.caller.post("<xml></xml>", self.stranger)]
        if word == "/重发" and self._last:
            return list(await asyncio.gather(*(self.caller.deliver(self._last) for _ in range(2))))
        self._last = self._message(word, rest.strip(), line)
        return [await self.caller.deliver(self._last)]

    def _message(self, word: str, rest: str, line: str) -> dict[str, str]:
        if event := _EVENTS.get(word):
            return self.caller.event(self.user, event, EventKey=rest)
        if kind := _KINDS.get(word):
            return self.caller.message(self.user, kind, MediaId="none")
        if word == "/语音":
            return self.caller.message(self.user, "voice", MediaId="none", Recognition=rest)
        if word == "/图片":
            name = f"media-{len(self.media)}"
            self.media[name] = Path(rest).expanduser().read_bytes()
            return self.caller.message(self.user, "image", MediaId=name, PicUrl="https://mmbiz.example/0")
        if word == "/位置":
            degrees, _, label = rest.partition(" ")
            latitude, _, longitude = degrees.replace("，", ",").partition(",")
            where = {"Location_X": latitude, "Location_Y": longitude, "Label": label}
            return self.caller.message(self.user, "location", **where)
        return self.caller.text(self.user, line)


async def _talk(
    phone: Phone,
    sent: list[str],
    settled: Callable[[], Awaitable[None]],
    read: Callable[[str], str],
    write: Callable[[str], object],
) -> None:
    while True:
        try:
            line = (await asyncio.to_thread(read, "\n您：" if sys.stdin.isatty() else "")).strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line.lower() in _LEAVING:
            return
        try:
            answers = await phone.does(line)
        except OSError as error:
            write(f"读不到照片：{error.strerror}")
            continue
        for answered in answers:
            write(_told(answered))
        await settled()
        while sent:
            write(f"【客服消息】{sent.pop(0)}")


def _told(answered: Answered) -> str:
    if answered.status != 200:
        return f"（不收，{answered.status}）"
    return (
        f"{answered.text}\n（{answered.bytes}字节，{answered.took_s:.1f}秒）" if answered.text else "（不答）"
    )
