"""Combinations that would not work or would not be safe are refused before anything starts."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from intake.problems import Problem
from intake.settings import Role, SiteSettings, checked


class TestChecked:
    def test_development_needs_nothing(self) -> None:
        checked(SiteSettings(), Role.ALL, workers=1, host="127.0.0.1")

    def test_several_workers_are_refused(self) -> None:
        with pytest.raises(Problem, match="PostgreSQL"):
            checked(SiteSettings(), Role.ALL, workers=2, host="127.0.0.1")

    def test_a_bot_alone_needs_an_address(self) -> None:
        with pytest.raises(Problem, match="INTAKE_API_URL"):
            checked(SiteSettings(), Role.BOT, workers=1, host="127.0.0.1")

    def test_production_needs_a_token_for_the_rest_channel(self) -> None:
        with pytest.raises(Problem, match="INTAKE_REST_TOKEN"):
            checked(SiteSettings(production=True), Role.ALL, workers=1, host="127.0.0.1")

    @pytest.mark.parametrize("role", [Role.API, Role.BOT])
    def test_production_in_two_halves_needs_a_token_between_them(self, role: Role) -> None:
        halves = SiteSettings(production=True, api_url="http://api", rest_token=SecretStr("of the callers"))
        with pytest.raises(Problem, match="INTAKE_API_TOKEN"):
            checked(halves, role, workers=1, host="127.0.0.1")
        checked(
            halves.model_copy(update={"api_token": SecretStr("between them")}),
            role,
            workers=1,
            host="127.0.0.1",
        )

    def test_an_api_in_production_is_not_open_to_other_machines(self) -> None:
        with pytest.raises(Problem, match="反向代理"):
            checked(
                SiteSettings(production=True, api_token=SecretStr("between them")),
                Role.API,
                workers=1,
                host="0.0.0.0",
            )

    def test_secrets_hide_themselves(self) -> None:
        assert "abc123" not in repr(SiteSettings(rest_token=SecretStr("abc123")))
