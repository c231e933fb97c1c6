"""The client that actions use: the composition root's, or one for the address that the environment names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette

from actions.client import api_client as client
from actions.client.api_client import ApiClient


@pytest.fixture(autouse=True)
def nobody_has_said(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = list(client._current)
    client._current.clear()
    monkeypatch.delenv("INTAKE_API_URL", raising=False)
    yield
    client._current[:] = before


class TestCurrent:
    def test_is_the_one_that_was_said(self) -> None:
        said = ApiClient.in_process(Starlette())
        client.use(said)
        assert client.current() is said

    def test_under_an_action_server_the_environment_says_where_the_api_is(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("INTAKE_API_URL", "http://127.0.0.1:5005")
        assert client.current() is client.current()

    def test_nothing_said_is_an_error_that_says_what_to_do(self) -> None:
        with pytest.raises(RuntimeError, match="INTAKE_API_URL"):
            client.current()
