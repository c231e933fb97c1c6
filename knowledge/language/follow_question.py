"""Questions that go on with the one before: 那孩子的呢 asks the same of another, 医保窗口也一样吗 the same of another place.

The other way round, 多久出结果 after an answer asks something else of the same; that needs no form of its own.
"""

from __future__ import annotations

import re

_GOES_ON = (
    re.compile(
        r"^(?:那么?|那要是|那如果|如果|要是|换成|换做|至于)?(?P<subject>.{1,12}?)的?(?:呢|咧|哩|嘞)[?？]*$"
    ),
    re.compile(
        r"^(?:那么?)?(?P<subject>.{1,12}?)(?:也|都)?(?:是)?(?:一样|这样|这么多|同样|相同|一个价|一样多)(?:的)?(?:吗|不|么|咩|嘛)?[?？]*$"
    ),
    re.compile(r"^(?:那么?)(?P<subject>.{1,12}?)(?:也)?(?:要|用|能|可以|行)(?:吗|不|么)?[?？]*$"),
)
_NO_SUBJECT = re.compile(r"^(?:那|然后|后来|现在|人|你|您|我)?$")


def carried_subject(text: str) -> str | None:
    """Of whom or what the same is asked: 孩子 of 那孩子的呢; None where the sentence does not go on like that."""
    plain = text.strip("，。, ")
    for form in _GOES_ON:
        found = form.match(plain)
        if found:
            subject = found["subject"].removesuffix("的")
            return None if _NO_SUBJECT.match(subject) else subject
    return None
