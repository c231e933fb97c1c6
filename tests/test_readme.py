"""What the README promises exists: the paths of its table and the commands it names."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").glob("*.md"))]

_IN_BACKTICKS = re.compile(r"`([^`\n]+)`")
_IN_FENCES = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"\bintake ((?:[a-z]+ ?)+)")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def table_paths(page: Path) -> list[str]:
    """Everything in backticks in the rows of the page's tables that looks like a path of the project."""
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    named = [path for row in rows for path in _IN_BACKTICKS.findall(row)]
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir()}
    return [path for path in named if "/" in path and path.partition("/")[0] in rooms and " " not in path]


def commands(page: Path) -> set[tuple[str, ...]]:
    """The commands of ``intake`` that the page's code names."""
    text = page.read_text(encoding="utf-8")
    pieces = [*_IN_BACKTICKS.findall(text), *_IN_FENCES.findall(text)]
    return {tuple(words.split()) for piece in pieces for words in _COMMAND.findall(piece)}


class TestReadme:
    def test_every_path_of_the_table_exists(self) -> None:
        paths = table_paths(ROOT / "README.md")
        assert len(paths) >= 10
        missing = [path for path in paths if not any(ROOT.glob(path.rstrip("/")))]
        assert not missing

    def test_the_first_screen_has_the_conversation_and_the_two_commands(self) -> None:
        first = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:50])
        assert "uv run intake serve" in first
        assert "uv run pytest" in first
        assert "一次性告知单" in first

    def test_the_second_command_is_what_ci_runs(self) -> None:
        assert "uv run pytest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_links_lead_somewhere(self, page: Path) -> None:
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        assert not [link for link in links if not (page.parent / link).exists()]

    def test_every_command_exists(self) -> None:
        named = {command for page in PAGES for command in commands(page)}
        assert ("serve",) in named
        assert not unknown_commands(named)


def unknown_commands(named: Iterable[tuple[str, ...]]) -> list[list[str]]:
    """Those of ``intake WORDS`` that lead to no command; further words may be a command's arguments.

    Asked in a process of its own: the commands import the whole product.
    """
    script = (
        "import json, sys; from intake.cli import commands; from typer.main import get_command\n"
        "def known(words, here):\n"
        "    for word in words:\n"
        "        group = getattr(here, 'commands', None)\n"
        "        if group is None: return True\n"
        "        if word not in group: return False\n"
        "        here = group[word]\n"
        "    return True\n"
        "root = get_command(commands)\n"
        "print(json.dumps([words for words in json.load(sys.stdin) if not known(words, root)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(sorted(named)),
        capture_output=True,
        text=True,
        check=True,
    )
    unknown: list[list[str]] = json.loads(done.stdout)
    return unknown
