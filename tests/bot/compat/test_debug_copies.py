"""Copies are made exactly when somebody reads debug messages."""

from __future__ import annotations

import ast
import inspect
import logging

import pytest

from bot.compat.debug_copies import deepcopy

import rasa.core.processor  # isort: skip


class TestDeepcopy:
    def test_gives_the_value_itself_while_debug_is_off(self, caplog: pytest.LogCaptureFixture) -> None:
        value = [[1]]
        caplog.set_level(logging.WARNING, logger="rasa")
        assert deepcopy(value) is value

    def test_copies_while_debug_is_on(self, caplog: pytest.LogCaptureFixture) -> None:
        value = [[1]]
        caplog.set_level(logging.DEBUG, logger="rasa")
        assert deepcopy(value) == value
        assert deepcopy(value)[0] is not value[0]

    def test_the_processor_copies_for_debug_messages_only(self) -> None:
        tree = ast.parse(inspect.getsource(rasa.core.processor))
        logged = {
            id(part)
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "structlogger.debug"
            for part in ast.walk(call)
        }
        uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "copy"]
        assert uses
        assert all(id(use) in logged for use in uses)
