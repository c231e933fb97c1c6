"""Tickets for streams, as clients see them."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.platform.schemas import View


class LiveTicket(View):
    """An address at which the progress of one case can be followed for a while."""

    ticket: str = Field(description="票，30分钟内有效")
    expires_at: datetime = Field(description="有效到什么时候")
    path: str = Field(description="交给 EventSource 的地址；有效期内可以重连")
