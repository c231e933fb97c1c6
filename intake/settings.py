"""Settings of the composition root, each from an environment variable ``INTAKE_<NAME>``; the api's own are in ``api.platform.settings``."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from intake.problems import Problem


class Role(StrEnum):
    """Which apps run in this process."""

    ALL = "all"
    BOT = "bot"
    API = "api"

    @property
    def has_api(self) -> bool:
        return self is not Role.BOT

    @property
    def has_bot(self) -> bool:
        return self is not Role.API


class SiteSettings(BaseSettings):
    """How the parts find each other and who may call them.

    Attributes:
        production: Refuse every setting that is only fit for development.
        api_url: Address of an api that runs elsewhere, for the role ``bot``.
        api_token: Sent to that api as bearer token, and what an api that runs alone asks of the channels' programs.
        rest_token: What callers of the REST channel must send as bearer token.
        dialogue_days: How long a dialogue's memory is kept after its last message; the draft is kept by the api.
        transcript_days: How long the page shows what was said.
        follower_days: How long a follower in WeChat is known after their last message; then news of a case do not reach them there.
    """

    model_config = SettingsConfigDict(env_prefix="INTAKE_", frozen=True, extra="ignore")

    production: bool = False
    api_url: str = ""
    api_token: SecretStr = SecretStr("")
    rest_token: SecretStr = SecretStr("")
    dialogue_days: int = Field(default=30, ge=1)
    transcript_days: int = Field(default=90, ge=1)
    follower_days: int = Field(default=400, ge=1)


def checked(settings: SiteSettings, role: Role, workers: int, host: str) -> None:
    """Refuse a combination that would not work or would not be safe.

    Raises:
        Problem: With what to change.
    """
    if workers > 1:
        raise Problem(
            "多个工作进程要用 PostgreSQL 和 Redis 共享数据和对话锁，这个版本还不支持。请用 --workers 1 启动。"
        )
    if role is Role.BOT and not settings.api_url:
        raise Problem("只运行对话时要知道接口在哪里，请设置 INTAKE_API_URL，例如 http://127.0.0.1:5005。")
    if settings.production and role.has_bot and not settings.rest_token.get_secret_value():
        raise Problem("正式环境必须设置 INTAKE_REST_TOKEN，否则任何人都能冒用别人的对话。")
    if settings.production and role is not Role.ALL and not settings.api_token.get_secret_value():
        raise Problem(
            "正式环境里分开运行接口和对话时，两边都必须设置同一个 INTAKE_API_TOKEN，否则任何人都能冒用别人的对话。"
        )
    if role is Role.API and host not in ("127.0.0.1", "::1", "localhost") and settings.production:
        raise Problem(
            "接口走的是不加密的 HTTP，令牌会被人看见。正式环境里只能监听本机（--host 127.0.0.1），由反向代理加密转发。"
        )
