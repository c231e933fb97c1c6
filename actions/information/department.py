"""Phone and place of a department that is asked for by its name or nickname (教育局电话多少, 工商局在哪)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actions.guide.open_question import pick_up
from actions.information.centre import told_window
from actions.turn import Turn
from api.catalogue.schemas import DepartmentView
from api.windows.schemas import WindowView
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.department_words import asks_to_complain, asks_to_reach, department_subjects

_IN_HERE = re.compile("几楼|哪一?层|楼上|楼下|几号窗口?|哪个窗口")
"""Who asks for a floor asks for the department's window, and not for a part of it elsewhere."""


async def told_department(turn: Turn) -> bool:
    """Tell a department's phone and its windows where the sentence asks for nothing else."""
    if await told_window(turn):
        return True
    if not asks_to_reach(turn.text):
        return False
    department = named((await turn.api.departments()).departments, turn.text)
    if department is None or _is_elsewhere(department, turn.text):
        return False
    if asks_to_complain(turn.text) and department.supervise:
        turn.say(
            "department_supervise",
            department=department.name,
            supervise=department.supervise,
            phone=department.phone,
        )
    else:
        turn.say("department_phone", department=department.name, phone=department.phone)
    windows = _one_a_site((await turn.api.windows()).windows, department)
    for window in windows:
        turn.say("department_window", **_place(window))
    if any(window.example for window in windows):
        turn.say("library_example")
    pick_up(turn)
    return True


def _is_elsewhere(department: DepartmentView, text: str) -> bool:
    """Whether a place is asked for under a name that may be a part of the department with a place of its own: 车管所在哪."""
    if _IN_HERE.search(text):
        return False
    names = {department.name, department.short}
    return Aspect.PLACE in aspects_in(text) and not names & set(department_subjects(text))


def _one_a_site(windows: Iterable[WindowView], department: DepartmentView) -> list[WindowView]:
    """A window of the department at each of its places."""
    sites: dict[str, WindowView] = {}
    for window in windows:
        if department.name in window.departments:
            sites.setdefault(window.site, window)
    return list(sites.values())


def named(departments: Iterable[DepartmentView], text: str) -> DepartmentView | None:
    """The department that is all that the sentence speaks of, by any of its names."""
    subjects = set(department_subjects(text))
    return next((one for one in departments if subjects & {one.name, one.short, *one.says}), None)


def _place(window: WindowView) -> dict[str, str]:
    return {
        "site": window.site,
        "address": window.address,
        "window": f"{window.floor}{window.number}{window.name}",
        "hours": window.hours,
    }
