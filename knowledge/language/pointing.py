"""Messages that point at a matter without naming it: 那个啥，就是上回那个事."""

from __future__ import annotations

import re

_POINTS = re.compile(
    r"那个?啥|这个?啥|啥来着|什么来着|(?:上|前)(?:一)?[回次]|前几?天|前阵子?|之前|以前|刚才|刚刚|老(?:一)?样|原来"
    r"|[这那](?:个|件|样|档子?|回|种|边|儿)?|就是|还是|一样|老(?=问题)|问题|事情?儿?|东西|玩意儿?|话|手续|证|东东"
    r"|想要?|要|来|去|办理?|弄|搞|整|问|说|讲|看|做|接着|继续|再|又|也|就|都|还|是|有|跟|和|给|帮"
    r"|[你您我俺咱]们?|一下|一哈|一趟|过|了|的|得|个|点|吧|啊|呀|嘛|呢|哦|嗯|诶|欸|唉|喂|哈|那啥|[,，。;；!！?？、.…~ ]"
)
_SHORTEST = 3


def only_points(text: str) -> bool:
    """Whether the message says of a matter nothing but that there is one; 好, 办 and other short replies say something."""
    return len(text) >= _SHORTEST and not _POINTS.sub("", text)
