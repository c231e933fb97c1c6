"""What the README promises exists: the paths of its table and the commands it names."""

from __future__ import annotations

import re
import subprocess
import sys
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
        unknown = [command for command in sorted(named) if not is_command(command)]
        assert not unknown


def is_command(words: tuple[str, ...]) -> bool:
    """Whether ``intake WORDS`` leads to a command; further words may be its arguments."""
    script = (
        "import sys; from intake.cli import commands; from typer.main import get_command\n"
        "here = get_command(commands)\n"
        "for word in sys.argv[1:]:\n"
        "    group = getattr(here, 'commands', None)\n"
        "    if group is None: break\n"
        "    here = group[word]\n"
    )
    return (
        subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=False).returncode
        == 0
    )
