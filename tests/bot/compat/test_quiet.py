"""Nothing that an applicant types reaches a log, and nothing is reported to anybody."""

from __future__ import annotations

import logging
import os

import pytest
import structlog

from bot import compat
from bot.engine import Engine

import rasa.telemetry  # isort: skip

SECRET = "张某某的身份证"


class TestLog:
    @pytest.mark.anyio
    @pytest.mark.parametrize("text", [SECRET, f"/greet{SECRET}", f'/greet{{"{SECRET}": 1}}', f"/{SECRET}"])
    async def test_holds_no_words_of_an_applicant(
        self,
        engine: Engine,
        text: str,
        caplog: pytest.LogCaptureFixture,
        capfd: pytest.CaptureFixture[str],
        recwarn: pytest.WarningsRecorder,
    ) -> None:
        compat.apply()  # the recorder has just reset all filters of warnings
        caplog.set_level(logging.DEBUG)
        await engine.handle(text, "甲", "web")
        printed = capfd.readouterr()
        warned = " ".join(str(warning.message) for warning in recwarn)
        assert SECRET not in caplog.text + printed.out + printed.err + warned

    @pytest.mark.anyio
    async def test_however_the_process_configures_structlog(
        self, engine: Engine, capfd: pytest.CaptureFixture[str]
    ) -> None:
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG))
        try:
            await engine.handle(SECRET, "甲", "web")
        finally:
            structlog.reset_defaults()
        printed = capfd.readouterr()
        assert SECRET not in printed.out + printed.err

    def test_names_errors_without_quoting_them(self, caplog: pytest.LogCaptureFixture) -> None:
        compat.apply()
        try:
            raise ValueError(SECRET)
        except ValueError:
            logging.getLogger("rasa.core.processor").exception("An action failed.")
        assert "An action failed. builtins.ValueError at " in caplog.text
        assert SECRET not in caplog.text


class TestTelemetry:
    def test_is_off(self) -> None:
        compat.apply()
        assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"
        assert not rasa.telemetry.is_telemetry_enabled()
