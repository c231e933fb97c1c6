"""Choose reminders of a case, see them, stop them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.models import CaseRow
from api.cases.second_factor import authorize
from api.messages.delivery import SMS
from api.platform.errors import InvalidReminder, NoSuchReminder
from api.platform.security import new_token
from api.reminders.models import ReminderRow
from api.reminders.schemas import ReminderChoice, Reminders, ReminderWay
from api.services import Services
from knowledge.cases.procedure.reminders import Way
from knowledge.privacy.contact_data import called_at, masked, problem_with, tidy
from knowledge.privacy.kinds import Personal


async def choose(session: AsyncSession, choice: ReminderChoice, services: Services) -> Reminders:
    """Keep what the applicant wants from now on.

    Raises:
        InvalidReminder: A way that the centre does not offer, or mail without a mailbox.
    """
    case = await authorize(session, choice, services, repository.to_act_on, changes=True)
    row = await session.get(ReminderRow, case.number)
    if row is None:
        row = ReminderRow(case_number=case.number, stop=new_token(), email=None)
        session.add(row)
    row.ways = [way.value for way in _wanted(choice, case, services)]
    row.email = _mailbox(choice, row, services)
    row.chosen_at = services.now()
    await session.flush()
    return _shown(case, row, services)


async def of_case(session: AsyncSession, case: CaseRow, services: Services) -> Reminders:
    """What can be chosen for a case, and what is."""
    if not any(offered(case.channel, services)):
        return Reminders(ways=[])
    return _shown(case, await session.get(ReminderRow, case.number), services)


async def stop(session: AsyncSession, name: str) -> None:
    """Nobody is reminded of that case any more.

    Raises:
        NoSuchReminder: There is none of that name.
    """
    row = await _named(session, name)
    row.ways, row.email = [], None


async def case_of(session: AsyncSession, name: str) -> str:
    """The number of the case whose reminders have that name.

    Raises:
        NoSuchReminder: There is none.
    """
    return (await _named(session, name)).case_number


def offered(channel: str, services: Services) -> Iterator[Way]:
    """The ways on which a case that came through a channel can be told of."""
    if SMS in services.settings.channel_webhooks:
        yield Way.SMS
    if channel == Way.WECHAT and channel in services.couriers:
        yield Way.WECHAT
    if services.settings.mail is not None:
        yield Way.EMAIL


def mailbox_of(row: ReminderRow, services: Services) -> str:
    """Where mails go; empty where none was given."""
    return services.vault.unseal(row.email).get(Personal.EMAIL, "")


def _wanted(choice: ReminderChoice, case: CaseRow, services: Services) -> list[Way]:
    there = [*offered(case.channel, services)]
    if missing := [way.label for way in choice.ways if way not in there]:
        raise InvalidReminder(f"本中心现在发不了{'、'.join(missing)}提醒，请选别的。")
    return [way for way in there if way in choice.ways]


def _mailbox(choice: ReminderChoice, row: ReminderRow, services: Services) -> str | None:
    if Way.EMAIL not in choice.ways:
        return None
    if choice.email is None:
        if row.email is None:
            raise InvalidReminder("选了邮件提醒，请填邮箱。")
        return row.email
    mailbox = tidy(Personal.EMAIL, choice.email)
    if fault := problem_with(Personal.EMAIL, mailbox):
        raise InvalidReminder(fault)
    return services.vault.seal({Personal.EMAIL: mailbox})


def _shown(case: CaseRow, row: ReminderRow | None, services: Services) -> Reminders:
    chosen = row.ways if row else []
    to = {Way.SMS: _phone(case), Way.EMAIL: ""}
    if row and (mailbox := mailbox_of(row, services)):
        to[Way.EMAIL] = masked(Personal.EMAIL, mailbox)
    return Reminders(
        ways=[
            ReminderWay(way=way, label=way.label, to=to.get(way, ""), is_chosen=way in chosen)
            for way in offered(case.channel, services)
        ]
    )


def _phone(case: CaseRow) -> str:
    return called_at(case.contact_masked)


async def _named(session: AsyncSession, name: str) -> ReminderRow:
    row = (await session.scalars(select(ReminderRow).where(ReminderRow.stop == name))).one_or_none()
    if row is None:
        raise NoSuchReminder
    return row
