"""How the customer-service account is set up, from environment variables ``INTAKE_WECOM_<NAME>``."""

from __future__ import annotations

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class WeComSettings(BaseSettings):
    """The account.

    Attributes:
        corp_id: 企业ID.
        secret: Secret of 微信客服.
        token: Token of the callback.
        aes_key: EncodingAESKey of the callback, 43 characters.
        api_url: Address of the server; another one for a stand-in.
    """

    model_config = SettingsConfigDict(env_prefix="INTAKE_WECOM_", frozen=True, extra="ignore")

    corp_id: str = ""
    secret: SecretStr = SecretStr("")
    token: SecretStr = SecretStr("")
    aes_key: SecretStr = SecretStr("")
    api_url: str = "https://qyapi.weixin.qq.com"

    @property
    def is_on(self) -> bool:
        """Whether all four are set."""
        return all(
            (self.corp_id, *(one.get_secret_value() for one in (self.secret, self.token, self.aes_key)))
        )
