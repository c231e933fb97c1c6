"""The clauses of what was said: whether each states, asks, supposes or quotes, and of whom it speaks.

This is the one gate through which every circumstance goes that is taken down: what is asked, supposed, quoted from somebody, or said of
somebody else is not stated. The words are data (``clause.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.aside_clauses import aside_in, without_asides
from knowledge.language.refusal import AROUND, said_instead, turns_all_down

_FILE = Path(__file__).with_suffix(".yaml")

_END = re.compile(r"(?:(?<!\d),|,(?!\d)|[。;；!?？！、:：\s~…—])+")
_SUPPOSES = re.compile(r"如果|要是|假如|假设|万一|若是|比如|的话|换成是|是不是得")
_ASKS = re.compile(
    r"吗|算不算|属不属于|叫不叫|[么嘛]$|(?:有|过|了|好|到|完|成|上|齐|来|去|办|交|领|做|卖|装|开|写|说|变|改|满|批|够)[^,]{0,4}(?<![我们也都还真就又并店])没有$|不$|呢$|可不可以|能不能|行不行|成不成|成不$|行不$|中不中|中不$|好不好|得不得行|要不要|用不用|是不是|是否|需不需要|得不得|有没有|(?:什么|啥|咋|怎么|怎样|哪儿?|哪里|谁)(?!都|也|儿?都|里?也)|多少|多久|几(?:天|时|号|点)"
)
_NOTHING_OF_IT = re.compile(r"(?<!有)(?<!是)(?:不是|没有?|没得|莫得|冇)[办做过搞有用要]{0,2}(?:什么|啥子?)")
"""没办过什么登记, 又不是什么老板: asks nothing."""
_ALTERNATIVE = re.compile(r"还是(?!老|那|照|一|没|原|以)")
_EITHER_WAY = re.compile(r"(.)(?:不|没)\1?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two stops.

    Attributes:
        start: Where it begins in the whole text.
        asks: It is a question, or offers alternatives.
        supposes: It speaks of what might be: 如果, 要是, 的话.
        aside: It takes leave, reproaches, asks back or leaves something for later (:mod:`knowledge.language.aside_clauses`).
        quotes: It says what somebody else said: 听说, 你上面写的.
        counterparty: It speaks of the other side of the affair: 原车主回不来 says nothing of who goes.
        of_others_from: Where in the whole text it begins to speak of others than the applicant; None where it does not.
        asked_from: Where in the whole text begins what is asked about: 自有 in 这样算自有吗; None where nothing of it is.
    """

    start: int
    text: str
    asks: bool = False
    supposes: bool = False
    aside: bool = False
    quotes: bool = False
    counterparty: bool = False
    of_others_from: int | None = None
    asked_from: int | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def states(self) -> bool:
        return not (self.asks or self.supposes or self.aside or self.quotes or self.counterparty)

    def speaks_of_the_applicant(self, start: int) -> bool:
        """Whether words that begin at a place of the whole text tell, or ask along with something else, how it is with the applicant."""
        if self.supposes or self.aside or self.quotes:
            return False
        return not any(at is not None and at <= start for at in (self.of_others_from, self.asked_from))


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a normalised text in order."""
    found, start = [], 0
    for stop in _END.finditer(text):
        if stop.start() > start:
            found.append(_clause(text, start, stop.start(), stop[0]))
        start = stop.end()
    if start < len(text):
        found.append(_clause(text, start, len(text), ""))
    return tuple(_with_who_is_meant(found))


def answering_part(text: str) -> str:
    """The message without what answers nothing: asides, quotations, suppositions, what others do, and what is only asked about.

    Of what turns down all that is offered only what it says instead is left: 都不是,是地址搬了. The whole text where nothing is to be
    left out, and empty where nothing is left. A message that supposes and asks nothing is kept: 要是能自己去就自己去 decides.
    """
    left = without_asides(text)
    if turns_all_down(left) and (instead := said_instead(left)):
        left = instead
    clauses = clauses_of(left)
    kept = [_kept(one, alone=len(clauses) == 1) for one in clauses]
    if kept == [one.text for one in clauses]:
        return left
    return ",".join(filter(None, kept)).strip(AROUND)


def what_is_asked(text: str) -> list[str]:
    """The clauses that ask whether something counts as something, whatever is told beside them: 房本是我爸的,这样还算自有吗."""
    return [
        one.text
        for one in clauses_of(text)
        if one.asks and not one.aside and _words().asked_whole.search(one.text)
    ]


def stating_part(text: str) -> str:
    """The clauses of a message that state something; the whole text where they are all of it, and empty where none does."""
    clauses = clauses_of(text)
    stating = [one.text for one in clauses if one.states]
    return text if len(stating) == len(clauses) else ",".join(stating).strip(AROUND)


def opening_statement(text: str) -> str:
    """The first clause of a message that goes on, where it states something; else empty."""
    first, *others = clauses_of(text) or (None,)
    return first.text if first is not None and others and first.states else ""


def _kept(clause: Clause, *, alone: bool) -> str:
    """What of a clause may answer something."""
    if clause.quotes or clause.of_others_from is not None:
        return ""
    if clause.supposes and (clause.asks or not alone):
        return ""
    return clause.text if clause.asked_from is None else clause.text[: clause.asked_from - clause.start]


def _with_who_is_meant(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Clauses that go on about the other side of the affair, or with a quotation, belong to it: 房东在国外,来不了."""
    goes_on = quoted = False
    for clause in clauses:
        if quoted and _words().goes_on_quoted.match(clause.text):
            clause = replace(clause, quotes=True)
        quoted = clause.quotes
        if goes_on and _words().goes_on.match(clause.text):
            clause = replace(clause, counterparty=True, of_others_from=clause.start)
        goes_on = clause.counterparty
        yield clause


def _clause(text: str, start: int, end: int, stop: str) -> Clause:
    words = text[start:end]
    plain = _NOTHING_OF_IT.sub("", words)
    asks = "?" in stop or "？" in stop or bool(_ASKS.search(plain) or _ALTERNATIVE.search(plain))
    others, counterparty = _words().others.match(words), _words().counterparties.match(words)
    subject = counterparty or others
    if subject is not None and _words().concerns_me.search(words, subject.end()):
        subject = counterparty = None
    return Clause(
        start,
        words,
        asks,
        bool(_SUPPOSES.search(words)),
        aside_in(words) is not None,
        quotes=_words().quotes.match(words) is not None,
        counterparty=counterparty is not None,
        of_others_from=None if subject is None else start + subject.end(),
        asked_from=_asked_from(words, start) if asks else None,
    )


def _asked_from(words: str, start: int) -> int | None:
    """Where what is asked about begins; none where it is the applicant's own case: 能不能让我弟去."""
    if _words().asked_whole.search(words):
        return start
    found = _words().asked_from.search(words)
    if found is None or _words().own_case.search(words, found.start()):
        return None
    return start + found.start()


class _Raw(Frozen):
    opens: str
    quotes: tuple[str, ...]
    others: tuple[str, ...]
    counterparties: tuple[str, ...]
    goes_on: str
    goes_on_quoted: str
    concerns_me: str
    asked_whole: tuple[str, ...]
    asked_from: tuple[str, ...]
    own_case: str


@dataclass(frozen=True, slots=True)
class _Words:
    quotes: re.Pattern[str]
    others: re.Pattern[str]
    counterparties: re.Pattern[str]
    goes_on: re.Pattern[str]
    goes_on_quoted: re.Pattern[str]
    concerns_me: re.Pattern[str]
    asked_whole: re.Pattern[str]
    asked_from: re.Pattern[str]
    own_case: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = _Raw.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
    opening = {
        name: re.compile(rf"{raw.opens}(?:{'|'.join(expressions)})")
        for name, expressions in (
            ("quotes", raw.quotes),
            ("others", raw.others),
            ("counterparties", raw.counterparties),
            ("goes_on", (raw.goes_on,)),
            ("goes_on_quoted", (raw.goes_on_quoted,)),
        )
    }
    anywhere = {
        name: re.compile("|".join(expressions))
        for name, expressions in (
            ("concerns_me", (raw.concerns_me,)),
            ("asked_whole", raw.asked_whole),
            ("asked_from", raw.asked_from),
            ("own_case", (raw.own_case,)),
        )
    }
    return _Words(**opening, **anywhere)


def asks_either_way(before: str, words: str) -> bool:
    """Whether the words stand as 卖不卖凉菜 or 是不是租的 and so are only asked about."""
    either = _EITHER_WAY.search(before)
    if either is None:
        return False
    return either[0][-1] == either[1] or words.startswith(either[1])
