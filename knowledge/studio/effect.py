"""The shipped library with the edits that count on a day: catalogue, answers, matters, and the phrasings their matchers learn of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from knowledge.answers.answer import AnswerLibrary
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Question
from knowledge.elsewhere.matter import Register
from knowledge.studio.edit import EntryKind, LibraryEdit, LibraryEdits

Offered = TypeVar("Offered", BusinessItem, Bundle)


def added(edits: LibraryEdits, kind: EntryKind, today: date) -> list[tuple[str, str]]:
    """Every phrasing that was added to entries of a kind, with the entry."""
    return [(text, key) for key, edit in edits.of(kind, today).items() for text in edit.phrasings]


def edited_catalogue(catalogue: Catalogue, edits: LibraryEdits, today: date) -> Catalogue:
    """The catalogue with more phrasings of items and bundles, and more words of options; the same object where nothing is edited."""
    items = edits.of(EntryKind.ITEM, today)
    options = edits.of(EntryKind.OPTION, today)
    if not items and not options:
        return catalogue
    return replace(
        catalogue,
        items={key: _with_aliases(one, items.get(key)) for key, one in catalogue.items.items()},
        bundles={key: _with_aliases(one, items.get(key)) for key, one in catalogue.bundles.items()},
        questions=_with_words(catalogue.questions, options),
    )


def edited_answers(library: AnswerLibrary, edits: LibraryEdits, today: date) -> AnswerLibrary:
    """The answers with more phrasings and other words; the same object where nothing is edited."""
    changed = edits.of(EntryKind.ANSWER, today)
    if not changed:
        return library
    answers = {
        key: one.model_copy(
            update={
                "phrasings": (*one.phrasings, *edit.phrasings),
                "answer": edit.text or one.answer,
                "review_by": edit.review_by or one.review_by,
            }
        )
        if (edit := changed.get(key))
        else one
        for key, one in library.answers.items()
    }
    return replace(library, answers=answers)


def edited_register(register: Register, edits: LibraryEdits, today: date) -> Register:
    """The matters with more phrasings and other first steps; the same object where nothing is edited."""
    changed = edits.of(EntryKind.ELSEWHERE, today)
    if not changed:
        return register
    matters = {
        key: one.model_copy(
            update={"phrasings": (*one.phrasings, *edit.phrasings), "first": edit.text or one.first}
        )
        if (edit := changed.get(key))
        else one
        for key, one in register.matters.items()
    }
    return replace(register, matters=matters)


def _with_aliases(one: Offered, edit: LibraryEdit | None) -> Offered:
    more: tuple[str, ...] = edit.phrasings if edit else ()
    return one.model_copy(update={"aliases": (*one.aliases, *more)}) if more else one


def _with_words(
    questions: Mapping[str, Question], edits: Mapping[str, LibraryEdit]
) -> Mapping[str, Question]:
    """Questions whose options have more words."""
    changed = dict(questions)
    for key, edit in edits.items():
        number, _, value = key.partition("/")
        question = changed.get(number)
        if question is None or value not in question.options:
            continue
        option = question.options[value]
        option = option.model_copy(update={"says": (*option.says, *edit.phrasings)})
        changed[number] = question.model_copy(update={"options": {**question.options, value: option}})
    return changed
