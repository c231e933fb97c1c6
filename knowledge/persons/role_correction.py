"""Who the applicant really is, said by somebody who reads that it is another: 是我妈，不是兄弟; 咋写我弟; 申请人是我妈."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.persons.people import one_of, people

ROLE = "applicant"
"""In place of whoever it was: 申请人是我妈."""
WHOEVER = "whoever"
"""In place of another person, where there is one: 改成我妈再交."""

_FILE = Path(__file__).with_suffix(".yaml")
_MY = r"(?:我|俺|咱)?(?:家|们|们家)?的?(?:那个|个)?"


class _Words(Frozen):
    """The file; ``of_agent`` and ``why`` are regular expressions."""

    of_agent: tuple[str, ...]
    why: tuple[str, ...]
    written: tuple[str, ...]
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleCorrection:
    """Who the applicant is, and who was taken for it: the id of somebody, :data:`ROLE` or :data:`WHOEVER`."""

    applicant: str
    instead_of: str


def corrected_in(text: str) -> RoleCorrection | None:
    """The correction that a sentence makes; None for one that corrects nobody, or whoever acts (代办人不是我弟，是我姐)."""
    known = people().id_of
    if _of_agent().search(text):
        return None
    for pattern, otherwise in _rules():
        if found := pattern.search(text):
            named = found.groupdict()
            applicant, wrong = known[named["yes"]], known.get(named.get("no") or "", otherwise)
            return RoleCorrection(applicant, wrong) if applicant != wrong else None
    return None


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def _of_agent() -> re.Pattern[str]:
    return re.compile("|".join(_words().of_agent))


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Pattern, with the person (``yes``) and who was taken for it (``no``), and what stands for the latter where nobody is named."""
    words, someone = _words(), people().someone
    yes, no = rf"{_MY}(?P<yes>{someone})", rf"{_MY}(?P<no>{someone})"
    for_whom = r"(?:给|替|帮)"
    why, written, then = "|".join(words.why), one_of(words.written), one_of(words.then)
    is_it = rf"(?:(?<![不我俺他她])是|{for_whom})"
    return tuple(
        (re.compile(pattern), otherwise)
        for pattern, otherwise in (
            # 不是我弟，是我妈
            (
                rf"不是{for_whom}?{no}(?:办|申请)?的?[,，。 ]*(?:而?是|应该是|要写|写|改成|改|{for_whom})+{yes}",
                "",
            ),
            # 是我妈，不是兄弟; 给我妈办的，又不是给我弟办
            (rf"{is_it}{yes}(?:办|申请)?的?[,，。 ]*(?:又|并|可|都)?不是{for_whom}?{no}", ""),
            # 咋写我兄弟，[姓名]是我妈; 写成我弟了，是我妈
            (
                rf"(?:(?:{why})[^,，。]{{0,2}}?(?:{written}|是)|(?:{written})成)[成了的是]*{no}.*?{is_it}{yes}",
                "",
            ),
            # 申请人是我妈
            (rf"申请人(?:应该|其实|就|要|得)*(?:是|写|改成|改为|换成){yes}", ROLE),
            # 改成我妈再交
            (rf"(?:改成|改为|改回){yes}(?=$|[,，。!！ ]|的名|{then})", WHOEVER),
        )
    )
