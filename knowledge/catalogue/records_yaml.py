"""Records written as ``id: fields``: questions, materials, departments, places, sites, windows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.base.validation import validated


def read_records(
    kind: type[Any],
    marked: Marked,
    key: str | None,
    faults: list[Fault],
    also: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The records under a key of a file, or those that the whole file is made of.

    Args:
        key: Field of the file that holds them; None where the file holds nothing else.
        also: Fields that every record has beside those written. A record that has a field ``id`` receives its own from the key.
    """
    written = (marked.data.get(key) if key else marked.data) or {}
    records: dict[str, Any] = {}
    if not isinstance(written, dict):
        faults.append(marked.fault((key,) if key else (), "应是「名称: 内容」的形式"))
        return records
    for record_id, raw in written.items():
        path: FieldPath = (key, record_id) if key else (record_id,)
        record = validated(kind, with_id(kind, raw, record_id, also), marked, path, faults)
        if record is not None:
            records[record_id] = record
    return records


def with_id(kind: type[Any], raw: Any, record_id: str, also: Mapping[str, Any] | None = None) -> Any:
    """The fields of a record with its id and what all records share; what is no mapping is left for the validation."""
    if not isinstance(raw, dict):
        return raw
    shared = {name: value for name, value in (also or {}).items() if value}
    return {**shared, **raw, **({"id": record_id} if "id" in kind.model_fields else {})}
