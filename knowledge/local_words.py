"""The centre's own words for the places of an answer: taken from windows and departments, so that no text names them."""

from __future__ import annotations

from knowledge.affair import Catalogue
from knowledge.window import Site, Window, WindowKind, opening_text

PLACES = {
    "site": "中心名称",
    "address": "中心地址",
    "hours": "中心开放时间",
    "phone": "中心电话",
    "supervise": "负责部门的监督电话",
    "how_to_get_there": "怎么来",
    "floors": "各楼层的窗口",
    "temporary_windows": "临时窗口和开放的日子",
    "sub_centres": "分中心和地址",
    "townships": "乡镇便民服务中心",
}
"""Every place that a text may have, with what it stands for."""


def centre_site(catalogue: Catalogue) -> Site:
    """The building that stands for the centre: where the unified windows (综合窗口) are.

    Raises:
        ValueError: The catalogue has no unified window.
    """
    unified = next(
        (window for window in catalogue.windows.values() if window.kind is WindowKind.UNIFIED), None
    )
    if unified is None or unified.site not in catalogue.sites:
        raise ValueError("windows.yaml 里没有综合窗口，不知道哪一处是中心")
    return catalogue.sites[unified.site]


def local_words(catalogue: Catalogue, department: str) -> dict[str, str]:
    """What stands in each place of an answer that ``department`` owns; empty where the centre has none.

    Raises:
        ValueError: The catalogue has no unified window.
    """
    site = centre_site(catalogue)
    owner = catalogue.departments.get(department)
    return {
        "site": site.name,
        "address": site.address,
        "hours": opening_text(site.hours),
        "phone": site.phone,
        "supervise": owner.supervise if owner else "",
        "how_to_get_there": site.how_to_get_there,
        "floors": _floors(catalogue, site),
        "temporary_windows": "、".join(
            f"{window.name}（{opening_text(window.hours)}）"
            for window in _of_kind(catalogue, WindowKind.TEMPORARY)
            if window.hours
        ),
        "sub_centres": _sites(catalogue, WindowKind.SUB_CENTRE, with_address=True),
        "townships": _sites(catalogue, WindowKind.TOWNSHIP, with_address=False),
    }


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
