"""Passwords of the staff: long enough, not one's own name, not what everybody tries first."""

from __future__ import annotations

import pytest

from knowledge.staff.password import LONGEST, password_faults, settled

GOOD = (
    "correct horse battery",
    "河东县的柳树又发芽了今年",
    "Kx7!mQ2#vL",
    "三更灯火五更鸡2026年",
    "xk39vmw2hqzt",
)


def faults(password: str, account: str = "7LQGME", name: str = "王芳") -> str:
    return "".join(password_faults(password, account, name))


class TestLength:
    @pytest.mark.parametrize("password", GOOD)
    def test_long_ones_and_mixed_ones_are_good(self, password: str) -> None:
        assert not faults(password)

    @pytest.mark.parametrize("password", ["", "Kx7!mQ2#v", "xk39vmw2hq", "河东县的柳树又发芽", "XKVMWHQZTRB"])
    def test_short_ones_are_not(self, password: str) -> None:
        assert "密码太短" in faults(password)

    def test_an_endless_one_is_refused_without_a_look(self) -> None:
        assert password_faults("x" * (LONGEST + 1), "7LQGME", "王芳") == ["密码最多128个字符。"]


class TestOwnName:
    @pytest.mark.parametrize("password", ["my-7lqgme-desk", "x7LQGMEx7LQGMEx", "7ｌｑｇｍｅ的窗口密码呀"])
    def test_the_account_is_in_it(self, password: str) -> None:
        assert "自己的账号或者姓名" in faults(password)

    def test_a_long_name_is_in_it(self) -> None:
        assert "姓名" in faults("欧阳海棠花儿开得真好看啊", name="欧阳海棠")
        assert not faults("柳树下的王芳草地春天的风", name="王芳"), "两个字的姓名是常用字，不算"


class TestCommon:
    @pytest.mark.parametrize(
        "password",
        [
            "password2026!", "Password@12345", "P@ssw0rd123456", "admin1234567890", "123456789012", "987654321098", "qwertyuiop123",
            "1qaz2wsx3edc4rfv", "abcdefghijkl", "aaaaaaaaaaaa", "abababababab", "woaini1314520", "asdfghjklasdfghjkl", "zhengwufuwu2026",
        ],
    )  # fmt: skip
    def test_what_everybody_tries(self, password: str) -> None:
        assert "太常见" in faults(password)

    def test_everything_is_said_at_once(self) -> None:
        assert len(password_faults("7LQGME", "7LQGME", "王芳")) == 2


def test_signs_of_two_keyboards_are_one_password() -> None:
    assert settled("Ｋｘ７！ｍＱ２＃ｖＬ") == settled("Kx7!mQ2#vL")
