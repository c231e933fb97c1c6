"""By what the desk finds a case without its data being kept in the clear: keyed digests of name and phone tail, and the circumstances."""

from __future__ import annotations

from collections.abc import Mapping

from api.platform.security import Vault
from knowledge.guidance.notice import NoticeContent
from knowledge.privacy.contact_data import applicant_called, called_at, tidy
from knowledge.privacy.kinds import Personal

LONGEST_SCENARIO = 400
"""Characters; the column's."""

PHONE_TAIL = "phone-tail"
"""Purpose of the digests of the second factor."""
NAME, TAIL = "desk/name", "desk/phone-tail"
"""Purposes of the digests: the second factor's are of other purposes, so that none can be held against the other."""


def name_digest(vault: Vault, name: str) -> str:
    """The digest of an applicant's name; empty where there is none, so that no search finds it."""
    spelled = tidy(Personal.NAME, name)
    return vault.search_digest(NAME, spelled) if spelled else ""


def tail_digest(vault: Vault, phone: str) -> str:
    """The digest of the last four digits of a phone; empty where there are not so many."""
    return vault.search_digest(TAIL, phone[-4:]) if len(phone) >= 4 else ""


def name_digests(vault: Vault, name: str) -> list[str]:
    """What a name can be stored as, while a change of the secret is under way."""
    return vault.search_digests(NAME, tidy(Personal.NAME, name))


def tail_digests(vault: Vault, tail: str) -> list[str]:
    """Likewise of the last four digits of a phone."""
    return vault.search_digests(TAIL, tail[-4:])


def tail_of_case(vault: Vault, number: str, phone: str) -> str:
    """The second factor's digest of a case."""
    return vault.search_digest(PHONE_TAIL, f"{number}/{phone[-4:]}")


def search_columns(vault: Vault, contact: Mapping[str, str], content: NoticeContent) -> dict[str, str]:
    """The columns of a case by which it is found and told apart.

    Args:
        contact: In the clear.
    """
    return {
        "name_digest": name_digest(vault, applicant_called(contact)),
        "tail_digest": tail_digest(vault, called_at(contact)),
        "scenario": scenario_text(content),
    }


def scenario_text(content: NoticeContent) -> str:
    """The applicant's circumstances in one line."""
    said = "、".join(one.label for one in content.circumstances)
    return said if len(said) <= LONGEST_SCENARIO else said[: LONGEST_SCENARIO - 1] + "…"
