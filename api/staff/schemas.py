"""What the api says of staff."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.platform.schemas import Payload, View


class Named(View):
    """A code of the catalogue or of a list, with its name."""

    id: str = Field(description="编号")
    name: str = Field(description="名称")


class Me(View):
    """The account behind the token."""

    id: str = Field(description="账号")
    name: str = Field(description="姓名或系统名称")
    kind: str = Field(description="staff 工作人员、partner 对接系统")
    department: Named = Field(description="所在部门")
    windows: list[Named] = Field(description="负责的窗口")
    roles: list[Named] = Field(description="身份")
    scopes: dict[str, str] = Field(
        description="每个身份看得到哪些办件：身份代号到 window 本窗口、department 本部门、all 全部、none 无"
    )


class TokenView(View):
    """A token as it is listed; of the token itself nothing can be shown."""

    id: str = Field(description="令牌的编号，不是令牌本身")
    state: str = Field(description="good 有效、expired 过期、revoked 已吊销")
    created_at: datetime = Field(description="什么时候发的")
    expires_at: datetime | None = Field(description="有效到什么时候；长期有效的为空")
    used_at: datetime | None = Field(description="最近一次使用，精确到小时")


class AccountView(View):
    """An account in the administrators' list."""

    id: str = Field(description="账号")
    name: str = Field(description="姓名或系统名称")
    department: Named = Field(description="所在部门")
    windows: list[Named] = Field(description="负责的窗口")
    roles: list[Named] = Field(description="身份")
    active: bool = Field(description="在用；停用的令牌都不能用")
    created_at: datetime = Field(description="什么时候建的")
    tokens: list[TokenView] = Field(description="发过的令牌")


class AccountList(View):
    """Every account, in use or not."""

    accounts: list[AccountView] = Field(description="全部账号，停用的也在内")


Code = Annotated[str, Field(min_length=1, max_length=120)]


class PlaceChange(Payload):
    """What an account is to be from now on; what is left out stays."""

    department: Code | None = Field(default=None, description="换到哪个部门，部门编号；不写就不变")
    windows: Annotated[list[Code], Field(max_length=100)] | None = Field(
        default=None, description="负责的全部窗口，窗口编号；空列表是一个也不负责，不写就不变"
    )
    roles: Annotated[list[Code], Field(max_length=10)] | None = Field(
        default=None, description="全部身份，身份代号；不写就不变"
    )


class ActiveChange(Payload):
    """Take an account out of use, or into use again."""

    active: bool = Field(description="true 恢复使用、false 停用")
