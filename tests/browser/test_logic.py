"""The pages' logic has tests of its own, which run without a browser; their types are those of the service."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from intake.contract import whole
from intake.page_build import WEB

GENERATED = WEB / "shared" / "src" / "api"


@pytest.fixture(scope="module")
def npm() -> str:
    """npm with what the package files of the pages ask for."""
    found = shutil.which("npm")
    if found is None:
        pytest.skip("没有安装 npm，跳过网页逻辑和类型的测试")
    wanted = ("vitest", "openapi-typescript", "element-plus")
    if not all((WEB / "node_modules" / name).is_dir() for name in wanted):
        subprocess.run([found, "ci", "--no-audit", "--no-fund"], cwd=WEB, check=True, capture_output=True)
    return found


@pytest.mark.parametrize("part", ["shared", "chat", "desk"])
def test_the_tests_of_the_pages_pass(npm: str, part: str) -> None:
    done = subprocess.run(
        [npm, "test", "--workspace", part], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_are_those_of_the_service(npm: str, tmp_path: Path) -> None:
    subprocess.run(
        ["node", "shared/scripts/types.mjs", str(tmp_path)],
        cwd=WEB,
        input=json.dumps(whole(), ensure_ascii=False),
        text=True,
        encoding="utf-8",
        check=True,
    )
    for name in ("applicant.ts", "staff.ts"):
        same = (tmp_path / name).read_text(encoding="utf-8") == (GENERATED / name).read_text(encoding="utf-8")
        assert same, f"接口有变化：请在 web 里运行 npm run types，把 shared/src/api/{name} 一起提交"
