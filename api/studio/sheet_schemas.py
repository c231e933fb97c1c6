"""What became of a workbook that was sent in."""

from __future__ import annotations

from pydantic import Field

from api.platform.schemas import View


class SheetTaken(View):
    """How much of it was new."""

    entries: int = Field(description="改了几个条目；只检查的是要改几个")
