"""The page's logic has tests of its own, which run without a browser."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from intake.pages import CHAT


def test_the_tests_of_the_page_pass() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("没有安装 npm，跳过网页逻辑的测试")
    if not (CHAT / "node_modules" / "vitest").is_dir():
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=CHAT, check=True, capture_output=True)
    done = subprocess.run([npm, "test"], cwd=CHAT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
