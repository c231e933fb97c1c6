"""What the api says of staff."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

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
    name: str = Field(description="给哪个程序用的；没有写的为空")
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
    active: bool = Field(description="在用；停用的令牌都不能用，也不能登录")
    password: str = Field(description="none 没有密码，不能登录；one_time 一次性的，还没有改；own 自己的")
    second_factor: bool = Field(description="登录要手机上的动态验证码")
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


class NewAccountWanted(Payload):
    """What a new account is to be."""

    name: str = Field(description="姓名，或者系统名称；给同事看，以后不能改", max_length=60)
    department: Code = Field(description="部门编号")
    windows: Annotated[list[Code], Field(max_length=100)] = Field(
        default=[], description="负责的窗口，窗口编号"
    )
    roles: Annotated[list[Code], Field(max_length=10)] = Field(description="身份代号，至少一个")


class AccountMade(View):
    """A new account; the password is seen this once."""

    account: AccountView = Field(description="建好的账号")
    password: str | None = Field(
        description="一次性密码，只给这一次；当面交给本人，第一次登录要改。对接系统没有，另发令牌"
    )


class OneTimePassword(View):
    """Another one-time password; it is seen this once."""

    account: str = Field(description="账号编号")
    password: str = Field(description="一次性密码，只给这一次；当面交给本人，第一次登录要改")


class TokenWanted(Payload):
    """For which program a new token is, and how long it is to be good."""

    name: Annotated[str, Field(max_length=60)] = Field(
        default="", description="给哪个程序用，例如 叫号屏；方便以后认出来"
    )
    days: Annotated[int, Field(ge=1, le=3650)] | None = Field(
        default=None, description="几天后过期；不写就不过期"
    )


class TokenMade(View):
    """A new token; it is seen this once."""

    id: str = Field(description="令牌的编号，作废时用它")
    account: str = Field(description="账号编号")
    token: str = Field(description="令牌本身，只给这一次；不要写进网址、邮件和聊天记录")
    expires_at: datetime | None = Field(description="有效到什么时候；长期有效的为空")


class RoleView(View):
    """A role that an account can have."""

    id: str = Field(description="身份代号")
    name: str = Field(description="身份名称")
    scope: str = Field(description="看得到哪些办件：window 本窗口、department 本部门、all 全部、none 无")
    scope_name: str = Field(description="看得到哪些办件，写给人看")


class RoleList(View):
    """Every role that an account can have."""

    roles: list[RoleView] = Field(description="可以给账号的全部身份")


class LogRow(View):
    """One act with an account or with somebody's data."""

    at: datetime = Field(description="什么时候")
    actor: str = Field(description="谁做的：账号，console 命令行，unknown 没有这个账号")
    act: str = Field(description="做了什么，代号")
    act_name: str = Field(description="做了什么，写给人看")
    subject: str = Field(description="对什么做的：账号、令牌编号、办件编号或者接口")
    data: dict[str, Any] = Field(description="详情；没有办事人的个人信息，没有令牌和密码")


class LogPage(View):
    """A page of the record, the newest first."""

    rows: list[LogRow] = Field(description="记录，最近的在前")
    next: int | None = Field(description="还有更早的时，下一页的 after")


class ConsentView(View):
    """Something that waits for a second person."""

    number: int = Field(description="编号")
    what: str = Field(description="要做什么，代号")
    what_name: str = Field(description="要做什么，写给人看")
    asker: str = Field(description="谁提出的，账号")
    subject: str = Field(description="对哪个账号；不是对账号的为空")
    about: dict[str, Any] = Field(description="详情；没有办事人的个人信息")
    reason: str = Field(description="为什么；没有写的为空")
    asked_at: datetime = Field(description="什么时候提出的")
    until: datetime = Field(description="到什么时候作废")
    agreed_by: str = Field(description="谁同意了，账号；还没有的为空")
    can_agree: bool = Field(description="您可以同意")


class ConsentList(View):
    """What waits."""

    wanted: list[str] = Field(
        description="本中心什么要复核：exports 导出、access 账号和身份、密码、令牌；都不用的为空"
    )
    consents: list[ConsentView] = Field(description="等您复核的和您自己提出的，最近的在前")
