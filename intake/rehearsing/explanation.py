"""How a message was read and answered, put into words for the staff who tune."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actions.reading.action_names import action_names
from actions.reading.witness import Seen
from actions.reply.parts import Said
from actions.reply.parts import ShownReply as Parts
from api.studio.rehearsal_schemas import HeardAs, RehearsedTurn, ReplyButton, ReplyInShapes, Weighed
from api.understanding.schemas import Understanding
from bot.channels.wechat.rendering import composed
from knowledge.answers.item_question import likeness_of_words
from knowledge.base.text import comparable_text, normalise
from knowledge.language.danger.reading import danger_in
from knowledge.privacy.kinds import Personal
from knowledge.weighing.candidate import KIND_NAMES, Candidate
from knowledge.weighing.costs import shipped_costs

if TYPE_CHECKING:
    from api.services import Services
    from bot.conversation import Exchange

_MOST_HEARD = 8
_LEAST_WORTH_TELLING = 0.01
_MANDARIN = "普通话"


def rehearsed_turn(
    exchange: Exchange, seen: Sequence[Seen], asked: Sequence[str], took_ms: float, services: Services
) -> RehearsedTurn:
    """One message of a test.

    Args:
        seen: How it was read, and, where something was denied in it, the rest anew; the last reading is what counts.
        asked: Texts whose vectors were asked for.
    """
    last = seen[-1] if seen else None
    understood = last.understood if last else None
    return RehearsedTurn(
        said=exchange.said,
        taken=list(dict.fromkeys(kind.plain.label for kind in Personal if kind.token in exchange.said)),
        language=understood.language if understood else _MANDARIN,
        chinese=understood.chinese if understood else exchange.said,
        intent=last.intent if last else "",
        confidence=round(last.confidence, 4) if last else 0.0,
        encoder=list(asked),
        settled=last is not None and understood is None,
        heard=sorted(_heard(last.text, understood, services), key=lambda one: -one.probability)[:_MOST_HEARD]
        if last and understood
        else [],
        readings=_weighed(last) if last else [],
        asks_first=last is not None and last.decision.choice.in_doubt,
        reply=_shown(exchange),
        took_ms=round(took_ms, 1),
    )


def _weighed(seen: Seen) -> list[Weighed]:
    choice, costs, names = seen.decision.choice, shipped_costs(), action_names()

    def view(one: Candidate, worth: float) -> Weighed:
        cost = costs.kinds[one.kind]
        return Weighed(
            kind=one.kind.value,
            kind_name=KIND_NAMES[one.kind],
            action=one.action,
            action_name=names.get(one.action, one.action),
            probability=round(one.probability, 4),
            because=[_in_words(reason) for reason in one.because if reason],
            gain=cost.gain,
            wrong=cost.wrong,
            worth=round(worth, 4),
            chosen=one is choice.candidate,
        )

    return [view(one, worth) for one, worth in choice.weighed]


_CODES = {"sure": "确定", "close": "相近", "far": "不太像", "out_of_scope": "不像要办事", "whole": "整句就是"}


def _in_words(reason: str) -> str:
    """A reason without the codes of the program."""
    return re.sub(r"[a-z_]+", lambda found: _CODES.get(found.group(), found.group()), reason)


def _heard(text: str, heard: Understanding, services: Services) -> Iterator[HeardAs]:
    """Everything that is likely enough to be told of."""
    for found in heard.search.candidates:
        if found.score >= _LEAST_WORTH_TELLING:
            because = _nearest(text, _phrasings_of_item(found.id, found.name, services))
            yield HeardAs(what="事项", id=found.id, name=found.name, probability=found.score, because=because)
    if (matter := heard.matter) is not None:
        known = services.elsewhere.matter(matter.id)
        because = _nearest(text, (known.name, *known.phrasings)) if known else []
        score = matter.score
        yield HeardAs(what="别处办的事", id=matter.id, name=f"{matter.name}（{matter.body}）", probability=score, because=because)  # fmt: skip
    if (answer := heard.answer) is not None:
        one = services.library.finder.answer(answer.id)
        because = _nearest(text, (one.question, *one.phrasings)) if one else []
        because += ["接着刚才的回答问的"] if answer.in_context else []
        yield HeardAs(what="问答", id=answer.id, name=answer.question, probability=answer.score, because=because)  # fmt: skip
    for fact in heard.facts:
        sure = 1.0 if fact.certain else 0.5
        yield HeardAs(what="情形", id=fact.question, name=fact.label, probability=sure, because=[f"说到「{fact.because}」"])  # fmt: skip
    if (option := heard.option) is not None:
        yield HeardAs(what="选项", id=option.value, name=option.label, probability=option.probability, because=option.because)  # fmt: skip
    if (danger := heard.danger) is not None:
        found_in = danger_in(text)
        because = ["字面上有危险的词"] if found_in else ["意思像在说危险"]
        yield HeardAs(what="危险", id=danger.kind, name="有人在危险里", probability=danger.probability, because=because)  # fmt: skip
    if heard.department is not None:
        yield HeardAs(what="部门", id=heard.department.id, name=heard.department.name, probability=1.0, because=["整句就是它的名称"])  # fmt: skip
    if heard.vague is not None:
        yield HeardAs(what="半句", id="", name=heard.vague.question, probability=1.0, because=["只说了一半，可以反问"])  # fmt: skip
    if heard.denial is not None:
        because = [f"说到「{word}」" for word in heard.denial.because]
        affairs = "、".join(heard.denial.affairs)
        yield HeardAs(what="不办", id=affairs, name="不办手上的或者列出的", probability=1.0, because=because)


def _phrasings_of_item(key: str, name: str, services: Services) -> tuple[str, ...]:
    found = services.catalogue.items.get(key) or services.catalogue.bundles.get(key)
    return (name, *found.aliases) if found else (name,)


def _nearest(text: str, phrasings: Sequence[str]) -> list[str]:
    """Which of the ways to say it is nearest to the message, and which characters both have."""
    said = comparable_text(normalise(text))
    if not phrasings:
        return []
    same = next((one for one in phrasings if comparable_text(one) == said), None)
    if same is not None:
        return [f"就是「{same}」这种说法"]
    near = max(phrasings, key=lambda one: likeness_of_words(text, one))
    shared = _shared(said, comparable_text(near))
    return [f"最像「{near}」", *([f"相同的字：{'、'.join(shared)}"] if shared else [])]


def _shared(first: str, second: str) -> list[str]:
    """The longest pieces of two or more characters that both have, in the order of the first."""
    found: list[str] = []
    start = 0
    while start < len(first) - 1:
        end = start + 1
        while end < len(first) and first[start : end + 1] in second:
            end += 1
        if end - start >= 2:
            found.append(first[start:end])
            start = end
        else:
            start += 1
    return list(dict.fromkeys(found))


def _shown(exchange: Exchange) -> ReplyInShapes:
    messages = exchange.messages
    parts = [Parts.model_validate(message.get("reply") or {}) for message in messages]
    return ReplyInShapes(
        page=[
            block.text
            for one in parts
            for block in one.blocks
            if isinstance(block, Said) and block.shown_by != "card"
        ]
        or [str(message["text"]) for message in messages if message.get("text")],
        options=[
            ReplyButton(number=option.number, label=option.label, note=option.note, says=option.payload)
            for one in parts
            for option in one.options
        ],
        card=next((str(message["custom"]["kind"]) for message in messages if message.get("custom")), ""),
        wechat=[one.as_text for one in composed(messages)],
        text="\n\n".join(str(message["text"]) for message in messages if message.get("text")),
    )
