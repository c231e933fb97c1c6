"""Which passwords the staff may choose (密码).

Length counts more than signs (NIST SP 800-63B § 5.1.1.2): twelve characters of any kind, or ten of three kinds; and none that everybody
tries first (``common_passwords.yaml``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml

ENOUGH = 12
"""Characters that are enough, whatever they are."""

ENOUGH_OF_KINDS = 10
"""Characters that are enough where they are of :data:`KINDS` kinds."""

KINDS = 3

LONGEST = 128
"""Characters; what is longer only keeps the processor busy."""

_FEWEST_DIFFERENT = 5

_SHORTEST_WORD = 4
"""Characters of an account or a name from which on a password must not hold it."""

_FILE = Path(__file__).with_name("common_passwords.yaml")
_TAIL = re.compile(r"[\W\d_]+$")
_KINDS = (re.compile("[a-z]"), re.compile("[A-Z]"), re.compile(r"\d"), re.compile(r"[^A-Za-z\d]"))


def settled(password: str) -> str:
    """A password as it is hashed: one form of signs that keyboards write differently (NFKC), half signs spelled out."""
    return unicodedata.normalize("NFKC", password).encode(errors="backslashreplace").decode()


def password_faults(password: str, account: str, name: str) -> list[str]:
    """Everything that is wrong with a password that somebody chose, as Chinese sentences; empty where it may be used.

    Args:
        account: The account's id.
        name: The person's name, as colleagues see it.
    """
    chosen = settled(password)
    if len(chosen) > LONGEST:
        return [f"密码最多{LONGEST}个字符。"]
    found = []
    if not _is_long_enough(chosen):
        found.append(
            f"密码太短。请用至少{ENOUGH}个字符，或者至少{ENOUGH_OF_KINDS}个、含大写字母、小写字母、数字、符号里的三种。"
        )
    if _holds(chosen, account) or _holds(chosen, name):
        found.append("密码里不要有自己的账号或者姓名。")
    if _is_common(chosen):
        found.append("这个密码太常见，别人一猜就中。请换一个，比如几个不相干的词连起来。")
    return found


def _is_long_enough(password: str) -> bool:
    kinds = sum(bool(kind.search(password)) for kind in _KINDS)
    return len(password) >= ENOUGH or (len(password) >= ENOUGH_OF_KINDS and kinds >= KINDS)


def _holds(password: str, word: str) -> bool:
    bare, lower = settled(word).strip().lower(), password.lower()
    return bool(bare) and (lower == bare or (len(bare) >= _SHORTEST_WORD and bare in lower))


def _is_common(password: str) -> bool:
    """Whether it is one of the list, also with signs behind it or written twice, a run of the keyboard, or of few different signs."""
    lower = password.lower()
    bare = _TAIL.sub("", lower)
    half = lower[: len(lower) // 2]
    written = {lower, bare, half if half * 2 == lower else lower}
    return (
        bool(written & _common().words)
        or len(set(lower)) < _FEWEST_DIFFERENT
        or any(lower in run for run in _common().runs)
    )


class _Common:
    """What everybody tries first."""

    def __init__(self, words: list[str], runs: list[str]) -> None:
        self.words = frozenset(words)
        self.runs = tuple(text for run in runs for text in (run * 3, run[::-1] * 3))


@cache
def _common() -> _Common:
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return _Common([str(word) for word in raw["words"]], [str(run) for run in raw["runs"]])
