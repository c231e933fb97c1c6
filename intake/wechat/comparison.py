"""What the platform holds of menu and templates, and where that differs from the centre's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.wechat.account import Account, NoticeTemplate

_SHOWN = ("type", "key", "url", "appid", "pagepath")
Row = tuple[str, str, str]
"""Where it stands, what the file says, what the platform holds."""


def menu_differences(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Row]:
    """Entries that are not the same."""
    mine, held = dict(_entries(ours.get("button", ()))), dict(_entries(theirs.get("button", ())))
    names = [*mine, *(name for name in held if name not in mine)]
    return [
        (name, mine.get(name, "（没有）"), held.get(name, "（没有）"))
        for name in names
        if mine.get(name) != held.get(name)
    ]


def template_faults(
    account: Account, held: Sequence[Mapping[str, Any]], subscription: Sequence[Mapping[str, Any]]
) -> list[str]:
    """What of the centre's templates the platform does not have, in Chinese."""
    return [
        *_faults("模板消息", account.template, held, "template_id"),
        *_faults("订阅通知", account.subscription, subscription, "priTmplId"),
    ]


def _faults(
    name: str, wanted: NoticeTemplate | None, held: Sequence[Mapping[str, Any]], key: str
) -> Iterator[str]:
    if wanted is None:
        return
    found = next((one for one in held if one.get(key) == wanted.template), None)
    if found is None:
        yield f"{name}：平台上没有模板 {wanted.template}，请在公众平台添加，或者改 local.yaml 里的编号。"
        return
    content = str(found.get("content", ""))
    missing = [field for field in wanted.fields if f"{{{{{field}.DATA}}}}" not in content]
    if content and missing:
        yield f"{name}：模板 {wanted.template} 里没有字段 {'、'.join(missing)}。"


def _entries(buttons: Sequence[Mapping[str, Any]], above: str = "") -> Iterator[tuple[str, str]]:
    for button in buttons:
        name = f"{above}{button.get('name', '')}"
        inner = button.get("sub_button") or ()
        if isinstance(inner, Mapping):  # as the platform gives it back
            inner = inner.get("list") or ()
        if inner:
            yield from _entries(inner, f"{name} / ")
        else:
            yield name, " ".join(str(button[key]) for key in _SHOWN if button.get(key))
