"""``intake catalogue check --laws FOLDER``: the citations of a catalogue held against a collection of laws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake import console
from intake.problems import Problem
from knowledge.base.faults import Fault
from knowledge.catalogue.affair import Catalogue
from knowledge.laws.citations import told_uses, uses
from knowledge.laws.collection import read_laws
from knowledge.laws.operations import operations_not_cited
from knowledge.laws.review import read_reviews
from knowledge.laws.verification import (
    ENOUGH,
    Finding,
    Standing,
    check_citations,
    unused_reviews,
    verified,
)
from knowledge.laws.verified_yaml import write_record


@dataclass(frozen=True)
class LawReport:
    """What the check found."""

    findings: list[Finding]
    unused: list[str]
    operations: list[str]
    faults: list[Fault]

    @property
    def wrong(self) -> list[Finding]:
        return self.of(Standing.WRONG)

    def of(self, standing: Standing) -> list[Finding]:
        return [one for one in self.findings if one.standing is standing]

    def figures(self) -> dict[str, Any]:
        """Counts of citations where they stand, of distinct citations, and of laws."""
        counts = Counter(one.standing for one in self.findings)
        known = {one.use.basis.law for one in self.findings if one.version}
        return {
            "citations": len(self.findings),
            **{_FIGURES[standing]: counts[standing] for standing in Standing},
            "bases": len({str(one.use.basis) for one in self.findings}),
            "bases_verified": len(verified(self.findings)),
            "laws_known": len(known),
            "laws_unknown": len({one.use.basis.law for one in self.findings} - known),
            "without_article": len(
                {str(one.use.basis) for one in self.findings if not one.use.basis.articles}
            ),
        }


_FIGURES = {
    Standing.SPEAKS: "speaks",
    Standing.REVIEWED: "reviewed",
    Standing.LOW: "low",
    Standing.UNVERIFIED: "unverified",
    Standing.WRONG: "wrong",
}


def hold_against(catalogue: Catalogue, folder: Path, laws: Path, record: bool = False) -> LawReport:
    """Check every citation; with ``record`` write what was verified into the catalogue's folder.

    Raises:
        Problem: The collection has none of the cited laws.
        CatalogueFaults: The reviews cannot be read.
    """
    if not laws.is_dir():
        raise Problem(f"没有文件夹 {laws}。请写出法规库的位置。")
    cited, told = list(uses(catalogue)), list(told_uses(catalogue))
    texts = read_laws(laws, {use.basis.law for use in [*cited, *told]})
    if not texts:
        raise Problem(f"文件夹 {laws} 里没有一部引用到的法律法规。文件应是「名称(日期).md」。")
    faults: list[Fault] = []
    reviews = read_reviews(folder, faults)
    findings = check_citations(cited, texts, reviews)
    if record:
        write_record(folder, verified(findings))
    findings += [one for one in check_citations(told, texts) if one.standing is Standing.WRONG]
    return LawReport(
        findings, unused_reviews(findings, reviews), operations_not_cited(catalogue.items, findings), faults
    )


def as_data(report: LawReport) -> dict[str, Any]:
    """The report as plain data."""
    return {
        **report.figures(),
        "threshold": ENOUGH,
        "findings": [_row(one) for one in report.findings if one.standing is not Standing.SPEAKS],
        "operations_unspoken": report.operations,
        "reviews_unused": report.unused,
        "review_faults": [str(fault) for fault in report.faults],
    }


def _row(one: Finding) -> Mapping[str, Any]:
    return {
        "standing": one.standing.value,
        "basis": str(one.use.basis),
        "record": one.use.record,
        "field": one.use.field,
        "about": one.use.about,
        "matter": one.use.matter,
        "overlap": one.overlap,
        "version": one.version.isoformat() if one.version else None,
        "note": one.note,
    }


def show(report: LawReport) -> None:
    """Print the report as tables: wrong and low ones in full, unverified ones by law."""
    figures = report.figures()
    console.table("引用有误", ["依据", "在哪里", "为什么"], [_wrong(one) for one in report.wrong])
    console.table(
        f"待复核（用词重合低于{ENOUGH}）",
        ["依据", "在哪里", "说的是", "重合", "备注"],
        [
            (one.use.basis, f"{one.use.record} {one.use.field}", one.use.matter, one.overlap, one.note)
            for one in report.of(Standing.LOW)
        ],
    )
    unknown = Counter((one.use.basis.law, one.note) for one in report.of(Standing.UNVERIFIED))
    console.table(
        "无法核实",
        ["名称", "处数", "为什么"],
        [
            (law, count, note)
            for (law, note), count in sorted(unknown.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
    )
    for title, listed in (("依据没有说到这种操作的事项", report.operations), ("用不上的复核", report.unused)):
        if listed:
            console.table(title, ["编号"], [(one,) for one in listed])
    for fault in report.faults:
        console.say(str(fault))
    console.say(
        f"引用{figures['citations']}处：核实{figures['speaks']}处，复核过{figures['reviewed']}处，"
        f"待复核{figures['low']}处，无法核实{figures['unverified']}处，有误{figures['wrong']}处。"
    )
    console.say(
        f"不同的依据{figures['bases']}条，核实{figures['bases_verified']}条，没有写到条的{figures['without_article']}条。"
        "用词重合是事项或材料名称里的字，有多少成对地出现在所引的条款里。"
    )


def _wrong(one: Finding) -> tuple[object, ...]:
    return one.use.basis, f"{one.use.record} {one.use.field}", one.note
