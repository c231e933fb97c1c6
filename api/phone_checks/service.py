"""Send a code to the phone of a draft, and take it back once: six digits, ten minutes, five tries.

A phone gets few, so that nobody's is flooded; a network and everybody together get what a hall needs, so that the centre is not made to pay
for thousands.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow, PhoneCodeRow
from api.intakes.phone_check import phone_check_of, phone_digest, phone_of
from api.intakes.reading import found
from api.intakes.schemas import IntakeView
from api.intakes.views import shown
from api.platform.asking import asking_network
from api.platform.errors import (
    IntakeNotOpen,
    NoPhoneToCheck,
    PhoneCheckOff,
    PhoneCodeWrong,
    SmsNotSent,
    TooManyCodes,
)
from api.platform.rate_limiter import Rate
from api.platform.security import same
from api.platform.sms import SmsUnsent, send_code
from api.services import Services

VALID = timedelta(minutes=10)
MOST_WRONG = 5
HOUR, DAY = 3_600, 86_400
OF_PHONE = (Rate(1), Rate(5, HOUR), Rate(10, DAY))
OF_NETWORK = Rate(300, HOUR)
OVERALL = Rate(3_000, HOUR)


async def send(intake_id: str, services: Services) -> IntakeView:
    """Send a code to the phone of a draft; the code of before counts no more.

    Raises:
        PhoneCheckOff: None is asked for here.
        NoPhoneToCheck: The draft has no phone, or none that gets messages.
        TooManyCodes: It got enough of them.
        SmsNotSent: The gateway did not take it.
    """
    gateway = services.settings.sms
    if gateway is None:
        raise PhoneCheckOff
    phone, view = await services.database.read(partial(_whose, intake_id=intake_id, services=services))
    if view.phone_check != "wanted":
        return view
    await _must_be_seldom(phone_digest(phone, services), services)
    code = f"{secrets.randbelow(10**6):06d}"
    await services.database.transact(
        partial(_keep, intake_id=intake_id, phone=phone, code=code, services=services)
    )
    try:
        await send_code(gateway, phone, code)
    except SmsUnsent as failure:
        if failure.is_too_often:
            raise TooManyCodes(headers={"Retry-After": str(HOUR)}) from failure
        if failure.is_wrong_phone:
            raise NoPhoneToCheck("这个手机号收不到短信，请看一看有没有填错，改好再试。") from failure
        raise SmsNotSent(headers={"Retry-After": "60"}) from failure
    return view


async def check(session: AsyncSession, intake_id: str, code: str, services: Services) -> IntakeView:
    """Take the code back; the draft's phone is checked from now on, until it is changed.

    Raises:
        PhoneCodeWrong: It is not the one that was sent, or no more; a wrong try is counted.
    """
    row = await _open(session, intake_id)
    sent = await session.get(PhoneCodeRow, intake_id)
    phone = phone_of(row, services)
    if sent is None or sent.expires_at <= services.now() or sent.phone != phone_digest(phone, services):
        raise PhoneCodeWrong("验证码过期了，或者手机号改过。请再点一次「获取验证码」。")
    given = "".join(unicodedata.normalize("NFKC", code).split())
    if not same(sent.code, _code_digest(intake_id, given, services)):
        sent.wrong += 1
        if sent.wrong >= MOST_WRONG:
            await session.delete(sent)
        raise PhoneCodeWrong().recorded()
    row.phone_checked, row.updated_at = sent.phone, services.now()
    await session.delete(sent)
    return shown(row, services)


async def _open(session: AsyncSession, intake_id: str) -> IntakeRow:
    row = await found(session, intake_id)
    if row.state != "open":
        raise IntakeNotOpen
    return row


async def _whose(session: AsyncSession, *, intake_id: str, services: Services) -> tuple[str, IntakeView]:
    row = await _open(session, intake_id)
    phone = phone_of(row, services)
    if phone_check_of(row, services) == "wanted" and not phone:
        raise NoPhoneToCheck
    return phone, shown(row, services)


async def _keep(session: AsyncSession, *, intake_id: str, phone: str, code: str, services: Services) -> None:
    await session.merge(
        PhoneCodeRow(
            intake_id=intake_id,
            phone=phone_digest(phone, services),
            code=_code_digest(intake_id, code, services),
            expires_at=services.now() + VALID,
            wrong=0,
        )
    )


def _code_digest(intake_id: str, code: str, services: Services) -> str:
    return services.vault.digest("phone-code", f"{intake_id}/{code}")


async def _must_be_seldom(phone: str, services: Services) -> None:
    """Count a sending.

    Raises:
        TooManyCodes: Of this phone, this network or over all.
    """
    counts = list(_counts(phone))
    waits = [await services.limiter.wait(rate, "sms", key) for rate, key in counts]
    if seconds := max(waits):
        minutes = -(-seconds // 60)
        raise TooManyCodes(
            f"验证码发得太多了，请{minutes}分钟后再试。", headers={"Retry-After": str(seconds)}
        )
    for rate, key in counts:
        await services.limiter.take(rate, "sms", key)


def _counts(phone: str) -> Iterator[tuple[Rate, str]]:
    for rate in OF_PHONE:
        yield rate, f"phone {phone}"
    if network := asking_network():
        yield OF_NETWORK, f"network {network}"
    yield OVERALL, "overall"
