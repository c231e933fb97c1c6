"""Read the logs of all cases; check their hash chains and seals, and that what is kept of a case follows from its log (``intake doctor``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from cryptography.fernet import InvalidToken
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import link_of
from api.cases.log_seal import seal_of
from api.cases.models import CaseRow
from api.cases.search_columns import PHONE_TAIL
from api.platform.database import Database
from api.platform.security import Vault, same
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.chain import Broken, Link, verify
from knowledge.cases.record.state import OPEN
from knowledge.privacy.contact_data import called_at

PAGE = 500
"""Cases read at once."""

_C = CaseRow.__table__.c
_PAGE = (
    select(
        _C.number, _C.log_head, _C.log_seal, _C.state, _C.is_open, _C.outcome, _C.window, _C.department,
        _C.contact, _C.phone_tail,
    )
    .where(_C.number > bindparam("after"))
    .order_by(_C.number)
    .limit(PAGE)
)  # fmt: skip


@dataclass
class Verified:
    """What was read.

    Attributes:
        broken: Number of the case to the first place where its chain does not hold, or what else is not as it was written.
        last: Number of the last case that was read.
    """

    cases: int = 0
    entries: int = 0
    broken: dict[str, Broken] = field(default_factory=dict)
    last: str = ""


async def verify_logs(
    database: Database,
    vault: Vault | None = None,
    progress: Callable[[Verified], None] | None = None,
    *,
    all_sealed: bool = True,
    after: str = "",
) -> Verified:
    """Every case's log from its first entry to the head and the seal that are kept with the case, and what follows from it. Changes nothing.

    Args:
        vault: Opens seals and contact data; without it these are not looked at.
        all_sealed: One without a seal is broken; where cases of an older release may not have one yet, it is not.
        after: Begin behind this case.
    """
    result = Verified(last=after)
    while True:
        check = partial(_verify_page, after=result.last, result=result, vault=vault, all_sealed=all_sealed)
        last = await database.read(check)
        if last is None:
            return result
        result.last = last
        if progress:
            progress(result)


async def _verify_page(
    session: AsyncSession, *, after: str, result: Verified, vault: Vault | None, all_sealed: bool
) -> str | None:
    cases = (await session.execute(_PAGE, {"after": after})).all()
    logs = await repository.logs_of(session, [case.number for case in cases])
    for case in cases:
        links = [link_of(row) for row in logs.get(case.number, ())]
        result.cases += 1
        result.entries += len(links)
        if broken := (
            verify(case.number, links, case.log_head)
            or _differing(case, links)
            or (vault and (_unsealed(case, vault, all_sealed) or _of_somebody_else(case, vault)))
        ):
            result.broken[case.number] = broken
    return cases[-1].number if cases else None


def _unsealed(case: Any, vault: Vault, all_sealed: bool) -> Broken | None:
    if case.log_seal is None:
        return Broken(0, "unsealed", "没有封印：有人绕过程序加了它，或者去掉了封印。") if all_sealed else None
    if same(case.log_seal, seal_of(vault, case.number, case.log_head)):
        return None
    return Broken(0, "resealed", "日志整条改写过：和密钥封的不一样。")


def _differing(case: Any, links: list[Link]) -> Broken | None:
    """What is shown of a case follows from its log; nobody may change it beside the log."""
    try:
        facts = fold(link.entry for link in links)
    except (ValueError, KeyError):
        return Broken(0, "unreadable", "日志读不懂。")
    outcome = facts.decision.value if facts.decision else ""
    shown = {
        "state": (case.state, facts.state),
        "is_open": (case.is_open, facts.state in OPEN),
        "outcome": (case.outcome, outcome),
        "window": (case.window, facts.window or case.window),
        "department": (case.department, facts.department or case.department),
    }
    wrong = [name for name, (kept, told) in shown.items() if kept != told]
    return Broken(0, "differs", f"{'、'.join(wrong)}和日志推出来的不一样。") if wrong else None


def _of_somebody_else(case: Any, vault: Vault) -> Broken | None:
    """The contact data belong to the number: the second factor is a digest of both."""
    try:
        phone = called_at(vault.unseal(case.contact))
    except InvalidToken:
        return Broken(0, "unopened", "申请人的信息用这个密钥打不开。")
    if case.phone_tail in vault.search_digests(PHONE_TAIL, f"{case.number}/{phone[-4:]}"):
        return None
    return Broken(0, "contact", "申请人的信息不是提交时的。")
