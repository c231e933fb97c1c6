"""Which of the offered options a reply means, by rule: number, ordinal, text, synonym, range, relative, yes or no.

Resolved before any classifier is trusted: 「2」「第二个」「租的」「一百来平」「我都四十多了」「让我弟去跑」「最后一个」「没有」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.catalogue.condition import UNSURE
from knowledge.language.answer_polarity import no_of, says_no
from knowledge.language.clause import stating_part
from knowledge.language.kinship import is_about_who_goes, relative_named, who_goes
from knowledge.language.mentions import Mention, mentions, the_longest
from knowledge.language.offered_options import Offered, offered_by, plain
from knowledge.language.ordinal import place_named
from knowledge.language.polarity import is_denied_after, negates, sides, signs
from knowledge.language.ranges import of_options, span_of
from knowledge.language.refusal import AROUND, does_not_know, gives_up, is_none_of_these
from knowledge.language.yes_no import begins_with_yes_or_no, yes_or_no

__all__ = [
    "By",
    "Choice",
    "Mention",
    "Offered",
    "by_quantity",
    "choose",
    "chosen",
    "does_not_know",
    "gives_up",
    "in_two_minds",
    "is_none_of_these",
    "mentions",
    "offered_by",
    "stated",
    "the_longest",
]

_FILLERS = re.compile(
    r"^(?:我们?|就|那|是|要|选|办|只|现在|马上|好的?|确认|先|还是|暂时|也|,|\s)+|(?:吧|了|啊|呀|的|呢|哦|一下|那个|这个|\s)+$"
)
_NUMBERED = re.compile(r"^[(\[]?\d{1,2}[)\].、:：]?\s?(?=\D)")
_LEAST_OF_LABEL = 2
"""Characters of a label that name it where no other label has them: 流程 for 看办理流程."""
_ALL = re.compile(
    r"(?:[两几三]|样|个|边|种|处|头|全|通通|统统|一概)+都|都[要去有办过卖取用做]|一起|全部|全都|也.{1,6}也|俩都"
)
_ALL_OF_LABEL = re.compile(r"都(?!不)|全(?!家)|一起|两种")


_OR = re.compile(r"还是说?|或者说?|要么|或是|要不就?是")
_CLAUSE_ENDS = re.compile(r"[,，。;；?？!！]+")
_GOING = re.compile(
    r"[去来跑办代托委替帮让叫派找请喊由送交领取签弄搞]|出面|到场|经手|本人|自己|亲自|行|可以|吧"
)
_LEAST_BESIDE = 3
"""Characters of another matter beside a person."""
_PLACE_IN = re.compile(r"第[一二三四五六七八九十\d]{1,2}个?")


class By(StrEnum):
    """The rule that chose."""

    WORDS = "words"
    """The whole reply is a label or one of its other words."""
    PLACE = "place"
    YES_NO = "yes_no"
    QUANTITY = "quantity"
    WHO_GOES = "who_goes"
    RELATIVE = "relative"
    ALL = "all"
    MENTION = "mention"
    """Words of an option stand in the sentence."""
    OPENING = "opening"
    """The sentence begins with a yes or no."""
    UNKNOWN = "unknown"
    """The applicant does not know."""
    PART = "part"
    """A part of one label."""
    OTHER = "other"
    """The other option is turned down."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option's value, or :data:`UNSURE`, and the rule that chose it."""

    value: str
    by: By


def choose(text: str, options: Sequence[Offered], unit: str = "", question: str = "") -> str | None:
    """The value of the option that ``text`` means, :data:`UNSURE` for 不确定, or None.

    Args:
        text: Normalised reply.
        unit: Of the quantity, where options are ranges.
        question: What is asked; a sentence that denies it says no.
    """
    choice = chosen(text, options, unit, question)
    return choice.value if choice else None


def chosen(text: str, options: Sequence[Offered], unit: str = "", question: str = "") -> Choice | None:
    """Like :func:`choose`, with the rule that chose: the first of them, in order of how sure they are.

    What the message states goes before what it asks beside: 我自己去,委托书要不要.
    """
    text = text.strip(AROUND)
    parts = dict.fromkeys((stating_part(text), text))
    return next(
        (choice for part in parts if part for choice in _choices(part, options, unit, question)), None
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


def in_two_minds(text: str, options: Sequence[Offered]) -> tuple[str, ...]:
    """The values between which a reply wavers, in their order: 应该是第一个吧，还是第三个; empty where it does not."""
    left, *right = _OR.split(text)
    if not right:
        return ()
    sides_said = (
        _CLAUSE_ENDS.split(left.strip(AROUND))[-1],
        *(_CLAUSE_ENDS.split(side)[0] for side in right),
    )
    meant = {
        value for side in sides_said if side and (value := _leant_to(side, options)) not in (None, UNSURE)
    }
    return tuple(option.value for option in options if option.value in meant) if len(meant) > 1 else ()


def _leant_to(part: str, options: Sequence[Offered]) -> str | None:
    """The option that one side of an 还是 names: by its place anywhere in it, else as a reply would."""
    if place := _PLACE_IN.search(part):
        number = place_named(place[0], len(options))
        return options[number - 1].value if number and number <= len(options) else None
    return the_longest(mentions(part, options)) or choose(part, options)


def by_quantity(text: str, options: Sequence[Offered], unit: str, *, bare_counts: bool = False) -> str | None:
    """The option in whose range the quantity lies that the text names."""
    ranges = of_options([(option.value, option.label, option.bounds) for option in options], unit)
    if ranges is None:
        return None
    span = span_of(text, ranges.unit, bare_counts=bare_counts)
    return ranges.holding(span) if span is not None else None


def _choices(text: str, options: Sequence[Offered], unit: str, question: str) -> Iterator[Choice]:
    for by, value in _tried(text, options, unit, question):
        if value is not None:
            yield Choice(value, by)


def _tried(
    text: str, options: Sequence[Offered], unit: str, question: str
) -> Iterator[tuple[By, str | None]]:
    yield By.WORDS, _said_exactly(text, options)
    yield By.PLACE, _by_place(text, options, unit)
    yield By.UNKNOWN, UNSURE if text == UNSURE else None
    yield By.YES_NO, _of_polarity(yes_or_no(text), options, unit)
    yield By.QUANTITY, by_quantity(text, options, unit, bare_counts=True)
    labels = [option.label for option in options]
    yield By.YES_NO, _no_to(question, text, options) if question else None
    yield By.WHO_GOES, _at(who_goes(text, labels), options)
    yield By.RELATIVE, _at(relative_named(text, labels), options)
    yield By.ALL, _all_of_them(text, options)
    named = mentions(text, options)
    if is_about_who_goes(labels):
        named = [one for one in named if _speaks_of_going(text, one)]
    yield By.MENTION, the_longest(named)
    yield By.OPENING, _of_polarity(begins_with_yes_or_no(text), options, unit)
    yield By.UNKNOWN, UNSURE if does_not_know(text) else None
    yield By.PART, _by_part_of_label(text, options)
    yield By.OTHER, _the_other(text, options)


def _speaks_of_going(text: str, named: Mention) -> bool:
    """Whether the clause of a person says that he goes, or nothing else of him: not 我哥 in 是我哥免费给我用的."""
    start = max((found.end() for found in _CLAUSE_ENDS.finditer(text, 0, named.start)), default=0)
    end = next((found.start() for found in _CLAUSE_ENDS.finditer(text, named.end)), len(text))
    beside = _FILLERS.sub("", text[start : named.start]) + _FILLERS.sub("", text[named.end : end])
    return len(beside) < _LEAST_BESIDE or _GOING.search(text[start:end]) is not None


def _at(place: int | None, options: Sequence[Offered]) -> str | None:
    return None if place is None else options[place].value


def _said_exactly(text: str, options: Sequence[Offered]) -> str | None:
    """The one option whose label or other words are the whole reply, as a pressed button or a copied line is."""
    for reply in dict.fromkeys((text, _NUMBERED.sub("", text), _FILLERS.sub("", text))):
        if reply != text and yes_or_no(reply) is not None:
            continue
        said = [option.value for option in options if reply in option.words or reply == option.label]
        if len(said) == 1:
            return said[0]
    return None


def _by_place(text: str, options: Sequence[Offered], unit: str) -> str | None:
    place = place_named(text, len(options), of_a_quantity=bool(unit))
    if place is None:
        return None
    return options[place - 1].value if place <= len(options) else UNSURE


def _of_polarity(yes: bool | None, options: Sequence[Offered], unit: str) -> str | None:
    """What a bare yes or no chooses: of 有变化 and 没有变 by the label, else of the values ``yes`` and ``no``."""
    if yes is None or unit:
        return None
    meant = sides([option.value for option in options], [option.label for option in options])
    return next(
        (option.value for option, side in zip(options, meant, strict=True) if side == (1 if yes else -1)),
        None,
    )


def _no_to(question: str, text: str, options: Sequence[Offered]) -> str | None:
    """The option that says no, where a sentence denies what is asked: 失业登记也没办过呀."""
    no = no_of([option.value for option in options], [option.label for option in options], question)
    return no if no is not None and says_no(text, question) else None


def _all_of_them(text: str, options: Sequence[Offered]) -> str | None:
    """The one option that stands for all of what is asked: 两边都去, 香港也去澳门也去."""
    for_all = [option for option in options if _ALL_OF_LABEL.search(option.label)]
    found = _ALL.search(text)
    if len(options) < 2 or len(for_all) != 1 or found is None or signs(text)[found.start()] < 1:
        return None
    return None if re.search(r"都[不没]", text) else for_all[0].value


def _by_part_of_label(text: str, options: Sequence[Offered]) -> str | None:
    part = _FILLERS.sub("", text)
    if len(part) < _LEAST_OF_LABEL or yes_or_no(part) is not None:
        return None
    having = [option.value for option in options if part in plain(option.label)]
    return having[0] if len(having) == 1 else None


def _the_other(text: str, options: Sequence[Offered]) -> str | None:
    """Of two options the one that is left where the whole reply only turns the other down: 不用委托, 不是本人."""
    if len(options) != 2:
        return None
    bare = _FILLERS.sub("", text)
    for option, other in (options, reversed(options)):
        for words in option.words:
            if bare.endswith(words) and bare != words and negates(bare[: -len(words)]):
                return other.value
    return _the_other_side(bare, options)


def _the_other_side(bare: str, options: Sequence[Offered]) -> str | None:
    """Of a yes and a no the one that is left where words of the other are denied by what follows them: 凉菜没有."""
    meant = sides([option.value for option in options], [option.label for option in options])
    for option, side, other in zip(options, meant, reversed(options), strict=True):
        for words in option.words:
            if side and len(words) > 1 and bare.startswith(words) and is_denied_after(bare[len(words) :]):
                return other.value
    return None
