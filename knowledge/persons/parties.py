"""For whom something is done and who does it, as a sentence tells it from the first one on (给我妈办, 让我弟去, 老板叫我来)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from knowledge.persons.capacity import Capacity
from knowledge.persons.people import one_of, people
from knowledge.persons.role_correction import ROLE, WHOEVER, corrected_in

SELF = "self"
"""The speaker."""
BODY = "company"
"""A company or another body, by its boss or its own name."""

_I = r"(?:我|俺|咱|侬|阿拉)"
_MY = rf"(?:{_I}?(?:家|们|们家|屋头)?的?(?:那个|个)?)"
_SOMEBODY = "relative"
"""Somebody of the family, where it was not said who."""
_NO_REPORT = r"(?:(?!说|讲|消息|微信|电话|告诉|问我)[^。;；])"
"""Who only told something takes no part: 我弟发消息说…住院."""
_NEVER = re.compile(r"(?!)")
_I_GO = re.compile(rf"{_I}(?:们)?(?:来|去|跑|办|替|帮|代|给|得|就|自己|想)")
_OF_A_WISH = re.compile(r"(?:的|嘅)(?:$|[,，。])|丢|掉|到期|过期|坏|办|补|换|领|不见|找不|没了")
_MINOR_AGE = 16
_AGE = re.compile(r"(?<!\d)(\d{1,3}|[零一二两三四五六七八九十]{1,3})(?:周?岁|岁半|个月)")
_AT_SCHOOL = re.compile(r"幼儿园|小学|[一二三四五六]年级|出生|新生儿|刚生|未成年|吃奶")
_NUMERALS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Parties:
    """For whom, and by whom; each the id of somebody in ``parties.yaml``, ``self``, or empty where nothing is said.

    Attributes:
        is_minor: The applicant is a minor, for whom a guardian acts.
        certain: It is said for whom; else the applicant is only spoken of, or only implied (让我弟去), and replaces nobody.
        instead_of: Who was taken for the applicant by mistake: 是我妈，不是兄弟.
    """

    applicant: str = ""
    agent: str = ""
    is_minor: bool = False
    certain: bool = field(default=True, compare=False)
    instead_of: str = field(default="", compare=False)

    @property
    def is_known(self) -> bool:
        """Whether anything is said of them."""
        return bool(self.applicant or self.agent)

    @property
    def is_for_another(self) -> bool:
        """Whether it is surely not for the speaker himself."""
        return self.applicant not in ("", SELF)

    @property
    def is_for_speaker(self) -> bool:
        """Whether it is said to be the speaker's own."""
        return self.applicant == SELF

    @property
    def is_for_body(self) -> bool:
        """Whether it is for a company or another body."""
        return self.applicant == BODY

    @property
    def is_by_another(self) -> bool:
        """Whether somebody acts who is not the applicant."""
        return bool(self.agent) and self.agent != self.applicant

    @property
    def capacity(self) -> Capacity:
        """In what capacity the one acts who goes."""
        if self.is_minor:
            return Capacity.GUARDIAN
        return Capacity.AGENT if self.is_by_another else Capacity.APPLICANT

    @property
    def applicant_said(self) -> str:
        """The applicant as the speaker is told of him: 您母亲; empty where it is the speaker or unknown."""
        return people().people[self.applicant].say if self.is_for_another else ""

    @property
    def agent_said(self) -> str:
        """The agent as the speaker is told of him: 您, 您弟弟; empty where nobody is."""
        if self.agent == SELF:
            return "您"
        return people().people[self.agent].say if self.agent else ""

    def then(self, later: Parties) -> Parties:
        """These, with what was said later in its place; who is only mentioned takes no place that is taken."""
        if later.instead_of:
            return self._corrected(later)
        applicant = later.applicant or self.applicant
        same = applicant == self.applicant
        if self.applicant and not (same or later.certain):
            return replace(self, agent=later.agent or self.agent) if later.applicant == SELF else self
        agent = later.agent or (self.agent if same else "")
        return Parties(applicant, agent, later.is_minor or (same and self.is_minor), later.certain or same)

    def _corrected(self, later: Parties) -> Parties:
        """These, with the applicant put right where it was the one who is denied."""
        wrong = later.instead_of
        named = wrong == ROLE or (wrong == WHOEVER and self.is_for_another)
        if not named and self.applicant not in (wrong, _SOMEBODY):
            return self
        agent = self.agent if self.agent != later.applicant else ""
        return Parties(later.applicant, agent or SELF, later.is_minor)


@lru_cache(maxsize=2048)
def parties_in(text: str) -> Parties:
    """For whom and by whom, as far as one sentence tells it."""
    applicant, agent, certain = _roles(text)
    corrected = corrected_in(text)
    if corrected and not (certain and applicant == corrected.applicant):
        is_minor = _is_minor(corrected.applicant, text)
        return Parties(corrected.applicant, is_minor=is_minor, instead_of=corrected.instead_of)
    if applicant in ("", SELF, "company", "worker") and agent in ("", SELF):
        return Parties(applicant, agent, certain=certain)
    return Parties(applicant, agent, _is_minor(applicant, text), certain)


def parties_of(statements: Iterable[str]) -> Parties:
    """For whom and by whom after several sentences; the later ones count."""
    known = Parties()
    for statement in statements:
        known = known.then(parties_in(statement))
    return known


def _roles(text: str) -> tuple[str, str, bool]:
    """Applicant and agent by the first rule that holds, and whether it is said for whom."""
    known = people()
    for pattern, applicant, agent, certain in _rules():
        found = pattern.search(text)
        if found is None:
            continue
        named = {key: known.id_of[value] for key, value in found.groupdict().items() if value is not None}
        who = named.get(applicant, applicant)
        if who == _SOMEBODY:
            who = _named_before(text[: found.start()]) or who
        acting = named.get(agent, agent) or _agent_beside(text, applicant)
        return who, acting, certain is None or certain.search(text) is not None
    return "", "", True


def _named_before(text: str) -> str:
    """Whom 她 means in 我妈血压高，我替她去: the only one who is named before."""
    known = people()
    named = {known.id_of[found[1]] for found in re.finditer(rf"{_I}的?({known.someone})", text)}
    return named.pop() if len(named) == 1 else ""


def _agent_beside(text: str, applicant: str) -> str:
    """Who goes, said in another part of the sentence: 我妈的，我去; 他来不了."""
    if applicant in ("", SELF):
        return ""
    return SELF if _i_go().search(text) else ""


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str, str, re.Pattern[str] | None], ...]:
    """Pattern, applicant and agent (a group of the pattern, ``self`` or empty), the surest first; last what makes it certain.

    Where nothing stands last, a rule says for whom it is done by itself.
    """
    known = people()
    who = rf"(?P<who>{known.someone})"
    acts, goes, cannot = one_of(known.acts), one_of(known.goes), one_of(known.cannot)
    near = r"[^。;；!?]{0,8}?"
    said, implied = None, _NEVER
    return tuple(
        (re.compile(pattern), applicant, agent, certain)
        for pattern, applicant, agent, certain in (
            # 用我老婆的名字办; 写我妈名字; 执照写我老婆
            (
                rf"(?:写|用|填|登记?|办在?|挂)(?:的|在|到)?(?:是|成)?{_MY}{who}(?:的)?(?:名字|名下|名义|身份证办)",
                "who",
                "",
                said,
            ),
            (
                rf"(?:执照|证|本本)上?(?:是|写|用|填|登)的?(?:是|成)?{_MY}{who}(?:的)?(?=$|[,，。;；])",
                "who",
                "",
                said,
            ),
            # 老板让我来; 我妈委托我办; 单位给员工报工伤
            (
                rf"{who}(?:没空|忙|不在|来不了|去不了)?[,，]?(?:就|才)?(?:让|叫|派|托|委托|请|安排|喊){_I}(?:这个)?[^,，。]{{0,6}}?(?:{goes}|{acts})",
                "who",
                SELF,
                said,
            ),
            (rf"(?:受|替){_MY}{who}(?:的)?委托", "who", SELF, said),
            (rf"{_I}(?:是|在).{{0,6}}(?:经办人|办事员|会计|出纳|行政|人事|员工)", "company", SELF, said),
            (r"(?:单位|公司|厂里?|企业|合作社|店里?)(?:想|要)?(?:给|替|帮|为)", "company", SELF, said),
            # 我妈替我去拿; 我姐代我
            (rf"{who}(?:来|去|可以|能)?(?:替|代|帮){_I}(?!们)", SELF, "who", said),
            # 让我弟去; 委托我朋友办; 请代办公司的人去
            (
                rf"(?:让|叫|请|由|派|托|委托|喊|换成|改成|改由|换){_MY}{who}(?:帮{_I}|替{_I}|代{_I})?{near}(?:{goes}|{acts}|代)",
                SELF,
                "who",
                implied,
            ),
            # 给我妈办; 替我奶奶; 帮俺爹问下; 带孩子
            (
                rf"(?:给|替|帮|代|为|为了|同)(?:一下)?{_MY}{who}(?!.{{0,4}}(?:商量|打电话|联系))",
                "who",
                SELF,
                said,
            ),
            # 我奶奶走不动，我去; 孩子在外地，我替他
            (
                rf"{_MY}{who}{_NO_REPORT}{{0,14}}?(?:{cannot}|不能来|不能去)(?![^。]{{0,14}}让)",
                "who",
                SELF,
                _I_GO,
            ),
            (
                rf"{_MY}{who}{_NO_REPORT}{{0,16}}?[,，]?(?:{_I}(?:来|去)?)?(?:帮|替|代|给)(?:他|她|佢|伊)",
                "who",
                SELF,
                said,
            ),
            # 我妈的身份证丢了; 是我儿子的; 孩子六岁要办
            (
                rf"{_MY}{who}(?:的|嘅)(?=$|[,，。]|[^,，。]{{0,6}}(?:证(?!号)|卡|照|户口|医保|社保|养老|补贴|津贴|低保|待遇|手续))",
                "who",
                "",
                _OF_A_WISH,
            ),
            (rf"{who}[^。;；,，]{{0,4}}?(?:\d+|[一二两三四五六七八九十]+)(?:周?岁|个月)", "who", "", said),
            (
                r"(?:我们|俺们|咱们|我)(?:这个|这家|的)?(?P<firm>公司|单位|厂|工厂|合作社|企业)",
                "company",
                "",
                said,
            ),
            (r"(?:公司|单位|厂里|厂)(?:要|想)", "company", "", said),
            (rf"^{_MY}{who}(?:想|要|需要|准备|打算)(?:去)?[^,，。]{{0,3}}?(?:{acts})", "who", "", said),
            # 我媳妇去; 我弟跑
            (
                rf"(?:^|[,，]|{_I}){_MY}{who}(?:帮忙|过)?(?:去|来|跑|代办|出面|帮办)(?!不|世)",
                SELF,
                "who",
                implied,
            ),
            (rf"{_MY}{who}[^。;；,，]{{0,4}}(?:满月|出生|刚生|未成年)", "who", "", said),
            (rf"{_I}(?:来|去)?(?:替|代)(?:他|她|佢|伊)", "relative", SELF, said),
            # 本人去不了; 我走不动路
            (
                rf"(?:{_I}|本人|自己|自个儿)(?:自己|本人)?[^。;；,，]{{0,6}}?(?:来不了|去不了|不能来|不能去|不方便(?:来|去)|没法(?:来|去)|到不了场|回不来|不去(?!不))",
                SELF,
                "someone",
                implied,
            ),
            (
                rf"(?:{_I}|本人)(?!们)(?:(?!{known.someone})[^。;；,，]){{0,4}}?(?:走不动|走不了路|下不了[床楼]|腿脚不)",
                SELF,
                "someone",
                implied,
            ),
            # 我自己去; 本人亲自来
            (
                rf"(?:{_I}(?:自己|本人|亲自)|本人(?:亲自)?|亲自|自己)(?:去|来|跑|办|到场|过来|过去)(?!不)",
                SELF,
                SELF,
                implied,
            ),
        )
    )


@lru_cache(maxsize=1)
def _i_go() -> re.Pattern[str]:
    known = people()
    acts = one_of(("去", "来", "跑", "办", "代", "替", "帮", "给他", "给她", "给佢"))
    return re.compile(
        rf"{_I}(?:来|去|自己)?(?:{acts})(?!不|世)|(?:给|替|帮|代)(?:他|她|佢|它|娃|老人家?)|{one_of(known.cannot)}"
    )


def _is_minor(applicant: str, text: str) -> bool:
    """Whether the applicant is a minor: by the age that is said, else by the word (孩子)."""
    if applicant in ("", SELF):
        return False
    if found := _AGE.search(text):
        return found[0].endswith("月") or _number(found[1]) < _MINOR_AGE
    return applicant in people().people and (
        people().people[applicant].minor or bool(_AT_SCHOOL.search(text))
    )


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _NUMERALS.get(words[-1], 0)
    return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)
