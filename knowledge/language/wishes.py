"""Several wishes in one message: each as a sentence of its own, with the words that they share.

身份证和驾照一块儿丢了 is 身份证丢了 and 驾照丢了; 我要办营业执照还有烟草证 is twice 我要办. Which item or matter each means is found elsewhere,
and a wish of which nothing is found is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_WORDS = Path(__file__).with_name("wishes.yaml")
_STOPS = re.compile(r"[,，。;；!！?？\s]+")
_ADDS = re.compile("^(?:又|再|还|也)")
_OPENS = re.compile(
    "^(?:又|再|还|也|另|顺|然后|对了|并且|而且|第[一二三]|[一二三]是)+(?:有|要|想|得|需要|外|便|带|道|就是|一个)*"
)

MOST_WISHES = 5
_LONGEST_PLIGHT = 14
"""Characters of a part that tells of one thing to be put right."""


@dataclass(frozen=True, slots=True)
class _Words:
    things: re.Pattern[str]
    affairs: re.Pattern[str]
    joined: re.Pattern[str]
    together_behind: re.Pattern[str]
    also: re.Pattern[str]
    as_well: re.Pattern[str]
    only_together: re.Pattern[str]
    needed: re.Pattern[str]
    openers: re.Pattern[str]
    wanted: re.Pattern[str]
    facts: re.Pattern[str]
    asks: re.Pattern[str]
    people: re.Pattern[str]
    together: re.Pattern[str]
    plights: re.Pattern[str]
    begins: re.Pattern[str]
    shops: re.Pattern[str]
    trades: re.Pattern[str]


def tells_a_plight(part: str) -> bool:
    """Whether a short part of a long sentence wants something without saying so: 居住证过期了, 领失业金."""
    words = _words()
    return len(part) <= _LONGEST_PLIGHT and bool(words.plights.search(part) or words.begins.match(part))


def wishes_in(text: str) -> tuple[str, ...]:
    """The wishes of a message, in order, each as it would be said alone; the whole message where it is one.

    Args:
        text: Normalised sentence.
    """
    words = _words()
    found: list[str] = []
    seen: set[str] = set()
    before = ""
    for clause in _clauses(text, words):
        things = _things(clause, words)
        if not things and before and _adds(clause, words):
            # 狗死了要注销，又新养了一只要登记: what is spoken of is the same.
            clause, things = before + clause, (before + clause,)
        of_another = _OPENS.match(clause) and words.people.search(clause)
        new = things if of_another else [thing for thing in things if thing not in seen]
        if not new or _is_no_wish(clause, words):
            _go_on(found, clause, words)
        else:
            found += _apart(clause, words)
        seen.update(things)
        before = things[-1] if things and things[-1] != clause else before
    found = [_of_its_trade(wish, text, words) for wish in found]
    return tuple(dict.fromkeys(found))[:MOST_WISHES] if len(found) > 1 else (text,)


def _of_its_trade(wish: str, text: str, words: _Words) -> str:
    """三店要办证 with the trade that the message names: 理发店要办证."""
    trade = words.trades.search(text)
    if trade is None:
        return wish
    if words.trades.search(wish):
        return words.shops.sub("", wish)
    return words.shops.sub(trade.group(), wish, count=1)


def _clauses(text: str, words: _Words) -> list[str]:
    """Cut at stops, and at words that open another wish unless they stand between two things."""
    cut: list[str] = []
    for part in (piece for stretch in _STOPS.split(text) for piece in words.also.split(stretch)):
        start = 0
        lists = [match.span() for match in words.joined.finditer(part)]
        for opener in words.openers.finditer(part):
            within = any(begin < opener.start() < end for begin, end in lists)
            if opener.start() > start and not within:
                cut.append(part[start : opener.start()])
                start = opener.start()
        cut.append(part[start:])
    return [clause for clause in cut if clause]


def _things(clause: str, words: _Words) -> tuple[str, ...]:
    """What a clause is about; 水 and its like only where they stand beside something."""
    listed = _listed(clause, words)
    beside = words.things.findall(listed.group()) if listed else []
    return (*words.affairs.findall(clause), *beside)


def _is_no_wish(clause: str, words: _Words) -> bool:
    """Whether a clause tells a circumstance, asks for papers, or wants nothing."""
    asks_for_papers = bool(words.needed.search(clause)) and clause[-1] in "吗么不嘛吧"
    return asks_for_papers or bool(words.facts.search(clause)) or not words.wanted.search(clause)


def _adds(clause: str, words: _Words) -> bool:
    """Whether a clause that names nothing wants something more done with what was named."""
    return bool(_ADDS.match(clause) and words.wanted.search(clause) and not words.asks.search(clause))


def _listed(clause: str, words: _Words) -> re.Match[str] | None:
    """Things that stand side by side."""
    return words.joined.search(clause) or words.together_behind.search(clause)


def _apart(clause: str, words: _Words) -> list[str]:
    """One wish for each thing of a list, each with what stands before and behind the list."""
    listed = _listed(clause, words)
    if listed is None:
        return [words.as_well.sub("", _OPENS.sub("", clause), count=1) or clause]
    before, behind = clause[: listed.start()], words.together.sub("", clause[listed.end() :])
    before = words.together.sub("", _OPENS.sub("", before))
    return [before + thing.group() + behind for thing in words.things.finditer(listed.group())]


def _go_on(found: list[str], clause: str, words: _Words) -> None:
    """A clause that is no wish of its own belongs to the one before it, where that is not one of several of a list."""
    if found and not words.facts.search(clause) and not words.only_together.fullmatch(clause):
        found[-1] = f"{found[-1]},{clause}"


@lru_cache(maxsize=1)
def _words() -> _Words:
    told = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    thing = _one_of([*told["things"], *told["listed_things"]])
    owned = f"(?:{_one_of(told['owners'])})*"
    joiner = f"(?:{_one_of(told['joiners'])})+"
    return _Words(
        things=re.compile(thing),
        affairs=re.compile(_one_of([*told["things"], *told["affairs"]])),
        joined=re.compile(f"(?:{thing})(?:{joiner}{owned}(?:{thing}))+"),
        together_behind=re.compile(f"(?:{thing}){{2,}}(?={_one_of(told['together'])})|(?:{thing}){{3,}}"),
        also=re.compile(f"(?<=了)(?=(?:{owned})(?:{thing})(?:也|又))"),
        as_well=re.compile(f"(?<=[^也])也(?={_one_of(told['wanted'])}|快)"),
        only_together=re.compile(
            f"(?:{_one_of(told['together'])}|[想要给我]|办|弄|换|搞|处理|补|了|吧|下|行吗|可以吗)+"
        ),
        needed=re.compile(
            f"(?:要|需要|用|得有|得办)(?:{thing})(?:{joiner}{owned}(?:{thing}))+(?:吗|么|不|嘛|吧)?$"
        ),
        openers=re.compile(_one_of(told["openers"])),
        wanted=re.compile(_one_of(told["wanted"])),
        facts=re.compile(_one_of(told["facts"])),
        asks=re.compile(_one_of(told["asks"])),
        people=re.compile(_one_of(told["people"])),
        together=re.compile(_one_of(told["together"])),
        plights=re.compile(_one_of(told["plights"])),
        begins=re.compile(_one_of(told["begins"])),
        shops=re.compile(_one_of(told["shops"])),
        trades=re.compile(_one_of(told["trades"])),
    )


def _one_of(said: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(said, key=len, reverse=True))
