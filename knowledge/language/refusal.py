"""Replies that choose nothing: none of these, the whole matter let be, not known."""

from __future__ import annotations

import re

from knowledge.language.polarity import denies

AROUND = " 。，,.!?！？、~;；:：\"'“”‘’「」『』[]【】"
"""Marks around a reply that mean nothing."""

_UNSURE = re.compile(
    r"不(?:太|大|是很|是太|怎么)?(?:确定|知道|清楚|懂|晓得|明白|记得)(?!.{0,3}[放丢掉扔塞搁弄落].{0,3}哪)|没(?:想好|搞懂|弄懂|弄清|搞清)|(?:搞|弄|分|记|说)不(?:清|准)"
    r"|拿不准|不好说|咋算|啥意思|什么意思"
)
_ALL_DOWN = (
    r"^(?:这|那)?(?:几个|几项|几种|些|两个|两项|里面|上面|以上)?(?:一个)?(?:都|全|全都|也)(?:不是|不对|不要|没有|不办)"
    r"|不是(?:这|上面|以上)(?:几|些|两|里)|没有(?:我)?(?:要|想要|想办|要办|需要)的|不在(?:里面|上面)|^没有?一个|^一个(?:都|也)(?:不|没)"
)
_NONE_OF_THEM = re.compile(
    r"^(?:这|那)?(?:[几两三四][个项种样]|俩|仨|些|里面|上面|以上|哪个|哪项|选项)*(?:都|全都?|也)(?:不是|不对|对不上|不沾边)"
    r"|^(?:这|那)?(?:[几两三四][个项种样]|俩|些)*(?:都|全都?)没有?(?:变|换|改|动)(?:过)?(?:的|了|啊|呀)*$"
    r"|(?:这|那|上面|以上)(?:[几两三四][个项种样]|里|些)(?:里面|里)?(?:都|全都?|也)?(?:不是|没有我|对不上)"
    r"|^(?:这|那)?(?:里面|里头|上面|选项里)?没有我(?:说的|这种|这样|的情况|要的)"
)
_OPENS = re.compile(
    r"^(?:我(?:们|这)?|就?是|其实|这是|那是|应该是|只是|属于|主要是|说的是|,)+|(?:啊|呀|哦|嘛|的|呢|了呀)+$"
)
_STOP = re.compile(r"[,，。;；!！?？ ]+")
_NONE = re.compile(
    rf"{_ALL_DOWN}"
    r"|^(?:不是|不对|没有|都没|不要)(?:的|啊|吧|呀|这个|这些)*$"
)
_GIVES_UP = re.compile(
    r"(?:哦|噢|唉|哎|嗯|好吧?|行吧?|那|就|还是|我|先|暂时|,|，|\s)*(?:算了|罢了|拉倒|不(?:想)?(?:办|弄|查|问|搞|办理|折腾|投诉|告|撤|撤回|评|评价)(?:它|这个)?了|不用(?:办|查|弄|问|找)了|别(?:查|找|问|弄)了)"
    r"(?:吧|啊|呀|哦|,|，|。|\s|先这样|谢谢|再说)*"
)


def is_none_of_these(text: str) -> bool:
    """Whether the reply turns down all that was offered: 都不是, 没有我要的."""
    return bool(_NONE.search(text.strip(AROUND)))


def turns_all_down(text: str) -> bool:
    """Whether the reply says outright that none of the answers offered fits: 都不是,是地址搬了; a bare 不是 or 没有 may be one of them."""
    return any(_NONE_OF_THEM.search(part) for part in _STOP.split(text.strip(AROUND)))


def said_instead(text: str) -> str:
    """What a reply that turns all down says instead, without what it denies: 地址搬了; empty where it says nothing."""
    parts = [_OPENS.sub("", part) for part in _STOP.split(text) if part and not _NONE_OF_THEM.search(part)]
    return next((part for part in parts if part and not denies(part)), "")


def gives_up(text: str) -> bool:
    """Whether the whole reply says that its sender lets the matter be: 算了, 那不办了吧."""
    return bool(_GIVES_UP.fullmatch(text.strip(AROUND)))


def does_not_know(text: str) -> bool:
    """Whether the reply says in words that its sender does not know: 不知道, 不太清楚, 什么意思."""
    return bool(_UNSURE.search(text))
