"""``intake catalogue check --laws FOLDER``: the citations of a catalogue held against a collection of laws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from intake import console
from intake.problems import Problem
from knowledge.base.faults import Fault
from knowledge.catalogue.affair import Catalogue
from knowledge.laws.citations import told_uses, uses
from knowledge.laws.collection import read_laws
from knowledge.laws.operations import operations_not_cited
from knowledge.laws.register import Register, changed_number, read_documents
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
    register: Register
    today: date

    @property
    def wrong(self) -> list[Finding]:
        return self.of(Standing.WRONG)

    def of(self, standing: Standing) -> list[Finding]:
        return [one for one in self.findings if one.standing is standing]

    @property
    def unregistered(self) -> list[str]:
        """Cited documents that the register does not have."""
        return sorted({one.use.basis.law for one in self.findings} - set(self.register))

    @property
    def old_checks(self) -> list[str]:
        """Cited documents whose check is more than 180 days old."""
        return [name for name in self._cited() if self.register[name].is_check_old(self.today)]

    @property
    def never_checked(self) -> list[str]:
        """Cited documents whose text nobody has had at hand."""
        return [name for name in self._cited() if self.register[name].checked is None]

    @property
    def renumbered(self) -> dict[str, str]:
        """Citations out of date in their order number alone, with the present number."""
        found = ((one.use.basis, changed_number(one.use.basis, self.register)) for one in self.findings)
        return {str(basis): number for basis, number in found if number}

    def _cited(self) -> list[str]:
        return sorted({one.use.basis.law for one in self.findings} & set(self.register))

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
            "unregistered": len(self.unregistered),
            "checks_old": len(self.old_checks),
            "never_checked": len(self.never_checked),
            "renumbered": len(self.renumbered),
        }


_FIGURES = {
    Standing.SPEAKS: "speaks",
    Standing.REVIEWED: "reviewed",
    Standing.LOW: "low",
    Standing.UNVERIFIED: "unverified",
    Standing.WRONG: "wrong",
}


def hold_against(
    catalogue: Catalogue, folder: Path, laws: Sequence[Path], record: bool = False, today: date | None = None
) -> LawReport:
    """Check every citation; with ``record`` write what was verified into the catalogue's folder.

    Args:
        laws: Folders of texts, read as one collection.
        today: By which documents are in force and checks are old; the present day where left out.

    Raises:
        Problem: The collection has none of the cited laws.
        CatalogueFaults: The reviews or the register cannot be read.
    """
    day = today or date.today()
    missing = [str(one) for one in laws if not one.is_dir()]
    if missing:
        raise Problem(f"没有文件夹 {'、'.join(missing)}。请写出法规库的位置。")
    cited, told = list(uses(catalogue)), list(told_uses(catalogue))
    texts = read_laws(laws, {use.basis.law for use in [*cited, *told]})
    if not texts:
        raise Problem(
            f"文件夹 {'、'.join(map(str, laws))} 里没有一部引用到的法律法规。文件应是「名称(日期).md」。"
        )
    faults: list[Fault] = []
    reviews, register = read_reviews(folder, faults), read_documents(folder, faults)
    findings = check_citations(cited, texts, reviews, register, day)
    if record:
        write_record(folder, verified(findings))
    findings += [
        one
        for one in check_citations(told, texts, register=register, today=day)
        if one.standing is Standing.WRONG
    ]
    return LawReport(
        findings,
        unused_reviews(findings, reviews),
        operations_not_cited(catalogue.items, findings),
        faults,
        register,
        day,
    )


def as_data(report: LawReport) -> dict[str, Any]:
    """The report as plain data."""
    return {
        **report.figures(),
        "threshold": ENOUGH,
        "findings": [_row(one) for one in report.findings if one.standing is not Standing.SPEAKS],
        "operations_unspoken": report.operations,
        "reviews_unused": report.unused,
        "documents_unregistered": report.unregistered,
        "documents_checked_long_ago": report.old_checks,
        "documents_never_checked": report.never_checked,
        "citations_renumbered": report.renumbered,
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
        f"待复核（材料的依据没有人复核过，或者用词重合低于{ENOUGH}）",
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
    for title, listed in (
        ("依据没有说到这种操作的事项", report.operations),
        ("用不上的复核", report.unused),
        ("引用了，登记册（documents.yaml）里没有的", report.unregistered),
        ("核对已经超过180天的", report.old_checks),
        ("登记了，还没有核对过原文的", report.never_checked),
    ):
        if listed:
            console.table(title, ["名称"], [(one,) for one in listed])
    if report.renumbered:
        console.table("只是换了文号", ["依据", "现在的文号"], list(report.renumbered.items()))
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
