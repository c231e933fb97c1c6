"""``intake staff``: accounts and tokens on the command line, all faults at once, a token seen once."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from api.access import repository
from api.access.tokens import digest_of
from api.platform.clock import centre_time
from api.platform.database import Database
from api.platform.settings import Settings
from tests.intake.conftest import Intake, Outcome

CLERK = ("--name", "王芳", "--department", "market", "--window", "market", "--role", "window")


def staff(intake: Intake, data: Path, *arguments: object) -> Outcome:
    return intake("staff", *arguments, "--data-dir", data)


def as_json(intake: Intake, data: Path, *arguments: object) -> Any:
    outcome = staff(intake, data, *arguments, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def is_known(data: Path, token: str) -> bool:
    """Whether the database has the digest of a token."""

    async def look() -> bool:
        database = Database(Settings(data_dir=data).url)
        try:
            found = await database.read(lambda session: repository.held(session, digest_of(token)))
        finally:
            await database.close()
        return found is not None

    return asyncio.run(look())


class TestAdd:
    def test_shows_the_token_once_and_how_to_hand_it_over(self, intake: Intake, tmp_path: Path) -> None:
        data = tmp_path / "new"  # the first command of an installation
        outcome = staff(intake, data, "add", *CLERK, "--days", 30)
        assert outcome.code == 0
        token = next(line for line in outcome.out.splitlines() if line.startswith("ywtb_"))
        assert is_known(data, token)
        assert "令牌只显示这一次" in outcome.out and "过期" in outcome.out
        listed = staff(intake, data, "list")
        assert "王芳" in listed.out and "受理窗口" in listed.out and "市场监管窗口" in listed.out
        assert token not in listed.out
        assert not [file for file in data.rglob("*.log") if token in file.read_text(encoding="utf-8")]

    def test_every_fault_at_once(self, intake: Intake, data: Path) -> None:
        wrong = ("--name", " ", "--department", "nope", "--window", "x", "--role", "boss", "--role", "window")
        outcome = staff(intake, data, "add", *wrong)
        assert outcome.code == 1
        for said in ("请写出姓名", "没有部门「nope」", "没有窗口「x」", "没有身份「boss」", "账号没有建"):
            assert said in outcome.err
        assert "market" in outcome.err, "说出可以用什么"
        assert as_json(intake, data, "list") == {"accounts": []}

    def test_faults_as_json(self, intake: Intake, data: Path) -> None:
        outcome = staff(intake, data, "add", "--name", "王芳", "--department", "nope", "--json")
        assert outcome.code == 1
        assert len(json.loads(outcome.out)["faults"]) == 2

    @pytest.mark.parametrize("days", [0, -1, 100_000, "viele"])
    def test_an_impossible_expiry(self, intake: Intake, data: Path, days: object) -> None:
        outcome = staff(intake, data, "add", *CLERK, "--days", days)
        assert outcome.code == 2 and "参数的内容不对" in outcome.err

    def test_json_is_one_object(self, intake: Intake, data: Path) -> None:
        made = as_json(intake, data, "add", *CLERK)
        assert set(made) == {"account", "name", "password", "token_id", "token", "expires_at"}
        assert len(made["password"]) == 19
        assert made["token_id"] is made["token"] is made["expires_at"] is None, "没有要令牌"
        with_token = as_json(intake, data, "add", *CLERK, "--token")
        assert with_token["expires_at"] is None and is_known(data, with_token["token"])

    def test_a_person_gets_a_one_time_password_and_a_program_a_token(
        self, intake: Intake, data: Path
    ) -> None:
        outcome = staff(intake, data, "add", *CLERK)
        assert outcome.code == 0 and "只显示这一次" in outcome.out and "ywtb_" not in outcome.out
        partner = ("--name", "业务系统", "--department", "market", "--role", "partner")
        made = as_json(intake, data, "add", *partner)
        assert made["password"] is None and is_known(data, made["token"])
        refused = staff(intake, data, "password", made["account"])
        assert refused.code == 1 and "只用令牌" in refused.err


class TestPassword:
    def test_another_one_replaces_the_first(self, intake: Intake, data: Path) -> None:
        first = as_json(intake, data, "add", *CLERK)
        second = as_json(intake, data, "password", first["account"])
        assert second["account"] == first["account"] and second["password"] != first["password"]
        outcome = staff(intake, data, "password", first["account"])
        assert outcome.code == 0 and "要改成自己的密码" in outcome.out
        assert staff(intake, data, "log").out.count("设一次性密码") == 3

    def test_an_unknown_account(self, intake: Intake, data: Path) -> None:
        outcome = staff(intake, data, "password", "NOBODY")
        assert outcome.code == 1 and outcome.err.startswith("没有这个账号")


class TestTokens:
    def test_another_one_and_revoked_alone(self, intake: Intake, data: Path) -> None:
        first = as_json(intake, data, "add", *CLERK, "--token")
        second = as_json(intake, data, "token", first["account"], "--days", 1)
        assert second["token"] != first["token"] and second["expires_at"]
        assert as_json(intake, data, "revoke", first["token_id"])["revoked"]
        (account,) = as_json(intake, data, "list")["accounts"]
        states = {token["id"]: token["state"] for token in account["tokens"]}
        assert states == {first["token_id"]: "revoked", second["token_id"]: "good"}

    def test_unknown_ones_end_with_a_sentence(self, intake: Intake, data: Path) -> None:
        for arguments, said in (
            (("token", "NOBODY"), "没有这个账号"),
            (("disable", "NOBODY"), "没有这个账号"),
            (("revoke", "NOTHING"), "没有这个令牌编号"),
        ):
            outcome = staff(intake, data, *arguments)
            assert outcome.code == 1 and outcome.err.startswith(said)
            assert "Traceback" not in outcome.err


class TestChange:
    def test_windows_and_roles_of_an_account(self, intake: Intake, data: Path) -> None:
        made = as_json(intake, data, "add", *CLERK, "--token")
        changed = as_json(intake, data, "change", made["account"], "--window", "health", "--role", "window", "--role", "reviewer")  # fmt: skip
        assert changed == {
            "account": made["account"],
            "department": "market",
            "windows": ["health"],
            "roles": ["window", "reviewer"],
        }
        outcome = staff(intake, data, "change", made["account"], "--no-window", "--role", "approver")
        assert outcome.code == 0 and "立即生效" in outcome.out
        (account,) = as_json(intake, data, "list")["accounts"]
        assert account["windows"] == [] and [role["id"] for role in account["roles"]] == ["approver"]
        assert is_known(data, made["token"])
        assert "改账号" in staff(intake, data, "log").out

    def test_every_fault_at_once_and_nothing_is_changed(self, intake: Intake, data: Path) -> None:
        made = as_json(intake, data, "add", *CLERK, "--token")
        outcome = staff(intake, data, "change", made["account"], "--department", "nope", "--window", "x")
        assert outcome.code == 1
        for said in ("没有部门「nope」", "没有窗口「x」", "账号没有改"):
            assert said in outcome.err
        assert "要改什么" in staff(intake, data, "change", made["account"]).err
        both = staff(intake, data, "change", made["account"], "--window", "health", "--no-window")
        assert both.code == 1 and "只能写一个" in both.err
        assert "没有这个账号" in staff(intake, data, "change", "NOBODY", "--role", "tuner").err
        (account,) = as_json(intake, data, "list")["accounts"]
        assert account["department"]["id"] == "market"


class TestDisable:
    def test_and_enable(self, intake: Intake, data: Path) -> None:
        made = as_json(intake, data, "add", *CLERK, "--token")
        assert as_json(intake, data, "disable", made["account"]) == {
            "account": made["account"],
            "active": False,
        }
        assert "停用" in staff(intake, data, "list").out
        assert "已恢复" in staff(intake, data, "enable", made["account"]).out

    def test_the_last_administrator_stays(self, intake: Intake, data: Path) -> None:
        boss = ("--name", "李明", "--department", "approval", "--role", "administrator")
        made = as_json(intake, data, "add", *boss)
        outcome = staff(intake, data, "disable", made["account"])
        assert outcome.code == 1 and "最后一个" in outcome.err


class TestLog:
    def test_says_who_did_what(self, intake: Intake, data: Path) -> None:
        made = as_json(intake, data, "add", *CLERK, "--token")
        as_json(intake, data, "disable", made["account"])
        rows = as_json(intake, data, "log")["rows"]
        assert [row["act"] for row in rows] == ["disabled", "token_made", "password_made", "account_made"]
        assert {row["actor"] for row in rows} == {"console"}
        only = as_json(intake, data, "log", "--subject", made["token_id"])["rows"]
        assert [row["act"] for row in only] == ["token_made"]
        shown = staff(intake, data, "log", "--limit", 1).out
        assert "停用账号" in shown and "建账号" not in shown
        assert "没有符合的记录" in staff(intake, data, "log", "--account", "NOBODY").out
        assert made["token"] not in json.dumps(rows)


class TestBesideAService:
    def test_works_on_the_file_of_a_service_that_runs(self, intake: Intake, data: Path) -> None:
        as_json(intake, data, "list")

        async def beside() -> None:
            database = Database(Settings(data_dir=data).url)
            try:
                before = await database.read(repository.accounts)
                made = await asyncio.to_thread(as_json, intake, data, "add", *CLERK)
                after = await database.read(repository.accounts)
                assert not before and [row.id for row in after] == [made["account"]]
                assert after[0].created_at <= centre_time()
            finally:
                await database.close()

        asyncio.run(beside())
