"""Finding the item: what was asked for, the one question when it is close, the honest answer when it is far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.about import tell
from actions.centre import main_window
from actions.guiding import go_on, numbered, take_up
from actions.turn import IntakeAction, Turn
from actions.wording import say
from api.catalogue.schemas import CandidateView, ItemSummary, SearchResult
from knowledge.choice import Offered, choose

MOST_OFFERED = 4
DEPARTMENTS_SHOWN = 6


async def find(turn: Turn, said: Sequence[str] = ()) -> None:
    """Search with the message, and go on as far as the result allows.

    Args:
        said: Earlier sentences about the same wish, whose facts still count.
    """
    result = await turn.api.search(turn.text)
    statements = [*said, turn.text]
    if result.decision == "sure":
        await begin(turn, result.candidates[0].id, statements)
    elif result.decision == "close":
        offer(turn, result, statements)
    elif result.decision == "out_of_scope" or turn.intent == "out_of_scope":
        await turn.api.log_unmatched(turn.text, turn.channel, result.decision)
        turn.say("not_here")
        turn.keep_pending()
    else:
        await turn.api.log_unmatched(turn.text, turn.channel, result.decision)
        turn.say("not_found")
        await offer_departments(turn)


async def begin(turn: Turn, affair: str, statements: Sequence[str]) -> None:
    """Take the affair up, answer what the sentence asked beside, and ask what is open."""
    view = await take_up(turn, affair, statements)
    if turn.aspects and view.next_question is not None:
        await tell(turn, view, turn.aspects)
    await go_on(turn, view)


def offer(turn: Turn, result: SearchResult, statements: Sequence[str]) -> None:
    """Ask one question with at most four options, worded by what they differ in."""
    candidates = result.candidates[:MOST_OFFERED]
    kind = result.distinguishing if result.distinguishing in ("operation", "applicant", "bundle") else "any"
    turn.say(f"choose_{kind}")
    for line in numbered([_described(candidate) for candidate in candidates]):
        turn.add(line)
    turn.say("option_none", number=len(candidates) + 1)
    turn.expect({"kind": "items", "options": [_option(c) for c in candidates], "said": list(statements)[-8:]})
    turn.card("items", items=[candidate.model_dump(mode="json") for candidate in candidates])


def _described(candidate: ItemSummary) -> str:
    return say("option_item", label=candidate.name, department=candidate.department)


def _option(candidate: CandidateView) -> dict[str, Any]:
    """An item as an option: its name, and its operation as another word for it."""
    says = [word for word in (candidate.operation, candidate.scenario) if word]
    return {"value": candidate.id, "label": candidate.name, "says": says}


async def offer_departments(turn: Turn) -> None:
    """The way on when nothing was found: departments, the phone, a human."""
    departments = [d for d in (await turn.api.departments()).departments if d.items]
    shown = sorted(departments, key=lambda d: -d.items)[:DEPARTMENTS_SHOWN]
    turn.add("  ".join(numbered([department.short for department in shown])))
    window = await main_window(turn)
    turn.say("human_line", phone=window.phone, hours=window.hours)
    options = [{"value": d.id, "label": d.short, "says": [d.name]} for d in departments]
    for option in options[DEPARTMENTS_SHOWN:]:
        option["button"] = False  # type: ignore[assignment]
    order = {d.id: n for n, d in enumerate(shown)}
    options.sort(key=lambda option: order.get(str(option["value"]), len(order)))
    turn.expect({"kind": "departments", "options": options})


class FindItem(IntakeAction):
    """The applicant says what they want done."""

    def name(self) -> str:
        return "action_find_item"

    async def act(self, turn: Turn) -> None:
        await find(turn)


class ChooseItem(IntakeAction):
    """A reply to the offered items: one of them, none, or a new phrase."""

    def name(self) -> str:
        return "action_choose_item"

    async def act(self, turn: Turn) -> None:
        pending = turn.pending or {}
        said = pending.get("said", [])
        options = [Offered(o["value"], o["label"], tuple(o["says"])) for o in pending.get("options", ())]
        value = choose(turn.text, options)
        if value in {option.value for option in options}:
            await begin(turn, str(value), [*said, turn.text])
        elif value is not None:
            await _turn_down(turn)
        else:
            await find(turn, said)


class NoneOfThese(IntakeAction):
    """都不是: back to the search."""

    def name(self) -> str:
        return "action_none_of_these"

    async def act(self, turn: Turn) -> None:
        await _turn_down(turn)


async def _turn_down(turn: Turn) -> None:
    said = (turn.pending or {}).get("said", [])
    if said:
        await turn.api.log_unmatched(said[-1], turn.channel, "close")
    turn.say("none_of_these")
    await offer_departments(turn)


class ChooseDepartment(IntakeAction):
    """A department was picked: what it offers here."""

    def name(self) -> str:
        return "action_choose_department"

    async def act(self, turn: Turn) -> None:
        options = [Offered(o["value"], o["label"], tuple(o["says"])) for o in (turn.pending or {}).get("options", ())]
        value = choose(turn.text, options)
        label = next((option.label for option in options if option.value == value), None)
        if label is None:
            await find(turn)
            return
        items = (await turn.api.items_of(str(value))).items
        if not items:
            turn.say("department_none", department=label)
            return
        turn.say("department_items", department=label)
        for line in numbered([item.name for item in items]):
            turn.add(line)
        says = [{"value": i.id, "label": i.name, "says": []} for i in items]
        turn.expect({"kind": "items", "options": says, "said": []})
