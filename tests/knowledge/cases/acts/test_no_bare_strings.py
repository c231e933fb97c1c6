"""Acts and states are named by their enums: a name written as a string would go unnoticed where an act is added or renamed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from knowledge.cases.record.act import Act
from knowledge.cases.record.state import CaseState

ROOT = Path(__file__).parents[4]
NAMES = {*map(str, Act), *map(str, CaseState)}
DEFINED_IN = {ROOT / "knowledge/cases/record/act.py", ROOT / "knowledge/cases/record/state.py"}

OTHER_THINGS: dict[str, set[str]] = {
    # states of an intake
    "submitted": {
        "appointments",
        "intake_changes",
        "intakes",
        "notices",
        "submission",
        "uploads",
        "oversight",
        "personal_data",
        "talks",
    },
    "closed": {"appointments", "intake_changes", "intakes", "submission"}
    | {"oversight", "supervision", "talks", "centre"},
    # figures and cards of supervision, talks with a person, what a regulator asks for
    "accepted": {"talks"},
    "decided": {"supervision"},
    "withdrawn": {"oversight", "supervision"},
    "revoke": {"change_request.py"},
    # what the centre enters at the desk, powers that are at the centre
    "transfer": {"centre"},
    "review": {"item_entry.py"},
    "approve": {"item_entry.py"},
    "deliver": {"item_entry.py"},
    # entries of the staff audit, states of a token, answers of the process that opens papers
    "refused": {
        "access",
        "case_questions.py",
        "desk",
        "imports",
        "paper_files",
        "paper_reading",
        "uploads",
        "supervision",
    },
    "revoked": {"access", "staff"},
    # a state of an uploaded paper
    "received": {"uploads"},
    # tables of the national standard, a header of HTTP, groups and dates of the queue
    "accept": {"item_entry.py", "fields.py", "national_records.py", "results.py", "pages.py", "stage.py"},
    "special": {"fields.py", "national_records.py", "results.py", "stage.py"},
    "receive": {"stage.py"},
    "correction": {"clock_colour.py"},
    # what is said in the talk, before there is a case
    "submit": {"acts.py"},
    # what an applicant asks about an act, besides whether it was done
    "correct": {"case_questions.py"},
    "withdraw": {"case_questions.py", "change_request.py"},
    # codes of what supervision finds and of what stands against an act, a question about it
    "overdue": {"case_questions.py", "oversight", "supervision"},
    "deemed_accepted": {"oversight", "checks.py"},
    "deemed_granted": {"oversight"},
}
"""Words that name something else in these folders and files."""


def bare_names(path: Path) -> Iterator[tuple[int, str]]:
    """Strings of a module that are the name of an act or state, and the lines where they stand."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in NAMES:
            yield node.lineno, node.value


def modules() -> Iterator[Path]:
    for folder in ("knowledge", "api"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts and path not in DEFINED_IN:
                yield path


def test_acts_and_states_are_named_by_their_enums() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in modules()
        for line, name in bare_names(path)
        if OTHER_THINGS.get(name, set()).isdisjoint(path.relative_to(ROOT).parts)
    ]
    assert not found, "\n".join(found)
