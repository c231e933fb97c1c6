"""The record of the last check against the laws: ``verified.yaml`` in the catalogue's folder, written by the check.

A centre does not have the collection of laws at hand; the record says which citations were verified, and against which text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from knowledge.base.basis import Basis

FILE = "verified.yaml"
_HEAD = "# 由 intake catalogue check --laws 文件夹 --record 写出，不用手改：核实过的依据，按法律和核对的文本日期列出。\n"


def write_record(folder: Path, verified: Mapping[str, date]) -> None:
    """Write the verified citations, by law and version."""
    laws: dict[str, dict[str, object]] = {}
    for citation in sorted(verified):
        basis = Basis.parse(citation)
        law = laws.setdefault(basis.law, {"text": verified[citation], "places": []})
        places = law["places"]
        assert isinstance(places, list)
        places.append(str(basis).removeprefix(f"《{basis.law}》"))
    text = yaml.safe_dump(laws, allow_unicode=True, sort_keys=True, width=110, default_flow_style=None)
    (folder / FILE).write_text(_HEAD + text, encoding="utf-8")


def read_record(folder: Path) -> frozenset[str]:
    """The verified citations; empty where the check was never recorded."""
    path = folder / FILE
    if not path.is_file():
        return frozenset()
    laws = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return frozenset(f"《{law}》{place}" for law, entry in laws.items() for place in entry["places"])
