"""The page's logic has tests of its own, which run without a browser; its types are those of the service."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from intake.contract import whole
from intake.pages import CHAT

GENERATED = CHAT / "src" / "api" / "generated.ts"


@pytest.fixture(scope="module")
def npm() -> str:
    """npm with what the page's package file asks for."""
    found = shutil.which("npm")
    if found is None:
        pytest.skip("没有安装 npm，跳过网页逻辑和类型的测试")
    wanted = ("vitest", "openapi-typescript")
    if not all((CHAT / "node_modules" / name).is_dir() for name in wanted):
        subprocess.run([found, "ci", "--no-audit", "--no-fund"], cwd=CHAT, check=True, capture_output=True)
    return found


def test_the_tests_of_the_page_pass(npm: str) -> None:
    done = subprocess.run([npm, "test"], cwd=CHAT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_are_those_of_the_service(npm: str, tmp_path: Path) -> None:
    made = tmp_path / "generated.ts"
    subprocess.run(
        ["node", "scripts/types.mjs", str(made)],
        cwd=CHAT,
        input=json.dumps(whole(), ensure_ascii=False),
        text=True,
        encoding="utf-8",
        check=True,
    )
    same = made.read_text(encoding="utf-8") == GENERATED.read_text(encoding="utf-8")
    assert same, "接口有变化：请在 web/chat 里运行 npm run types，把 src/api/generated.ts 一起提交"
