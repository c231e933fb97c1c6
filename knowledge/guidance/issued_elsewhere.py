"""Licences that a question names and that are got by another item: 要不要卫生许可证 while a business is being registered.

The item in hand does not ask for it, but 不用交 alone would be heard as 不用办. Only what is permitted, put on record or registered for a
trade counts: of an identity card nobody thinks that it would have to be got for this.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.item import Audience, BusinessItem, ItemType
from knowledge.language.paper_words import papers_in

_FIRST = ("新办", "首次", "设立", "申领", "申请", "备案")
_ENDS = ("证书", "证", "手续", "许可")
_LEAST = 2
"""Characters of a name without its ending by which a licence is known: 卫生 of 卫生证."""


def issued_elsewhere(text: str, affair: Affair, catalogue: Catalogue) -> list[tuple[str, BusinessItem]]:
    """The licences that the text names and the affair does not give or want, each with the item by which it is got."""
    own = {part.item.id for part in affair.parts}
    papers = [
        key
        for part in affair.parts
        for key in (
            *(needed.material for needed in part.item.materials),
            *(shared.material for shared in part.item.shared),
        )
    ]
    wanted = {key: catalogue.materials[key].name for key in papers}
    named = papers_in(text, wanted)
    given = {part.item.main for part in affair.parts}
    results = [part.item.result.name for part in affair.parts if part.item.result is not None]
    words = [
        word
        for word in (*named.others, *_licences(text, catalogue))
        if not any(_core(word) in result for result in results)
    ]
    found = ((word, _item_for(word, catalogue)) for word in words)
    once: dict[str, tuple[str, BusinessItem]] = {}
    for word, item in found:
        if (
            item is not None
            and item.id not in own
            and item.main not in given
            and not _is_wanted(item, wanted)
        ):
            once.setdefault(item.main, (word, item))
    return list(once.values())


def _is_wanted(item: BusinessItem, wanted: dict[str, str]) -> bool:
    """Whether the affair asks for the result of the item as a paper."""
    return item.result is not None and any(
        name.startswith(item.result.name) or item.result.name.startswith(name) for name in wanted.values()
    )


def _item_for(word: str, catalogue: Catalogue) -> BusinessItem | None:
    """The item whose result, or what it is about, goes by the word; the first grant before changes of it."""
    core = _core(word)
    if len(core) < _LEAST:
        return None
    having = [
        item
        for item in catalogue.items.values()
        if _is_of_a_trade(item) and item.result is not None and core in item.result.name
    ]
    return min(having, key=lambda item: not any(first in item.operation for first in _FIRST), default=None)


def _is_of_a_trade(item: BusinessItem) -> bool:
    """Whether it permits a trade; of a passport or a driving licence nobody asks in that sense."""
    return item.type is ItemType.LICENCE and item.audience != (Audience.NATURAL,)


def _core(word: str) -> str:
    for end in _ENDS:
        word = word.removesuffix(end)
    return word


def _licences(text: str, catalogue: Catalogue) -> Iterator[str]:
    """Names of licences that stand in the text as the catalogue writes them, whole or without what goes before 许可."""
    for name in _names(catalogue):
        if name in text:
            yield name


def _names(catalogue: Catalogue) -> list[str]:
    names = {
        item.result.name
        for item in catalogue.items.values()
        if _is_of_a_trade(item) and item.result is not None
    }
    return sorted(names, key=len, reverse=True)
