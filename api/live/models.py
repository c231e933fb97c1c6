"""The table of tickets."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment


class LiveTicketRow(Base):
    """What an address of a stream holds in the place of case number and second factor; kept as a keyed digest."""

    __tablename__ = "live_tickets"

    ticket: Mapped[str] = mapped_column(String(64), primary_key=True)
    case_number: Mapped[str] = mapped_column(String(12))
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)
