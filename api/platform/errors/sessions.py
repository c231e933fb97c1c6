"""Refusals about signing in. Their codes are the contract with the staff's page (``web/desk``), and so they have a dot."""

from __future__ import annotations

from api.platform.errors.base import ApiError, TooManyTries


class SignInWrong(ApiError):
    """The same for an unknown account, a wrong password, an account without one and a disabled one: nobody learns which accounts there are."""

    status, code = 401, "session.wrong"
    detail = "账号或者密码不对，或者账号已经停用。请核对后再试；忘了密码，请系统管理员重设。"


class SignInLocked(TooManyTries):
    """The detail says until when; so does ``Retry-After``."""

    code, detail = "session.locked", "连续错了太多次，请过一会儿再试。"


class CodeWanted(ApiError):
    """The password is right, and the account has a second factor."""

    status, code = 401, "session.code_wanted"
    detail = "请输入手机上的动态验证码。"


class NotSignedIn(ApiError):
    status, code, detail = 401, "session.none", "您还没有登录，请先登录。"


class SessionEnded(ApiError):
    status, code = 401, "session.ended"
    detail = "登录已经结束，请重新登录。没有存的内容还在这个页面上，登录以后接着办。"


class CsrfWrong(ApiError):
    status, code = 403, "session.csrf"
    detail = "这个请求没有带上本次登录的 X-CSRF-Token，没有执行。请刷新页面后再试。"


class PasswordChangeDue(ApiError):
    status, code = 403, "session.change_password"
    detail = "您用的是一次性密码，请先改成自己的密码，再接着办。"


class OldPasswordWrong(ApiError):
    status, code = 422, "session.old_password"
    detail = "原来的密码不对，密码没有改。请核对后再试。"


class PasswordWeak(ApiError):
    """With everything that is wrong with the password in ``faults``."""

    status, code, detail = 422, "session.weak_password", "这个密码不能用，请换一个。"
