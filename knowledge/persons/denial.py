"""Data that a message denies: 名字不对, 手机号打错了, 那不是我的电话. What was denied is never submitted."""

from __future__ import annotations

import re

from knowledge.privacy.kinds import IDENTITIES, Personal

_WRONG = (
    r"(?:不太|不|没有?|冇|唔|都|也|又|给|好像|可能|[写填打弄搞输录读认记说报敲按抄拼念])*?"
    r"(?:不对|不正确|不准|错|唔啱|冇啱|有误|有问题|不是这|不系|反了|颠倒|漏|[少多错漏](?:[写打填输敲按抄])?了?(?:一|两|几|个)|少了|改一?下|要改|想改|得改|需要改|改成|改为|换成|换个|换一|更正|更换|重新填|重填|重写|重新写|作废|不用这|别用这|不要用)"
)
_NOT_MINE = r"(?:不是|唔系)(?:我|俺|本人|我本人|这个|那个|这样|我妈|我爸|他|她|\[)"
_ALL_RIGHT = re.compile(
    r"(?:没有?|没得|冇|无|不会|不用|没啥|没什么)(?:填|写|打|弄|输)?(?:错|问题|误|要改|改的)|错不了|不会错|没错|不错"
    r"|(?:有没有|会不会|是不是|(?<!不)对不对|有冇|如果|要是|万一|假如)"
)

_WORDS: dict[Personal, str] = {
    Personal.NAME: r"名字|姓名|我名|名儿|姓的|的姓|姓氏|我姓|名|姓(?=写|打|填|错|不)",
    Personal.ID_NUMBER: r"身份证号?码?|身分证|证件号码?|证号|身份证",
    Personal.PHONE: r"手机号?码?|电话号?码?|联系方式|联系电话|号码|手机|电话",
    Personal.CREDIT_CODE: r"信用代码|统一代码|执照号|税号|代码",
    Personal.PASSPORT: r"护照号?码?",
    Personal.TRAVEL_PERMIT: r"通行证号?码?|回乡证号?|台胞证号?",
    Personal.LANDLINE: r"座机|固定电话|固话",
    Personal.ADDRESS: r"地址|住址",
}
_ANY = "|".join(_WORDS.values())
_APART = r"[^。;；!?！？]{0,10}?"
_EVERYTHING = re.compile(
    r"(?:信息|资料|全|都|全部|内容|这些)(?:都|全|有|是|填|写|弄|搞)*(?:不对|错|有误|反了|不是我)|重新填(?:一遍|一次)?$|重填$|填错人|(?:信息|资料)(?:填|写)?的?(?:是|成)(?:我|了我)|不是我的信息|填反"
)
_AGENT = re.compile(r"代办人|经办人|监护人|受托人|联系人")
_SOME = re.compile(
    r"^(?:叫错|我不姓|我不叫|不对|错了?|有误|打错|写错|填错|错别字|唔啱|不是|唔系)|[打写填输敲按抄](?:错|多|少|漏)了?(?:一?个|一)?(?:字|数|数字|位|号)?"
    r"|(?:字|数字|一位|一处|地方)(?:写|打|填)?(?:错|不对)"
)


def denied(text: str) -> frozenset[Personal]:
    """The data that a message says are wrong or are to be changed, among those that the applicant gave.

    Returns:
        The kinds; every kind where the message says it of everything; nothing where it denies none.
    """
    if _ALL_RIGHT.search(text):
        return frozenset()
    if _EVERYTHING.search(text):
        return frozenset(_WORDS) | frozenset(IDENTITIES) | frozenset(one.of_agent for one in _WORDS)
    kinds = frozenset(kind for kind, words in _WORDS.items() if _is_denied(words, text))
    if Personal.LANDLINE in kinds:
        kinds -= {Personal.PHONE}
    if (
        Personal.ID_NUMBER in kinds
        and re.search(r"身份证号?码?", text)
        and not _is_denied(r"手机|电话", text)
    ):
        kinds -= {Personal.PHONE}
    return frozenset(kind.of_agent for kind in kinds) if kinds and _AGENT.search(text) else kinds


def denies_something(text: str) -> bool:
    """Whether the message says that something is wrong without saying what: 不对, 打错了一个字."""
    return not _ALL_RIGHT.search(text) and (bool(denied(text)) or bool(_SOME.search(text)))


def _is_denied(words: str, text: str) -> bool:
    other = rf"(?!{_ANY})"
    near = rf"(?:{other}[^。;；!?！？]){{0,10}}?"
    return bool(
        re.search(rf"(?:{words}){near}(?:{_WRONG}|{_NOT_MINE})", text)
        or re.search(
            rf"(?:打错|写错|填错|弄错|搞错|输错|改一?下|更正|换一?下|重新填|重填|改|换){near}(?:{words})",
            text,
        )
        or re.search(rf"(?:不是|唔系)(?:我的|这个|那个|我){near}(?:{words})", text)
    )
