"""The address is checked before anything is trained."""

from __future__ import annotations

import socket

import pytest

from intake.problems import Problem
from intake.server import bound


class TestBound:
    def test_a_free_port(self) -> None:
        with bound("127.0.0.1", 0) as at:
            assert at.getsockname()[1] > 0

    def test_a_taken_port_says_what_to_do(self) -> None:
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            with pytest.raises(Problem, match=f"端口 {port} 已被占用.*--port"):
                bound("127.0.0.1", port)

    def test_an_address_of_another_machine(self) -> None:
        with pytest.raises(Problem, match="不能监听地址"):
            bound("192.0.2.1", 0)

    def test_a_port_that_does_not_exist(self) -> None:
        with pytest.raises(Problem, match="不存在"):
            bound("127.0.0.1", 70000)
