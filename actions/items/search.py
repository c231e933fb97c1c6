"""Finding the item: what was asked for, the one question when it is close, the honest answer when it is far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.guide.next_question import go_on, take_up
from actions.guide.open_question import pick_up
from actions.information.beside import tell_beside
from actions.information.centre import say_human_line, tell_centre
from actions.information.department import told_department
from actions.information.elsewhere import tell_matter
from actions.information.item_answers.course import asks_which_licences, licence_lines
from actions.information.item_facts import tell_of_item
from actions.information.ladder import put_otherwise
from actions.pending.case import CaseInHand
from actions.pending.menu import DepartmentChoice, NextStepMenu
from actions.pending.model import AnswerOption, Pending
from actions.pending.question import ItemChoice
from actions.reading.wishes import is_sibling, likely_there, worth_offering
from actions.reply.options import options_of, or_none
from actions.reply.parts import Option
from actions.reply.wording import without_department
from actions.turn import IntakeAction, Turn
from api.catalogue.schemas import CandidateView, DepartmentView, ItemSummary, SearchResult
from knowledge.guidance.window_names import OF_A_WINDOW
from knowledge.language.aspects import is_question, wants_something
from knowledge.language.pointing import only_points

_SOUNDS_OURS = re.compile("[证照]|手续|登记|申请|许可|审批|备案|补贴|社保|医保|窗口")
"""Words by which a sentence may well be about the centre's business, though nothing was found for it."""

WORTH_A_MENU = 0.45
"""Where what is meant is less likely than this to be in a menu at all, it would be one of strangers: it was not understood."""

CLEAR_LEAD, FAR_BEHIND = 0.6, 0.05
"""A first candidate that is so likely, with the second so unlikely, is guessed aloud instead of offered in a menu of strangers."""

_TURNED_DOWN = "turned_down"
"""In the place of a library's answer: all that there is to choose was turned down just before."""

_WORTH_TELLING = 0.7
"""How likely a matter that others do must be to be told as a guess, rather than that nothing was understood."""
_LEADS = 0.65
"""Share of what speaks for the offered items by which one of them is meant."""

DEPARTMENTS_SHOWN = 6
_FACTS_KEPT = 8
_FAMILY = 0.7
_SURELY_THE_FIRST = 0.9
"""How likely the first grant must be to be begun with, where only what is done with it later stands beside it."""
_FIRST_GRANT = ("新办", "首次", "申领", "申请", "设立")

_YES = ("是", "是的", "对", "对的", "嗯", "没错")


async def find(turn: Turn, said: Sequence[str] = ()) -> None:
    """Search with the message, and go on as far as the result allows.

    Args:
        said: Earlier sentences about the same wish, whose facts still count.
    """
    result = await turn.found()
    statements = [*said, turn.text]
    if result.cut and not turn.is_cut:
        turn.say("cut")
    if asks_which_licences(turn.text) and (together := await _done_together(turn, result)):
        offer(turn, together, statements)
    elif result.decision == "sure":
        await begin(turn, result.candidates[0].id, statements)
    elif narrowed := _narrowed(turn, result):
        await begin(turn, narrowed, statements)
    elif first := _first_of_its_family(turn, result):
        turn.say("first_of_family")
        await begin(turn, first, statements)
    elif waiting := _waiting(turn, result):
        await begin(turn, waiting, statements)
    elif await told_department(turn):
        return
    elif result.decision != "sure" and likely_there(result) >= WORTH_A_MENU and not _is_chatter(turn, result):
        if turn.aspects and (asked := _family_asked(result)):
            await tell_of_item(turn, asked, turn.aspects)
        offer(turn, result, statements)
    elif OF_A_WINDOW & set(turn.aspects):
        await tell_centre(turn)
        turn.keep_pending()
    else:
        await _admit(turn, result)


def _narrowed(turn: Turn, result: SearchResult) -> str | None:
    """The one item that the words leave of those that stand close."""
    narrowed = turn.understood.narrowed if turn.understood else None
    if result.decision != "close" or narrowed is None or len(narrowed.items) != 1:
        return None
    kept = [one.id for one in worth_offering(result.candidates)]
    return narrowed.items[0] if narrowed.items[0] in kept else None


def _first_of_its_family(turn: Turn, result: SearchResult) -> str | None:
    """The first grant of what is wished by its name alone: 办残疾人证 wants no reissue of one."""
    if result.decision != "close" or turn.aspects or not wants_something(turn.text):
        return None
    first, *others = worth_offering(result.candidates)
    alone = all(is_sibling(first, one) for one in others)
    return (
        first.id if alone and first.score >= _SURELY_THE_FIRST and first.operation in _FIRST_GRANT else None
    )


async def _done_together(turn: Turn, result: SearchResult) -> SearchResult | None:
    """The bundle that holds the item found, with what belongs to it said, and the items found beside it: 开小超市卖烟要办哪些证."""
    if result.decision not in ("sure", "close"):
        return None
    item = next(one for one in result.candidates if one.kind != "bundle")
    for bundle in (one for one in result.candidates if one.kind == "bundle"):
        content = await turn.api.preview_of(bundle.id)
        if any(part.id == item.id for part in content.items):
            for line in licence_lines(content):
                turn.add(line)
            others = [one for one in worth_offering(result.candidates) if one.kind != "bundle"]
            return result.model_copy(update={"candidates": [bundle, *others], "distinguishing": "bundle"})
    return None


def _family_asked(result: SearchResult) -> str | None:
    """The operation of which a question is answered that names only the thing: 食品经营许可证管几年 of the first grant."""
    if result.decision != "close":
        return None
    first, *others = result.candidates
    family = [first, *(one for one in others if is_sibling(first, one))]
    if sum(one.score for one in family) < _FAMILY:
        return None
    return next((one.id for one in family if one.operation in _FIRST_GRANT), first.id)


def _waiting(turn: Turn, result: SearchResult) -> str | None:
    """An affair left aside that the words may mean: any of its words find it again."""
    aside = {wish.affair for wish in turn.wishes if wish.affair}
    if result.decision != "close" or not aside:
        return None
    return next((one.id for one in worth_offering(result.candidates) if one.id in aside), None)


def _is_chatter(turn: Turn, result: SearchResult) -> bool:
    """Whether the classifier hears small talk more surely than the matcher hears an item."""
    best = max((candidate.score for candidate in result.candidates), default=0.0)
    return turn.intent == "out_of_scope" and turn.confidence > best


async def _admit(turn: Turn, result: SearchResult) -> None:
    """Say that it is not the centre's business, or that it was not understood; the tuners see the sentence."""
    await turn.leave_for_the_tuners("missed", decision=result.decision)
    matter = (await turn.understand()).matter
    if matter is not None and matter.score >= _WORTH_TELLING:
        tell_matter(turn, matter)
        return
    not_ours = turn.intent == "out_of_scope" or (
        result.decision == "out_of_scope" and turn.intent != "find_item"
    )
    if isinstance(turn.pending, CaseInHand | ItemChoice) or turn.heard.missed:
        await put_otherwise(turn)
    elif not_ours and not only_points(turn.text) and not _SOUNDS_OURS.search(turn.text):
        turn.miss()
        turn.say("not_here")
        pick_up(turn)
    else:
        turn.miss()
        turn.say("not_found")
        await offer_departments(turn)


async def begin(turn: Turn, affair: str, statements: Sequence[str]) -> None:
    """Take the affair up, answer what the sentence asked beside, and ask what is open."""
    view = await take_up(turn, affair, statements)
    if view.next_question is not None:
        await tell_beside(turn, view, begins=True)
    await go_on(turn, view)


def offer(turn: Turn, result: SearchResult, statements: Sequence[str]) -> None:
    """Guess aloud where one candidate leads alone; else one question with at most four, worded by what they differ in."""
    candidates = _to_offer(result)
    if len(candidates) == 1:
        turn.say("guess_item", name=candidates[0].name)
    else:
        kind = (
            result.distinguishing if result.distinguishing in ("operation", "applicant", "bundle") else "any"
        )
        turn.say(f"choose_{kind}")
    turn.list_options(or_none(_described(candidates)))
    options = tuple(_option(candidate, alone=len(candidates) == 1) for candidate in candidates)
    bundles = tuple(candidate.id for candidate in candidates if candidate.kind == "bundle")
    turn.expect(ItemChoice(options=options, said=tuple(statements[-8:]), bundles=bundles))
    turn.card("items", items=[candidate.model_dump(mode="json") for candidate in candidates])


def sure_or_family(result: SearchResult) -> str | None:
    """The item that a search surely means, or that leads all but its siblings clearly; None where it has to be asked."""
    if not result.candidates:
        return None
    first = result.candidates[0]
    return first.id if result.decision == "sure" or first.score >= CLEAR_LEAD else None


def _to_offer(result: SearchResult) -> list[CandidateView]:
    """At most four candidates; the first alone where it clearly leads."""
    first, *others = worth_offering(result.candidates)
    if first.kind == "bundle" and not others:
        return [first, *_its_likeliest(result)]
    behind = others[0].score if others else 0.0
    leads = first.score >= CLEAR_LEAD and behind <= FAR_BEHIND
    return [first] if leads and not any(is_sibling(first, one) for one in others) else [first, *others]


def _its_likeliest(result: SearchResult) -> list[CandidateView]:
    """The item beside a bundle that stands out alone: who wants only one of the things done together picks it."""
    items = [one for one in result.candidates if one.kind != "bundle" and one.score >= FAR_BEHIND]
    return sorted(items, key=lambda one: -one.score)[:1]


def _described(candidates: Sequence[ItemSummary]) -> tuple[Option, ...]:
    """Items with their departments."""
    return tuple(
        Option(
            number=number,
            label=without_department(one.name, one.department),
            note=one.department,
            payload=one.name,
        )
        for number, one in enumerate(candidates, 1)
    )


def _option(candidate: CandidateView, alone: bool) -> AnswerOption:
    """An item as an option: its name, and its operation as another word for it; a yes where it stands alone."""
    says = tuple(word for word in (candidate.operation, candidate.scenario, *(_YES if alone else ())) if word)
    return AnswerOption(value=candidate.id, label=candidate.name, says=says)


async def offer_departments(turn: Turn) -> None:
    """The way on when nothing was found: departments, the phone, a human."""
    departments = [d for d in (await turn.api.departments()).departments if d.items]
    shown = sorted(departments, key=lambda d: -d.items)[:DEPARTMENTS_SHOWN]
    others = [department for department in departments if department not in shown]
    options = (
        AnswerOption(value=d.id, label=d.short, says=(d.name, *d.says), button=d in shown)
        for d in (*shown, *others)
    )
    pending = DepartmentChoice(options=tuple(options))
    turn.list_options(options_of(pending), "line")
    await say_human_line(turn)
    turn.expect(pending)


class FindItem(IntakeAction):
    """The applicant says what they want done."""

    def name(self) -> str:
        return "action_find_item"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending
        said = (*pending.said, *pending.facts) if isinstance(pending, ItemChoice) else ()
        await find(turn, said)


class NotUnderstood(IntakeAction):
    """Nothing is open, and nothing is heard in the message."""

    def name(self) -> str:
        return "action_not_understood"

    async def act(self, turn: Turn) -> None:
        if OF_A_WINDOW & set(turn.aspects):
            await tell_centre(turn)
            turn.keep_pending()
        else:
            await _admit(turn, await turn.found())


class AskOfItem(IntakeAction):
    """A question that an item answers itself; where another affair is in hand, that stays so."""

    def name(self) -> str:
        return "action_ask_of_item"

    async def act(self, turn: Turn) -> None:
        asked = (await turn.understand()).asked
        if asked is None:
            await find(turn)
            return
        answer = (await turn.api.ask_item(asked.affair, turn.text)).answer
        turn.add(answer.answer if answer else "")
        result = await turn.found()
        if turn.affair is None and any(one.id == asked.affair for one in result.candidates):
            offer(turn, result, [turn.text])
        else:
            pick_up(turn)


class TakeNarrowed(IntakeAction):
    """狗上个月没了 at the menu of 养犬登记, 不是新办，地址改了 in the middle of the first grant: the one item that is left."""

    def name(self) -> str:
        return "action_take_narrowed"

    async def act(self, turn: Turn) -> None:
        narrowed = (await turn.understand()).narrowed
        if narrowed is None:
            await find(turn)
            return
        pending = turn.pending
        said = (*pending.said, *pending.facts) if isinstance(pending, ItemChoice) else ()
        await begin(turn, narrowed.items[0], [*said, turn.text])


class ChooseItem(IntakeAction):
    """A reply to the offered items: one of them, none, or a new phrase."""

    def name(self) -> str:
        return "action_choose_item"

    async def act(self, turn: Turn) -> None:
        pending = turn.asked(ItemChoice)
        if (item := turn.reading.picked) is not None:
            await begin(turn, item, [*pending.said, *pending.facts, turn.text])
        elif turn.reading.value is not None:
            await _turn_down(turn)
        else:
            await _in_other_words(turn, pending)


async def _in_other_words(turn: Turn, pending: ItemChoice) -> None:
    """A new phrase in place of a choice: it decides, narrows, asks for something else, or is a fact to be used later."""
    offered, said, facts = {option.value for option in pending.options}, pending.said, pending.facts
    if said and (meant := await _meant_together(turn, offered, said[-1])):
        await begin(turn, meant, [*said, *facts, turn.text])
        return
    result = await turn.found()
    within = [candidate for candidate in result.candidates if candidate.id in offered]
    statements = [*said, *facts, turn.text]
    # 没结婚 is a circumstance of the wish, however surely it would be another one by itself.
    own_wish = turn.intent != "state_fact" or (bool(within) and result.candidates[0].id == within[0].id)
    if result.decision == "sure" and own_wish:
        await begin(turn, result.candidates[0].id, statements)
    elif leading := _leading(within):
        await begin(turn, leading, statements)
    elif turn.intent == "find_item" and result.decision == "close" and not within:
        offer(turn, result, [turn.text])
    elif result.decision == "close" and 0 < len(within) < len(offered):
        offer(turn, result.model_copy(update={"candidates": within}), statements)
    else:
        kept = pending.model_copy(update={"facts": (*facts, turn.text)[-_FACTS_KEPT:]})
        is_known = turn.intent == "find_item" and bool(within)
        if turn.heard.missed and (item := pending.only_item):
            turn.say("item_taken_first", name=item.label)
            await begin(turn, item.value, statements)
        elif is_question(turn.text) and await tell_of_item(turn, _likely(pending), turn.aspects):
            pick_up(turn)
        elif turn.heard.missed or not (is_known or turn.intent == "state_fact"):
            await put_otherwise(turn, kept)
        else:
            _ask_to_settle(turn, kept, "wish" if is_known else "fact")


def _likely(pending: ItemChoice) -> str:
    """The item that a question is about while several are offered: the one beside a bundle, else the first."""
    return (pending.only_item or pending.options[0]).value


def _ask_to_settle(turn: Turn, pending: ItemChoice, said: str) -> None:
    """The same wish in other words, or a circumstance that is kept for later: understood, but one has to be chosen first."""
    turn.miss()
    turn.say(f"settle_after_{said}")
    turn.list_options(or_none(options_of(pending)))
    turn.expect(pending)


def _leading(within: Sequence[CandidateView]) -> str | None:
    """The offered item that a phrase means rather than the others offered; taking it wrongly is undone in a word."""
    together = sum(candidate.score for candidate in within)
    return within[0].id if within and within[0].score >= _LEADS * together else None


async def _meant_together(turn: Turn, offered: set[str], wish: str) -> str | None:
    """The offered item that wish and reply mean together: 食品经营许可证, then 到期了."""
    result = await turn.api.search(f"{wish}，{turn.text}")
    best = result.candidates[0].id if result.decision == "sure" else None
    return best if best in offered else None


class NoneOfThese(IntakeAction):
    """都不是: back to the search."""

    def name(self) -> str:
        return "action_none_of_these"

    async def act(self, turn: Turn) -> None:
        await _turn_down(turn)


async def _turn_down(turn: Turn) -> None:
    pending = turn.pending
    if isinstance(pending, ItemChoice) and pending.said:
        await turn.leave_for_the_tuners("denied", pending.said[-1], "close")
        turn.denies([option.value for option in pending.options])
    if isinstance(pending, NextStepMenu | DepartmentChoice):
        await _turn_down_all(turn, pending)
    else:
        turn.say("none_of_these")
        await offer_departments(turn)


async def _turn_down_all(turn: Turn, pending: Pending) -> None:
    """None of the last choices there are: a person, and the same menu not once more."""
    again = turn.answered == _TURNED_DOWN
    if isinstance(pending, NextStepMenu):
        turn.say("none_next_again" if again else "none_next")
    else:
        turn.say("none_at_all_again" if again else "none_at_all")
    turn.has_answered(_TURNED_DOWN)
    await say_human_line(turn)
    turn.keep_pending_unsaid()


class ChooseDepartment(IntakeAction):
    """A department was picked: what it offers here."""

    def name(self) -> str:
        return "action_choose_department"

    async def act(self, turn: Turn) -> None:
        departments = (await turn.api.departments()).departments
        department = next((d for d in departments if d.id == turn.reading.picked), None)
        if department is None:
            await find(turn)
        else:
            await show_department(turn, department)


class ShowDepartment(IntakeAction):
    """A department's name is the whole message: what it offers here."""

    def name(self) -> str:
        return "action_show_department"

    async def act(self, turn: Turn) -> None:
        department = (await turn.understand()).department
        if department is None:
            await find(turn)
        else:
            await show_department(turn, department)


async def show_department(turn: Turn, department: DepartmentView) -> None:
    """What can be done with one department, to choose from."""
    items = (await turn.api.items_of(department.id)).items
    if not items:
        turn.say("department_none", department=department.short)
        return
    turn.say("department_items", department=department.short)
    pending = ItemChoice(options=tuple(AnswerOption(value=item.id, label=item.name) for item in items))
    turn.list_options(options_of(pending))
    turn.expect(pending)
    turn.card("items", items=[item.model_dump(mode="json") for item in items])
