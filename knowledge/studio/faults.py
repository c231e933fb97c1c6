"""What is wrong with an edit before it is kept: every fault as a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.answers.answer import Answer, AnswerLibrary, filled, places_in
from knowledge.answers.load import MAX_LENGTH
from knowledge.answers.local_words import local_words
from knowledge.base.text import comparable_text, normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.elsewhere.matter import Register
from knowledge.privacy.redaction import redact
from knowledge.studio.edit import ENTRY_NAMES, LONGEST_PHRASING, Entry, EntryKind, LibraryEdit, LibraryEdits
from knowledge.studio.record import NO_KEY, called, may_be_new, record_faults, record_in

SHORTEST = 2
"""Characters of a phrasing: a single one is in too many sentences."""


@dataclass(frozen=True)
class WorkingLibrary:
    """Everything that is published now, with the edits that count."""

    catalogue: Catalogue
    answers: AnswerLibrary
    register: Register


def entry_name(kind: EntryKind, key: str, library: WorkingLibrary) -> str | None:
    """What an entry is called; None where there is none of that id."""
    catalogue = library.catalogue
    if kind is EntryKind.ITEM:
        item = catalogue.items.get(key) or catalogue.bundles.get(key)
        return item.name if item else None
    if kind is EntryKind.ANSWER:
        answer = library.answers.answers.get(key)
        return answer.question if answer else None
    if kind is EntryKind.ELSEWHERE:
        matter = library.register.matters.get(key)
        return matter.name if matter else None
    if kind is EntryKind.RECORD:
        record = record_in(catalogue, key)
        return called(key, record) if record is not None else None
    number, _, value = key.partition("/")
    question = catalogue.questions.get(number)
    option = question.options.get(value) if question else None
    return f"{question.text}：{option.label}" if question and option else None


Owner = tuple[EntryKind, str, str]
"""Kind, id and name of an entry."""

Owners = Callable[[str], Iterable[Owner]]
"""The entries of which a text is a name or a phrasing."""


def edit_faults(
    kind: EntryKind,
    key: str,
    edit: LibraryEdit,
    library: WorkingLibrary,
    today: date,
    owners: Owners | None = None,
) -> list[str]:
    """Everything that is wrong with an edit, in Chinese; nothing where it may be kept.

    Args:
        owners: Whose a phrasing is already, where many edits are looked at; see :func:`owners_in`.
    """
    if kind is EntryKind.RECORD:
        return [*_of_record(key, edit, library), *_of_days(edit, today)]
    if edit.record or edit.dropped:
        return [f"{ENTRY_NAMES[kind]}不能整条换掉，请改「{ENTRY_NAMES[EntryKind.RECORD]}」。"]
    return [
        *_of_phrasings(kind, key, edit, owners or (lambda text: owners_of(text, library))),
        *_of_text(kind, key, edit, library),
        *_of_days(edit, today),
    ]


def owners_of(text: str, library: WorkingLibrary) -> Iterator[Owner]:
    """The entries of which a text is a name or a phrasing already."""
    said = comparable_text(normalise(text))
    for owner, texts in _phrasings(library):
        if said in map(comparable_text, texts):
            yield owner


def owners_in(library: WorkingLibrary) -> Owners:
    """The same for many texts: what is there is read once."""
    known: dict[str, dict[Owner, None]] = {}
    for owner, texts in _phrasings(library):
        for text in texts:
            known.setdefault(comparable_text(text), {})[owner] = None
    return lambda text: known.get(comparable_text(normalise(text)), {})


def _phrasings(library: WorkingLibrary) -> Iterator[tuple[Owner, tuple[str, ...]]]:
    for group in (library.catalogue.items, library.catalogue.bundles):
        for key, item in group.items():
            yield (EntryKind.ITEM, key, item.name), (item.name, *item.aliases)
    for key, answer in library.answers.answers.items():
        yield (EntryKind.ANSWER, key, answer.question), (answer.question, *answer.phrasings)
    for key, matter in library.register.matters.items():
        yield (EntryKind.ELSEWHERE, key, matter.name), (matter.name, *matter.phrasings)


def library_faults(edits: LibraryEdits, library: WorkingLibrary, today: date) -> list[tuple[Entry, str]]:
    """Everything that is wrong with edits taken together, over what is published by now, with the entry.

    What was right when it was kept may be wrong since: the shipped files have changed, or a day has passed.

    Args:
        library: With the edits.
    """
    owners = owners_in(library)
    found: list[tuple[Entry, str]] = []
    for (kind, key), edit in edits.edits.items():
        name = entry_name(kind, key, library)
        if edit.changes_nothing or (kind is EntryKind.RECORD and edit.dropped):
            continue
        if name is None:
            fault = f"{ENTRY_NAMES[kind]}「{key}」没有，或者已经没有了；改过的请在「改知识库」里退回。"
            found.append(((kind, key), fault))
            continue
        over = edit.valid_until is not None and edit.valid_until < today
        lasting = edit.model_copy(update={"valid_until": None}) if over else edit
        found += [
            ((kind, key), f"{ENTRY_NAMES[kind]}「{name}」：{fault}")
            for fault in edit_faults(kind, key, lasting, library, today, owners)
        ]
    return found


def _of_phrasings(kind: EntryKind, key: str, edit: LibraryEdit, owners: Owners) -> Iterator[str]:
    seen: set[str] = set()
    for text in edit.phrasings:
        said = comparable_text(normalise(text))
        if len(said) < SHORTEST:
            yield f"「{text}」太短了，至少写{SHORTEST}个字。"
            continue
        if len(text) > LONGEST_PHRASING:
            yield f"「{text[:20]}……」太长了，一种说法最多{LONGEST_PHRASING}个字。"
        if redact(normalise(text))[1]:
            yield "有一种说法里有身份证号、手机号这样的个人信息，请去掉。"
        if said in seen:
            yield f"「{text}」写了两遍。"
        seen.add(said)
        if kind is EntryKind.OPTION:
            continue
        for other, owner, name in owners(text):
            if (other, owner) != (kind, key):
                yield f"「{text}」已经是{ENTRY_NAMES[other]}「{name}」的说法，一种说法只能对一样。"


def _of_text(kind: EntryKind, key: str, edit: LibraryEdit, library: WorkingLibrary) -> Iterator[str]:
    if not edit.text:
        return
    if kind in (EntryKind.ITEM, EntryKind.OPTION):
        yield f"{ENTRY_NAMES[kind]}只能加说法，不能在这里改话。"
        return
    if "！" in edit.text or "!" in edit.text:
        yield "回答里不用感叹号。"
    if redact(normalise(edit.text))[1] and kind is EntryKind.ELSEWHERE:
        yield "这句话里有像个人信息的号码，请去掉。"
    answer = library.answers.answers.get(key) if kind is EntryKind.ANSWER else None
    if answer is not None:
        yield from _of_answer(answer, edit.text, library.catalogue)


def _of_answer(answer: Answer, text: str, catalogue: Catalogue) -> Iterator[str]:
    try:
        places = places_in(text)
    except ValueError:
        yield "花括号没有成对。"
        return
    words = local_words(catalogue, answer.owner)
    unknown = [name for name in places if not words.get(name)]
    if unknown:
        yield f"没有{'、'.join(f'{{{name}}}' for name in unknown)}这个填空，请检查名字，或者直接写出来。"
    elif (length := len(filled(text, words))) > MAX_LENGTH:
        yield f"填入本中心的信息后有{length}个字，最多{MAX_LENGTH}个，请写短一些。"


def _of_record(key: str, edit: LibraryEdit, library: WorkingLibrary) -> Iterator[str]:
    """Whether it can be read; what it says is held against the rest when it is published."""
    known = record_in(library.catalogue, key) is not None
    if edit.phrasings or edit.text:
        yield "事项内容里没有加的说法，请改事项的说法。"
    if edit.dropped and edit.record:
        yield "停用的不写内容。"
    if not known and not edit.dropped and not may_be_new(key):
        yield NO_KEY
    elif edit.record is not None:
        yield from (
            f"{'.'.join(map(str, place)) or '内容'}：{message}。"
            for place, message in record_faults(key, edit.record)
        )
    if not known and (edit.valid_from or edit.valid_until):
        yield "新加的事项、问题、材料不能写日子：到了那天再发布，或者定好时间发布。"


def _of_days(edit: LibraryEdit, today: date) -> Iterator[str]:
    if edit.valid_from and edit.valid_until and edit.valid_from > edit.valid_until:
        yield "开始用的日子在结束的后面，请改过来。"
    elif edit.valid_until and edit.valid_until < today:
        yield "用到的日子已经过了，请改到今天或者以后。"
