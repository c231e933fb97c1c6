"""All national records of one case, each checked against the standard before it leaves the house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from api.ratings.models import RatingRow
from knowledge.exchange import records
from knowledge.exchange.codes import RATING_CHANNEL
from knowledge.exchange.fields import ExchangeFault, Record, faults
from knowledge.exchange.records import CaseData
from knowledge.privacy.contact_data import masked
from knowledge.privacy.kinds import Personal

KINDS: dict[str, str] = {
    "application": "办事申请",
    "material": "申请材料",
    "accept": "事项受理",
    "process": "事项办理",
    "special": "特别程序",
    "result": "事项办结",
    "rating": "绩效评价",
}
"""Records in the order of a procedure, with the standard's names."""

_RATED_ON = {"web": "1", "wechat": "2", "window": "4"}


@dataclass(frozen=True)
class Checked:
    """A record and everything that is wrong with it."""

    kind: str
    record: Record
    faults: tuple[ExchangeFault, ...]


def records_of(
    case: CaseData, ratings: Sequence[RatingRow], kinds: Sequence[str] = tuple(KINDS)
) -> Iterator[Checked]:
    """The records of these kinds that the case has by now."""
    for kind in kinds:
        for record in _of_kind(kind, case, ratings):
            yield Checked(kind, record, faults(kind, record))


def masked_records(records: Sequence[Checked], contact: Mapping[str, str]) -> list[Checked]:
    """The records with the applicant's data masked, as every screen of the staff shows them; the faults stay those of the data."""
    hidden = {value: masked(Personal(kind), value) for kind, value in contact.items()}
    return [
        replace(one, record={name: hidden.get(str(value), value) for name, value in one.record.items()})
        for one in records
    ]


def _of_kind(kind: str, case: CaseData, ratings: Sequence[RatingRow]) -> Sequence[Record]:
    if kind == "material":
        return records.material_records(case)
    if kind == "process":
        return records.process_records(case)
    if kind == "special":
        return records.special_records(case)
    if kind == "rating":
        return [_rating(row) for row in ratings]
    make = {
        "application": records.application_record,
        "accept": records.accept_record,
        "result": records.result_record,
    }[kind]
    record = make(case)
    return [record] if record else []


def _rating(row: RatingRow) -> Record:
    channel = RATING_CHANNEL.label(_RATED_ON.get(row.channel, "2"))
    return records.rating_record(row.case_number, row.grade, channel, row.at, row.times, row.text)
