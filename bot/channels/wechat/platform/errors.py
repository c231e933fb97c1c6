"""What an ``errcode`` of WeChat's server means for us, and what an operator is told to mend."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """What to do about it."""

    RENEW = "renew"
    """The token is not valid any more: fetch it again, once."""
    UNDELIVERABLE = "undeliverable"
    """This person cannot be reached this way now: take the next one."""
    MEND = "mend"
    """Nothing of this kind works before somebody has mended it."""
    SENT = "sent"
    """It was sent before: nothing is to be done."""
    LATER = "later"
    """It may work in a while."""


_MEANINGS = {
    40001: Meaning.RENEW,
    40014: Meaning.RENEW,
    42001: Meaning.RENEW,
    43101: Meaning.UNDELIVERABLE,
    43004: Meaning.UNDELIVERABLE,
    43019: Meaning.UNDELIVERABLE,
    45015: Meaning.UNDELIVERABLE,
    45047: Meaning.UNDELIVERABLE,
    40003: Meaning.UNDELIVERABLE,
    45002: Meaning.UNDELIVERABLE,
    45067: Meaning.SENT,
    40037: Meaning.MEND,
    47003: Meaning.MEND,
    40164: Meaning.MEND,
    48001: Meaning.MEND,
    40013: Meaning.MEND,
    40125: Meaning.MEND,
    50002: Meaning.MEND,
    48004: Meaning.MEND,
    40018: Meaning.MEND,
    40016: Meaning.MEND,
}

_SAYS = {
    40001: "access_token 不对：请核对 INTAKE_WECHAT_SECRET，或者有别的程序在用老的方式刷新 token。",
    40013: "AppID 不对：请核对 INTAKE_WECHAT_APP_ID。",
    40125: "AppSecret 不对：请核对 INTAKE_WECHAT_SECRET；在公众平台重置过的要换成新的。",
    40164: "本机的出口地址不在公众号的 IP 白名单里：请到公众平台「设置与开发—基本配置—IP白名单」加上。",
    48001: "公众号没有这个接口的权限：请看是不是已认证的服务号，或者在公众平台「接口权限」里申请。",
    48004: "这个接口被封了：请到公众平台看通知。",
    50002: "公众号的接口被停用：请到公众平台看通知。",
    40037: "模板编号不对：请用 intake wechat templates 对照，改 local.yaml 里 wechat 下的模板编号。",
    47003: "模板的参数不对：请用 intake wechat templates 对照字段名称和类型。",
    45009: "今天调用这个接口的次数用完了，明天再试；要提高额度的在公众平台申请。",
    45015: "用户48小时内没有发过消息，或者没有关注：客服消息发不出去。",
    45047: "这个用户的客服消息条数用完了，要等他再发一句。",
    43101: "用户没有订阅这种通知。",
    43004: "用户没有关注公众号。",
    40003: "openid 不对：不是这个公众号的用户。",
    45002: "内容太长。",
    45067: "同一条模板消息十分钟内发过。",
    40018: "菜单的名称太长：一级4个汉字，二级8个汉字以内。",
    40016: "菜单的个数不对：一级最多3个，每个下面最多5个。",
    -1: "微信的服务器忙。",
}


class PlatformFault(Exception):
    """WeChat's server did not do it.

    Attributes:
        code: Its ``errcode``; 0 where there was no answer.
    """

    def __init__(self, code: int, what: str = "") -> None:
        super().__init__(f"errcode {code}" if code else what or "unreachable")
        self.code = code

    @property
    def meaning(self) -> Meaning:
        return _MEANINGS.get(self.code, Meaning.LATER)

    @property
    def says(self) -> str:
        """For the operator, in Chinese, with what to do."""
        if not self.code:
            return "连不上微信的服务器：请检查网络和 INTAKE_WECHAT_API_URL。"
        return _SAYS.get(self.code, "请按错误码查公众平台的「全局返回码」。") + f"（错误码 {self.code}）"
