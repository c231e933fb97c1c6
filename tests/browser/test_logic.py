"""The pages' logic has tests of its own, which run without a browser; their types are those of the service."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from intake.contract import whole
from intake.page_build import WEB, npm_command
from intake.problems import Problem
from tests.kept_pages import pages_ready
from tests.missing import BROWSER, missing

GENERATED = WEB / "shared" / "src" / "api"


@pytest.fixture(scope="module")
def npm() -> list[str]:
    """How npm is called, with what the package files of the pages ask for installed."""
    try:
        called = npm_command()
    except Problem as none:
        missing(str(none), BROWSER)
    pages_ready()
    return called


@pytest.mark.parametrize("part", ["shared", "chat", "desk"])
def test_the_tests_of_the_pages_pass(npm: list[str], part: str) -> None:
    done = subprocess.run(
        [*npm, "test", "--workspace", part], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_are_those_of_the_service(npm: list[str], tmp_path: Path) -> None:
    subprocess.run(
        [*npm, "exec", "--offline", "--call", f"node shared/scripts/types.mjs '{tmp_path}'"],
        cwd=WEB,
        input=json.dumps(whole(), ensure_ascii=False),
        text=True,
        encoding="utf-8",
        check=True,
    )
    for name in ("applicant.ts", "staff.ts"):
        same = (tmp_path / name).read_text(encoding="utf-8") == (GENERATED / name).read_text(encoding="utf-8")
        assert same, f"接口有变化：请在 web 里运行 npm run types，把 shared/src/api/{name} 一起提交"
