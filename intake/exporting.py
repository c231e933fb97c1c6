"""The working catalogue written out record by record, so that nothing is lost on the way there and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from api.published.records import catalogue_of, records_of
from knowledge.catalogue.affair import Catalogue

# The C versions are ten times as fast, where PyYAML was built with them.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Records = Iterable[dict[str, Any]]


def write(catalogue: Catalogue, target: Path) -> int:
    """Write every record, in the format that the file's ending names. Returns how many there are."""
    records = [
        {"kind": record["kind"], "id": record["id"], "data": record["data"]}
        for record in records_of(catalogue)
    ]
    beside = target.with_name(f".{target.name}.part")
    beside.write_text(FORMATS[target.suffix](records), encoding="utf-8")
    beside.replace(target)
    return len(records)


def write_yaml(data: Any, target: Path) -> None:
    """Write data as YAML; an existing file is replaced only by a whole one."""
    beside = target.with_name(f".{target.name}.part")
    beside.write_text(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8"
    )
    beside.replace(target)


def read(source: Path, version: str = "") -> Catalogue:
    """The catalogue that an exported file holds."""
    text = source.read_text(encoding="utf-8")
    records = _lines(text) if source.suffix == ".jsonl" else yaml.load(text, Loader=_Loader)
    return catalogue_of([(record["kind"], record["id"], record["data"]) for record in records], version)


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line]


def _as_lines(records: Records) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _as_yaml(records: Records) -> str:
    return str(yaml.dump(list(records), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


FORMATS: dict[str, Callable[[Records], str]] = {".jsonl": _as_lines, ".yaml": _as_yaml, ".yml": _as_yaml}
