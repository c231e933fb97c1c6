"""What the api says of staff."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View


class Named(View):
    """A code of the catalogue or of a list, with its name."""

    id: str
    name: str


class Me(View):
    """The account behind the token.

    Attributes:
        kind: ``staff``, or ``partner`` for another body's system.
        scopes: Whose cases each role reaches: window, department, all or none.
    """

    id: str
    name: str
    kind: str
    department: Named
    windows: list[Named]
    roles: list[Named]
    scopes: dict[str, str]


class TokenView(View):
    """A token as it is listed; of the token itself nothing can be shown.

    Attributes:
        state: ``good``, ``expired``, or ``revoked`` (which a disabled account's tokens are not: they are good again with it).
    """

    id: str
    state: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None = Field(description="最近一次使用，精确到小时")


class AccountView(View):
    """An account in the administrators' list."""

    id: str
    name: str
    department: Named
    windows: list[Named]
    roles: list[Named]
    active: bool
    created_at: datetime
    tokens: list[TokenView]


class AccountList(View):
    """Every account, in use or not."""

    accounts: list[AccountView]


Code = Annotated[str, Field(min_length=1, max_length=120)]


class PlaceChange(Payload):
    """What an account is to be from now on; what is left out stays.

    Attributes:
        windows: All of them; an empty list takes every window away.
        roles: All of them.
    """

    department: Code | None = None
    windows: Annotated[list[Code], Field(max_length=100)] | None = None
    roles: Annotated[list[Code], Field(max_length=10)] | None = None


class ActiveChange(Payload):
    """Take an account out of use, or into use again."""

    active: bool
