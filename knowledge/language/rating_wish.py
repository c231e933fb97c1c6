"""Whether somebody wants to rate the service (好差评) — and does not ask how to, nor mean an appraisal of something else."""

from __future__ import annotations

import re

_RATES = re.compile(
    r"评价一?下|(?:我|想|要|来|去|做|给)个?评价|^评价|评价(?:服务|你们|窗口|办件|一次)|服务评价|打个?分|评个?分|评一?下分"
    r"|给个?(?:好评|差评|中评|五星|一星)|(?:点|写|留)个?(?:好评|差评)|^(?:好评|差评|满意度)"
)
_ASKS = re.compile(r"怎么|如何|哪|什么|吗|呢|能不能|可以|多久|为什么|谁|影响|必须|不评|[?？]")
_OTHER = re.compile(
    r"环境影响评价|环评|(?:安全|风险|信用|职称|资产|能力|质量|卫生|气候|地震|节能|水土)\S{0,4}评价|评价(?:报告|机构|师|书|证)"
)
_NUMBERS = re.compile(r"\d+|\[[^\[\]]{1,6}\]|办件|编号|尾号|号|[\s,，。!！:：]")
LONGEST = 14
"""Characters without number and second factor; whoever says more tells something else as well."""


def wants_to_rate(text: str) -> bool:
    """Whether a normalised message says no more than that its author wants to rate."""
    if _OTHER.search(text) or _ASKS.search(text):
        return False
    bare = _NUMBERS.sub("", text)
    return len(bare) <= LONGEST and _RATES.search(bare) is not None
