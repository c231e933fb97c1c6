"""Payloads that several acts share."""

from __future__ import annotations

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.record.free_text import FreeText


class Nothing(Frozen):
    """An act that says everything by being done."""


class Reason(Frozen):
    """Why."""

    reason: FreeText = Field(default="", description="原因")
