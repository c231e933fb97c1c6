"""A served site, a phone's browser, and a page that may call nothing but the site.

The site stands for these tests and not for the session: the dialogue's actions know one api at a time.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from intake.datafolder import DataFolder, open_folder
from intake.prepare import api_settings, prepare
from intake.server import bound
from intake.settings import Role, SiteSettings
from intake.site import Site
from knowledge.base import roles
from tests.alone import alone
from tests.browser.desk import Desk, hire
from tests.browser.phone import Phone
from tests.clocks import MONDAY, beginning
from tests.kept_pages import pages_ready
from tests.missing import BROWSER, missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("INTAKE_TEST_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser_there() -> None:
    """A browser and a driver for it are installed."""
    if find_spec("playwright") is None:
        missing("没有安装 playwright，浏览器测试不能跑", BROWSER)
    if not Path(CHROMIUM).exists():
        missing("没有安装 chromium，浏览器测试不能跑（apt-get install chromium）", BROWSER)


@pytest.fixture(scope="session")
def prepared(
    browser_there: None, models: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[DataFolder, Path]:
    """A data folder ready to serve, its dialogue model, and the built pages."""
    root = tmp_path_factory.mktemp("browser")
    (root / "models").symlink_to(models, target_is_directory=True)
    folder = open_folder(root)
    with alone(models):  # the dialogue is trained by the first process
        model = prepare(folder, api_settings(folder), Role.ALL)
    pages_ready()
    assert model is not None
    return folder, model


@pytest.fixture(scope="package")
def address(prepared: tuple[DataFolder, Path]) -> Iterator[str]:
    """Where the site is served, on a free port of this machine."""
    folder, model = prepared
    at = bound("127.0.0.1", 0)
    site = Site(folder, api_settings(folder), SiteSettings(), model=model, clock=beginning(MONDAY))
    server = uvicorn.Server(uvicorn.Config(site, ws="none", lifespan="on", access_log=False, log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    until = time.monotonic() + 400  # seconds on a quiet machine, minutes on one that others work on
    while not server.started and thread.is_alive() and time.monotonic() < until:
        time.sleep(0.05)
    assert server.started, site.failure
    yield f"http://127.0.0.1:{at.getsockname()[1]}"
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="package")
def browser(browser_there: None) -> Iterator[Browser]:
    """One browser for all these tests; it ends with them, since its driver keeps the thread's event loop."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def desk(prepared: tuple[DataFolder, Path], address: str) -> Iterator[Desk]:
    """The staff at the window."""
    made = Desk(address, hire(prepared[0].root, roles.Role.WINDOW))
    yield made
    made.close()


@pytest.fixture
def phones(browser: Browser, address: str) -> Iterator[Any]:
    """Gives out devices, each with a storage of its own."""
    given: list[Phone] = []

    def new(**options: Any) -> Phone:
        options = {"viewport": PHONE, "device_scale_factor": 2, "has_touch": True, **options}
        phone = Phone(browser.new_context(locale="zh-CN", service_workers="block", **options), address)
        given.append(phone)
        return phone

    yield new
    for phone in given:
        phone.close()
    for phone in given:
        phone.assert_in_order()


@pytest.fixture
def phone(phones: Any) -> Phone:
    """One phone of 390 x 844 with the page open."""
    phone: Phone = phones()
    phone.open()
    return phone
