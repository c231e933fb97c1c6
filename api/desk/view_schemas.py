"""Filters that somebody keeps under a name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.desk.filters import CaseFilter
from api.platform.schemas import Payload, View


class ViewRequest(Payload):
    """A filter to be kept."""

    name: Annotated[str, Field(min_length=1, max_length=30)] = Field(description="名称，例如 我的快到期")
    filter: CaseFilter = Field(description="条件，和看待办时一样")


class SavedView(View):
    """A filter that was kept."""

    id: str = Field(description="编号")
    name: str = Field(description="名称")
    filter: CaseFilter = Field(description="条件，看待办时带上")


class SavedViews(View):
    """All that somebody has kept."""

    views: list[SavedView] = Field(description="您存的，按名称")
