"""How the result may come to the applicant: at the window, by post, at a place that he chooses (选地取件), as its items allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import Field

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.delivery import DeliveryWay
from knowledge.cases.record.facts import CaseFacts

_SAID = {"窗口领取": DeliveryWay.COUNTER, "邮寄": DeliveryWay.POST, "选地取件": DeliveryWay.PLACE}
"""The words of the catalogue; an electronic certificate and a bank transfer come by themselves."""

_LABELS = {
    DeliveryWay.COUNTER: ("到窗口领取", "带身份证和办件编号到受理窗口取。"),
    DeliveryWay.POST: ("邮寄", "寄到您填的地址。快递费由收件人付，按快递公司的标准，没有说明免费的都要付。"),
    DeliveryWay.PLACE: ("就近取件", "选一个便民服务中心取。"),
}


class ResultWay(Frozen, json_schema_serialization_defaults_required=True):
    """One way, with what to know of it."""

    way: DeliveryWay = Field(description="counter 到窗口领取、post 邮寄、place 就近取件")
    label: str = Field(description="叫什么")
    note: str = Field(description="要带什么、要不要钱")
    needs_address: bool = Field(default=False, description="要填联系地址")
    places: tuple[str, ...] = Field(default=(), description="可以选的地点；不用选的为空")


def ways_of(deliveries: Iterable[Sequence[str]], places: Sequence[str]) -> tuple[ResultWay, ...]:
    """The ways that every item with a paper result allows; none where nothing is fetched or sent.

    Args:
        deliveries: 送达方式 of each item.
        places: Names of the places where results may be fetched.
    """
    allowed = [{_SAID[word] for word in words if word in _SAID} for words in deliveries]
    fetched = [ways for ways in allowed if ways]
    if not fetched:
        return ()
    common = set.intersection(*fetched)
    return tuple(
        ResultWay(
            way=way,
            label=label,
            note=note,
            needs_address=way is DeliveryWay.POST,
            places=tuple(places) if way is DeliveryWay.PLACE else (),
        )
        for way, (label, note) in _LABELS.items()
        if way in common and (way is not DeliveryWay.PLACE or places)
    )


def wish_said(facts: CaseFacts) -> str:
    """What the applicant chose, in a sentence; empty where nothing was chosen."""
    if not facts.result_way:
        return ""
    label = _LABELS[DeliveryWay(facts.result_way)][0]
    return f"{label}：{facts.result_place}" if facts.result_place else label
