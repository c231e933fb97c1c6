"""Routing (窗口分派): which window receives an affair, and the rule that chose it.

The rules stand in the order of :data:`RULES`; the first that finds a window decides. Among equal windows that one rule finds, the one
that opens first and has fewest open cases is taken, where hours and load are known. 事项划转 takes effect by date before any rule
looks at departments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pydantic import Field

from knowledge.base.dates import day_text
from knowledge.base.frozen import Frozen
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.item import Audience, BusinessItem
from knowledge.catalogue.window import Window, WindowKind, opening_text
from knowledge.guidance.opening_hours import next_opening


class Route(Frozen, json_schema_serialization_defaults_required=True):
    """Where the applicant goes, complete for a notice."""

    window: str = Field(description="窗口的编号")
    number: str = Field(description="窗口上的号码")
    name: str = Field(description="窗口名称")
    site: str = Field(description="所在场所，例如 政务服务中心")
    floor: str = Field(description="楼层")
    address: str = Field(description="地址")
    phone: str = Field(description="电话")
    hours: str = Field(description="开放时间，一行文字")
    takes_appointments: bool = Field(description="可以预约")
    department: str = Field(description="承办部门的编号")
    rule: str = Field(description="选这个窗口的规则的代号")
    why: str = Field(description="为什么是这个窗口")
    example: bool = Field(default=False, description="地点、电话和时间是随附的示例")
    nearer: tuple[str, ...] = Field(
        default=(), description="事项已下放、还不知道申请人住哪里时：住在这些乡镇、街道的可以就近办；别的为空"
    )


@dataclass(frozen=True)
class Request:
    """What routing looks at.

    Attributes:
        place: Id of the applicant's township or street, where known.
        audience: Who applies; None where not known.
        on: The day for which is asked.
        load: Open cases of each window, for the choice among equal ones.
        standing_at: Windows of the officer before whom the applicant stands; any of them that takes the item is taken.
        at: The moment, for the choice by hours; with ``calendar``.
    """

    affair: Affair
    on: date
    place: str | None = None
    audience: Audience | None = None
    load: Mapping[str, int] = field(default_factory=dict)
    at: datetime | None = None
    calendar: WorkCalendar | None = None
    standing_at: frozenset[str] = frozenset()

    @property
    def first_item(self) -> BusinessItem:
        return self.affair.parts[0].item

    def with_load(self, load: Mapping[str, int]) -> Request:
        """The same request, with the open cases of windows known."""
        return replace(self, load=load)


def route(request: Request, catalogue: Catalogue) -> Route | None:
    """The window, by the first rule that finds one; None where the catalogue has no windows that take it."""
    department = body_in_charge(request.first_item, request.on, catalogue)
    if (here := _where_they_stand(request, department, catalogue)) is not None:
        return _route(here[0], here[1], "您在这个窗口当面办理", department, catalogue)
    rule, found = _first_rule(request, department, catalogue)
    if not found:
        return None
    window, why = _chosen(found, request, catalogue)
    chosen = _route(window, rule, why, department, catalogue)
    return chosen.model_copy(update={"nearer": townships_nearer(request, catalogue)})


def townships_nearer(request: Request, catalogue: Catalogue) -> tuple[str, ...]:
    """The places whose own centre takes a delegated item, where it is not known yet in which of them the applicant lives."""
    if request.place or not _is_delegated(request):
        return ()
    served = {place for window in catalogue.windows.values() for place in window.places}
    return tuple(place.name for key, place in catalogue.places.items() if key in served)


def equal_windows(request: Request, catalogue: Catalogue) -> frozenset[str]:
    """The windows among which hours and load choose; one or none where there is nothing to choose."""
    department = body_in_charge(request.first_item, request.on, catalogue)
    _, found = _first_rule(request, department, catalogue)
    return frozenset(window.id for window, _ in _equal(found))


def _where_they_stand(request: Request, department: str, catalogue: Catalogue) -> tuple[Window, str] | None:
    """The window before which the applicant stands, where some rule would send there, and that rule's name."""
    if not request.standing_at:
        return None
    for rule in RULES:
        for window, _ in rule(request, department, catalogue):
            if window.id in request.standing_at and is_open_from(window, request.on):
                return window, rule.__name__
    return None


def _first_rule(
    request: Request, department: str, catalogue: Catalogue
) -> tuple[str, list[tuple[Window, str]]]:
    """The first rule that finds windows, by name, and what it found."""
    for rule in RULES:
        found = [
            (window, why)
            for window, why in rule(request, department, catalogue)
            if is_open_from(window, request.on)
        ]
        if found:
            return rule.__name__, found
    return "", []


def _equal(found: list[tuple[Window, str]]) -> list[tuple[Window, str]]:
    """Those that are like the first one: of its kind, at its site."""
    return [
        (window, said)
        for window, said in found
        if window.kind is found[0][0].kind and window.site == found[0][0].site
    ]


def _chosen(found: list[tuple[Window, str]], request: Request, catalogue: Catalogue) -> tuple[Window, str]:
    """Of the windows that a rule found, the best among those equal to the first; says so where that made the difference."""
    first, why = found[0]
    equal = _equal(found)
    if len(equal) == 1 or not (request.load or request.at):
        return first, why
    opens = {window.id: _opens(window, request, catalogue) for window, _ in equal}
    soonest = min(opens.values())
    open_first = [(window, said) for window, said in equal if opens[window.id] == soonest]
    window, why = min(open_first, key=lambda one: request.load.get(one[0].id, 0))
    if len(open_first) < len(equal):
        why += "；几个同样的窗口里，这个最早开放"
    if len({request.load.get(one.id, 0) for one, _ in open_first}) > 1:
        why += "；几个同样的窗口里，这个待办的最少"
    return window, why


def _opens(window: Window, request: Request, catalogue: Catalogue) -> date:
    """The day on which a window opens next; without hours to go by, all are alike."""
    if request.at is None or request.calendar is None:
        return request.on
    try:
        opening = next_opening(window, catalogue.sites[window.site], request.at, request.calendar)
    except (
        CalendarGap
    ):  # only the choice among equal windows depends on it, and an applicant is not sent away for that
        return date.max
    return opening.date() if opening else date.max


def body_in_charge(item: BusinessItem, on: date, catalogue: Catalogue) -> str:
    """The department that handles the item on a day, after the transfers (事项划转) in force by then."""
    department = item.department
    for transfer in sorted(catalogue.transfers, key=lambda transfer: transfer.effective):
        named = item.id in transfer.items or item.main in transfer.items
        if named and transfer.effective <= on and transfer.from_department == department:
            department = transfer.to_department
    return department


def body_of_case(item: BusinessItem, accepted_on: date | None, on: date, catalogue: Catalogue) -> str:
    """The department that a case belongs to: what was accepted stays where it was, everything else goes with the item."""
    return body_in_charge(item, accepted_on or on, catalogue)


def is_open_from(window: Window, on: date) -> bool:
    """Whether the window opens on that day or later; only temporary windows with dates can be over."""
    return not window.open_dates or max(window.open_dates) >= on


Found = Iterator[tuple[Window, str]]
Rule = Callable[[Request, str, Catalogue], Found]


def bundle_lead(request: Request, department: str, catalogue: Catalogue) -> Found:
    """A life-cycle bundle goes to the window that leads bundles."""
    if request.affair.is_bundle:
        for window in catalogue.windows.values():
            if window.bundles:
                yield window, "一件事由综合窗口统一收件，再分送各部门"


def delegated_to_township(request: Request, department: str, catalogue: Catalogue) -> Found:
    """Natural-person items that are delegated are done in the applicant's own township."""
    if _is_delegated(request) and request.place:
        for window in catalogue.windows.values():
            if request.place in window.places:
                place, site = catalogue.places[request.place], catalogue.sites[window.site].name
                where = "" if any(name in site for name in (place.name, *place.says)) else f"由{site}"
                yield window, f"这个事项已下放到乡镇，{place.name}的申请人{where}就近办理，不用到县里"


DELEGATED_RULE = delegated_to_township.__name__
"""The rule by which the applicant's own township was found."""


def _is_delegated(request: Request) -> bool:
    item = request.first_item
    natural = request.audience in (None, Audience.NATURAL) and Audience.NATURAL in item.audience
    return item.delegated and natural and not request.affair.is_bundle


def transferred_item(request: Request, department: str, catalogue: Catalogue) -> Found:
    """A transfer that is in force and names its window; of several the latest."""
    item = request.first_item
    for transfer in sorted(catalogue.transfers, key=lambda transfer: transfer.effective, reverse=True):
        named = item.id in transfer.items or item.main in transfer.items
        if not named or transfer.effective > request.on or transfer.to_department != department:
            continue
        if window := catalogue.windows.get(transfer.to_window):
            yield window, f"从{day_text(transfer.effective)}起由这个窗口受理（{transfer.document}）"
        return


def named_item(request: Request, department: str, catalogue: Catalogue) -> Found:
    """A window that names the item or its main item: sub-centres and windows for one matter."""
    item = request.first_item
    for window in catalogue.windows.values():
        if item.id in window.items or item.main in window.items:
            yield window, f"{item.main_name}由{window.name}专门受理"


def department_window(request: Request, department: str, catalogue: Catalogue) -> Found:
    """The window of the department in charge; a permanent one before a temporary one."""
    windows = [w for w in catalogue.windows.values() if department in w.departments]
    for window in sorted(windows, key=lambda w: w.kind is WindowKind.TEMPORARY):
        name = catalogue.department_name(department)
        if window.kind is WindowKind.TEMPORARY:
            yield window, f"这个事项由{name}办理，在临时窗口按开放时间受理"
        else:
            yield window, f"这个事项由{name}办理"


def unified(request: Request, department: str, catalogue: Catalogue) -> Found:
    """Whatever has no window of its own is received by the unified window.

    Imported items are those of another platform: unless a window here takes them by name or department, they are done where their
    source says.
    """
    if request.first_item.origin == "imported":
        return
    for window in catalogue.windows.values():
        if window.kind is WindowKind.UNIFIED:
            yield window, f"{catalogue.department_name(department)}没有单设窗口，由综合窗口统一受理"


RULES: tuple[Rule, ...] = (
    bundle_lead,
    delegated_to_township,
    transferred_item,
    named_item,
    department_window,
    unified,
)

RULE_NAMES: dict[str, str] = {
    bundle_lead.__name__: "一件事的窗口",
    delegated_to_township.__name__: "下放到乡镇",
    transferred_item.__name__: "划转到的窗口",
    named_item.__name__: "专门受理的窗口",
    department_window.__name__: "部门的窗口",
    unified.__name__: "综合窗口",
}
"""What the rules are called."""


def route_to(window: str, department: str, rule: str, why: str, catalogue: Catalogue) -> Route:
    """The route to a window that somebody chose."""
    return _route(catalogue.windows[window], rule, why, department, catalogue)


def _route(window: Window, rule: str, why: str, department: str, catalogue: Catalogue) -> Route:
    site = catalogue.sites[window.site]
    return Route(
        window=window.id,
        **catalogue.place_of(window),
        hours=opening_text(window.hours or site.hours),
        takes_appointments=window.takes_appointments,
        department=department,
        rule=rule,
        why=why,
        example=site.example,
    )
