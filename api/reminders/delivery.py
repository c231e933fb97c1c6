"""Send reminders: of what was done, along with the message that tells of it; of days to come, when they come near.

Each way has a message of its own in the outbox, whose key is made from what is reminded of, so that nobody is reminded twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.messages.delivery import by_sms, tell, to_courier
from api.messages.models import CaseMessageRow
from api.outbox.entry import put_once
from api.outbox.http_post import Post, Undelivered
from api.outbox.message import Message, Parcel
from api.platform.mail import Mail, MailSettings, Unsent, send
from api.reminders.models import ReminderRow
from api.reminders.service import mailbox_of
from api.services import Services
from knowledge.cases.procedure.reminders import OCCASIONS, Told, Way, of_act
from knowledge.cases.record.act import ACT_OF
from knowledge.cases.record.message_ways import NOT_SENT

TOPIC = "reminder"


def tell_and_remind(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a message to the applicant, whose keeping also puts the reminders that were chosen."""
    parcel = tell(message, services, post)

    async def keep(session: AsyncSession) -> None:
        if parcel.keep is not None:
            await parcel.keep(session)
        await _remind_of(session, message, services)

    return replace(parcel, keep=keep)


async def _remind_of(session: AsyncSession, message: Message, services: Services) -> None:
    act = ACT_OF.get(message.data.get("act", ""))
    occasion = OCCASIONS.get(act) if act else None
    row = await session.get(ReminderRow, message.subject) if occasion else None
    if occasion is None or row is None or not row.ways:
        return
    went = await session.scalar(select(CaseMessageRow.way).where(CaseMessageRow.key == message.key))
    already = {Way.SMS} if went == Way.SMS else {Way.WECHAT} if message.receiver == Way.WECHAT else set()
    item = await session.scalar(select(CaseRow.item).where(CaseRow.number == message.subject))
    told = of_act(occasion, message.subject, item or "")
    ways = [way for way in row.ways if way not in already]
    await put_reminders(session, message.subject, ways, message.key.partition("/")[2], told, services)


async def put_reminders(
    session: AsyncSession, number: str, ways: Iterable[str], what: str, told: Told, services: Services
) -> None:
    """One message a way, unless there was one of the same before.

    Args:
        what: Names what is reminded of, the same whenever it is looked at.
    """
    data = {"subject": told.subject, "text": told.text}
    for way in ways:
        await put_once(session, TOPIC, way, number, f"remind/{way}/{what}"[:80], data, services.now())


def remind(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a reminder; who has stopped them meanwhile gets none."""

    async def hand_over() -> None:
        row = await services.database.read(partial(_chosen, message=message))
        if row is not None:
            await _by(Way(message.receiver), message, row, services, post)

    return Parcel(post=hand_over)


async def _chosen(session: AsyncSession, message: Message) -> ReminderRow | None:
    row = await session.get(ReminderRow, message.subject)
    return row if row is not None and message.receiver in row.ways else None


async def _by(way: Way, message: Message, row: ReminderRow, services: Services, post: Post) -> None:
    stop = _stop_page(row, services)
    if way is Way.EMAIL:
        await _by_mail(message, mailbox_of(row, services), stop, services)
        return
    said = replace(message, data=_with_stop(message.data, stop))
    if way is Way.SMS:
        await by_sms(said, services, post)
    elif await to_courier(said, services) in NOT_SENT:
        return  # it comes with the next answer


async def _by_mail(message: Message, to: str, stop: str, services: Services) -> None:
    settings = services.settings.mail
    if settings is None or not to:
        return
    text = f"{message.data['text']}\n\n{_where(services)}\n{_how_to_stop(stop)}\n"
    mail = Mail(key=message.key, to=to, subject=str(message.data["subject"]), text=text, stop=stop)
    await _sent(mail, settings)


async def _sent(mail: Mail, settings: MailSettings) -> None:
    try:
        await send(mail, settings)
    except Unsent as failure:
        if not failure.is_final:  # a mailbox that does not exist will not exist in an hour
            raise Undelivered(failure.code) from failure


def _with_stop(data: Mapping[str, Any], stop: str) -> dict[str, Any]:
    return {**data, "text": f"{data['text']}{f'停掉提醒：{stop}' if stop else ''}"}


def _stop_page(row: ReminderRow, services: Services) -> str:
    base = services.settings.public_url.rstrip("/")
    return f"{base}/r/{row.stop}" if base else ""


def _where(services: Services) -> str:
    base = services.settings.public_url.rstrip("/")
    return f"看办件进度：{base}/" if base else "请打开提交时用的网页，在「我的办件」里看。"


def _how_to_stop(stop: str) -> str:
    return f"不想再收到提醒：{stop}" if stop else "不想再收到提醒，请在网页的办件进度里停掉。"
