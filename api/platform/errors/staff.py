"""Refusals about accounts, tokens, and what somebody may see."""

from __future__ import annotations

from api.platform.errors.base import ApiError


class TokenMissing(ApiError):
    """Nobody has said who they are (RFC 6750 § 3: no error code in the challenge)."""

    status, code, detail = 401, "token_missing", "这里要用工作人员的令牌，请在 Authorization 头里带上。"


class TokenWrong(ApiError):
    status, code = 401, "token_wrong"
    detail = "令牌不对，请核对后再试，或者请系统管理员用 intake staff token 发一个新的。"


class TokenRevoked(TokenWrong):
    code, detail = "token_revoked", "这个令牌已经作废，请系统管理员发一个新的。"


class TokenExpired(TokenWrong):
    code, detail = "token_expired", "这个令牌已经过期，请系统管理员发一个新的。"


class AccountDisabled(TokenWrong):
    code, detail = "account_disabled", "这个账号已经停用。如果不该停用，请联系系统管理员。"


class RoleMissing(ApiError):
    """The detail says which role is needed."""

    status, code, detail = 403, "role_missing", "您的账号没有做这件事所需的身份。"


class NotYours(ApiError):
    """A case of another window or department, answered as one that does not exist."""

    status, code, detail = 404, "not_yours", "没有这个办件，或者它不归您的窗口和部门办理。"


class AccountNotFound(ApiError):
    status, code, detail = 404, "account_not_found", "没有这个账号，请核对账号编号。"


class LastAdministrator(ApiError):
    status, code = 409, "last_administrator"
    detail = (
        "这是最后一个能用的系统管理员账号，停用或者改掉以后没有人能管账号了。请先给另一个人建管理员账号。"
    )


class OwnRoles(ApiError):
    """Nobody changes their own roles: another administrator does."""

    status, code = 403, "own_roles"
    detail = "不能改自己的身份。请另一位系统管理员改，或者在服务器上用 intake staff change。"


class OwnPassword(ApiError):
    """A one-time password for oneself would do without the old one."""

    status, code = 403, "own_password"
    detail = "不能给自己设一次性密码。改自己的密码请用「改密码」，要输入现在的密码。"


class InvalidAccount(ApiError):
    """With everything that is wrong in ``faults``."""

    status, code, detail = 422, "invalid_account", "账号不能这样改。"


class TokenNotFound(ApiError):
    status, code, detail = 404, "token_not_found", "没有这个令牌编号，请核对后再试。"


class NotShown(ApiError):
    status, code, detail = 403, "not_shown", "按您的身份，不能查看这些信息的原文。"


class SecondPersonNeeded(ApiError):
    """The centre wants somebody else to agree first (``api.access.consents``); the member ``consent`` is its number."""

    status, code = 409, "second_person_needed"
    detail = "这一步要另一个人复核同意。"

    def __init__(self, number: int = 0) -> None:
        """Say under which number it waits."""
        super().__init__(
            f"这一步要另一个人复核，已经提出，编号{number}。请他在工作台的「复核」里同意，24小时以内再做一次就行。",
            consent=number,
        )


class ConsentNotFound(ApiError):
    status, code, detail = 404, "consent_not_found", "没有这个编号的复核，或者已经做过、过期了。请刷新再看。"


class OwnConsent(ApiError):
    status, code, detail = (
        403,
        "own_consent",
        "自己提出的、改自己账号的，不能自己复核。请另一个人来。",
    )
