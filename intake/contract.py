"""The contract of the whole site as one OpenAPI document: the case system's part and the channels'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake.settings import Role

if TYPE_CHECKING:
    from fastapi import FastAPI

_CHANNELS_ONLY: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "一窗问办问办接口", "version": "1"},
    "paths": {},
    "components": {
        "schemas": {},
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer", "description": "渠道程序的令牌。"}
        },
    },
}


def document(role: Role, api: FastAPI | None) -> dict[str, Any]:
    """The document of what this process serves.

    Args:
        api: The case system; None in the role ``bot``.
    """
    own = api.openapi() if api is not None else _CHANNELS_ONLY
    if not role.has_bot:
        return own
    from bot.channels.contract import channels_document

    return merged(own, channels_document())


def whole() -> dict[str, Any]:
    """The document of a site that serves everything, without one that runs."""
    from api.app import create_app

    return document(Role.ALL, create_app())


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One document of two.

    Raises:
        ValueError: Both have an address or a schema of the same name and do not mean the same.
    """
    ours, theirs = one["components"], other["components"]
    return {
        **one,
        "paths": _together(one["paths"], other["paths"]),
        "components": {**ours, "schemas": _together(ours["schemas"], theirs["schemas"])},
    }


def _together(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    both = ours.keys() & theirs.keys()
    if unlike := sorted(name for name in both if _meaning(ours[name]) != _meaning(theirs[name])):
        raise ValueError(f"two descriptions of {unlike[0]}")
    return theirs | ours


def _meaning(part: dict[str, Any]) -> dict[str, Any]:
    """Examples stand with the schema of whoever owns it."""
    return {key: value for key, value in part.items() if key != "examples"}
