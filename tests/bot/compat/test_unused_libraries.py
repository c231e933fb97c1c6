"""What Rasa imports for channels that nobody opens here stays out of the process, and out of nobody else's way."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module

import pytest

from bot.compat.unused_libraries import LEFT_OUT, left_out


def _in_a_fresh_process(code: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    return ran.stdout


class TestAfterTheEngineIsImported:
    def test_none_of_the_libraries_is_loaded(self) -> None:
        code = "import bot.engine, sys, json; print(json.dumps(sorted(sys.modules)))"
        loaded = {name.partition(".")[0] for name in json.loads(_in_a_fresh_process(code))}
        assert not loaded & set(LEFT_OUT)
        assert "rasa" in loaded

    def test_whoever_needs_one_gets_the_real_one(self) -> None:
        code = """
import bot.engine
from sklearn.svm import LinearSVC
from prompt_toolkit.styles import Style
print(LinearSVC(C=2.0).fit([[0.0], [1.0]], [0, 1]).predict([[0.9]])[0], Style.from_dict({"a": "bold"}) is not None)
"""
        assert _in_a_fresh_process(code).split() == ["1", "True"]

    def test_every_channel_of_rasa_keeps_its_name(self) -> None:
        listed = "from rasa.core.channels import BUILTIN_CHANNELS; print(sorted(BUILTIN_CHANNELS))"
        assert _in_a_fresh_process(f"import bot.engine; {listed}") == _in_a_fresh_process(listed)


class TestLeftOut:
    def test_a_name_is_a_base_class_and_says_what_it_is_when_called(self) -> None:
        code = """
from bot.compat.unused_libraries import LeftOut, left_out
with left_out():
    from aiogram.types import Message
class Own(Message): pass
try:
    Own()
except LeftOut as error:
    print(error)
"""
        assert "aiogram.types" in _in_a_fresh_process(code)

    def test_other_modules_are_found_as_ever(self) -> None:
        with left_out(), pytest.raises(ModuleNotFoundError):
            import_module("no_library_of_this_name")
