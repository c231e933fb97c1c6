"""Schemas as they stand in the description of the service: in Chinese, with examples, without what the framework makes up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

REFERENCE = "#/components/schemas/{model}"
_ENGLISH = re.compile(r"[A-Za-z]+ [A-Za-z]+")


def examples_in(folder: Path) -> dict[str, Any]:
    """Examples by schema, from the ``examples.yaml`` beside the schemas of each noun."""
    found: dict[str, Any] = {}
    for path in sorted(folder.rglob("examples.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def documented(schemas: Mapping[str, Any], examples: Mapping[str, Any]) -> dict[str, Any]:
    """The schemas for their readers.

    Raises:
        KeyError: An example is of a schema that there is not.
    """
    told = {name: _for_readers(plain(schema)) for name, schema in schemas.items()}
    for name, example in examples.items():
        told[name]["examples"] = [example]
    return told


def plain(node: Any) -> Any:
    """Without titles made up from names, and without the default null, which says nothing."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items() if not _is_noise(key, value)}
    return [plain(value) for value in node] if isinstance(node, list) else node


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _for_readers(schema: dict[str, Any]) -> dict[str, Any]:
    """Docstrings are for programmers; what a schema holds is said with its properties."""
    is_docstring = _ENGLISH.search(schema.get("description", ""))
    return {key: value for key, value in schema.items() if key != "description" or not is_docstring}
