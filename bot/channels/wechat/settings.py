"""How the account is set up, from environment variables ``INTAKE_WECHAT_<NAME>``."""

from __future__ import annotations

import re

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_NEEDED = {"app_id": "INTAKE_WECHAT_APP_ID", "token": "INTAKE_WECHAT_TOKEN"}
_AES_KEY = re.compile(r"[A-Za-z0-9+/]{43}")
_TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")


class WeChatSettings(BaseSettings):
    """The official account.

    Attributes:
        app_id: 开发者ID(AppID).
        secret: 开发者密码(AppSecret); without it nothing can be sent of one's own accord, no picture fetched, nobody known in the page.
        token: 令牌 of the callback.
        aes_key: 消息加解密密钥 (EncodingAESKey), 43 characters.
        allow_plain: Take messages that are not encrypted (明文模式); on a way that others can read they can be read too.
        oauth: Know who opens the page by 网页授权 (snsapi_base); only a verified service account has the right.
        api_url: Address of WeChat's server; another one for a stand-in.
        open_url: Address at which WeChat asks whether somebody may be known.
        answer_within_s: When the callback is answered at the latest; WeChat waits five seconds.
        kf_open_id: Of 企业微信 customer service: the account's open_kfid; empty for none.
    """

    model_config = SettingsConfigDict(env_prefix="INTAKE_WECHAT_", frozen=True, extra="ignore")

    app_id: str = ""
    secret: SecretStr = SecretStr("")
    token: SecretStr = SecretStr("")
    aes_key: SecretStr = SecretStr("")
    allow_plain: bool = False
    oauth: bool = False
    api_url: str = "https://api.weixin.qq.com"
    open_url: str = "https://open.weixin.qq.com"
    answer_within_s: float = Field(default=4.5, gt=0, lt=5)

    @property
    def is_on(self) -> bool:
        """Whether an account is set up at all."""
        return bool(self.app_id and self.token.get_secret_value()) and not self.faults

    @property
    def can_send(self) -> bool:
        """Whether WeChat's server can be called."""
        return bool(self.secret.get_secret_value())

    @property
    def is_untouched(self) -> bool:
        """Whether nobody wants an account here."""
        return not (self.app_id or self.token.get_secret_value() or self.aes_key.get_secret_value())

    @property
    def faults(self) -> list[str]:
        """What has to be mended before messages can be taken, all at once, in Chinese."""
        if self.is_untouched:
            return []
        found = [f"没有设置 {name}" for field, name in _NEEDED.items() if not _plain(getattr(self, field))]
        token, key = self.token.get_secret_value(), self.aes_key.get_secret_value()
        if token and not _TOKEN.fullmatch(token):
            found.append("INTAKE_WECHAT_TOKEN 应是3到32个字母、数字")
        if key and not _AES_KEY.fullmatch(key):
            found.append("INTAKE_WECHAT_AES_KEY 应是43个字母、数字，和公众平台上的 EncodingAESKey 一样")
        if not key and not self.allow_plain:
            found.append(
                "没有设置 INTAKE_WECHAT_AES_KEY（安全模式、兼容模式要用）；确实要用明文模式的，设置 INTAKE_WECHAT_ALLOW_PLAIN=1"
            )
        return found


def _plain(value: str | SecretStr) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else value
