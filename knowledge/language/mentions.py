"""Words of the offered options inside a longer text, where they are not denied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.kinship import without_the_absent
from knowledge.language.offered_options import Offered
from knowledge.language.polarity import is_denied_after, is_negated, is_unwilling, is_yet_to_come
from knowledge.language.yes_no import yes_or_no

_NEGATIVE = ("不", "没", "非", "无", "否", "未")
_CLAUSE_BEFORE = re.compile(r"^.*[,，。;；!！?？、 ]")
_OTHER_WORD = {"自己": "的", "委托": "书"}
"""What follows makes another word of it: 自己的房子 says nothing of who goes to the window, 委托书 is a paper."""
_GOES_ON = "办帮跑弄交递提领取窗就可行吧的了呢啊,，。;；!！?？、 "
_NUMERALS = "0123456789一二两三四五六七八九十几这那每哪"
_KIN = re.compile(
    r"(?:我们?|俺|咱们?)?家?的?(?:大|小|二|亲|表|堂)?"
    r"(?:弟弟?|哥哥?|姐姐?|妹妹?|爸爸?|妈妈?|父亲|母亲|老公|老婆|丈夫|妻子|爱人|媳妇|儿子|女儿|孩子|闺女|女婿|儿媳"
    r"|叔叔?|舅舅?|姑姑?|阿姨|侄子|外甥|爷爷|奶奶|亲戚|朋友|同事|员工|会计|中介|家里人|家属)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an option found in a text, from ``start`` up to ``end``."""

    value: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Mention) -> bool:
        """Whether the other stands within this longer one."""
        return len(other) < len(self) and self.start <= other.start and other.end <= self.end


def the_longest(found: Collection[Mention]) -> str | None:
    """The option whose words are the longest of those found; None for a tie."""
    longest = max(map(len, found), default=0)
    values = {mention.value for mention in found if len(mention) == longest}
    return values.pop() if len(values) == 1 else None


def mentions(text: str, options: Sequence[Offered]) -> list[Mention]:
    """Where the text has words of the options that are not negated there."""
    texts = dict.fromkeys((text, _kin_as_family(text)))
    return list(
        dict.fromkeys(mention for each in texts for option in options for mention in _found(each, option))
    )


def _kin_as_family(text: str) -> str:
    """The text with 我弟, 我老婆 ... as 家人, padded so that what follows stays in its place."""
    return _KIN.sub(lambda found: "家人".rjust(len(found[0]), "我") if len(found[0]) > 1 else found[0], text)


def _found(text: str, option: Offered) -> Iterator[Mention]:
    present = without_the_absent(text)
    for words in option.words:
        if yes_or_no(words) is not None or words in _WHOLE:
            continue
        within = text if words.startswith(_NEGATIVE) else present
        start = within.find(words)
        while start >= 0:
            if _means_it(text, start, words):
                yield Mention(option.value, start, start + len(words))
            start = within.find(words, start + 1)


_WHOLE = frozenset({"提交", "不", "别", "我"})
"""Words that answer as a whole reply only: inside a longer sentence they may be about anything."""
_REACHED = "满到够年"
_FOR_ME = ("帮", "替", "代", "让", "叫", "请", "给")
"""Before 我去办: somebody else goes."""
_TO_THE_BOT = "你您请烦能以想要,，。;；!！?？ "
"""Before 帮我办: it is the assistant that is asked, and nobody is sent."""


def _means_it(text: str, start: int, words: str) -> bool:
    before, after = text[:start], text[start + len(words) :]
    if words[0] == "个" and before[-1:] and before[-1] in _NUMERALS:
        return False
    if any(words.endswith(word) and after.startswith(next_) for word, next_ in _OTHER_WORD.items()):
        return False
    if words.startswith(("帮我", "替我", "代我")) and (not before or before[-1] in _TO_THE_BOT):
        return False
    if before[-1:] == words[1:2] and words.startswith(("不", "没")):
        return False
    if words.startswith(("我去", "我来", "我办")) and before.endswith(_FOR_ME):
        return False
    if words.endswith(("去", "来")) and after and after[0] not in _GOES_ON:
        return False
    if is_unwilling(after) or (words[0] in _REACHED and is_yet_to_come(before)):
        return False
    if is_denied_after(after) and not words.startswith(_NEGATIVE):
        return False
    return words.startswith(_NEGATIVE) or not is_negated(_CLAUSE_BEFORE.sub("", before))
