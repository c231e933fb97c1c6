"""Questions about one paper: 要不要户口本, 能不能不交, 没有怎么办, 为什么要 - needed or not in this case, why, and what may stand for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from actions.reply.wording import say
from api.catalogue.schemas import IssuingItem, ItemDetail, ItemMaterial
from knowledge.catalogue.item import Necessity
from knowledge.guidance.notice import NoticeContent, NoticeMaterial
from knowledge.language.paper_words import papers_in

_DONE_ON_A_PAPER = ("章", "签字", "签名", "手印", "指印")


def paper_lines(
    text: str, content: NoticeContent, details: Sequence[ItemDetail], issuing: Sequence[IssuingItem] = ()
) -> list[str]:
    """What there is to say of every paper that the sentence names; nothing where it names none.

    Args:
        issuing: Other items by which licences are got that the sentence names; of those 不用交 alone would be heard as 不用办.
    """
    needed = {material.id: material for material in content.materials}
    shared = {paper.id: paper for paper in content.shared()}
    conditional = {one.id: one for detail in details for one in detail.materials if one.id not in needed}
    names = {
        **{key: one.name for key, one in conditional.items()},
        **{key: paper.name for key, paper in shared.items()},
        **{key: material.name for key, material in needed.items()},
    }
    named = papers_in(text, names)
    wanted = [key for key in named.known if key in needed] or _called_so(named.others, needed)
    lines = [line for key in wanted for line in _needed(needed[key])]
    if lines:
        beside = [] if named.others and wanted == _called_so(named.others, needed) else _papers(named.others)
        return [*lines, *(say("paper_not_asked", name=name) for name in beside)]
    lines = [
        say("paper_shared", name=shared[key].name, holder=shared[key].holder)
        for key in named.known
        if key in shared
    ]
    lines += [_not_now(conditional[key]) for key in named.known if key in conditional]
    if lines:
        return lines
    listed = {material.name for material in content.materials}
    issuing = [one for one in issuing if one.paper not in listed]
    other = {one.paper for one in issuing}
    told = {name: _told_of(name, details) for name in _papers(named.others) if name not in other}
    not_asked = [sentence or say("paper_not_asked", name=name) for name, sentence in told.items()]
    return [*issuing_lines(issuing), *dict.fromkeys(not_asked)]


def _told_of(name: str, details: Sequence[ItemDetail]) -> str:
    """What an item answers elsewhere that speaks of bringing a paper, so that 不用交 would contradict it: 随迁的带结婚证."""
    answers = (faq.answer for detail in details for faq in detail.faqs)
    return next((answer for answer in answers if name in answer and "带" in answer), "")


def about_papers(
    papers: Sequence[str], content: NoticeContent, details: Sequence[ItemDetail], who: str, phone: str
) -> list[str]:
    """What each paper is: by whom it is issued or that its form lies at the window, how it must look; else who knows."""
    needed = {material.id: material for material in content.materials}
    maybe = {one.id: one for detail in details for one in detail.materials}
    lines: list[str] = []
    for key in papers:
        paper = needed.get(key) or maybe.get(key)
        if paper is None:
            continue
        told = list(_comes_from(paper))
        name = say("paper_about", name=paper.name)
        lines.append(name + ("".join(told) if told else say("paper_unknown", who=who, phone=phone)))
        if key not in needed and maybe[key].when:
            lines.append(_not_now(maybe[key]))
    return lines


def _comes_from(paper: NoticeMaterial | ItemMaterial) -> Iterator[str]:
    if paper.issued_by:
        yield say("paper_issuer", issuer=paper.issued_by)
    if paper.blank_form:
        yield say("paper_blank")
    if paper.filling:
        yield say("paper_filling", filling=paper.filling.rstrip("。"))
    if paper.standard:
        yield say("paper_standard", standard=paper.standard.rstrip("。"))


def _papers(others: Sequence[str]) -> list[str]:
    """What are papers of the applicant's words for such: 盖章 and 签字 are done on one."""
    return [name for name in others if not name.endswith(_DONE_ON_A_PAPER)]


def _called_so(others: Sequence[str], needed: Mapping[str, NoticeMaterial]) -> list[str]:
    """The listed papers whose names end in what was said: 检测报告 is 空气检测报告（卫生） too, and 不用交 would be untrue."""
    return [
        key
        for key, material in needed.items()
        if any(name.endswith(other) for name in _spoken_names(material.name) for other in others)
    ]


def _spoken_names(name: str) -> tuple[str, str]:
    """A paper's name without its brackets, and with the first of two kinds only: 检测或者评价报告 is 检测报告."""
    whole = name.split("（")[0]
    first, _, second = whole.partition("或者")
    return whole, first + second[2:]


def issuing_lines(issuing: Sequence[IssuingItem]) -> list[str]:
    """That a licence need not be handed in here, and by which other item it is got."""
    return [
        say("paper_issued", paper=one.paper, name=one.name, department=one.department)
        if one.ours
        else say("paper_of_others", paper=one.paper, department=one.department)
        for one in issuing
    ]


def reason_lines(text: str, content: NoticeContent) -> list[str]:
    """Why the papers are asked for that the sentence names, each with its basis."""
    names = {material.id: material.name for material in content.materials}
    wanted = set(papers_in(text, names).known)
    return [
        say(
            "paper_why",
            name=material.name,
            reason=material.reason or say("material_everyone"),
            basis=say("fee_basis", basis="、".join(material.basis)) if material.basis else "",
        )
        for material in content.materials
        if material.id in wanted
    ]


def _needed(material: NoticeMaterial) -> Iterator[str]:
    """Needed, depending, or not a must; then what may stand for it or how to come by it."""
    if not material.certain:
        yield say("paper_depends", name=material.name, reason=material.reason)
    elif material.necessity is Necessity.OPTIONAL:
        yield say("paper_optional", name=material.name)
        return
    else:
        yield say(
            "paper_needed",
            name=material.name,
            form=material.form or "",
            reason=material.reason or say("material_everyone"),
        )
    yield from _instead(material)


def _instead(material: NoticeMaterial) -> Iterator[str]:
    if material.promise_instead:
        yield say("paper_promise")
    if material.necessity is Necessity.LATER:
        yield say("paper_later")
    if material.blank_form:
        yield say("paper_form", filling=f"{material.filling}。" if material.filling else "")
    elif material.issued_by:
        yield say("paper_from", issuer=material.issued_by)
    if material.standard and not material.blank_form:
        yield say("paper_standard", standard=material.standard)


def _not_now(material: ItemMaterial) -> str:
    # The catalogue says when it is needed with what follows: 如果…选委托他人就需要，请先备着.
    return say("paper_not_now", name=material.name, when=material.when.partition("就需要")[0])
