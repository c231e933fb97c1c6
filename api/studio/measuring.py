"""Sentences and conversations held against two states of the library, before and after."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.conversations.models import UnmatchedRow
from api.services import Rehearse, Services
from api.studio.entries import working
from api.studio.rehearsal_schemas import RehearsedTurn
from api.understanding.schemas import Hearing, Understanding
from api.understanding.service import understand
from knowledge.base.text import comparable_text
from knowledge.matching import Decision
from knowledge.studio.edit import ENTRY_NAMES, EntryKind, LibraryEdits
from knowledge.studio.faults import WorkingLibrary, entry_name, owners_in
from knowledge.studio.kept_conversation import KeptConversation, Replied
from knowledge.studio.measurement import Outcome, Sentence, held_out, shortened

MOST_SENTENCES = 600
"""Of each of three kinds at most a third is measured."""
NEIGHBOURS = 3
"""Entries that stand near a new phrasing and may lose to it."""


async def services_with(edits: LibraryEdits, services: Services) -> Services:
    """The services as they would be with these edits; nothing that is in force changes by it."""
    _ = services.foreign, services.subjects  # made once there, and taken along
    holder, standing = await services.edits.standing(edits)
    other = replace(services, holder=holder, edits=standing)
    other.questions = services.questions
    return other


async def sentences_for(
    before: LibraryEdits, after: LibraryEdits, was: Services, will_be: Services
) -> list[Sentence]:
    """What is worth measuring: said by people, kept for it, and near to what is new; nothing that either knows word for word.

    Args:
        was, will_be: The services with either, without the phrasings that are kept for measuring.
    """
    said = await was.database.read(_said)
    near = await _near([*_new(before, after)], was)
    third = MOST_SENTENCES // 3
    wanted = {
        comparable_text(one.text): one for group in (near, [*held_out(after)], said) for one in group[:third]
    }
    known = [owners_in(working(services)) for services in (was, will_be)]
    library = working(will_be)
    return [
        one
        for one in wanted.values()
        if entry_name(one.kind, one.id, library) is not None and not any(owners(one.text) for owners in known)
    ]


async def heard(
    sentences: Sequence[Sentence], before: Services, after: Services, library: WorkingLibrary
) -> AsyncIterator[Outcome]:
    """Each sentence with whether it is understood before and after."""
    for one in sentences:
        hearing = Hearing(text=one.text)
        yield Outcome(
            f"{ENTRY_NAMES[one.kind]}「{entry_name(one.kind, one.id, library)}」",
            one.text,
            is_heard(one, await understand(hearing, before)),
            is_heard(one, heard_now := await understand(hearing, after)),
            heard_as(heard_now, library),
        )


async def held(
    conversations: Sequence[KeptConversation], before: Services, after: Services, rehearse: Rehearse
) -> AsyncIterator[Outcome]:
    """Each conversation with whether its checks pass before and after."""
    for one in conversations:
        wrong_before = one.objections(_replied(await rehearse(one.turns, before)))
        wrong_after = one.objections(_replied(await rehearse(one.turns, after)))
        yield Outcome(f"对话：{one.kind}", one.id, not wrong_before, not wrong_after, tuple(wrong_after))


def _replied(turns: Sequence[BaseModel]) -> list[Replied]:
    return [
        Replied(
            "\n".join([one.reply.text, *(option.label for option in one.reply.options)]),
            frozenset(filter(None, [one.reply.card])),
        )
        for one in turns
        if isinstance(one, RehearsedTurn)
    ]


def is_heard(wanted: Sentence, found: Understanding) -> bool:
    """Whether what is meant is the likeliest of all, or among the items that are offered."""
    scores = _scores(found)
    best = max(scores.values(), default=0.0)
    if wanted.kind is EntryKind.ITEM and found.search.decision == Decision.CLOSE.value:
        items = [score for (kind, _), score in scores.items() if kind is EntryKind.ITEM]
        return (wanted.kind, wanted.id) in scores and max(items) >= best
    return scores.get((wanted.kind, wanted.id), 0.0) >= best > 0


def heard_as(found: Understanding, library: WorkingLibrary) -> tuple[str, ...]:
    """What is the likeliest of all, as a sentence."""
    scores = _scores(found)
    if not scores:
        return ("什么都没听出来",)
    kind, key = max(scores, key=lambda one: scores[one])
    return (f"听成{ENTRY_NAMES[kind]}「{entry_name(kind, key, library) or key}」",)


def _scores(found: Understanding) -> dict[tuple[EntryKind, str], float]:
    scores: dict[tuple[EntryKind, str], float] = {}
    if found.search.decision in (Decision.SURE.value, Decision.CLOSE.value):
        scores |= {(EntryKind.ITEM, one.id): one.score for one in found.search.candidates}
    if found.matter is not None:
        scores[EntryKind.ELSEWHERE, found.matter.id] = found.matter.score
    if found.answer is not None:
        scores[EntryKind.ANSWER, found.answer.id] = found.answer.score
    return scores


async def _said(session: AsyncSession) -> list[Sentence]:
    """What people said and staff have assigned to an entry, the latest first."""
    rows = await session.execute(
        select(UnmatchedRow.text, UnmatchedRow.target)
        .where(UnmatchedRow.outcome == "assigned")
        .order_by(UnmatchedRow.at.desc())
        .limit(MOST_SENTENCES)
    )
    found = [(text, *target.partition("/")[::2]) for text, target in rows]
    return [Sentence(EntryKind(kind), key, text) for text, kind, key in found if kind != EntryKind.OPTION]


def _new(before: LibraryEdits, after: LibraryEdits) -> Iterator[Sentence]:
    for (kind, key), edit in after.edits.items():
        if kind is not EntryKind.OPTION:
            was = before.edits.get((kind, key))
            old = was.phrasings if was else ()
            yield from (Sentence(kind, key, text) for text in edit.phrasings if text not in old)


async def _near(new: Sequence[Sentence], services: Services) -> list[Sentence]:
    """The phrasings of the entries that stand near what is new, each with a character left out."""
    near: dict[tuple[EntryKind, str], None] = {}
    for one in new[:MOST_SENTENCES]:
        found = await understand(Hearing(text=one.text), services)
        near |= dict.fromkeys((EntryKind.ITEM, each.id) for each in found.search.candidates[:NEIGHBOURS])
        if found.matter is not None:
            near[EntryKind.ELSEWHERE, found.matter.id] = None
        if found.answer is not None:
            near[EntryKind.ANSWER, found.answer.id] = None
    texts = [
        Sentence(kind, key, short)
        for kind, key in near
        for text in _phrasings(kind, key, services)
        if (short := shortened(text)) is not None
    ]
    return texts[:: max(1, len(texts) * 3 // MOST_SENTENCES)]


def _phrasings(kind: EntryKind, key: str, services: Services) -> tuple[str, ...]:
    if kind is EntryKind.ITEM:
        found = services.catalogue.items.get(key) or services.catalogue.bundles.get(key)
        return found.aliases if found else ()
    if kind is EntryKind.ANSWER:
        answer = services.library.finder.answer(key)
        return answer.phrasings if answer else ()
    matter = services.elsewhere.matter(key)
    return matter.phrasings if matter else ()
