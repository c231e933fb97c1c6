"""Load the answer library: one file a subject, what all its answers share written once at its top.

A file::

    topic: 开放时间
    owner: approval
    review_by: 2027-06-30
    source: 中心规定
    answers:
      opening_hours:
        question: 中心的开放时间
        phrasings: [几点开门, ...]
        answer: {中心名称}的开放时间是{开放时间}。...

An answer that speaks of something the centre does not have - sub-centres, a nursing room - is left out and named, so that a centre need
not change the shipped files to be rid of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge.answers.answer import Answer, AnswerLibrary, filled, places_in
from knowledge.answers.local_words import ADDRESS, PHONE, PLACES, SITE, SUPERVISE, local_words
from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.base.marked_yaml import FieldPath, Marked, read
from knowledge.base.shipped import ANSWERS as SHIPPED
from knowledge.base.shipped import CATALOGUE as CATALOGUE
from knowledge.base.text import comparable_text
from knowledge.base.validation import validated
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.load import folder_version
from knowledge.catalogue.local import FILE as LOCAL

MAX_LENGTH = 120
"""Characters of an answer as said: about two lines on a phone."""

MIN_PHRASINGS = 5

_SHARED_KEYS = ("topic", "owner", "review_by", "source")
_LOUD = "!！"

Found = tuple[FieldPath, str]


def load_answers(catalogue: Catalogue, folder: Path = SHIPPED) -> AnswerLibrary:
    """Read and check a whole answer folder.

    Args:
        catalogue: Whose departments own the answers and whose windows fill their places.

    Raises:
        CatalogueFaults: With every fault of every file.
    """
    library, faults = read_answers(catalogue, folder)
    if faults:
        raise CatalogueFaults(faults)
    return library


def read_answers(catalogue: Catalogue, folder: Path = SHIPPED) -> tuple[AnswerLibrary, list[Fault]]:
    """The answers that could be read, and all faults."""
    faults: list[Fault] = []
    answers: dict[str, Answer] = {}
    lines: dict[str, tuple[Marked, FieldPath]] = {}
    files = sorted(folder.glob("*.yaml"))
    if not files:
        faults.append(Fault(folder.name, 0, "-", "这个文件夹里没有问答文件（*.yaml）"))
    for path in files:
        marked = _read_file(path, folder, faults)
        if marked is not None:
            _read_answers(marked, answers, lines, faults)
    words = _words_of_owners(catalogue, faults)
    known = _known_names(folder, catalogue)
    for answer in answers.values():
        marked, place = lines[answer.id]
        faults += [
            marked.fault((*place, *field), message) for field, message in _answer(answer, words, known)
        ]
    faults += _duplicates(answers, lines)
    left_out = {key: names for key, one in answers.items() if (names := _lacking(one, words))}
    kept = {key: one for key, one in answers.items() if key not in left_out}
    return AnswerLibrary(kept, folder_version(folder), left_out), faults


def _words_of_owners(catalogue: Catalogue, faults: list[Fault]) -> dict[str, dict[str, str]]:
    """Each department's words for the places; none of the texts can be filled where the centre is unknown."""
    try:
        return {department: local_words(catalogue, department) for department in catalogue.departments}
    except ValueError as error:
        faults.append(Fault(LOCAL, 0, "windows", str(error)))
        return {department: {} for department in catalogue.departments}


def _read_file(path: Path, folder: Path, faults: list[Fault]) -> Marked | None:
    try:
        marked = read(path, folder)
    except CatalogueFaults as error:
        faults += error.faults
        return None
    except ValueError as error:  # a date such as 2027-13-45 is an error of YAML's own date reader
        faults.append(Fault(path.name, 0, "-", f"有日期写错了：{error}"))
        return None
    if not isinstance(marked.data, dict) or not isinstance(marked.data.get("answers"), dict):
        faults.append(marked.fault(("answers",), "缺少 answers，下面按「编号: 内容」写每一条问答"))
        return None
    return marked


def _read_answers(
    marked: Marked,
    answers: dict[str, Answer],
    lines: dict[str, tuple[Marked, FieldPath]],
    faults: list[Fault],
) -> None:
    for key in marked.data:
        if key not in (*_SHARED_KEYS, "answers"):
            faults.append(marked.fault((key,), "没有这个字段，请检查拼写"))
    shared = {key: marked.data[key] for key in _SHARED_KEYS if key in marked.data}
    for answer_id, raw in marked.data["answers"].items():
        place: FieldPath = ("answers", answer_id)
        if not isinstance(raw, dict):
            faults.append(marked.fault(place, "应写 question、phrasings、answer"))
            continue
        answer = validated(Answer, {**shared, **raw, "id": answer_id}, marked, place, faults)
        if answer is None:
            continue
        if answer.id in answers:
            other = lines[answer.id][0]
            faults.append(marked.fault(place, f"编号 {answer.id} 在 {other.file} 里已经用过"))
            continue
        answers[answer.id] = answer
        lines[answer.id] = (marked, place)


def _known_names(folder: Path, catalogue: Catalogue) -> tuple[str, ...]:
    """Every name that a text may have a place for: those that follow from windows, the centre's facts and the shipped ones."""
    shipped = read(CATALOGUE / LOCAL, CATALOGUE).data.get("facts") or {} if folder == SHIPPED else {}
    return tuple(dict.fromkeys([*PLACES, *catalogue.facts, *shipped]))


def _lacking(answer: Answer, words_of: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """What the answer speaks of and the centre has not; nothing where none of its words are known."""
    words = words_of.get(answer.owner) or {}
    named = [name for text in answer.texts() for name in _places(text)]
    return tuple(dict.fromkeys(name for name in named if words and not words.get(name)))


def _answer(answer: Answer, words_of: dict[str, dict[str, str]], known: tuple[str, ...]) -> Iterator[Found]:
    """What is wrong with one answer by itself."""
    if len(answer.phrasings) < MIN_PHRASINGS:
        yield (
            ("phrasings",),
            f"只有{len(answer.phrasings)}种问法，至少要{MIN_PHRASINGS}种，照大家嘴上的说法写",
        )
    if not answer.source:
        yield ("source",), "没有来源：写《法律名称》第N条，或者中心规定"
    for n, follow in enumerate(answer.follow_ups):
        if not follow.says:
            yield ("follow_ups", n, "says"), "没有写追问的说法"
    if answer.owner not in words_of:
        yield ("owner",), f"没有部门 {answer.owner}"
        return
    words = words_of[answer.owner]
    yield from _text(("answer",), answer.answer, words, known)
    for n, follow in enumerate(answer.follow_ups):
        yield from _text(("follow_ups", n, "answer"), follow.answer, words, known)


def _text(field: FieldPath, text: str, words: dict[str, str], known: tuple[str, ...]) -> Iterator[Found]:
    """What is wrong with one text, with the centre's own words filled in."""
    try:
        places = places_in(text)
    except ValueError:
        yield field, "花括号没有成对"
        return
    unknown = [name for name in places if name not in known]
    for name in unknown:
        yield (
            field,
            f"没有{{{name}}}这个填空：写在 local.yaml 的 facts 里，或者用{'、'.join(f'{{{one}}}' for one in known)}",
        )
    if words and all(words.get(name) for name in places):
        said = filled(text, words)
        if len(said) > MAX_LENGTH:
            yield field, f"填入本中心的信息后有{len(said)}个字，最多{MAX_LENGTH}个"
    if not text.strip():
        yield field, "没有写内容"
    if any(mark in text for mark in _LOUD):
        yield field, "不用感叹号"
    for name in (SITE, ADDRESS, PHONE, SUPERVISE):
        if words.get(name) and words[name] in text:
            yield field, f"写死了{name}，请改成{{{name}}}"


def _places(text: str) -> tuple[str, ...]:
    """The names in a text; none where its braces are wrong, which is a fault of its own."""
    try:
        return places_in(text)
    except ValueError:
        return ()


def _duplicates(answers: dict[str, Answer], lines: dict[str, tuple[Marked, FieldPath]]) -> Iterator[Fault]:
    """Wordings that would lead to two answers, and wordings written twice."""
    seen: dict[str, str] = {}
    for answer in answers.values():
        marked, place = lines[answer.id]
        wordings: list[tuple[FieldPath, str]] = [(("question",), answer.question)]
        wordings += [(("phrasings", n), said) for n, said in enumerate(answer.phrasings)]
        yield from _twice(wordings, seen, marked, place)
        # a follow-up is understood only under its own answer, so it may stand under several
        follow_ups: list[tuple[FieldPath, str]] = [
            (("follow_ups", n, "says", m), said)
            for n, follow in enumerate(answer.follow_ups)
            for m, said in enumerate(follow.says)
        ]
        yield from _twice(follow_ups, {}, marked, place)


def _twice(
    wordings: list[tuple[FieldPath, str]], seen: dict[str, str], marked: Marked, place: FieldPath
) -> Iterator[Fault]:
    for field, said in wordings:
        path = (*place, *field)
        heard = comparable_text(said)
        if not heard:
            yield marked.fault(path, "没有写内容")
        elif heard in seen:
            yield marked.fault(path, f"「{said}」已经写在 {seen[heard]}，一种说法只能对一条问答")
        else:
            seen[heard] = f"{marked.file} 第{marked.line(path)}行"
