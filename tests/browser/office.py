"""The staff's screens: an officer at a desk's browser, and what comes in from applicants meanwhile."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import httpx

from api.platform.settings import Settings
from intake.people import person
from intake.registry import opened
from knowledge.base.roles import Role
from knowledge.staff.account import NewAccount
from knowledge.staff.totp import code_at, step_at
from tests.api.applicant import APPLICATION, Applicant
from tests.browser import papers
from tests.browser.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Locator

T = TypeVar("T")

OWN = "Hedong-desk-2026"
"""The password that everybody of the tests gives themselves."""

SMALL, LARGE = {"width": 1366, "height": 768}, {"width": 1920, "height": 1080}


@dataclass
class Account:
    """With what somebody signs in; the password is the one-time one until it is changed."""

    id: str
    password: str


def apart(work: Callable[[], T]) -> T:
    """In a thread of its own, since the browser's driver keeps this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def hire(data: Path, name: str, *roles: Role) -> Account:
    """A new account of the data folder, with a one-time password."""
    windows = ("market",) if Role.WINDOW in roles else ()

    def work() -> Account:
        _, run = opened(data)
        new = NewAccount(name, "market", windows, tuple(role.value for role in roles))
        row, password = run(lambda registry: registry.add_account(new))
        return Account(row.id, password)

    return apart(work)


def settle_in(address: str, account: Account) -> None:
    """Give the account a password of its own, as its first sign-in asks for."""
    with httpx.Client(base_url=f"{address}/api/v1", timeout=60) as client:
        session = client.post("/session", json={"account": account.id, "password": account.password})
        assert session.status_code == 200, session.text
        changed = client.put(
            "/session/password",
            json={"old": account.password, "new": OWN},
            headers={"X-CSRF-Token": session.json()["csrf_token"]},
        )
        assert changed.status_code == 200, changed.text
    account.password = OWN


def submit(address: str, seed: int) -> str:
    """A submission with a photo of one paper; the number of its case."""

    async def work() -> str:
        async with httpx.AsyncClient(base_url=f"{address}/api/v1", timeout=60) as client:
            applicant = Applicant(client, f"web：desk-{seed}", person(seed))
            await applicant.choose("food_operation.new")
            await applicant.answer_all()
            sent = await client.post(
                f"/intakes/{applicant.id}/materials/{APPLICATION}/files",
                content=papers.photo(papers.lease()),
                headers={"Idempotency-Key": f"desk-{seed}", "Content-Type": "image/jpeg"},
            )
            assert sent.status_code == 201, sent.text
            await applicant.identify()
            await applicant.all_ready()
            receipt = await applicant.submit(f"desk-{seed}")
            assert receipt.status_code == 200, receipt.text
            return str(receipt.json()["number"])

    return apart(lambda: asyncio.run(work()))


def codes_shown(secret: str, now: datetime) -> Iterator[str]:
    """What a phone that has taken in a secret shows from a moment on; each code is good once."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    return (code_at(key, step) for step in count(step_at(now)))


class Officer(Phone):
    """Somebody at a desk's browser."""

    def open(self, path: str = "/desk/") -> None:
        self.page.goto(self.address + path)

    def sign_in(self, account: Account, path: str = "/desk/") -> None:
        """Open a link and sign in where that is asked for."""
        self.open(path)
        self.page.fill("[name=account]", account.id)
        self.page.fill("[name=password]", account.password)
        self.page.keyboard.press("Enter")

    def now(self) -> datetime:
        """The service's own time, which these tests begin on a Monday."""
        ends = self.page.evaluate("fetch('/api/v1/session').then(found => found.json())")["idle_ends_at"]
        return datetime.fromisoformat(ends) - timedelta(minutes=Settings().session_idle_min)

    def queue(self) -> Locator:
        """The table, once it is there."""
        grid = self.page.get_by_role("grid", name="待办的办件")
        grid.wait_for()
        return grid

    def row(self, number: str) -> Locator:
        """The row of a case in the queue."""
        return self.page.get_by_role("row").filter(has_text=number)

    def material(self, name: str) -> Locator:
        """The line of a material of the open case."""
        return self.page.locator("[data-material]").filter(has_text=name)

    def act(self, name: str) -> Locator:
        """A button of the bar at the bottom."""
        return self.page.get_by_role("region", name="办理").get_by_role("button", name=name, exact=True)

    def do(self, name: str, **values: str) -> None:
        """Do an act of the bar, with what its form asks for."""
        self.act(name).click()
        form = self.page.get_by_role("dialog")
        for label, value in values.items():
            form.get_by_label(label).fill(value)
        form.get_by_role("button", name=name, exact=True).click()
        self.page.get_by_text(f"「{name}」做好了。").wait_for()

    def picture(self, name: str) -> None:
        super().picture(f"desk-{name}")

    def assert_in_order(self) -> None:
        """A page that asks who is signed in is told by 401 that nobody is, which the browser notes as a fault."""
        self.faults = [fault for fault in self.faults if "401" not in fault]
        super().assert_in_order()
