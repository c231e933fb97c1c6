"""A centre's own promised limits (承诺办结时限), kept in ``local.yaml`` apart from the items, so that a new release leaves them alone."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.faults import Fault
from knowledge.item import BusinessItem, Limit
from knowledge.marked_yaml import Marked
from knowledge.written import validated

FILE = "local.yaml"
_KEY = "promised_limits"


def with_local_promises(
    items: Mapping[str, BusinessItem], marked: Marked, faults: list[Fault]
) -> dict[str, BusinessItem]:
    """The items with the centre's promises in the place of those in their files."""
    promised = dict(items)
    faults += [marked.fault((key,), "没有这个字段，请检查拼写") for key in marked.data if key != _KEY]
    for key, raw in (marked.data.get(_KEY) or {}).items():
        if key not in items:
            faults.append(marked.fault((_KEY, key), f"没有事项 {key}"))
            continue
        limit = validated(Limit, raw, marked, (_KEY, key), faults)
        if limit is not None:
            promised[key] = items[key].model_copy(update={"promised_limit": limit})
    return promised
