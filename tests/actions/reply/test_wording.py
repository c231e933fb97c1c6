"""Every word the programs say is in ``wording.yaml`` with exactly the places they fill, and nothing in it is left over."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from actions.reply.wording import say, templates, without_department
from intake.project import ROOT

ROOMS = ("actions", "bot")


@dataclass(frozen=True)
class Use:
    """One call of ``say`` in the programs; ``places`` is None where they are handed on with ``**``."""

    where: str
    key: str
    exact: bool
    places: frozenset[str] | None


def uses() -> Iterator[Use]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            if _has_words_of_its_own(tree):
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and _name(node.func) == "say" and node.args:
                    where = f"{path.relative_to(ROOT)}:{node.lineno}"
                    names = [keyword.arg for keyword in node.keywords]
                    places = None if None in names else frozenset(name for name in names if name)
                    for key, exact in _keys(node.args[0]):
                        yield Use(where, key, exact, places)


def _has_words_of_its_own(tree: ast.Module) -> bool:
    """Whether what it calls ``say`` is another channel's, with a ``wording.yaml`` and a test beside it."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module != "actions.reply.wording"
        and any(name.name == "say" for name in node.names)
        for node in tree.body
    )


def _name(function: ast.expr) -> str:
    return (
        function.id
        if isinstance(function, ast.Name)
        else function.attr
        if isinstance(function, ast.Attribute)
        else ""
    )


def _keys(first: ast.expr) -> Iterator[tuple[str, bool]]:
    """The keys that an argument may be; of an f-string what stands before its first place."""
    if isinstance(first, ast.Constant):
        yield str(first.value), True
    elif isinstance(first, ast.IfExp):
        yield from _keys(first.body)
        yield from _keys(first.orelse)
    elif isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
        yield str(first.values[0].value), False


def places_of(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


USES = [use for use in uses() if not (use.where.startswith("actions/turn.py") and use.key == "key")]
KEYS = templates()
BLANK = {"option_gap"}
"""What stands between options in a line may be nothing but blanks."""


def meant(use: Use) -> list[str]:
    return [use.key] if use.exact else [key for key in KEYS if key.startswith(use.key)]


class TestUses:
    def test_there_are_many(self) -> None:
        assert len(USES) > 100

    @pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.where}:{use.key}")
    def test_the_key_exists_with_these_places(self, use: Use) -> None:
        keys = meant(use)
        assert keys, use
        for key in keys:
            assert key in KEYS
            if use.places is not None:
                assert places_of(KEYS[key]) <= use.places, f"{use.where}：{key} 缺少要填的内容"
                if use.exact:
                    assert places_of(KEYS[key]) == use.places, f"{use.where}：{key} 填了用不到的内容"

    def test_no_words_are_left_over(self) -> None:
        used = {key for use in USES for key in meant(use)}
        assert sorted(set(KEYS) - used) == []


class TestTemplates:
    @pytest.mark.parametrize("key", sorted(KEYS))
    def test_is_written_as_the_house_writes(self, key: str) -> None:
        text = KEYS[key]
        assert text.strip() or key in BLANK
        assert not re.search(r"[!！]|你(?!们)", text), "用「您」，不用感叹号"
        assert not re.search(r"[\u4e00-\u9fff][,;:?]|[,;:?](?=[\u4e00-\u9fff])", text), "中文里用全角标点"
        assert not re.search(r"[\U0001f300-\U0001faff]", text)

    def test_an_unknown_key_or_a_missing_place_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            say("nothing_of_the_kind")
        with pytest.raises(KeyError):
            say("noted")


class TestNameBesideDepartment:
    def test_the_department_is_said_once(self) -> None:
        assert without_department("弩的购置审批（广州市公安局）", "广州市公安局") == "弩的购置审批"

    def test_another_bracket_stays(self) -> None:
        assert without_department("食品经营许可（新办）", "河东县市场监督管理局") == "食品经营许可（新办）"
