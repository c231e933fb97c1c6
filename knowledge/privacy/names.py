"""Names in a text: those that are announced (我叫…, 我妈叫…, 名字错了，是…), and a bare name where one was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.privacy.common_words import common_words
from knowledge.privacy.name_letters import (
    COMMON,
    DOUBLE,
    GIVEN,
    HAN,
    LATIN,
    POINTED,
    POINTS,
    RARE,
    with_one_point,
)

_AFTER = r"(?=$|[,，。;；、 \[(（!?~]|电话|手机|身份证|联系|男|女|我|想|要|需|来|办|住|号|护照|证件|不是)"
_HARD_STOP = r"(?=$|[,，。;；、 \[(（!?~])"
_IS = r"(?:[是叫为:： ]{1,3})"
_NAME = rf"(?:{POINTED}|{COMMON})"

_SOMEBODY = (
    r"(?:妈妈?|爸爸?|[爹娘]|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|公(?![安司证积交共园务示布告开路益寓厕])|婆|[哥姐弟妹]{1,2}|儿子|女儿|闺女|孩子|小孩|[娃崽]|宝宝|孙子|孙女"
    r"|侄子|侄女|外甥女?|[叔伯舅姑姨婶]+|老伴|爱人|媳妇|老公|老婆|丈夫|妻子|对象|朋友|同事|老板娘?|店主|业主|经营者|员工|工人|老人|法人|法定代表人|负责人|经办人|代办人|(?:代办|经办|跑腿|来跑|来办|去跑|去办)的人?"
    r"|受托人|委托人|监护人|申请人|联系人|办事人|本人|他|她|佢|俺|咱)"
)
_CORRECTED = r"(?:应该|应当|其实|正确的?|改|换|更正|得)?(?:是|叫|成|为|做|系)"

_ANNOUNCED = (
    re.compile(
        rf"(?P<lead>(?:我|俺)(?:的?名字|大名|名)?叫(?:做|作)?|我的名字{_IS}|本人姓名{_IS}?)(?P<v>{_NAME}){_AFTER}"
    ),
    re.compile(
        rf"(?P<lead>(?:(?:我|俺|本人)叫|我的名字{_IS}|姓名[:： ]{{1,2}}))(?P<v>{GIVEN}{{2,6}}){_HARD_STOP}"
    ),
    re.compile(
        rf"(?P<lead>{_SOMEBODY}(?:的?(?:名字?|姓名|大名))?[,，]?(?:是|名)?(?:叫(?:做|作)?|姓名[是:： ]{{0,2}}|名字?[是:：]))"
        rf"(?P<v>{_NAME}|{GIVEN}{{2,4}}){_AFTER}"
    ),
    re.compile(
        rf"(?P<lead>(?<!店的)(?<!司的)(?<!店)(?<!司)(?:姓名|名字|联系人|申请人|代办人|经办人|监护人|法人|法定代表人){_IS})"
        rf"(?P<v>{_NAME}){_AFTER}"
    ),
    re.compile(
        rf"(?P<lead>{_SOMEBODY}[,， ]?)(?P<v>{_NAME})(?=[,，: 的]{{0,2}}(?:他|她|佢)?的?(?:\[|身份证|手机|电话|护照))"
    ),
    re.compile(
        rf"(?P<lead>姓名|(?<![\u4e00-\u9fff])名字)(?P<v>{_NAME})(?:{_HARD_STOP}|(?=电话|手机|身份证))"
    ),
    re.compile(
        rf"(?P<lead>(?<!店)(?<!司)(?:名字?|姓名?|名儿)(?!称)[^。;；\[]{{0,14}}?(?<!不){_CORRECTED})(?P<v>{_NAME}){_AFTER}"
    ),
    re.compile(rf"(?P<lead>^(?:应该)?(?:是|系|叫))(?P<v>{COMMON})(?=[,，]?(?:不是|唔系|不叫))"),
    re.compile(rf"(?P<lead>^(?:不是|唔系)[^,，。 ]{{1,8}}[,， ]?(?:是|系|叫))(?P<v>{COMMON}){_HARD_STOP}"),
    re.compile(
        rf"(?P<lead>(?:我叫|名字[是叫:： ]{{1,2}}|姓名[是:： ]{{1,2}}|my name is |name[:：] ?|wo ?jiao )) ?(?P<v>{LATIN})"
        rf"(?=$|[,，。;；、\[(（])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<lead>(?:^|(?<=[,，。;；、 ]))(?:I am|I'm|i am|i'm) )(?!(?:English|Chinese|American|British|Canadian|Australian|German|French"
        r"|Japanese|Korean|Russian|Indian|Pakistani|African|South African|Foreign|Teacher|Student|Sorry|From|In|A|An|The)\b)"
        r"(?P<v>[A-Z][A-Za-z'’\-]+(?: [A-Z][A-Za-z'’\-]*\.?){0,3})(?=$|[,，。;；、\[(（])"
    ),
)
_RELATED = (
    re.compile(rf"(?:^|[,，。;；、 是])是(?:我|俺|咱)(?P<v>{COMMON}){_HARD_STOP}"),
    re.compile(rf"(?:^|(?<=[,，。;；、 ]))(?P<v>{COMMON})(?=是(?:我|俺)的?{_SOMEBODY}(?:$|[,，。;；]))"),
    re.compile(
        rf"(?:申请|代办|经办|来办|来跑|跑腿)的?人?[就]?是(?:我|俺)?的?{_SOMEBODY}(?P<v>{COMMON}){_HARD_STOP}"
    ),
    re.compile(rf"(?:^|(?<=[,，。;；、 ]))(?:我|俺)(?P<v>{COMMON})(?=(?:只|就)是|是(?:跑腿|代办|经办|来))"),
)
"""刘春梅是我老婆, 我王大勇只是跑腿的: no word announces the name, so that it must be one (不是 那个是我老婆)."""
_DENIED = re.compile(
    rf"(?P<lead>(?:不是|不叫|唔系))(?P<v>{COMMON})(?=$|[,，。;；、 是叫])"
    rf"|(?P<called>(?:小名|乳名|外号|绰号|曾用名)[叫是:： ]{{0,2}})(?P<nick>(?![叫是]){GIVEN}{{1,5}}){_HARD_STOP}"
)

_BARE = re.compile(
    rf"(?:^|(?<=[,，、 ;；\]]))(?P<v>{_NAME}|[{HAN}]{{0,3}}{RARE}[{HAN}{POINTS}]{{0,10}})(?=$|[,，、 ;；。\[])"
)
_BARE_LATIN = re.compile(
    r"^(?P<v>[A-Z][A-Za-z'’\-]+\.?(?: [A-Z][A-Za-z'’\-]*\.?){1,4})(?=$|[,，。;；、 ]?\[)"
)

_NO_SURNAME = "都全那能从后经应别和"
"""Surnames so rare that at the head of a reply they are the ordinary word."""
_NO_NAME = re.compile(
    r"(?:周[一二三四五六日天末]|谢谢.?|盖章|公章|印章|师傅|黄牛|宁可|温馨|温馨提示|麻烦.?|祝好|公司.*|单位|本人|法人|个体|时间|身份|外卖|什么"
    r"|申请.*|成功|高兴|马上|容缺.*|.*(?:店|馆|厅|公司|面馆|超市|工作室)|安全.?|明白.?|明天|方便|相信|水电.?|计划|文件.?|通知.?|金额|解释|支持"
    r"|全部|全家|关系|关闭|查询|查看|国家|广告|石头|平时|常住|后面|后天|左右|经常|经办|经营.*|终于|包括|应该|向你|向您|高中|东西|车子|房子|房产|家里|家人|家属"
    r"|错的|错了|.*错|贺卡|成年|.?先生|.?女士|.{1,2}(?:大爷|大妈|师傅|老师|阿姨|叔叔|先生|女士|小姐|老板|经理|主任|姑娘|奶奶|爷爷|叔|姨|哥|姐|总))"
)
_TALK = re.compile(r"(?:祝贺|庆贺|干啥|干嘛|干吗|单位.?|公开|后悔|文盲|别人|高龄)")


@dataclass(frozen=True, slots=True)
class Said:
    """A name or address found: ``start`` to ``end`` is cut out, ``value`` is kept.

    Attributes:
        holds: Whether it is what the applicant says it is; 不是周强 cuts out and keeps nothing.
    """

    start: int
    end: int
    value: str
    holds: bool = True


def announced_names(text: str) -> Iterator[Said]:
    """Names that the text announces as such, and those that it denies."""
    for found in _DENIED.finditer(text):
        group = "v" if found["v"] else "nick"
        if group == "nick" or _is_name(found["v"], strict=True):
            yield Said(found.start(group), found.end(group), found[group], holds=False)
    for pattern in _RELATED:
        for found in pattern.finditer(text):
            if _is_name(found["v"], strict=True):
                yield Said(found.start("v"), found.end("v"), found["v"])
    for pattern in _ANNOUNCED:
        for found in pattern.finditer(text):
            if not _is_ordinary(found["v"]):
                yield Said(found.start("v"), found.end("v"), with_one_point(found["v"].strip()))


def bare_names(text: str) -> Iterator[Said]:
    """Names without announcement, for a reply to the question who applies."""
    beside_numbers = "[" in text
    for found in _BARE.finditer(text):
        if _is_name(found["v"], strict=not beside_numbers):
            yield Said(found.start("v"), found.end("v"), with_one_point(found["v"]))
    for found in _BARE_LATIN.finditer(text):
        yield Said(found.start("v"), found.end("v"), found["v"])


def _is_ordinary(words: str) -> bool:
    """Whether words in the form of a name are an ordinary word or a form of address (周大爷)."""
    return bool(_NO_NAME.fullmatch(words) or _TALK.fullmatch(words))


def _is_name(words: str, *, strict: bool) -> bool:
    """Whether words in the form of a name are one: an ordinary word (文件, 都齐) is none."""
    if words[0] in _NO_SURNAME or _is_ordinary(words):
        return False
    if "." in words:
        return not all(common_words().knows(part) for part in words.split("."))
    if not strict or any(point in words for point in POINTS) or words.startswith(DOUBLE) or len(words) > 4:
        return True
    first = common_words().first(words)
    return len(first.text) == 1 or first.is_name
