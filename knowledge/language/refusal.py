"""Replies that choose nothing: none of these, the whole matter let be, not known."""

from __future__ import annotations

import re

AROUND = " 。，,.!?！？、~;；:：\"'“”‘’「」『』[]【】"
"""Marks around a reply that mean nothing."""

_UNSURE = re.compile(
    r"不(?:太|大|是很|是太|怎么)?(?:确定|知道|清楚|懂|晓得|明白|记得)(?!.{0,3}[放丢掉扔塞搁弄落].{0,3}哪)|没(?:想好|搞懂|弄懂|弄清|搞清)|(?:搞|弄|分|记|说)不(?:清|准)"
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


def is_none_of_these(text: str) -> bool:
    """Whether the reply turns down all that was offered: 都不是, 没有我要的."""
    return bool(_NONE.search(text.strip(AROUND)))


def gives_up(text: str) -> bool:
    """Whether the whole reply says that its sender lets the matter be: 算了, 那不办了吧."""
    return bool(_GIVES_UP.fullmatch(text.strip(AROUND)))


def does_not_know(text: str) -> bool:
    """Whether the reply says in words that its sender does not know: 不知道, 不太清楚, 什么意思."""
    return bool(_UNSURE.search(text))
