"""The operation (新办 变更 延续 补办 ...) read out of an item's name."""

from __future__ import annotations

import re

from knowledge.language.lexicon.load import load_lexicon

_HEADS = (
    (
        re.compile(r"(查询|查阅|查看|公示|公布|公告|公开|发布|检索|下载|咨询|目录|名录)(服务|系统|公告)?$"),
        "查询",
    ),
    (re.compile(r"公证(指引)?$"), "证明"),
    (re.compile(r"预约(申请)?$"), "预约"),
    (re.compile(r"(考试|资格)?报名(确认)?$"), "考试"),
)
"""Endings that say what the whole is, whatever stands before: 补领结婚证预约 is an appointment."""
_IN_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]$")

DECISIVE = (
    "补办", "换证", "注销", "撤销", "延续", "变更", "更正", "停用", "恢复", "年检", "转移", "抵押", "解除", "退费", "提取",
    "申领", "减免", "考试", "预约", "备案", "设立", "新办", "验收", "认定", "证明", "登记", "核发", "审核", "许可", "申报",
)  # fmt: skip
"""What tells items of one main item apart, the most telling first: 许可 stands in nearly every name and says least."""

UNNAMED = "办理"


def operation_of(name: str) -> str:
    """The operation a name speaks of, in the words of the lexicon; ``办理`` where it speaks of none.

    What stands in brackets at the end is the business item's own part of the name and is read first.
    """
    head = _IN_BRACKETS.sub("", name)
    for ending, operation in _HEADS:
        if ending.search(head):
            return operation
    own = _IN_BRACKETS.search(name)
    for part in (own[1] if own else "", name):
        found = set(load_lexicon().find_operations(part))
        for operation in DECISIVE:
            if operation in found:
                return operation
    return UNNAMED
