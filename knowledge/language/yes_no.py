"""A bare yes or no, with or without the question's verb: 嗯, 是的, 没有, 不做, 还没办过."""

from __future__ import annotations

import re

_LEAD = r"(?:我们?|俺|咱们?|店里|这里|这个|都|也|还|就|那|真的?|暂时|目前|现在|肯定|应该|好像|基本)*"
_END = r"(?:过|的|啊|呀|呢|了|哦|噢|滴|哈|嘛|呗|吧|哒)*"
_YES = re.compile(
    rf"{_LEAD}(?:是|对|嗯|恩|有|要|会|好|行|做|卖|在|能|可以|需要|没错|当然|肯定|确定|确认|同意|必须|属于|办过|ok|yes)+(?:要|有)?{_END}",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"{_LEAD}(?:不|没|否|无|未|冇|唔|莫(?=[得有])|木(?=[有得])|no)"
    rf"(?:是|有|做|会|要|用|需要|需|行|对|得|卖|弄|存在|在|能|可以|算|属于|涉及|办|想|设|同意)*{_END}",
    re.IGNORECASE,
)
_NEITHER = re.compile(r"(?:对了|对吧|是吧|有吧|行了|在)")
"""By the way, 'isn't it', 'that will do': they answer nothing."""

_FIRST_CLAUSE = re.compile(r"^(?P<clause>[^,，。;；、 ]+)[,，。;；、 ](?P<rest>.+)$")
_SECOND_THOUGHT = re.compile(r"吗|么|[?？]|什么|怎么|哪|多少|多久|几|但|不过|等|先|别|改|再|不|没")


def yes_or_no(text: str) -> bool | None:
    """True for a bare yes, False for a bare no, None for anything that says more or something else."""
    if _NEITHER.fullmatch(text):
        return None
    if _NO.fullmatch(text):
        return False
    return True if _YES.fullmatch(text) else None


def begins_with_yes_or_no(text: str) -> bool | None:
    """The yes or no that a sentence begins with; a yes that is taken back in the same breath is none."""
    found = _FIRST_CLAUSE.match(text)
    if not found:
        return None
    plain = yes_or_no(found["clause"])
    return None if plain and _SECOND_THOUGHT.search(found["rest"]) else plain
