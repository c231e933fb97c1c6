"""Which of the offered options a reply means: by number, ordinal, text, synonym or range.

Resolved before any classifier is trusted: 「2」「第二个」「租的」「一百来平」「最后一个」「没有」.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.base.text import normalise
from knowledge.catalogue.condition import UNSURE
from knowledge.catalogue.item import Question
from knowledge.language.ordinal import place_named
from knowledge.language.quantity import quantity_in
from knowledge.language.yes_no import begins_with_yes_or_no, yes_or_no

_plain = lru_cache(maxsize=20_000)(normalise)
"""Labels and synonyms as typed text is spelled; the catalogue has a few thousand of them."""

_AROUND = " 。，,.!?！？、~;；:：\"'“”‘’「」『』[]【】"
_FILLERS = re.compile(
    r"^(?:我们?|就|那|是|要|选|办|只|现在|马上|好的?|确认|先|还是|暂时|也|,|\s)+|(?:吧|了|啊|呀|的|呢|哦|一下|那个|这个|\s)+$"
)
_NUMBERED = re.compile(r"^[(\[]?\d{1,2}[)\].、:：]?\s?(?=\D)")
_UNSURE = re.compile(
    r"不(?:太|大|是很|是太|怎么)?(?:确定|知道|清楚|懂|晓得|明白|记得)|没(?:想好|搞懂|弄懂|弄清|搞清)|(?:搞|弄|分|记|说)不(?:清|准)"
    r"|拿不准|不好说|咋算|啥意思|什么意思"
)
_NONE = re.compile(
    r"^(?:这|那)?(?:几个|几项|几种|些|两个|两项|里面|上面|以上)?(?:一个)?(?:都|全|全都|也)(?:不是|不对|不要|没有|不办)"
    r"|不是(?:这|上面|以上)(?:几|些|两|里)|没有(?:我)?(?:要|想要|想办|要办|需要)的|不在(?:里面|上面)|^没有?一个|^一个(?:都|也)(?:不|没)"
    r"|^(?:不是|不对|没有|都没|不要)(?:的|啊|吧|呀|这个|这些)*$"
)
_GIVES_UP = re.compile(
    r"(?:哦|噢|唉|哎|嗯|好吧?|行吧?|那|就|还是|我|先|暂时|,|，|\s)*(?:算了|罢了|拉倒|不(?:想)?(?:办|弄|查|问|搞|办理|折腾|投诉|告|撤|撤回|评|评价)(?:它|这个)?了|不用(?:办|查|弄|问|找)了|别(?:查|找|问|弄)了)"
    r"(?:吧|啊|呀|哦|,|，|。|\s|先这样|谢谢|再说)*"
)
_NEGATION = re.compile(
    r"(?:(?<!要)(?<!得)不|没有?|(?<![特区个性级类分识派告差])别|(?<![是除])非|无需|不得|没法|没空)"
    r"(?:是|有|做|卖|搞|带|设|装|要|用|想|能|会|去|找|办|请|叫|让|在|算|需要|打算|属于)?(?:我们?|他|她|你)?$"
)
_NEGATIVE = ("不", "没", "非", "无", "否", "未")
_OTHER_WORD = {"自己": "的", "委托": "书"}
"""What follows makes another word of it: 自己的房子 says nothing of who goes to the window, 委托书 is a paper."""
_GOES_ON = "办帮跑弄交递提领取窗就可行吧的了呢啊,，。;；!！?？、 "
_NUMERALS = "0123456789一二两三四五六七八九十几这那每哪"
_KIN = re.compile(
    r"(?:我们?|俺|咱们?)?家?的?(?:大|小|二|亲|表|堂)?"
    r"(?:弟弟?|哥哥?|姐姐?|妹妹?|爸爸?|妈妈?|父亲|母亲|老公|老婆|丈夫|妻子|爱人|媳妇|儿子|女儿|孩子|闺女|女婿|儿媳"
    r"|叔叔?|舅舅?|姑姑?|阿姨|侄子|外甥|爷爷|奶奶|亲戚|朋友|同事|员工|会计|中介|家里人|家属)"
)
_LEAST_OF_LABEL = 2
"""Characters of a label that name it where no other label has them: 流程 for 看办理流程."""


@dataclass(frozen=True, slots=True)
class Offered:
    """An option as offered: what it stands for, its label, other words for it, and its range of a quantity."""

    value: str
    label: str
    says: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Label and other words, as typed text is spelled."""
        return tuple(_plain(words) for words in (self.label, *self.says))


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


def offered_by(question: Question, *, pending: bool = True) -> tuple[Offered, ...]:
    """A question's options as offered; words that are replies only while the question is pending."""
    return tuple(
        Offered(value, o.label, o.says + o.replies if pending else o.says, o.bounds)
        for value, o in question.options.items()
    )


def choose(text: str, options: Sequence[Offered], unit: str = "") -> str | None:
    """The value of the option that ``text`` means, :data:`UNSURE` for 不确定, or None.

    Args:
        text: Normalised reply.
        unit: Of the quantity, where options are ranges.
    """
    bare = text.strip(_AROUND)
    if said := _said_exactly(bare, options):
        return said
    place = place_named(bare, len(options), of_a_quantity=bool(unit))
    if place is not None:
        return options[place - 1].value if place <= len(options) else UNSURE
    if bare == UNSURE:
        return UNSURE
    return (
        _of_polarity(yes_or_no(bare), options, unit)
        or stated(bare, options, unit, bare_counts=True)
        or _of_polarity(begins_with_yes_or_no(bare), options, unit)
        or (UNSURE if does_not_know(bare) else None)
        or _by_part_of_label(bare, options)
        or _the_other(bare, options)
    )


def stated(text: str, options: Sequence[Offered], unit: str = "", *, bare_counts: bool = False) -> str | None:
    """The option that a sentence states by words or quantity; the longest words win, a tie states nothing.

    A bare yes or no (是, 有, 没有) stands in any sentence, so that it answers only as a whole reply (see :func:`choose`).

    Args:
        bare_counts: A number without unit is a quantity.
    """
    if value := by_quantity(text, options, unit, bare_counts=bare_counts):
        return value
    return the_longest(mentions(text, options))


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


def by_quantity(text: str, options: Sequence[Offered], unit: str, *, bare_counts: bool = False) -> str | None:
    """The option in whose range the quantity lies that the text names."""
    ranges = [(option.value, option.bounds) for option in options if option.bounds]
    span = quantity_in(text, unit, bare_counts=bare_counts) if unit and ranges else None
    if span is None:
        return None
    least, most = min(low for _, (low, _) in ranges), max(high for _, (_, high) in ranges)
    return next((value for value, bounds in ranges if span.within(bounds, least, most)), None)


def is_none_of_these(text: str) -> bool:
    """Whether the reply turns down all that was offered: 都不是, 没有我要的."""
    return bool(_NONE.search(text.strip(_AROUND)))


def gives_up(text: str) -> bool:
    """Whether the whole reply says that its sender lets the matter be: 算了, 那不办了吧."""
    return bool(_GIVES_UP.fullmatch(text.strip(_AROUND)))


def does_not_know(text: str) -> bool:
    """Whether the reply says in words that its sender does not know: 不知道, 不太清楚, 什么意思."""
    return bool(_UNSURE.search(text))


def _said_exactly(text: str, options: Sequence[Offered]) -> str | None:
    """The one option whose label or other words are the whole reply, as a pressed button or a copied line is."""
    for reply in dict.fromkeys((text, _NUMBERED.sub("", text), _FILLERS.sub("", text))):
        if reply != text and yes_or_no(reply) is not None:
            continue
        said = [option.value for option in options if reply in option.words or reply == option.label]
        if len(said) == 1:
            return said[0]
    return None


def _of_polarity(yes: bool | None, options: Sequence[Offered], unit: str) -> str | None:
    """What a bare yes or no chooses: of 有变化 and 没有变 by the label, else of the values ``yes`` and ``no``."""
    if yes is None or len(options) != 2 or unit:
        return None
    negative = [option.value for option in options if option.label.startswith(_NEGATIVE)]
    if len(negative) == 1:
        positive = next(option.value for option in options if option.value != negative[0])
        return positive if yes else negative[0]
    word = "yes" if yes else "no"
    return word if {option.value for option in options} == {"yes", "no"} else None


def _by_part_of_label(text: str, options: Sequence[Offered]) -> str | None:
    part = _FILLERS.sub("", text)
    if len(part) < _LEAST_OF_LABEL or yes_or_no(part) is not None:
        return None
    having = [option.value for option in options if part in _plain(option.label)]
    return having[0] if len(having) == 1 else None


def _the_other(text: str, options: Sequence[Offered]) -> str | None:
    """Of two options the one that is left where the whole reply only turns the other down: 不用委托, 不是本人."""
    if len(options) != 2:
        return None
    bare = _FILLERS.sub("", text)
    for option, other in (options, reversed(options)):
        for words in option.words:
            if bare.endswith(words) and bare != words and _NEGATION.fullmatch(bare[: -len(words)]):
                return other.value
    return None


def _kin_as_family(text: str) -> str:
    """The text with 我弟, 我老婆 ... as 家人, padded so that what follows stays in its place."""
    return _KIN.sub(lambda found: "家人".rjust(len(found[0]), "我") if len(found[0]) > 1 else found[0], text)


def _found(text: str, option: Offered) -> Iterator[Mention]:
    for words in option.words:
        if yes_or_no(words) is not None or words in _WHOLE:
            continue
        start = text.find(words)
        while start >= 0:
            if _means_it(text, start, words):
                yield Mention(option.value, start, start + len(words))
            start = text.find(words, start + 1)


_WHOLE = frozenset({"提交", "不", "别", "我"})
"""Words that answer as a whole reply only: inside a longer sentence they may be about anything."""
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
    return words.startswith(_NEGATIVE) or not _NEGATION.search(before)
