"""One word, one meaning: names of rooms and modules are made of the glossary's words, and what the glossary names exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_TERMS, _PLAIN = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").split("## 名字里可以用的普通词")


def rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its heading."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def root_of(word: str) -> str:
    """A word without the ending of its plural."""
    word = word.lower()
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


def words_of_names() -> dict[str, set[str]]:
    """Every word of the names of rooms and modules, with the files that bear it."""
    found: dict[str, set[str]] = {}
    for file in (file for room in ("knowledge", "api") for file in (ROOT / room).rglob("*.py")):
        where = file.relative_to(ROOT)
        if "versions" in where.parts:
            continue
        names = [*where.parts[1:-1], where.stem]
        for word in (word for name in names if name != "__init__" for word in name.split("_")):
            found.setdefault(word, set()).add(str(where))
    return found


TERMS = rows(_TERMS)
ALLOWED = {
    root_of(word)
    for text in (*(row[0] for row in TERMS), *(row[1] for row in rows(_PLAIN)))
    for word in re.findall(r"[a-z]+", text)
}


def test_names_of_rooms_and_modules_are_made_of_the_words_of_the_glossary() -> None:
    unknown = {word: files for word, files in words_of_names().items() if root_of(word) not in ALLOWED}
    assert not unknown


def test_a_term_has_one_meaning() -> None:
    terms = Counter(term.strip() for row in TERMS for term in row[0].split(","))
    assert not [term for term, times in terms.items() if times > 1]


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row[0])
def test_a_term_has_chinese_a_source_and_a_place_that_exists(row: list[str]) -> None:
    _, chinese, source, place = row
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert source
    (path,) = re.findall(r"`([^`]+)`", place)
    assert (ROOT / path).exists()
