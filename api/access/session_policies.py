"""The policies of ``/session`` itself: everywhere else a session is let in by the policies of the staff (``api.access.policies``)."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from api.access.policies import Policy, Proof
from api.access.sessions import SignedIn, signed_in
from api.platform.errors import CsrfWrong, NotSignedIn, PasswordChangeDue, SessionEnded
from api.services import Serving


@dataclass(frozen=True)
class SigningIn(Policy):
    """Whoever knows an account's password, which the service compares; it counts wrong tries."""

    kind = "sign_in"

    @property
    def says(self) -> str:
        return "知道账号和密码的工作人员"


@dataclass(frozen=True)
class OwnSession(Policy):
    """Whoever is signed in, by the cookie alone, also before a one-time password is changed. The value is :class:`~api.access.sessions.SignedIn`.

    Attributes:
        is_use: The request counts as use of the session.
        is_optional: Whoever is not signed in is let through; the value is None.
        is_settled: Not before a one-time password is changed.
    """

    is_use: bool = True
    is_optional: bool = False
    is_settled: bool = False
    kind = "session"
    proofs = (Proof.COOKIE,)

    @property
    def says(self) -> str:
        return "登录了的工作人员，只管自己的登录"

    async def check(self, request: Request, serving: Serving) -> SignedIn | None:
        try:
            found = await signed_in(request, serving, is_use=self.is_use)
        except (NotSignedIn, SessionEnded):
            if self.is_optional:
                return None
            raise
        if self.is_settled and found.must_change_password:
            raise PasswordChangeDue
        return found


SIGNING_IN = SigningIn()

SESSION_REFUSALS = (NotSignedIn, SessionEnded, CsrfWrong)
"""What every route of one's own session can answer."""
