"""What every refusal has in common, and what any request can meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from api.platform.schemas import FieldProblem


class StartupProblem(Exception):
    """The service cannot start; the command line prints the sentence.

    Attributes:
        code: Stable name.
        detail: What is wrong and what to do, in Chinese.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class ApiError(Exception):
    """Base of everything that the api refuses.

    Attributes:
        members: Further members of the problem document.
        headers: Further headers of the response.
        is_recorded: What was written before it is kept (see :meth:`recorded`).
    """

    is_recorded = False
    status = 400
    code = "bad_request"
    detail = "请求有误，请检查后再试。"

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: dict[str, str] | None = None,
        **members: Any,
    ) -> None:
        self.detail = detail or type(self).detail
        self.errors = tuple(errors)
        self.headers = headers or {}
        self.members = members
        super().__init__(self.code)

    def recorded(self) -> Self:
        """This refusal, raised after its unit of work is committed: the wrong try is counted, the refused act noted.

        The one idiom for what is recorded and refused; ``Database.transact`` does it.
        """
        self.is_recorded = True
        return self


class InvalidChange(ApiError):
    """Something in the payload does not fit the affair; every fault is listed."""

    status, code, detail = 422, "invalid_payload", "提交的内容有误，请按提示修改。"


class TooManyTries(ApiError):
    status, code, detail = 429, "too_many_tries", "试错次数太多，请过一会儿再试。"


class TooFast(ApiError):
    status, code, detail = 429, "too_fast", "请求得太频繁了，请过一会儿再试。"

    def __init__(self, seconds: int) -> None:
        """Say when the next request may come.

        Args:
            seconds: Until then, at least 1.
        """
        super().__init__(f"请求得太频繁了，请{seconds}秒后再试。", headers={"Retry-After": str(seconds)})


class PayloadTooLarge(ApiError):
    status, code, detail = 413, "payload_too_large", "内容太大，请缩短后再发。"


class Busy(ApiError):
    status, code, detail = 503, "busy", "系统正忙，您的内容还没有存上，请稍后再试。"
