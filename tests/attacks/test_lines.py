"""Every line of quality.md that an attack or the law found is held by a test that there is."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

LINES = (*range(10, 18), *range(23, 29), *range(35, 50))


def test_each_line_has_its_tests() -> None:
    held = yaml.safe_load(Path(__file__).with_name("lines.yaml").read_text(encoding="utf-8"))
    assert sorted(held) == sorted(LINES)
    root = Path(__file__).parents[2]
    missing = [
        test
        for tests in held.values()
        for test in tests
        for file, _, name in (test.partition("::"),)
        if not re.search(rf"def {name}\(", (root / file).read_text(encoding="utf-8"))
    ]
    assert not missing
