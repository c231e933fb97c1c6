"""Texts that staff write into an act."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

LONGEST = 2000
"""Characters of a reason or opinion; GB/T 39046 table 7 exchanges the first 1,000."""

FreeText = Annotated[str, Field(max_length=LONGEST)]
"""A reason, an opinion, a result."""
