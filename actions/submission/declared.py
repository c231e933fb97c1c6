"""What the applicant says of the papers, taken down: which are there, which come later, which stop the submission."""

from __future__ import annotations

from dataclasses import replace

from actions.guide.next_question import offer_menu
from actions.pending.menu import NextStepMenu
from actions.submission.check_out import check_out
from actions.submission.lost_paper import offer_again
from actions.turn import Turn
from api.intakes.schemas import IntakeView
from knowledge.catalogue.item import Necessity
from knowledge.guidance.form_fields import form_among
from knowledge.guidance.notice import NoticeMaterial
from knowledge.language.acts import wants_to_submit
from knowledge.language.declared_materials import Declaration, declaration_in, tells_a_loss


async def materials_of(turn: Turn, view: IntakeView) -> dict[str, NoticeMaterial]:
    """The materials on the notice by id; none before there is one."""
    if view.notice is None:
        return {}
    return {one.id: one for one in (await turn.api.notice(view.notice.access)).content.materials}


async def take_declaration(turn: Turn, view: IntakeView) -> IntakeView | None:
    """Take down what the message says of the papers, and say it back.

    Returns:
        The draft as it is then, with its gaps; None where the message says nothing of them.
    """
    materials = await materials_of(turn, view)
    names = {key: one.name for key, one in materials.items()}
    declared = declaration_in(turn.text, names)
    if not declared.names_some:
        # 那个证明开好了 after a paper was lacking: that one.
        lacking = {key: name for key, name in names.items() if view.materials.get(key) == "missing"}
        declared = declaration_in(turn.text, lacking)
    before = [key for key, state in view.materials.items() if state in ("missing", "later")]
    if declared.of_the_rest and not declared.lacking:
        # 别的都齐了 after a paper was lacking: all but that one.
        declared = replace(declared, lacking=tuple(key for key in before if key in names))
    if not materials or not (declared.all_ready or declared.names_some):
        return None
    states = {key: "ready" for key in declared.ready} | {
        key: _state(materials[key]) for key in declared.lacking if key not in declared.ready
    }
    everything = declared.rest_ready and not declared.lacks_unnamed
    view = await turn.api.declare_materials(view.id, all_ready=everything, states=states, including=["gaps"])
    _say_back(turn, view, declared, materials, everything)
    if tells_a_loss(turn.text):
        await offer_again(turn, [materials[key].name for key in declared.lacking])
    return view


async def say_where_written(turn: Turn, view: IntakeView, field: str) -> None:
    """On which form something is written that is neither asked for nor kept here."""
    form = form_among((await materials_of(turn, view)).values())
    if form:
        turn.say("written_on_form", field=field, form=form)
    else:
        turn.say("written_at_window", field=field)


async def go_on_after(turn: Turn, view: IntakeView) -> None:
    """What is still missing, where the message is on its way to the submission; else what was open stays so."""
    on_the_way = turn.pending is not None and turn.pending.takes_contact
    if on_the_way or means_to_go_on(turn.text):
        await check_out(turn, view)
    elif isinstance(turn.pending, NextStepMenu) and turn.wishes:
        offer_menu(turn)
    else:
        turn.keep_pending()


def means_to_go_on(text: str) -> bool:
    """Whether a message that gives data or tells of papers means to submit with them: 提交, or everything is there."""
    return wants_to_submit(text) or declaration_in(text, {}).rest_ready


def _state(material: NoticeMaterial) -> str:
    if material.blank_form:
        return "ready"  # it is got, filled in and signed at the window: nothing that the applicant could bring is lacking
    return "later" if material.necessity is Necessity.LATER else "missing"


def _say_back(
    turn: Turn,
    view: IntakeView,
    declared: Declaration,
    materials: dict[str, NoticeMaterial],
    everything: bool,
) -> None:
    """What is there, what is lacking, and the way on for each that is."""
    ready = sum(state == "ready" for state in view.materials.values())
    if everything and not declared.lacking:
        turn.say("materials_ready", count=ready)
    elif everything:
        turn.say("rest_ready", count=ready)
    elif declared.ready:
        turn.say("some_ready", names="、".join(materials[key].name for key in declared.ready))
    if lacking := [materials[key].name for key in declared.lacking if not materials[key].blank_form]:
        turn.say("material_missing", names="、".join(lacking))
    for key in declared.lacking:
        _way_on(turn, materials[key])


def _way_on(turn: Turn, material: NoticeMaterial) -> None:
    if material.blank_form:
        turn.say("material_form", name=material.name, form=material.blank_form)
        return
    if material.necessity is Necessity.LATER:
        turn.say("material_later", name=material.name)
    elif material.promise_instead:
        turn.say("material_promise", name=material.name)
    else:
        if how := material.filling or material.standard:
            turn.say("material_how", name=material.name, how=how)
        if material.necessity is Necessity.REQUIRED:
            turn.say("material_stops", name=material.name)
