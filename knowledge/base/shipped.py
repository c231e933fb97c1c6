"""Where the files that come with the product stand: what its library's writers edit."""

from __future__ import annotations

from pathlib import Path

_KNOWLEDGE = Path(__file__).parents[1]

CATALOGUE = _KNOWLEDGE / "catalogue"
"""Items, what they share, bundles, departments, the calendar and the example centre."""

ANSWERS = _KNOWLEDGE / "answers"
"""The answer library."""

ELSEWHERE = _KNOWLEDGE / "elsewhere"
"""The register of what others do."""

OPENINGS = _KNOWLEDGE / "openings"
"""How people begin."""
