"""What an account may be: every fault is said at once."""

from __future__ import annotations

import pytest

from knowledge.staff.account import NewAccount, faults
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()


class TestFaults:
    def test_all_at_once(self) -> None:
        found = faults(NewAccount("  ", "nope", ("market", "x"), ("boss",)), CATALOGUE)
        assert [one.split("。")[0] for one in found] == [
            "请写出姓名",
            "事项库里没有部门「nope」",
            "事项库里没有窗口「x」",
            "没有身份「boss」",
        ]

    @pytest.mark.parametrize(
        ("roles", "windows", "said"),
        [
            ((), (), "请至少写一个身份（--role）。"),
            (("window",), (), "受理窗口的账号至少要有一个窗口（--window）。"),
            (("partner", "window"), ("market",), "对接系统的账号不能再有别的身份和窗口。"),
            (("administrator", "supervisor"), (), "系统管理员不能同时是督查人员："),
            (("administrator", "window"), ("market",), "系统管理员不能同时是"),
            (("applicant",), (), "没有身份「applicant」。"),
            (("system",), (), "没有身份「system」。"),
        ],
    )
    def test_roles(self, roles: tuple[str, ...], windows: tuple[str, ...], said: str) -> None:
        (found,) = faults(NewAccount("王芳", "market", windows, roles), CATALOGUE)
        assert found.startswith(said)

    def test_none(self) -> None:
        assert not faults(NewAccount("王芳", "market", ("market",), ("window",)), CATALOGUE)
        assert not faults(NewAccount("监管平台", "culture", (), ("partner",)), CATALOGUE)

    @pytest.mark.parametrize("name", ["王" * 31, "王\n芳", "王\x00芳", "\u202e王"])
    def test_names_that_do_not_show(self, name: str) -> None:
        (found,) = faults(NewAccount(name, "market", ("market",), ("window",)), CATALOGUE)
        assert found.startswith("姓名")
