"""What is not needed is not kept: words that were not recognised while personal data are asked for or given.

A name that no rule finds, a number with a slip, a second name of somebody else: while contact data are the subject, everything that is
neither a token nor made of ordinary words is replaced by one token before the dialogue, its store and any log see it. It closes when in
doubt: an ordinary clause lost is asked for again, a name kept is kept in clear.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.privacy.common_words import Word, common_words
from knowledge.privacy.kinds import IDENTITIES, TOKEN, UNIDENTIFIED, Personal, Taken
from knowledge.privacy.name_letters import SURNAMES

_CLAUSES = re.compile(r"([,，。;；!！?？~…、:：\n]+)")
_PLAIN_SINGLES = frozenset(
    "的一是了我不在人有这个上们来到大为中你说就那和要她他它佢您俺咱出也得里后自以可下过天去能对只还用再想看起没如把给被让叫请帮替代跟同比从往将"
    "什么怎吗呢吧啊呀哦嘛嗯哎唉喔咯哈咋啥谁哪几两二三四五六七八九十零百千万点号位岁份张次遍条件套间家户口本证卡表单据书信电话机名姓字码号数年月日时分秒"
    "盖章签画先早晚快慢多少大小老新旧好坏对错行成算别甭未无非很太真挺更最都全只光才刚已曾正又且或与及但而若因所之其此每各某别"
    "改换填写交办拿领取送寄打拨查问答告听见知懂会爱怕等停存留删退收发回传拍照扫印带备齐缺少补续变转迁租买卖开关进住走跑做弄搞干用找试选定登记"
    "钱元块角费税房车店厂厅窗楼层门路街村镇乡县区市省国内外前左右边东西南北嘅唔咁乜嘢系冇喺睇边度点解嚟啲俾攞哋咩㗎啦平齐掉着撤敲懂猜商架错清楚空闲累病腿脚爸妈爹娘爷奶哥弟姐妹叔伯舅姑姨婶儿女侄娃公婆"
)
_THING = re.compile(r"[证卡号店机品厅局费金表书]$")
"""Brands and kinds of things, which dictionaries tag as names too."""
_TALK = frozenset(
    re.findall(
        r"[^、]+",
        (
            "明白、明星、文明、和平、齐全、公正、师傅、顾客、顾问、高峰、通讯、家里人、"
            "家族、边境、汇报、英文、英语、汉语、汉族、回族、满族、苗族、文武、武功、"
            "权威、齐声、小灵通、盖章、公章、支付宝、应急、方正、安利、"
        ),
    )
)
_SURELY_SURNAMES = SURNAMES - frozenset("万东从元全别单印后和国家都那能还时钱")
"""Surnames that at the head of two characters are seldom the ordinary word."""
_FAMILIAR = re.compile(rf"[老小阿大][{''.join(sorted(_SURELY_SURNAMES - set('公师')))}]")
"""老王, 小李."""
_FREQUENT = 150
"""Words tagged as names that were seen as often in jieba's corpus are ordinary ones (老公, 寻思); names of people are rarer."""

_LATIN_TALK = frozenset(
    [
        "ok",
        "okay",
        "yes",
        "no",
        "hi",
        "hello",
        "thanks",
        "thank",
        "you",
        "app",
        "pdf",
        "word",
        "wifi",
        "vip",
        "ems",
    ]
) | frozenset(["qq", "x", "please", "help", "id", "card", "name", "phone", "number", "why", "my", "is"])
_RARE = re.compile("[\u3400-\u3fff\u4000-\u4dbf\U00020000-\U000323af]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d+)?")
_SYMBOL = re.compile(r"[\W_]+")

_TELLING: Collection[Personal] = (
    Personal.NAME,
    *IDENTITIES,
    Personal.PHONE,
    Personal.LANDLINE,
    Personal.BANK_CARD,
)


def unspoken(text: str, taken: Collection[Taken], *, asked: bool, known: Collection[str] = ()) -> str:
    """The text as the dialogue may keep it: clauses that hold a word nobody knows become ``[未识别]``.

    Args:
        text: With tokens in place of what was taken out.
        taken: What was taken out.
        asked: Contact data are asked for, or are just being confirmed.
        known: Words that name no person although no dictionary has them: what the papers asked for are called (医废).
    """
    if not asked and not any(one.kind.plain in _TELLING for one in taken):
        return text
    return "".join(
        part if is_ordinary(part, known) else _closed(part, known) for part in _CLAUSES.split(text) if part
    )


def is_ordinary(clause: str, known: Collection[str] = ()) -> bool:
    """Whether a clause consists of tokens, short numbers, and words of the language that are nobody's name."""
    return all(_is_ordinary_piece(piece, known) for piece in _pieces(clause))


def _closed(clause: str, known: Collection[str]) -> str:
    """A clause that is not ordinary, piece by piece between its tokens; 我叫[姓名] keeps what is ordinary."""
    return "".join(piece if _is_ordinary_piece(piece, known) else UNIDENTIFIED for piece in _pieces(clause))


def _is_ordinary_piece(piece: str, known: Collection[str]) -> bool:
    """Whether a piece is plain as it stands, or what is left of it beside the known words is."""
    if _is_plain(piece) or not known:
        return _is_plain(piece)
    rest = re.split("|".join(map(re.escape, known)), piece)
    return len(rest) > 1 and all(_is_plain(one) for one in rest if one)


def _pieces(clause: str) -> list[str]:
    """Tokens, and what stands between them."""
    tokens = re.compile(rf"({TOKEN.pattern}|{re.escape(UNIDENTIFIED)})")
    return [piece for piece in tokens.split(clause) if piece]


def _is_plain(piece: str) -> bool:
    if piece == UNIDENTIFIED or TOKEN.fullmatch(piece):
        return True
    latin = _LATIN.findall(piece)
    if any(word.lower() not in _LATIN_TALK for word in latin):
        return False
    han = _LATIN.sub("", piece)
    if any(len(number) > 4 for number in re.findall(r"\d+", han)):
        return False
    han = _SYMBOL.sub("", _NUMBER.sub("", han))
    return not han or (not _RARE.search(han) and _is_talk(han))


def _may_name(word: Word) -> bool:
    """Whether a word of the dictionary may name somebody: it is tagged as a name, and is no thing and no frequent word."""
    if not word.is_name or len(word.text) == 1 or _THING.search(word.text) or word.text in _TALK:
        return False
    return word.text[0] in SURNAMES or word.seen < _FREQUENT or bool(_FAMILIAR.fullmatch(word.text))


def _is_talk(han: str) -> bool:
    """Whether characters are words that tell of nobody: no name, no surname by itself, no two characters that make no word."""
    words = list(common_words().words(han))
    if any(_may_name(word) for word in words):
        return False
    unknown = [len(word.text) == 1 and word.text not in _PLAIN_SINGLES for word in words]
    after = [
        one or (len(word.text) == 1 and word.text in _SURELY_SURNAMES)
        for one, word in zip(unknown, words, strict=True)
    ]
    if any(one and other for one, other in zip(after, unknown[1:], strict=False)):
        return False
    return not any(one and word.text in SURNAMES for one, word in zip(unknown, words, strict=True))
