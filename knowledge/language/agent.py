"""Who goes to the window, and for whom it is done: 我替她去, 给我儿子办, 本人去不了, 老板让我来办, 我自己去.

Rules over a text whose people are signs (:mod:`knowledge.language.relatives`). Who goes is the person the affair is of (本人) or
somebody else (委托); a clause that supposes says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.language.clause import Clause
from knowledge.language.relatives import (
    AGENCY,
    BODY,
    ERRAND,
    ME,
    PRINCIPAL,
    RELATIVE,
    SPEAKER,
    THIRD,
    Person,
    Signed,
    signed,
)

_ANYBODY = f"[{RELATIVE}{ERRAND}{AGENCY}{PRINCIPAL}{BODY}{THIRD}]"
_SENDER = f"[{RELATIVE}{PRINCIPAL}{BODY}{THIRD}]"
_OTHER = f"[{RELATIVE}{ERRAND}{AGENCY}{THIRD}]"
_SOON = (
    r"(?:[今明后][天儿早]|上午|下午|周[一二三四五六日]|回头|到时候|过两天|会|要|想|准备|打算|可以|能|都|也|就|再|先|直接|专门|只|得|单独"
    r"|帮忙|负责)*"
)
_DO = r"(?:办理?|补办?|换|领|申请|申领|弄|搞|交|上|取|报|跑|登记|注销|签|递|提交|处理|激活|认定|迁|代)"
_GO = rf"(?:去|来|跑|过去|过来|到场|出面|前往|走一趟|代办|办手续|代跑|{_DO})"
_GOES_MYSELF = (
    r"(?:去|来|跑|过去|过来|到场|出面|前往|走一趟|(?:去|来|就)?办|(?:去|来)?[弄搞办]手续|申请|交材料)"
)
_ENDS = rf"(?:$|{_DO}|你们|政务|大厅|窗口|那[里边]?|一趟|跑|就|可|行|吧|的|了|呢|啊|嘅|哈|哦|呗|,|手续|材料|现场|县里|局里|镇上)"
_MYSELF = r"(?:自己个?儿?|自个儿?|亲自|本人|一个人|亲身|自家|单独)"
_SENDS = r"(?:让|叫|派|托|委托|请|喊|找|安排|由|麻烦|等|拜托|交给|(?<![投依])靠|使唤|打发|畀|俾|揾)"
_FOR = r"(?:替|帮|代|代替|代表|帮忙给|给|为|帮着)"
_TOO_OFTEN = r"(?!了?(?:这|那)么|了?[几多好两三]|断|来跑去|白)"
_CANNOT = (
    r"(?:[去来走跑动]不[了动得成](?!远|几步|多远)|[去来]唔[到了]|回不[来去了]|过不[来去]|赶不[回过]|抽不开身|不能[去来]|无法[去来到]|不方便|(?<!腿脚)不便|没法[去来到回]|没有?空(?![调位地间闲])|没有?时间"
    r"|下不了[床地]|瘫痪?|卧床|躺在?床上|行动不便|出不了门|出唔到门|走不开|冇时间|不在家|不在本地|动弹不)"
)


@dataclass(frozen=True, slots=True)
class Going:
    """Who goes to the window.

    Attributes:
        in_person: The person whose affair it is goes; False where somebody else does.
        start: Where the words that say so begin in the text, up to ``end``.
        certain: Said in as many words; 给我妈办 only suggests it.
    """

    in_person: bool
    start: int
    end: int
    certain: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """The people of a text.

    Attributes:
        text: With a sign for each of them.
        holder: Whose affair it is: a relation, :data:`ME`, or None where it is not said.
    """

    text: Signed
    holder: Person | None


_BENEFITS = (
    re.compile(rf"{_FOR}({RELATIVE}|{PRINCIPAL}|{THIRD})(?:[^,。;!? ]{{0,4}}?){_GO}"),
    re.compile(
        rf"({_OTHER})的?[^,。;!? {SPEAKER}]{{0,8}}?(?:丢|掉了|没了|不见|过期|到期|找不|唔见|坏了|折|断|消磁|弄没|被偷|刷不)"
    ),
    re.compile(rf"(?:丢的?|办的?|补的?)(?:是|就是)({_OTHER})"),
    re.compile(rf"([{RELATIVE}{THIRD}])(?:也|就|今年|现在)*(?:想|要|得|打算|准备|需要){_DO}"),
    re.compile(rf"({_OTHER})(?:今年|现在|都|也|人|实在|自己|又)*{_CANNOT}"),
    re.compile(rf"({RELATIVE})的(?:社保|身份|证|卡|户口|护照|车|店|狗|公积金|养老|医保|低保|津贴)"),
)
_OWN_PAPER = re.compile(
    rf"{SPEAKER}的?[^,。;!? {RELATIVE}{ERRAND}{THIRD}]{{0,6}}?(?:丢|掉了|不见|过期|到期|找不|坏了|断)"
)


def people_in(text: str) -> People:
    """The people of a normalised text, and whose affair it is."""
    found = signed(text)
    return People(found, _holder(found))


def _holder(text: Signed) -> Person | None:
    for rule in _BENEFITS:
        for found in rule.finditer(text.text):
            person = _resolved(text, found.start(1))
            if person is not None:
                return person
    own = _OWN_PAPER.search(text.text)
    return text.persons.get(own.start()) if own else None


def _resolved(text: Signed, place: int) -> Person | None:
    """The person at a place; 他 or 她 is the relative named last before, or the only one who is named at all."""
    person = text.persons.get(place)
    if person is None or person.sign != THIRD:
        return person
    before = [one for at, one in text.persons.items() if at < place and one.sign == RELATIVE]
    named = {one.who: one for one in text.persons.values() if one.sign == RELATIVE}
    return before[-1] if before else next(iter(named.values())) if len(named) == 1 else person


def who_goes(people: People, clauses: Sequence[Clause]) -> Going | None:
    """Who goes to the window; what is said last and surely counts, and asking leave for a certain person only suggests it."""
    text = people.text
    said: list[Going] = []
    for clause in clauses:
        start, end = _within(text, clause)
        words = text.text[start:end]
        if clause.states:
            said += _in_clause(words, start, people)
        elif not (clause.supposes or clause.aside) and _ASKS_LEAVE.search(words):
            said += [replace(one, certain=False) for one in _in_clause(words, start, people)]
    sure = [one for one in said if one.certain]
    spoken = sure or said
    if spoken and spoken[-1].in_person and _NO_HEAD.search(text.text):
        return replace(spoken[-1], in_person=False)
    return spoken[-1] if spoken else None


def _within(text: Signed, clause: Clause) -> tuple[int, int]:
    start = next(n for n, at in enumerate(text.at) if at >= clause.start)
    end = next(n for n, at in enumerate(text.at) if at >= clause.end)
    return start, end


_ASKS_LEAVE = re.compile(
    rf"[{RELATIVE}{ERRAND}].*(?:行不行|成不成|中不中|行不|成不|行吗|成吗|可以吗|可以不|好吗|得不得|得吗|能行吗|没问题吧)$"
)
"""我姐去办行不行 names who is meant to go, unlike 可以让别人代办吗."""
_NO_HEAD = re.compile(
    rf"{SPEAKER}?(?:又|也|可)?不是(?:公司|单位|店)?的?{PRINCIPAL}|{SPEAKER}是[^,。;!? ]{{0,4}}?{ERRAND}"
)
"""我是会计，不是法人: who goes for an organisation without being its head goes for another."""
_NOBODY_ELSE = re.compile(
    rf"(?:不|没|唔|别|无需)(?:想|要|用|需要|打算|再|必|是)*(?:(?:{_SENDS}|{_FOR}|用|要|靠)(?:{_OTHER}|代办|代理|跑腿|哪个|谁|别个)(?![办领交弄]过)|代办|委托(?!书))"
)
_SPEAKER_FIRST = re.compile(
    rf"{SPEAKER}(?:们)?{_SOON}{_MYSELF}{_SOON}(?:{_GOES_MYSELF}(?!的|过|开|年|银行|香港|澳门)|去$)|(?<![{RELATIVE}{ERRAND}{THIRD}]){_MYSELF}{_SOON}(?:去|来|跑|到场|过去|过来|去?办(?!的|过)|去?搞手续|弄手续)(?!年)"
)
_CHANGED_TO_MYSELF = re.compile(rf"(?:改|换)[成为作]?(?:由|让)?{_MYSELF}")
_WENT_ALONG = re.compile(
    rf"(?:陪|带|领|跟|和|同|与)(?:着|上|到)?{_OTHER}(?:{_SOON})(?:一起|一块儿?|一同|一道|过)?(?:去|来|过去|过来){_ENDS}|{_OTHER}(?:跟|和|同)着?{SPEAKER}(?:一起|一块儿?|一同)(?:去|来)"
)
_SPEAKER_SENT = re.compile(
    rf"{_SENDER}?(?<![不没别])(?:让|叫|派|喊|托|委托|安排|拜托|请|要){SPEAKER}{_SOON}{_GO}{_TOO_OFTEN}"
)
_SENT = re.compile(rf"{_SENDS}{_ANYBODY}[^,。;!? {SPEAKER}]{{0,4}}?(?:(?:替|帮|代|给){SPEAKER})?{_SOON}{_GO}")
_SOMEBODY_SENT = re.compile(
    rf"(?:找|请|雇|托|揾|委托|叫|让)[^,。;!? ]{{0,4}}?{AGENCY}|(?:委托(?!书)|拜托|(?<!摩)托)[^,。;!? ]{{0,5}}?{_OTHER}|"
    r"(?:找|请|雇|托|叫|让|喊|揾)(?:个|了个|了|一个)?(?:人|代理|代办|专业的人|专人)(?:去|来|帮|替|代|跑|办)|(?<![不没别])(?:想|要|准备|打算|全权|已经|就|是)(?:委托|代办)(?!书)"
)
_FOR_SPEAKER = re.compile(rf"{_ANYBODY}{_SOON}[去来]?(?:帮|替|代|给|代替)(?:忙)?{SPEAKER}{_SOON}{_GO}")
_FOR_OTHER = re.compile(
    rf"(?:替|帮|代|代替|代表|帮着)(?:{_OTHER}|{PRINCIPAL}|{BODY}){_SOON}[^,。;!? ]{{0,4}}?{_GO}"
)
_GIVEN_TO = re.compile(rf"(?:给|为)(?:{RELATIVE}|{PRINCIPAL}|{THIRD}){_SOON}[^,。;!? ]{{0,3}}?{_DO}(?!过)")
_CANNOT_GO = re.compile(
    rf"(?P<who>[{RELATIVE}{ERRAND}{PRINCIPAL}{THIRD}{SPEAKER}]?)(?:[^,。;!? ]{{0,4}}?){_CANNOT}"
)
_OTHER_GOES = re.compile(
    rf"(?P<who>{_OTHER}|{PRINCIPAL}){_SOON}(?P<self>{_MYSELF})?{_SOON}(?:(?:去|来|过去|过来|出面|到场){_ENDS}|跑(?:腿|一?趟|手续|一下|这个|办|就|吧|,|$))"
)
_SPEAKER_GOES = re.compile(
    rf"{SPEAKER}{_SOON}(?:去(?:$|吧|就|行|的|嘅|窗口|跑|大厅|政务|现场|一趟|了$|办(?:$|理?手续|吧|就|的$|了$)|交材料|申请(?:$|吧))|来$|来(?:申请|跑)|跑(?:$|一趟|手续)|过去$|过来$)"
)


_OF_OTHERS = re.compile(
    r"(?:另外?(?:一|两|几)?[个位]?|其他|别的|有个)?(?:股东|合伙人|房东|卖[家方]|买[家方]|对方|户主|原?车主|担保人|双方|前[夫妻])"
)
"""另一个股东在外地回不来 says nothing of who goes to the window."""


def _in_clause(clause: str, start: int, people: People) -> list[Going]:
    """What one clause says, the plainest first; a later rule is looked at only where no earlier one spoke."""

    def going(found: re.Match[str], in_person: bool, certain: bool = True) -> list[Going]:
        at = people.text.at
        return [Going(in_person, at[start + found.start()], at[start + found.end()], certain)]

    if found := _NOBODY_ELSE.search(clause):
        rest = _SPEAKER_FIRST.search(clause)
        return going(rest or found, in_person=True, certain=rest is not None)
    if found := _CHANGED_TO_MYSELF.search(clause) or _WENT_ALONG.search(clause):
        return going(found, in_person=True)
    if found := _SPEAKER_SENT.search(clause):
        return going(found, in_person=False)
    if found := _FOR_SPEAKER.search(clause) or _FOR_OTHER.search(clause):
        return going(found, in_person=False)
    if found := _OTHER_GOES.search(clause):
        return going(found, in_person=_is_of(people, start + found.start("who"), bool(found["self"])))
    if found := _SENT.search(clause):
        return going(
            found, in_person=_is_of(people, start + _person_at(found), bool(re.search(_MYSELF, found[0])))
        )
    if found := _SOMEBODY_SENT.search(clause):
        return going(found, in_person=False)
    if (found := _CANNOT_GO.search(clause)) and found["who"] != ERRAND and not _OF_OTHERS.search(clause):
        return going(found, in_person=False)
    if found := _SPEAKER_FIRST.search(clause):
        return going(found, in_person=not _of_another(people))
    if found := _SPEAKER_GOES.search(clause):
        return going(found, in_person=not _of_another(people))
    if found := _GIVEN_TO.search(clause):
        return going(found, in_person=False, certain=False)
    return []


def _person_at(found: re.Match[str]) -> int:
    return next(n for n in range(found.start(), found.end()) if found.string[n] in _ANYBODY[1:-1])


def _is_of(people: People, place: int, alone: bool) -> bool:
    """Whether the person at a place is the one whose affair it is."""
    person = _resolved(people.text, place)
    if person is None:
        return False
    if person.sign == PRINCIPAL:
        return (
            people.holder is None
            or people.holder.sign in (PRINCIPAL, SPEAKER)
            or people.holder.who == person.who
        )
    if people.holder is None:
        return alone and person.sign in (RELATIVE, THIRD)
    return person.who == people.holder.who


def _of_another(people: People) -> bool:
    return people.holder is not None and people.holder.who != ME and people.holder.sign != PRINCIPAL
