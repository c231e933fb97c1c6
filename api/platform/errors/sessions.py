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
    """The password is right, and the account has a second factor; with a code that is not right, the detail says so."""

    status, code = 401, "session.code_wanted"
    detail = "请输入手机上的动态验证码。"


class OneTimePasswordExpired(ApiError):
    """The password is right, but it is a one-time one that was not used in time."""

    status, code = 401, "session.one_time_expired"
    detail = "这个一次性密码已经过期。请系统管理员重设，会得到一个新的。"


class SecondFactorRequired(ApiError):
    status, code = 409, "session.code_required"
    detail = "本中心登录都要动态验证码，不能关。换手机可以重新设。"


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


class CodeSetupDue(ApiError):
    """The setting wants a second factor of everybody, and this account has none yet."""

    status, code = 403, "session.code_setup"
    detail = "本中心登录要用手机上的动态验证码。请先设好（POST /session/totp），再接着办。"


class CodesOff(ApiError):
    status, code = 409, "session.code_off"
    detail = "本中心登录不用动态验证码，不用设。"


class CodeWrong(ApiError):
    """A code while somebody is signed in; at sign-in it is :class:`CodeWanted` with other words."""

    status, code = 422, "session.code_wrong"
    detail = "验证码不对，或者已经用过、过了时间。请等手机上换了下一个再输入。"


class CodeUnreadable(ApiError):
    """The secret of the phone was sealed with another key than the service has now."""

    status, code = 503, "session.code_unreadable"
    detail = (
        "动态验证码的密钥读不出来，可能是服务换过 INTAKE_SECRET。请系统管理员重设您的密码，再重新设验证码。"
    )


class NoCodePending(ApiError):
    status, code = 409, "session.code_not_begun"
    detail = "还没有开始设动态验证码。请先扫码（POST /session/totp），再输入手机上的验证码。"


class OidcOff(ApiError):
    status, code = 404, "session.oidc_off"
    detail = "这里没有开统一身份登录，请用账号和密码登录。"


class ProviderDown(ApiError):
    status, code = 503, "session.oidc_unavailable"
    detail = "统一身份认证现在连不上，请过几分钟再试，或者用账号和密码登录。"


class SignInNotProven(ApiError):
    status, code = 401, "session.oidc_failed"
    detail = "统一身份登录没有成功，可能隔得太久，或者在别的窗口里又登录了一次。请重新登录。"


class OidcAccountUnknown(ApiError):
    status, code = 403, "session.oidc_unknown"
    detail = "统一身份认证认得您，但是您在这里还没有账号，或者账号已经停用。请联系系统管理员。"
