"""Check a commit message: a subject of at most 72 characters, an empty line, then the reason.

uv run python .ci/commit_subject.py FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

LONGEST = 72
"""What `git log --oneline` shows on a terminal of 80 columns."""

_WRITTEN_BY_GIT = ("Merge ", "Revert ", "fixup! ", "squash! ", "amend! ")


def faults(message: str) -> list[str]:
    """What is wrong with a commit message, each fault as a sentence."""
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    subject = lines[0].rstrip() if lines else ""
    if subject.startswith(_WRITTEN_BY_GIT):
        return []
    found = []
    if not subject:
        found.append("The first line is empty: it should say in a few words what changes.")
    if len(subject) > LONGEST:
        found.append(
            f"The subject has {len(subject)} characters, at most {LONGEST} are shown: move the reason to the body."
        )
    if subject.endswith("."):
        found.append("The subject is a headline and ends without a full stop.")
    if len(lines) > 1 and lines[1].strip():
        found.append("The second line should be empty, the body begins on the third.")
    return found


if __name__ == "__main__":
    found = faults(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    sys.exit(bool(found))
