"""The centre's own words for the places of an answer: taken from what ``local.yaml`` says, so that no text names them."""

from __future__ import annotations

from knowledge.answers.answer import places_in
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.window import Site, Window, WindowKind, opening_text

SITE, ADDRESS, HOURS, PHONE, SUPERVISE = "中心名称", "中心地址", "开放时间", "中心电话", "监督电话"
HOW_TO_GET_THERE, FLOORS, TEMPORARY_WINDOWS = "乘车路线", "各楼层窗口", "临时窗口"
SUB_CENTRES, TOWNSHIPS = "分中心", "乡镇中心"

PLACES = (
    SITE,
    ADDRESS,
    HOURS,
    PHONE,
    SUPERVISE,
    HOW_TO_GET_THERE,
    FLOORS,
    TEMPORARY_WINDOWS,
    SUB_CENTRES,
    TOWNSHIPS,
)
"""The places that follow from sites, windows and departments; every fact of ``local.yaml`` is one beside these."""


def centre_site(catalogue: Catalogue) -> Site:
    """The building that stands for the centre: where the unified windows (综合窗口) are.

    Raises:
        ValueError: The catalogue has no unified window.
    """
    unified = next(
        (window for window in catalogue.windows.values() if window.kind is WindowKind.UNIFIED), None
    )
    if unified is None or unified.site not in catalogue.sites:
        raise ValueError("没有综合窗口，不知道哪一处是中心")
    return catalogue.sites[unified.site]


def local_words(catalogue: Catalogue, department: str, window: Window | None = None) -> dict[str, str]:
    """What stands in each place of an answer that ``department`` owns; empty where the centre has none.

    Args:
        window: Of which is spoken in the place of the centre: its building, hours and phone.

    Raises:
        ValueError: The catalogue has no unified window.
    """
    centre = centre_site(catalogue)
    site = catalogue.sites[window.site] if window else centre
    owner = catalogue.departments.get(department)
    return {
        SITE: site.name,
        ADDRESS: site.address,
        HOURS: opening_text((window and window.hours) or site.hours),
        PHONE: (window and window.phone) or site.phone,
        SUPERVISE: owner.supervise if owner else "",
        HOW_TO_GET_THERE: site.how_to_get_there,
        FLOORS: _floors(catalogue, centre),
        TEMPORARY_WINDOWS: "、".join(
            f"{temporary.name}（{opening_text(temporary.hours)}）"
            for temporary in _of_kind(catalogue, WindowKind.TEMPORARY)
            if temporary.hours
        ),
        SUB_CENTRES: _sites(catalogue, WindowKind.SUB_CENTRE, with_address=True),
        TOWNSHIPS: _sites(catalogue, WindowKind.TOWNSHIP, with_address=False),
        **{name: fact.text for name, fact in catalogue.facts.items()},
    }


def is_example(text: str, catalogue: Catalogue, department: str) -> bool:
    """Whether a text says something of the centre that is only the shipped example (示例)."""
    places = set(places_in(text))
    owner = catalogue.departments.get(department)
    if SUPERVISE in places and owner is not None and owner.example:
        return True
    if places & (set(PLACES) - {SUPERVISE}) and centre_site(catalogue).example:
        return True
    return any(catalogue.facts[name].example for name in places & set(catalogue.facts))


def _of_kind(catalogue: Catalogue, kind: WindowKind) -> list[Window]:
    return [window for window in catalogue.windows.values() if window.kind is kind]


def _floors(catalogue: Catalogue, site: Site) -> str:
    """``1楼综合受理；2楼市场监管、民政``: names without 窗口, as on the board in the hall."""
    by_floor: dict[str, list[str]] = {}
    for window in catalogue.windows.values():
        if window.site == site.id and window.floor and window.kind is not WindowKind.TEMPORARY:
            by_floor.setdefault(window.floor, []).append(window.name.removesuffix("窗口"))
    return "；".join(f"{floor}{'、'.join(names)}" for floor, names in sorted(by_floor.items()))


def _sites(catalogue: Catalogue, kind: WindowKind, *, with_address: bool) -> str:
    ids = dict.fromkeys(window.site for window in _of_kind(catalogue, kind))
    sites = [catalogue.sites[site] for site in ids if site in catalogue.sites]
    return "、".join(f"{site.name}（{site.address}）" if with_address else site.name for site in sites)
