"""What the applicant declares of the materials: 都齐了, 健康证明还没办."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ALL_READY = re.compile(
    r"齐了|齐全|都齐|备齐|凑齐|都有了|都准备好|准备好了|全都?带|材料(?:都)?有|都办好了|都弄好了|没问题了"
)
_NOT_ALL = re.compile(
    r"没(?!问题)|不齐|不全|还差|差[一二两三几个点\d]|缺|少[一二两三几个了\d]|除了|除|[只就]剩|以外|等|等到|再|吗|么|哪|什么|[?？]|是不是|要不要|怎么|才|如果|要是"
)
"""What takes it back, asks it, or puts it off: 就差健康证，其他都齐了."""
_LEAST_SHARED = 2
"""Characters that a name and a sentence must share for the material to count as named."""


def declares_all_ready(text: str) -> bool:
    """Whether the sentence says that every material is there."""
    return bool(_ALL_READY.search(text)) and not _NOT_ALL.search(text)


def materials_named(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the materials that a sentence names, by the longest run of characters shared with their names.

    Args:
        names: Material id to name.

    Returns:
        For each stretch of the sentence the best material; a tie goes to the one with more characters in common, then to the shorter name.
    """
    found = []
    for clause in re.split(r"[，,、；;。和跟]|还有|以及", text):
        ranked = [
            (_shared(clause, name), len(set(clause) & set(name)), -len(name), key)
            for key, name in names.items()
        ]
        longest, _, _, best = max(ranked, default=(0, 0, 0, ""))
        if longest >= _LEAST_SHARED and best not in found:
            found.append(best)
    return tuple(found)


def _shared(text: str, name: str) -> int:
    """Length of the longest common substring."""
    longest, row = 0, [0] * (len(name) + 1)
    for letter in text:
        row = [0] + [row[n] + 1 if letter == other else 0 for n, other in enumerate(name)]
        longest = max(longest, *row)
    return longest
