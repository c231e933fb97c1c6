"""What is left of a question for a department: 教育局 of 我们县教育局的监督电话是多少."""

from __future__ import annotations

import re

from knowledge.language.aspects import Aspect, aspects_in, subject_of

REACHING = frozenset({Aspect.PHONE, Aspect.PLACE})
"""What is asked of a department by its name."""

_LOCAL = re.compile(r"^(?:我们|咱们|咱|本地|本|当地|这里|这边)?[县市区]?(?:里|上)?")
"""What may lead to the name, or be the beginning of it: 市监局."""
_SUPERVISE = re.compile("监督|投诉|举报")
_PHONE = re.compile(r"的?(?:咨询|办公|联系|监督|投诉|举报)?电话(?:号码?)?(?:是)?(?:什么|几)?$")


def department_subjects(text: str) -> tuple[str, str]:
    """The text without what it asks, and the same without what leads to the name."""
    subject = subject_of(_SUPERVISE.sub("", _PHONE.sub("", text))).removesuffix("的")
    return subject, _LOCAL.sub("", subject)


def asks_to_reach(text: str) -> bool:
    """Whether a phone or a place is asked for."""
    return bool(REACHING & set(aspects_in(text)) or _PHONE.search(text))


def asks_to_complain(text: str) -> bool:
    """Whether the phone for complaints is asked for."""
    return _SUPERVISE.search(text) is not None
