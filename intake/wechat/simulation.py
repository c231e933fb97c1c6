"""Talk to the product as if in WeChat, in the terminal: every line goes through the callback and back, encrypted."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from intake import console
from intake.datafolder import DataFolder
from intake.wechat.caller import Caller, answering_server, invented_settings

_LEAVING = {"退出", "exit", "quit", "q"}
HELP = (
    "直接打字说话；/关注、/取消关注、/扫码 场景、/菜单 那句话、/重发（上一条再来一次）；输入「退出」结束。"
    "回复里的链接要有 intake serve 在运行、设了 INTAKE_PUBLIC_URL 才打得开。"
)
_EVENTS = {"/关注": "subscribe", "/取消关注": "unsubscribe", "/扫码": "SCAN", "/菜单": "CLICK"}


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

    settings, sent = invented_settings(), list[str]()
    site = Site(
        folder,
        api_settings(folder),
        SiteSettings(),
        model=model,
        wechat=settings,
        wechat_transport=answering_server(sent),
    )
    write(HELP)
    async with site.opened():
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://account") as http:
            assert site.wechat is not None
            await _talk(Caller(settings, http), user, sent, site.wechat.channel.settled, read, write)


async def _talk(
    caller: Caller,
    user: str,
    sent: list[str],
    settled: Callable[[], Awaitable[None]],
    read: Callable[[str], str],
    write: Callable[[str], object],
) -> None:
    last: dict[str, str] = {}
    while True:
        try:
            line = (await asyncio.to_thread(read, "\n您：" if sys.stdin.isatty() else "")).strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line.lower() in _LEAVING:
            return
        if line != "/重发" or not last:
            last = _message(caller, user, line)
        answered = await caller.deliver(last)
        write(answered.text or "（不答）")
        await settled()
        while sent:
            write(f"【客服消息】{sent.pop(0)}")


def _message(caller: Caller, user: str, line: str) -> dict[str, str]:
    word, _, rest = line.partition(" ")
    if event := _EVENTS.get(word):
        return caller.event(user, event, EventKey=rest.strip())
    return caller.text(user, line)
