"""Read the lexicon files and find their terms in a text.

Most patterns are plain words, so a text is scanned once by looking its substrings up in a table; only the few patterns
that are real regular expressions are run one by one. That keeps tagging a sentence at some tens of microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_CLAUSE_END = re.compile(r"[,。;:!?、\s.…~]+")
_META = re.compile(r"[\\^$.|?*+()\[\]{}]")


class LexiconError(ValueError):
    """A lexicon file is unreadable; the message lists every fault found."""

    code = "lexicon_invalid"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a text may speak of: an operation (操作), a subject (主体) or a synonym group (同义词)."""

    name: str
    patterns: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon: operation words, subject words, groups of words that mean the same."""

    operations: tuple[Term, ...]
    subjects: tuple[Term, ...]
    synonyms: tuple[Term, ...]
    fillers: tuple[re.Pattern[str], ...] = ()
    _finder: _Finder = field(init=False, compare=False, repr=False)
    _said: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_finder", _Finder((self.operations, self.subjects, self.synonyms)))
        said = [
            word
            for term in (*self.operations, *self.subjects)
            for word in sorted(term.patterns, key=len, reverse=True)
            if len(word) > 1 and not _META.search(word)
        ]
        object.__setattr__(self, "_said", tuple(said))

    def find(self, text: str) -> tuple[list[str], list[str], list[str]]:
        """Names of the operations, subjects and synonym groups that a normalised text speaks of, each once."""
        operations, subjects, synonyms = self._finder.find(text)
        return operations, subjects, synonyms

    def find_operations(self, text: str) -> list[str]:
        """Names of the operations that a normalised text speaks of."""
        return self.find(text)[0]

    def find_subjects(self, text: str) -> list[str]:
        """Names of the subjects and changed things that a normalised text speaks of."""
        return self.find(text)[1]

    def find_synonyms(self, text: str) -> list[str]:
        """Names of the synonym groups of which a normalised text holds a word."""
        return self.find(text)[2]

    def strip(self, text: str) -> str:
        """Take out what has nothing to do with the business asked for: courtesies, particles, the aspect asked about.

        Returns:
            what is left of each clause, joined; the whole text if hardly anything is.
        """
        clauses = _CLAUSE_END.split(text)
        for filler in self.fillers:
            clauses = [filler.sub("", clause) for clause in clauses]
        left = "".join(clauses)
        return left if len(left) >= 2 else text

    def without_operations(self, text: str) -> str:
        """A normalised text with a blank for each word of an operation or a subject: what is left is the object."""
        for word in self._said:
            if word in text:
                text = text.replace(word, " ")
        return text

    def hint(self, operation: str) -> str:
        """How an operation is put to the applicant, e.g. 补办 -> 丢失或损坏,要补一份; its name if no hint is written."""
        return next((term.hint or term.name for term in self.operations if term.name == operation), operation)


class _Finder:
    """Finds the terms of several kinds in one pass over a text."""

    def __init__(self, kinds: Sequence[tuple[Term, ...]]) -> None:
        self._words: dict[str, tuple[int, ...]] = {}
        self._expressions: list[tuple[re.Pattern[str], int]] = []
        self._names = [(kind, term.name) for kind, terms in enumerate(kinds) for term in terms]
        self._kinds = len(kinds)
        for number, term in enumerate(term for terms in kinds for term in terms):
            for pattern in term.patterns:
                if _META.search(pattern):
                    self._expressions.append((re.compile(pattern), number))
                else:
                    self._words[pattern] = (*self._words.get(pattern, ()), number)
        self._lengths = sorted({len(word) for word in self._words})

    def find(self, text: str) -> list[list[str]]:
        hits: set[int] = set()
        words = self._words
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                found = words.get(text[start : start + length])
                if found is not None:
                    hits.update(found)
        for expression, number in self._expressions:
            if number not in hits and expression.search(text):
                hits.add(number)
        names: list[list[str]] = [[] for _ in range(self._kinds)]
        for number in sorted(hits):
            kind, name = self._names[number]
            names[kind].append(name)
        return names


@lru_cache(maxsize=4)
def load_lexicon(folder: Path = HERE) -> Lexicon:
    """Read `operations.yaml`, `synonyms.yaml` and `fillers.yaml` of a folder.

    Raises:
        LexiconError: naming every faulty entry at once.
    """
    faults: list[str] = []
    operations = _read(folder / "operations.yaml", faults)
    synonyms = _read(folder / "synonyms.yaml", faults)
    fillers = _read(folder / "fillers.yaml", faults).get("fillers") or []
    lexicon = Lexicon(
        operations=_terms(operations, "operations", "patterns", faults),
        subjects=_terms(operations, "subjects", "patterns", faults),
        synonyms=_terms(synonyms, "synonyms", "words", faults),
        fillers=_expressions(fillers, faults),
    )
    if faults:
        raise LexiconError("\n".join(faults))
    return lexicon


def _expressions(patterns: Any, faults: list[str]) -> tuple[re.Pattern[str], ...]:
    if not isinstance(patterns, list):
        faults.append("词表 fillers 应当一行一条")
        return ()
    compiled: list[re.Pattern[str]] = []
    for number, pattern in enumerate(patterns, start=1):
        try:
            compiled.append(re.compile(str(pattern)))
        except re.error as error:
            faults.append(f"词表 fillers 第{number}条不是正则表达式({error})")
    return tuple(compiled)


def _read(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        faults.append(f"词表 {path.name} 读不出来:{error}")
        return {}
    if not isinstance(content, dict):
        faults.append(f"词表 {path.name} 应当是一张表")
        return {}
    return content


def _terms(content: dict[str, Any], key: str, field_name: str, faults: list[str]) -> tuple[Term, ...]:
    terms: list[Term] = []
    seen: set[str] = set()
    entries: Iterable[Any] = content.get(key) or ()
    for number, entry in enumerate(entries, start=1):
        fault = _fault(entry, field_name, seen)
        if fault:
            faults.append(f"词表 {key} 第{number}条:{fault}")
            continue
        seen.add(entry["name"])
        terms.append(Term(entry["name"], tuple(map(str, entry[field_name])), str(entry.get("hint", ""))))
    return tuple(terms)


def _fault(entry: Any, field_name: str, seen: set[str]) -> str:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not entry["name"]:
        return "缺少 name"
    if entry["name"] in seen:
        return f"{entry['name']} 重复"
    patterns = entry.get(field_name)
    if not isinstance(patterns, list) or not patterns:
        return f"{entry['name']} 缺少 {field_name}"
    for pattern in patterns:
        try:
            re.compile(str(pattern))
        except re.error as error:
            return f"{entry['name']} 的 {pattern} 不是正则表达式({error})"
    return ""


@lru_cache(maxsize=4)
def load_chitchat(folder: Path = HERE) -> tuple[str, ...]:
    """Read `chitchat.yaml`: sentences that are no business of a service centre.

    Raises:
        LexiconError: if the file is unreadable or holds anything but sentences.
    """
    faults: list[str] = []
    sentences = _read(folder / "chitchat.yaml", faults).get("chitchat") or []
    if not isinstance(sentences, list) or not all(isinstance(sentence, str) for sentence in sentences):
        faults.append("词表 chitchat 应当一行一句")
    if faults:
        raise LexiconError("\n".join(faults))
    return tuple(sentences)
