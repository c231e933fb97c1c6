"""The page opens without a network with what was there; an installed worker keeps no data and is never an old version."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.phone import Phone


@pytest.mark.slow
def test_opens_without_a_network_with_what_was_said(phones: Any) -> None:
    phone: Phone = phones(service_workers="allow")
    phone.is_faulty_on_purpose = True  # the browser reports what could not be asked
    phone.open()
    phone.say("我租了个门面想开个小饭馆，要办啥")
    phone.until("!!navigator.serviceWorker.controller")
    kept = phone.page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(one => one.keys()))))"
        ".then(all => all.flat().map(one => new URL(one.url).pathname))"
    )
    assert "/" in kept and not any(path.startswith(("/api", "/chat")) for path in kept)

    phone.context.set_offline(True)
    phone.page.reload()
    phone.page.get_by_role("heading", name="河东县政务服务中心").wait_for()
    assert phone.said() == ["我租了个门面想开个小饭馆，要办啥"]
    phone.page.get_by_text("网络断开了").or_(phone.page.get_by_text("这台设备上保存的内容")).first.wait_for()
    phone.context.set_offline(False)
