"""``intake bench page`` and ``photo``: what it adds up, and what it says where it cannot measure."""

from __future__ import annotations

import shutil

import pytest

from intake.bench import page, photo
from intake.problems import Problem


class TestWithoutBrowser:
    def test_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("playwright", reason="没有安装 playwright，跳过网页测速的测试")
        monkeypatch.setattr(shutil, "which", lambda name: None)
        with pytest.raises(Problem, match="apt-get install chromium"):
            page.measure()
        with pytest.raises(Problem, match="apt-get install chromium"):
            photo.measure(2)


class TestSums:
    def test_by_kind(self) -> None:
        came = {"1": ("Document", 900), "2": ("Script", 2000), "3": ("Script", 500), "4": ("Stylesheet", 70)}
        assert page._sums(came) == {"script": 2500, "style": 70, "all": 3470, "requests": 4}
