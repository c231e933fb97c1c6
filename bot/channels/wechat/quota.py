"""How often the account may write of its own accord: five messages within 48 hours of what somebody wrote, three within a minute of an act."""

from __future__ import annotations

AFTER_WORDS_S = 48 * 3600
AFTER_WORDS = 5
AFTER_ACT_S = 60
AFTER_ACT = 3

ACTS = frozenset({"click", "subscribe", "scan"})
"""Events after which the account may write: a menu entry, following, a code."""
