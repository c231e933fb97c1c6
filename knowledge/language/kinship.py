"""Relatives in a reply: which of the offered relatives is named, and who goes to the window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.language import agent
from knowledge.language.clause import clauses_of
from knowledge.language.polarity import is_denied_after, is_gone, is_negated, signs

_WHOSE = r"(?:我们?|俺们?|咱们?|他|她|俺|娃儿?|孩子|小孩|家里)?(?:他|她|家|个)?的?"
_MOTHER = r"妈妈?|老妈|阿妈|妈咪|母亲|老娘|娘(?!家)|妈子"
_FATHER = r"爸爸?|老爸|阿爸|爹地?|老爹|父亲|老豆|老汉"
_WIFE = r"老婆|媳妇儿?|妻子|太太|婆娘|堂客|内人|屋里头的"
_HUSBAND = r"老公|丈夫|男人|当家的|先生(?!办)"
_SPOUSE = r"爱人|配偶|对象|老伴儿?|另一半"
_CHILD = r"(?:大|小|二|老)?(?:儿子|女儿|闺女|丫头|崽崽?|仔|孩子|娃儿?|姑娘)|子女"
_OTHERS = (
    r"(?:大|小|二|三|老|亲|表|堂)?(?:弟弟?|哥哥?|姐姐?|妹妹?|叔叔?|舅舅?|姑姑?|姨妈?|伯伯?|嫂子?|婶婶?|侄[子女]|外甥女?|孙[子女])"
    r"|细佬|阿[哥姐弟妹叔姨公婆爷]|姐夫|妹夫|弟媳|弟妹|女婿|儿媳妇?|丈母娘|岳[父母]|公公|婆婆|爷爷|奶奶|外[公婆]|姥[姥爷]"
    r"|亲戚|家里?人|家属|屋企人|屋里人|亲人"
)
_HELPERS = (
    r"朋友|同事|员工|职工|下属|同学|邻居|老乡|会计|出纳|财务|人事|文员|助理|秘书|司机|店长|经理|行政|合伙人|股东|中介|代办|黄牛|律师|代理人?"
    r"|代账(?:公司)?|代理记账|跑腿|别人|别个|人家|他人|旁人|村干部|网格员|社工|(?:店里|公司|厂里|单位)的?(?:人|小?[\u4e00-\u9fff])(?=去|来|跑|办)"
)
_KIN = rf"{_MOTHER}|{_FATHER}|{_WIFE}|{_HUSBAND}|{_SPOUSE}|{_CHILD}|{_OTHERS}"
_NOT_OFFERED = (
    r"(?:大|小|二|三|老|亲|表|堂)?(?:弟弟|哥哥|姐姐|妹妹|[大二三小老]?[弟哥姐妹]|叔叔?|舅舅?|舅妈|姑姑?|姑妈|姑父|姨妈?|姨父|伯伯?|伯母|嫂子?|婶婶?"
    r"|侄[子女儿]|外甥女?|外孙女?|孙[子女])|姐夫|妹夫|弟媳|弟妹|女婿|儿媳妇?|丈母娘|岳[父母]|公公|婆婆|爷爷|奶奶|外[公婆]|姥[姥爷]|亲戚|朋友"
)
_OF_OFFERED = rf"{_MOTHER}|{_FATHER}|{_WIFE}|{_HUSBAND}|{_SPOUSE}|{_CHILD}|父母|爸妈|爹妈|爹娘"
_CLAUSE_BEFORE = re.compile(r"^.*[,，。;；!！?？、 ]")
_ANY_KIN = rf"父母亲?|爸爸?妈妈?|爹妈|爹娘|双亲|{_NOT_OFFERED}|{_KIN}"
_SOMEBODY = rf"{_WHOSE}(?:{_KIN}|{_HELPERS})"
_OF_A_CHILD = re.compile(
    rf"(?:娃儿?|孩子|小孩|宝宝)的?(?:他|她)?的?(?={_MOTHER}|{_FATHER})|(?<=[给替帮代])(?:{_CHILD})"
)
_CLASSES: tuple[tuple[str, str], ...] = (
    ("mother", _MOTHER),
    ("father", _FATHER),
    ("wife", _WIFE),
    ("husband", _HUSBAND),
    ("spouse", _SPOUSE),
    ("child", _CHILD),
)
_STANDS_FOR: dict[str, frozenset[str]] = {
    "mother": frozenset({"mother", "parent"}),
    "father": frozenset({"father", "parent"}),
    "wife": frozenset({"spouse", "mother"}),
    "husband": frozenset({"spouse", "father"}),
    "spouse": frozenset({"spouse"}),
    "child": frozenset({"child"}),
}
"""At 随母亲 or 随父亲 the parent who answers says 跟我老婆: the wife of one is the mother of the child."""
_OFFERED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("parent", re.compile(r"^父母$")),
    ("mother", re.compile(r"^[随跟]?母亲?方?$")),
    ("father", re.compile(r"^[随跟]?父亲?方?$")),
    ("spouse", re.compile(r"^(?:配偶|夫妻)$")),
    ("child", re.compile(r"^子女$")),
)

_WITH_ME = re.compile(
    rf"[随跟](?:我|俺)(?!的?(?:{_WIFE}|{_HUSBAND}|{_SPOUSE}|{_MOTHER}|{_FATHER}))(?:们)?(?:这边|这头|家|走|姓|落|上|的|吧|,|，|$)"
)

_ERRAND = r"去|来|跑|过去|过来|办|弄|搞|交|送|帮|替|代|拿|领|做"
_SENT = re.compile(
    rf"(?:让|叫|喊|请|派|托|拜托|委托|麻烦|安排|找|由|等|要)(?:了|个|一个|位|到|着)*(?:{_SOMEBODY})"
    rf"|(?:{_SOMEBODY})(?:有空|有时间|明天|下周|自己|她|他|一个人|会|能|可以|要)*(?:去|来|跑|过去|过来|代|(?:帮|替|代)我|帮忙|办理?(?!了|过))"
    rf"|(?:替|帮|代|给)(?:{_SOMEBODY})(?:来|去|跑|代)?(?:办|弄|搞|申请|领|拿|交|跑|问)"
    rf"|我[^,，。;；]{{0,6}}?(?:去不了|来不了|走不开|没空去?|没时间|回不来|回不去|出不了门|动不了|不方便去?)"
    r"|(?:本人|自己)(?:去|来)不了"
)
_GOES_MYSELF = re.compile(
    r"(?<![让叫喊请帮替给])(?:我|俺|本人|自己|亲自)(?:们|会|就|还是|自己|本人|亲自|一个人|明天|下周|周[一二三四五六日末]|有空|肯定|当然|马上|现在|直接|要|想|来|去)*"
    r"(?:过去|过来|去|来|跑|办理?|弄|搞)(?:一?趟|一下|办理?|跑|弄|窗口|中心|现场|那里|就行|就好|就?可以|吧|的|呗|啊|呀|呢|哦|啦)*(?=$|[,，。;；、 ])"
    r"|只能(?:我|自己)(?:去|来|跑|办)|^(?:就|还是|肯定|当然|都)?(?:我|俺)(?:自己|本人|一个人)?(?:呀|啊|吧|呢|了|来|去)?$"
)
_NOBODY_ELSE = re.compile(
    rf"(?:没人|没有人|没谁|不用|不要|不想|不需要|不麻烦|别麻烦|不找|不请|不叫|不让|不委托|无需)(?:能|可以)?(?:帮我|替我|代我|(?:麻烦)?(?:{_SOMEBODY}))"
)
_SELF_LABEL = re.compile(r"^(?:由)?(?:本人|自己|亲自)(?:来)?(?:办理?|申请|办)")
_OTHER_LABEL = re.compile(r"委托|代办|代为|代理")


def relative_named(text: str, labels: Sequence[str]) -> int | None:
    """The place of the one label, of those that are relatives, that the text names; None where it names none or several.

    妈妈 and 跟我老婆 name 随母亲; 去女儿家养老 names 子女.
    """
    kinds = [next((kind for kind, words in _OFFERED if words.match(label)), None) for label in labels]
    if sum(kind is not None for kind in kinds) < 2:
        return None
    if _WITH_ME.search(text) and (parent := _parent_speaking(text)):
        return kinds.index(parent) if parent in kinds else None
    plain = _OF_A_CHILD.sub("", without_the_absent(text))
    said = {kind for kind, words in _CLASSES if re.search(words, plain)}
    if len(said) != 1:
        return None
    named = [place for place, kind in enumerate(kinds) if kind in _STANDS_FOR[next(iter(said))]]
    return named[0] if len(named) == 1 else None


def _parent_speaking(text: str) -> str | None:
    """Which parent says 随我, by how the other one is spoken of: 随我这边落，她户口在外省 is the father's."""
    is_father = re.search(rf"{_WIFE}|她|(?:孩子|娃)他?妈", text) is not None
    is_mother = re.search(rf"{_HUSBAND}|他(?![妈爸])|(?:孩子|娃)他?爸", text) is not None
    return None if is_father is is_mother else "father" if is_father else "mother"


def relative_not_offered(text: str, labels: Sequence[str]) -> str | None:
    """The relative that the text names where none of the labels, which are relatives, is meant: 姑姑 of 配偶, 父母, 子女."""
    if sum(any(words.match(label) for _, words in _OFFERED) for label in labels) < 2:
        return None
    there = without_the_absent(text)
    said = list(re.finditer(_NOT_OFFERED, there))
    offered = re.search(_OF_OFFERED, re.sub(_NOT_OFFERED, "", there))
    return said[-1][0] if said and offered is None else None


@lru_cache(maxsize=256)
def without_the_absent(text: str) -> str:
    """The text with blanks for the relatives in it that are denied or no more: 没有爹妈了, 爸妈都走了."""
    return re.sub(_ANY_KIN, lambda found: found[0] if _is_there(text, found) else "_" * len(found[0]), text)


def _is_there(text: str, found: re.Match[str]) -> bool:
    clause = _CLAUSE_BEFORE.sub("", text[: found.start()])
    after = text[found.end() :]
    return not (is_negated(clause) or is_gone(after) or is_denied_after(after))


def is_about_who_goes(labels: Sequence[str]) -> bool:
    """Whether two labels say who comes to the window: 本人办理, 委托他人."""
    return len(labels) == 2 and any(map(_SELF_LABEL.match, labels)) and any(map(_OTHER_LABEL.search, labels))


def who_goes(text: str, labels: Sequence[str]) -> int | None:
    """The place of the label of who goes: 让我弟去跑 and 我老公去办 send somebody, 我自己跑一趟 nobody."""
    if not is_about_who_goes(labels):
        return None
    own = next(place for place, label in enumerate(labels) if _SELF_LABEL.match(label))
    clauses = clauses_of(text)
    going = agent.who_goes(agent.people_in(text), clauses)
    told = None if going is None or not going.certain else own if going.in_person else 1 - own
    if told is not None and len(clauses) > 1:
        return told  # 他下不了床,我去: the parts together tell whose affair it is and who goes
    without_nobody = _NOBODY_ELSE.sub("", text)
    sends = bool(_SENT.search(without_nobody))
    if sends:
        return 1 - own
    myself = _GOES_MYSELF.search(without_nobody)
    if myself:
        return own if min(signs(without_nobody)[myself.start() : myself.end()]) > 0 else 1 - own
    return own if without_nobody != text else told
