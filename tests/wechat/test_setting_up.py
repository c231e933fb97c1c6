"""Where no account is set up nothing is there, and whoever runs the service is told what to set."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette

from api.platform.settings import Settings
from bot.channels.wechat.no_account import CALLBACK, no_account_routes
from intake.checkup import wechat
from tests.wechat.standin import AES_KEY, APP_ID, SECRET, TOKEN

COMPLETE = {"APP_ID": APP_ID, "TOKEN": TOKEN, "AES_KEY": AES_KEY, "SECRET": SECRET}


@pytest.mark.anyio
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_the_callback_is_not_there(method: str) -> None:
    app = httpx.ASGITransport(app=Starlette(routes=no_account_routes()))
    async with httpx.AsyncClient(transport=app, base_url="http://site") as http:
        answer = await http.request(method, CALLBACK)
    assert answer.status_code == 404 and answer.json()["code"] == "no_account"


@pytest.mark.parametrize(
    ("changed", "result", "words"),
    [
        (dict.fromkeys(COMPLETE, ""), "ok", "INTAKE_WECHAT_APP_ID"),
        ({"AES_KEY": "short"}, "fail", "43个"),
        ({"AES_KEY": ""}, "fail", "ALLOW_PLAIN"),
        ({"TOKEN": ""}, "fail", "没有设置 INTAKE_WECHAT_TOKEN"),
        ({"SECRET": ""}, "warn", "收不了照片"),
        ({"ALLOW_PLAIN": "1"}, "warn", "明文"),
        ({"ALLOW_PLAIN": "perhaps"}, "fail", "INTAKE_WECHAT_ALLOW_PLAIN"),
        ({}, "ok", "intake wechat doctor"),
    ],
)
def test_doctor_says_what_to_set(
    changed: dict[str, str], result: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**COMPLETE, **changed}.items():
        monkeypatch.setenv(f"INTAKE_WECHAT_{name}", value)
    found = wechat(Settings(public_url="https://centre.example"))
    assert (found.state, words in found.says) == (result, True), found
