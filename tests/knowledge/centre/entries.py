"""Entries of the tests, as the desk sends them."""

from __future__ import annotations

from typing import Any

YEAR_2027: dict[str, Any] = {
    "kind": "holidays",
    "year": 2027,
    "notice": "国办发明电〔2026〕8号",
    "days_off": [
        {"name": "元旦", "first": "2027-01-01", "last": "2027-01-03"},
        {"name": "春节", "first": "2027-02-05", "last": "2027-02-11"},
        {"name": "清明节", "first": "2027-04-03", "last": "2027-04-05"},
        {"name": "劳动节", "first": "2027-05-01", "last": "2027-05-05"},
        {"name": "端午节", "first": "2027-06-09", "last": "2027-06-09"},
        {"name": "中秋节", "first": "2027-09-15", "last": "2027-09-15"},
        {"name": "国庆节", "first": "2027-10-01", "last": "2027-10-07"},
    ],
    "working": ["2027-02-14", "2027-05-08", "2027-09-26", "2027-10-09"],
}


def closure(**fields: Any) -> dict[str, Any]:
    said = {"kind": "closure", "begins": "2026-11-24T10:00", "ends": "2026-11-24T14:00", "text": "线路检修。"}
    return said | fields
