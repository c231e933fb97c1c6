"""What the actions are called that take a message, for the staff who tune (``action_names.yaml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("action_names.yaml")


@cache
def action_names() -> dict[str, str]:
    """Every name by that of the action; a test walks every action."""
    return {key: str(name) for key, name in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()}
