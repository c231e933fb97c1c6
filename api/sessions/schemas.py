"""What ``/session`` takes and gives."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, SecretStr

from api.platform.schemas import Payload, View

Password = Annotated[SecretStr, Field(max_length=200)]


class SignIn(Payload):
    """With what somebody signs in."""

    account: str = Field(description="账号编号，大小写都行", max_length=120)
    password: Password = Field(description="密码")
    code: str | None = Field(
        default=None,
        description="手机上的六位动态验证码；答 session.code_wanted 以后再带上",
        max_length=20,
    )


class PasswordChange(Payload):
    """One's own password."""

    old: Password = Field(description="现在的密码，或者一次性密码")
    new: Password = Field(description="新密码：至少12个字符，或者至少10个、含三种字符")


class CodeGiven(Payload):
    """A code of the person's phone."""

    code: str = Field(description="手机上的六位动态验证码", max_length=20)


class CodeSetup(Payload):
    """The beginning of a setup."""

    code: str | None = Field(
        default=None, description="已经设过、要换手机的，带上原来手机上的验证码", max_length=20
    )


class PasswordGiven(Payload):
    """One's own password, where something is not to be done by whoever sits down at an open page."""

    password: Password = Field(description="现在的密码")


class SignInWays(View):
    """How the staff can sign in here."""

    oidc: bool = Field(description="可以用单位统一身份认证的账号登录")


class CodeOffered(View):
    """What a phone takes in; it is seen this once."""

    uri: str = Field(description="otpauth 地址，手机上的验证器扫它")
    secret: str = Field(description="不能扫码时，照着输入的密钥")
    qr: str = Field(description="二维码图片，data: 地址的 SVG")


class SessionWindow(View):
    """A window of whoever is signed in."""

    id: str = Field(description="窗口编号")
    name: str = Field(description="窗口名称")


class SessionRole(View):
    """A role of whoever is signed in."""

    role: str = Field(description="身份代号")
    name: str = Field(description="身份名称")


class Session(View):
    """Whoever is signed in, and until when."""

    account: str = Field(description="账号编号")
    name: str = Field(description="姓名")
    department: str = Field(description="部门名称")
    windows: list[SessionWindow] = Field(description="负责的窗口")
    roles: list[SessionRole] = Field(description="身份")
    must_change_password: bool = Field(
        description="用的是一次性密码：改好以前，别的接口都答 session.change_password"
    )
    code: str = Field(
        description="手机动态验证码：off 本中心不用、none 没有设、due 要先设好（以前别的接口都答 session.code_setup）、on 设了"
    )
    csrf_token: str = Field(description="会改动内容的请求要在 X-CSRF-Token 头里带上它；这次登录里不变")
    idle_ends_at: datetime = Field(description="一直不用的话，什么时候结束；读这个接口不算用")
    ends_at: datetime = Field(description="一直在用，最晚什么时候结束")
