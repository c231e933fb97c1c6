"""Items whose cited articles do not speak of their operation: a change that cites only the article on first applications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.catalogue.item import BusinessItem
from knowledge.laws.verification import Finding, Standing

_WORDS = {
    "变更": "变更|改变|变动|变化|转移|转让",
    "延续": "延续|续展|延期|届满",
    "补办": "补|遗失|丢失|损毁|灭失|污损",
    "补领": "补|遗失|丢失|损毁|毁坏",
    "换领": "换|更|续展|考试合格",
    "换发": "换",
    "注销": "注销|终止|解散|歇业|停",
    "备案": "备案",
}
"""Operation to the words by which laws speak of it; 新办 and the rest are the matter itself."""


def operations_not_cited(items: Mapping[str, BusinessItem], findings: Iterable[Finding]) -> list[str]:
    """Ids of items none of whose verified bases names the operation.

    An item with a basis that cannot be read, or that a person has reviewed, is left out.
    """
    bases: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.use.field == "bases" and finding.use.record in items:
            bases.setdefault(finding.use.record, []).append(finding)
    return [key for key, found in bases.items() if _is_unspoken(items[key].operation, found)]


def _is_unspoken(operation: str, found: list[Finding]) -> bool:
    words = _WORDS.get(operation)
    if words is None or any(one.standing not in (Standing.SPEAKS, Standing.LOW) for one in found):
        return False
    return not any(re.search(words, one.text) for one in found)
