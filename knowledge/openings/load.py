"""Load the openings: ``items/*.yaml`` for what the centre does, ``matters/*.yaml`` for what others do.

A file::

    # id of an item, a bundle or a matter: what somebody said who wanted it
    idcard.replace:
      - 钱包在大巴上让人摸了，身份证在里头，后天还要坐高铁，咋整

Phrasings (口语说法) are short and say the wish; openings teach what a wish sounds like among family, papers and places that are beside
the point. They are only learned from, never shown, so one that a centre does not need does no harm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.marked_yaml import Marked, read
from knowledge.base.shipped import OPENINGS as SHIPPED
from knowledge.base.text import comparable_text

Openings = Mapping[str, tuple[str, ...]]
"""Id of an item, bundle or matter to its openings."""

ITEMS, MATTERS = "items", "matters"

SHORTEST, LONGEST = 8, 160
"""Characters of an opening: below it is a phrasing, above nobody types it."""


@cache
def shipped_openings() -> Openings:
    """Those that come with the product.

    Raises:
        CatalogueFaults: A file is faulty.
    """
    found, faults = read_openings()
    if faults:
        raise CatalogueFaults(faults)
    return found


def read_openings(
    folder: Path = SHIPPED, known: Collection[str] | None = None
) -> tuple[Openings, list[Fault]]:
    """What could be read, and all faults.

    Args:
        known: Ids of all items, bundles and matters; None where it is not checked whether there is such a one.
    """
    found: dict[str, tuple[str, ...]] = {}
    said: dict[str, str] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*/*.yaml")):
        try:
            marked = read(path, folder)
        except CatalogueFaults as error:
            faults += error.faults
            continue
        if not isinstance(marked.data, dict):
            faults.append(marked.fault((), "按「编号: 说法列表」一条一条写"))
            continue
        for key in marked.data:
            faults += _faults(marked, key, known, found, said)
            texts = marked.data[key]
            if isinstance(texts, list):
                found[str(key)] = tuple(text for text in texts if isinstance(text, str))
    return found, faults


def _faults(
    marked: Marked, key: str, known: Collection[str] | None, found: Openings, said: dict[str, str]
) -> Iterator[Fault]:
    texts = marked.data[key]
    if known is not None and key not in known:
        yield marked.fault((key,), "没有这个编号的事项、一件事或别处的事，请检查拼写")
    if key in found:
        yield marked.fault((key,), "这个编号在前面的文件里已经写过，请合在一处")
    if not isinstance(texts, list) or not texts:
        yield marked.fault((key,), "下面写一句一行的列表")
        return
    for place, text in enumerate(texts):
        if not isinstance(text, str) or not SHORTEST <= len(text) <= LONGEST:
            yield marked.fault((key, place), f"写{SHORTEST}到{LONGEST}个字的一句话；短的写进事项的口语说法")
        elif (other := said.setdefault(comparable_text(text), key)) != key:
            yield marked.fault((key, place), f"这句话在「{other}」下面已经有了，一句话只能是一件事")
