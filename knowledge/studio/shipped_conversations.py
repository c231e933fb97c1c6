"""The conversations that come with the product and are held at every release."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from knowledge.studio.kept_conversation import KeptConversation

_FILE = Path(__file__).parent / "conversations.jsonl"


@cache
def shipped_conversations() -> tuple[KeptConversation, ...]:
    """One a line, in the order of the file."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(KeptConversation.model_validate(json.loads(line)) for line in lines if line.strip())
