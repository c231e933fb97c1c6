"""The ways on which a message reaches an applicant beside the page, as staff read them."""

from __future__ import annotations

WAYS = {
    "subscription": "微信订阅通知",
    "template": "微信模板消息",
    "custom": "微信客服消息",
    "waiting": "还没有送到，等申请人在微信里说话时一起说",
    "unknown": "没有送：这个微信号已经解绑或者不再保留",
    "answered": "提交时的答复",
    "sms": "短信",
    "channel": "渠道程序",
}
"""Stable name to words; empty, it waits in the page."""

NOT_SENT = frozenset({"waiting", "unknown"})
"""Ways that mean that nothing went yet."""


def way_in_words(way: str) -> str:
    """How a message went, for people."""
    return WAYS.get(way, "") if way else "在网页的办件进度里看"
