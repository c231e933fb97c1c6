"""What colleagues are told of a claim."""

from __future__ import annotations

from datetime import datetime

from knowledge.base.centre_time import CENTRE_ZONE


def claimed_text(name: str, since: datetime) -> str:
    """``张某在11月23日 09:40认领了这个办件``."""
    at = since.astimezone(CENTRE_ZONE)
    return f"{name}在{at.month}月{at.day}日 {at:%H:%M}认领了这个办件"


def already_claimed(name: str, since: datetime) -> str:
    """To somebody who wants to claim it as well."""
    return f"{claimed_text(name, since)}。请先和{name}商量，或者等{name}交回。"


def acted_beside(name: str, since: datetime) -> str:
    """To somebody who has acted on it all the same."""
    return f"{claimed_text(name, since)}。您这一步已经记下，请告诉{name}一声。"


def neglected_text(account: str, hours: int) -> str:
    """To supervision."""
    return f"{account}认领以后{hours}个小时（工作日）没有办理，已经收回。"
