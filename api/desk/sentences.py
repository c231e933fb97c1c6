"""Sentences for corrections: those that are shipped, by material and finding, and those that a department has kept for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases.models import CaseRow
from api.cases.visible_case import visible_case
from api.desk.models import SentenceRow
from api.desk.sentence_schemas import (
    CaseSentences,
    MaterialSentences,
    OfferedSentence,
    SavedSentence,
    SavedSentences,
    SentenceChange,
    SentenceRequest,
)
from api.platform.clock import at_centre
from api.platform.database import can_be_stored
from api.platform.errors import (
    SentenceNotFound,
    SentencePersonal,
    SentenceUnclear,
    StaleVersion,
    TooManySentences,
)
from api.platform.security import new_token
from api.services import Services
from api.uploads import repository as uploads
from api.uploads.slot_display import files_of
from knowledge.base.text import normalise
from knowledge.guidance.notice import NoticeContent, NoticeMaterial
from knowledge.papers.canned import MaterialWords, fields_of, filled, sentences_for
from knowledge.privacy.redaction import redact

MOST = 500
"""Sentences of a department."""

FIELDS = {"材料", "标准", "形式", "份数"}


async def of_case(session: AsyncSession, actor: Actor, number: str, services: Services) -> CaseSentences:
    """What may be said of each material of a case.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, _, _, _ = await visible_case(session, actor, number)
    content = NoticeContent.model_validate_json(case.content)
    found = await _findings(session, case, services)
    saved = await _saved(session, actor.department)
    lines = [line for line in content.materials if line.id in case.materials]
    return CaseSentences(
        number=case.number,
        materials=[
            MaterialSentences(
                material=line.id,
                name=line.name,
                sentences=_offered(line, case.item_id, found.get(line.id, ()), saved),
            )
            for line in lines
        ],
    )


async def kept(session: AsyncSession, actor: Actor) -> SavedSentences:
    """All that the actor's department has kept."""
    return SavedSentences(sentences=[_view(row) for row in await _saved(session, actor.department)])


async def add(
    session: AsyncSession, actor: Actor, request: SentenceRequest, services: Services
) -> SavedSentences:
    """Keep another sentence.

    Raises:
        SentencePersonal, SentenceUnclear: It may not be kept so.
        TooManySentences: The department has as many as there may be.
    """
    text = _checked(request.text)
    count = select(func.count()).where(SentenceRow.department == actor.department)
    if (await session.execute(count)).scalar_one() >= MOST:
        raise TooManySentences
    session.add(
        SentenceRow(
            id=new_token()[:12],
            department=actor.department,
            item=request.item,
            material=request.material,
            text=text,
            account=actor.id,
            changed_at=services.now(),
        )
    )
    await session.flush()
    return await kept(session, actor)


async def change(
    session: AsyncSession, actor: Actor, sentence: str, request: SentenceChange, services: Services
) -> SavedSentences:
    """Word a sentence anew.

    Raises:
        SentenceNotFound: The department has none of that name.
        StaleVersion: Somebody else has changed it since.
        SentencePersonal, SentenceUnclear: It may not be kept so.
    """
    row = await _own(session, actor, sentence)
    if row.row_version != request.version:
        raise StaleVersion("这一句刚被别人改过，请刷新后再改。", version=row.row_version)
    row.text, row.account, row.changed_at = _checked(request.text), actor.id, services.now()
    await session.flush()
    return await kept(session, actor)


async def delete(session: AsyncSession, actor: Actor, sentence: str) -> SavedSentences:
    """Delete a sentence.

    Raises:
        SentenceNotFound: The department has none of that name.
    """
    await session.delete(await _own(session, actor, sentence))
    await session.flush()
    return await kept(session, actor)


def _checked(text: str) -> str:
    """The text as it is kept.

    Raises:
        SentencePersonal: It holds personal data: it would be offered for other people's cases.
        SentenceUnclear: It has a field that no notice fills.
    """
    if redact(normalise(text))[1]:
        raise SentencePersonal
    try:
        unknown = fields_of(text) - FIELDS
    except ValueError as wrong:
        raise SentenceUnclear from wrong
    if unknown or not text.strip():
        raise SentenceUnclear
    return text.strip()


def _offered(
    line: NoticeMaterial, item: str, findings: Sequence[str], saved: Sequence[SentenceRow]
) -> list[OfferedSentence]:
    words = MaterialWords(line.name, line.standard, line.form.value if line.form else "", line.copies)
    own = [
        OfferedSentence(text=filled(row.text, words.fields), source="saved", id=row.id)
        for row in saved
        if row.item in ("", item)
        and row.material in ("", line.id)
        and fields_of(row.text) <= words.fields.keys()
    ]
    shipped = [
        OfferedSentence(text=one.text, source=one.source.value, id="")
        for one in sentences_for(words, findings)
    ]
    return own + shipped


async def _findings(session: AsyncSession, case: CaseRow, services: Services) -> Mapping[str, list[str]]:
    """Material to the codes of what the pre-check found."""
    if not await uploads.files_of(session, case.intake_id):
        return {}
    return {
        slot.id: [
            one.code for one in (*slot.findings, *(one for file in slot.files for one in file.check.findings))
        ]
        for slot in await files_of(session, case.intake_id, services)
    }


async def _saved(session: AsyncSession, department: str) -> Sequence[SentenceRow]:
    query = select(SentenceRow).where(SentenceRow.department == department)
    return (await session.scalars(query.order_by(SentenceRow.changed_at.desc(), SentenceRow.id))).all()


async def _own(session: AsyncSession, actor: Actor, sentence: str) -> SentenceRow:
    row = await session.get(SentenceRow, sentence, with_for_update=True) if can_be_stored(sentence) else None
    if row is None or row.department != actor.department:
        raise SentenceNotFound
    return row


def _view(row: SentenceRow) -> SavedSentence:
    return SavedSentence(
        id=row.id,
        item=row.item,
        material=row.material,
        text=row.text,
        account=row.account,
        changed_at=at_centre(row.changed_at),
        version=row.row_version,
    )
