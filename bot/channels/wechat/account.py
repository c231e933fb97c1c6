"""What a centre writes of its account in its own file (``local.yaml``, under ``wechat``): the menu, and the templates of its notices."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.channels.wechat.rendering import Opens

Value = Literal["number", "item", "state", "text", "day", "moment"]
"""What of a notice of progress fills a field: case number, item, state, the words themselves, the day, the moment."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Part):
    """One entry of the menu: it says a sentence, opens the page, another address or a mini-program, reads a code, or holds entries.

    Attributes:
        says: Said for the follower.
        opens: A part of the page.
        program: Id of a mini-program; ``url`` is what phones without it open.
    """

    name: str = Field(min_length=1, max_length=16)
    says: str = Field(default="", max_length=42)
    opens: Opens | None = None
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    scan: bool = False
    program: str = ""
    path: str = ""
    entries: tuple[Entry, ...] = Field(default=(), max_length=5)

    @model_validator(mode="after")
    def _does_one_thing(self) -> Entry:
        does = [
            bool(self.says),
            self.opens is not None,
            bool(self.url or self.program),
            self.scan,
            bool(self.entries),
        ]
        if sum(does) != 1:
            raise ValueError(f"菜单「{self.name}」应写 says、opens、url、scan、entries 中的一个")
        return self


class NoticeTemplate(_Part):
    """A template of WeChat and what fills its fields.

    Attributes:
        template: Id on the platform.
        fields: Name of the template's field (thing1, phrase2, ...) to what fills it.
        lasting: Of subscription notices: agreed to once, it may be sent again and again (长期订阅).
    """

    template: str = Field(min_length=1)
    fields: dict[str, Value] = Field(min_length=1)
    lasting: bool = False


class Account(_Part):
    """The account as the centre's file has it.

    Attributes:
        subscription: The subscription notice (订阅通知) of progress.
        template: The template message (模板消息) of progress.
    """

    menu: tuple[Entry, ...] = Field(default=(), max_length=3)
    subscription: NoticeTemplate | None = None
    template: NoticeTemplate | None = None


class AccountFault(ValueError):
    """The centre's file says something of its account that cannot be; every fault at once, in Chinese."""


def read_account(file: Path | None) -> Account:
    """The account of a centre's file; nothing is set up where there is no file.

    Raises:
        AccountFault: With what has to be changed.
    """
    if file is None or not file.is_file():
        return Account()
    raw = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    try:
        return Account.model_validate(raw.get("wechat") or {})
    except ValidationError as error:
        raise AccountFault("；".join(_said(one) for one in error.errors())) from error


def menu_of(account: Account, app_id: str, page: str, oauth: bool) -> dict[str, Any]:
    """The menu as WeChat wants it.

    Args:
        page: Public address of the page; empty where there is none.
        oauth: The page asks WeChat who opens it.
    """
    return {"button": [_button(entry, page, oauth) for entry in account.menu]}


def _button(entry: Entry, page: str, oauth: bool) -> dict[str, Any]:
    if entry.entries:
        return {"name": entry.name, "sub_button": [_button(one, page, oauth) for one in entry.entries]}
    if entry.says:
        return {"type": "click", "name": entry.name, "key": entry.says}
    if entry.scan:
        return {"type": "scancode_waitmsg", "name": entry.name, "key": "scan"}
    if entry.program:
        shown = {"url": entry.url or page, "appid": entry.program, "pagepath": entry.path}
        return {"type": "miniprogram", "name": entry.name, **shown}
    url = (
        entry.url or f"{page}/wechat/open?go={entry.opens}"
        if oauth or entry.url
        else f"{page}/#open={entry.opens}"
    )
    return {"type": "view", "name": entry.name, "url": url}


def _said(error: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in error["loc"])
    return f"wechat.{where}：{error['msg']}" if where else str(error["msg"])
