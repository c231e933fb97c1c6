"""Whether the phone of a draft was shown to be the applicant's, by a code sent to it; asked for where the centre has a gateway.

Drafts that programs with a token or the staff open are not asked: those know whom they speak for.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.policies import OPEN_CHANNELS
from api.intakes.models import IntakeRow
from api.platform.errors import PhoneNotChecked
from api.platform.security import same
from api.services import Services
from knowledge.privacy.contact_data import called_at

PhoneCheck = Literal["off", "wanted", "done"]


def phone_check_of(row: IntakeRow, services: Services) -> PhoneCheck:
    """How a draft stands: no code is asked for, one is still wanted, or the phone that it has is checked."""
    if services.settings.sms is None or row.channel not in OPEN_CHANNELS:
        return "off"
    if not row.phone_checked:
        return "wanted"
    is_same = same(row.phone_checked, phone_digest(phone_of(row, services), services))
    return "done" if is_same else "wanted"


def must_be_checked(row: IntakeRow, services: Services) -> None:
    """Let an applicant through whose phone is checked, or where none is asked for.

    Raises:
        PhoneNotChecked: It is still to come.
    """
    if phone_check_of(row, services) == "wanted":
        raise PhoneNotChecked


def phone_of(row: IntakeRow, services: Services) -> str:
    """The phone at which the applicant is called; empty where none was given."""
    return called_at(services.vault.unseal(row.contact))


def phone_digest(phone: str, services: Services) -> str:
    """As it is kept."""
    return services.vault.digest("phone-check", phone)


async def checked_before(session: AsyncSession, conversation: str, services: Services) -> str:
    """The phone that this conversation has shown before, as it is kept; empty where it has shown none.

    Args:
        conversation: Its digest.
    """
    if services.settings.sms is None:
        return ""
    wanted = (
        select(IntakeRow.phone_checked)
        .where(IntakeRow.conversation == conversation, IntakeRow.phone_checked != "")
        .order_by(IntakeRow.created_at.desc())
        .limit(1)
    )
    return await session.scalar(wanted) or ""
