"""The centre's own template of the written papers (书面文书), in place of the shipped one: ``papers/paper.typ`` of the data folder.

It may name what the shipped one names and nothing else, so that no paper goes out with a gap where a name was mistyped.
"""

from __future__ import annotations

import re
from pathlib import Path

OWN = Path("papers") / "paper.typ"
NAMES = frozenset(
    (
        "title",
        "number",
        "authority",
        "to",
        "item",
        "case",
        "says",
        "remedy",
        "day",
        "code",
        "address",
        "qr",
        "seal",
    )
)
"""What a manuscript of a written paper holds."""

_NAMED = re.compile(r"""\bsheet(?:\.at\(\s*"([^"]*)"|\.(?!at\()([\w-]+))""")
LARGEST = 200_000
"""Bytes."""


def own_template(data_dir: Path) -> Path | None:
    """The centre's own, where it has one that can be used."""
    file = data_dir / OWN
    return file if file.is_file() and not paper_fault(file) else None


def paper_fault(template: Path) -> str:
    """What is wrong with a template, in a few words; empty where nothing is."""
    try:
        text = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "不是能读的文字文件"
    if len(text) > LARGEST:
        return "太大"
    named = {one or other for one, other in _NAMED.findall(text)}
    if unknown := sorted(named - NAMES):
        return f"没有这样的名称：{'、'.join(f'sheet.{name}' for name in unknown)}"
    missing = sorted({"number", "authority", "code"} - named)
    return f"缺少{'、'.join(f'sheet.{name}' for name in missing)}" if missing else ""
