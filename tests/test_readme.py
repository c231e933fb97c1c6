"""What the documents name exists: paths, functions, links and commands."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
NAMED_THROUGHOUT = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
"""Pages of which every path is looked up, not only those of tables."""

WRITTEN_BY_COMMANDS = {"verified.yaml", "reviews.yaml", "rules.yml"}
"""Records of checks against the laws, which the guide to a new item describes, and what Rasa wants to find."""

_IN_BACKTICKS = re.compile(r"`([^`\n]+)`")
_IN_FENCES = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"\bintake ((?:[a-z]+ ?)+)")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
_WALK = re.compile(r"(?ms)^## 走一遍：.+?(?=^## |\Z)")
_STEP = re.compile(r"(?m)^(\d+)\. ")


def table_paths(page: Path) -> list[str]:
    """The paths in the rows of the page's tables."""
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return paths_in("\n".join(rows))


def paths_in(text: str) -> list[str]:
    """Everything in backticks that looks like a path of the project, with ``:function`` where one is named."""
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir()}
    named = _IN_BACKTICKS.findall(text)
    return [path for path in named if path.partition("/")[0] in rooms and "/" in path and " " not in path]


def is_there(named: str) -> bool:
    """Whether a path exists, and the function or method named behind it too."""
    path, _, function = named.partition(":")
    files = list(ROOT.glob(path.rstrip("/")))
    return bool(files) and (not function or function in functions_of(files[0]))


def functions_of(file: Path) -> set[str]:
    """Functions and methods, the latter as ``Class.method``; of TypeScript the exported functions."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".ts":
        return set(re.findall(r"export (?:async )?function (\w+)", text))
    found = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            found |= {
                f"{node.name}.{part.name}"
                for part in node.body
                if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
            }
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
    return found


def commands(page: Path) -> set[tuple[str, ...]]:
    """The commands of ``intake`` that the page's code names."""
    text = page.read_text(encoding="utf-8")
    pieces = [*_IN_BACKTICKS.findall(text), *_IN_FENCES.findall(text)]
    return {tuple(words.split()) for piece in pieces for words in _COMMAND.findall(piece)}


class TestReadme:
    def test_every_path_of_the_table_exists(self) -> None:
        paths = table_paths(ROOT / "README.md")
        assert len(paths) >= 10
        assert not [path for path in paths if not is_there(path)]

    def test_every_file_that_staff_edit_is_in_the_table(self) -> None:
        named = [ROOT / path.rstrip("/") for path in table_paths(ROOT / "README.md")]
        edited = [
            file
            for room in ("actions", "api", "knowledge", "bot/data")
            for pattern in ("*.yaml", "*.yml", "*.docx", "*.html", "*.typ")
            for file in (ROOT / room).rglob(pattern)
            if file.name not in WRITTEN_BY_COMMANDS
        ]
        assert len(edited) > 50
        assert not [file for file in edited if not {file, *file.parents} & set(named)]

    def test_the_first_screen_has_the_conversation_and_the_two_commands(self) -> None:
        first = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:50])
        assert "uv run intake serve" in first
        assert "uv run pytest" in first
        assert "一次性告知单" in first

    def test_the_second_command_is_what_ci_runs(self) -> None:
        assert "uv run pytest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


class TestArchitecture:
    TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    def test_it_is_two_screens_long(self) -> None:
        assert len(self.TEXT.splitlines()) <= 110

    def test_there_are_four_walks_of_at_most_ten_steps_each_with_its_function(self) -> None:
        walks = _WALK.findall(self.TEXT)
        assert len(walks) == 4
        for walk in walks:
            steps = [line for line in walk.splitlines() if _STEP.match(line)]
            assert 5 <= len(steps) <= 10
            assert not [step for step in steps if not any(":" in path for path in paths_in(step))]

    def test_every_room_of_knowledge_is_in_its_table(self) -> None:
        rooms = {f"knowledge/{path.parent.name}/" for path in (ROOT / "knowledge").glob("*/__init__.py")}
        assert rooms <= set(table_paths(ROOT / "ARCHITECTURE.md"))


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_links_lead_somewhere(self, page: Path) -> None:
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        assert not [link for link in links if not (page.parent / link).exists()]

    @pytest.mark.parametrize("page", NAMED_THROUGHOUT, ids=lambda page: page.name)
    def test_paths_and_functions_exist(self, page: Path) -> None:
        assert not [path for path in paths_in(page.read_text(encoding="utf-8")) if not is_there(path)]

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
