"""The staff on the other side: what they do to a case while its applicant looks on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from api.staff.accounts import NewAccount
from intake.registry import opened
from knowledge.base.roles import Role


class Desk:
    """One member of staff who may do everything that the tests need, at the market window."""

    def __init__(self, address: str, token: str) -> None:
        self._client = httpx.Client(
            base_url=f"{address}/api/v1/desk", headers={"Authorization": f"Bearer {token}"}, timeout=60
        )

    def look(self, number: str) -> dict[str, Any]:
        """The case as the desk shows it."""
        return self._answer(self._client.get(f"/cases/{number}"))

    def do(self, act: str, number: str, /, **data: Any) -> None:
        """Do an act on the case as it is now."""
        body = {"version": self.look(number)["version"], "data": data}
        self._answer(self._client.post(f"/cases/{number}/acts/{act}", json=body))

    def is_refused(self, act: str, number: str) -> bool:
        """Try an act that the state does not allow."""
        body = {"version": self.look(number)["version"], "data": {}}
        return self._client.post(f"/cases/{number}/acts/{act}", json=body).status_code == 409

    def material(self, number: str, name: str) -> str:
        """The id of a material of the case's notice."""
        return next(line["id"] for line in self.look(number)["materials"] if line["name"] == name)

    def ask_to_correct(self, number: str, name: str, what: str) -> None:
        """Receive the case and ask for one paper."""
        point = {"material": self.material(number, name), "name": name, "what": what}
        self.do("receive", number)
        self.do("request_correction", number, points=[point], document="补〔2026〕1号")

    def refuse(self, number: str) -> None:
        """不予受理: an end that one person may bring about."""
        self.do("receive", number)
        self.do(
            "refuse",
            number,
            ground="not_needed",
            reason="这件事不用办许可。",
            document="不受〔2026〕1号",
        )

    @staticmethod
    def _answer(response: httpx.Response) -> dict[str, Any]:
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    def close(self) -> None:
        self._client.close()


def hire(data: Path, *roles: Role) -> str:
    """A token of a new account of the data folder; in a thread of its own, since the browser's driver keeps this one's loop."""

    def work() -> str:
        _, run = opened(data)
        new = NewAccount("测试人员", "market", ("market",), tuple(role.value for role in roles))
        _, made = run(lambda registry: registry.add(new, None))
        return str(made.token)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()
