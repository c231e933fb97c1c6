from datetime import date
from pathlib import Path

import pytest

from knowledge.base.basis import Basis
from knowledge.base.faults import Fault
from knowledge.laws.citations import Use
from knowledge.laws.collection import Law, articles_of
from knowledge.laws.register import Document, Earlier, changed_number, read_documents, refusal
from knowledge.laws.verification import Standing, check_citations

TODAY = date(2026, 11, 30)
REGISTER = {
    "旧条例": Document(replaced_by="新法", replaced_on=date(2026, 7, 1), source="新法第九条"),
    "将废条例": Document(replaced_by="新法", replaced_on=date(2027, 1, 1), source="新法第九条"),
    "示例办法": Document(
        number="示例部令第9号，2024年",
        version=date(2024, 5, 1),
        earlier=(Earlier(number="示例部令第2号，2019年"), Earlier(number="示例部令第8号", only_number=True)),
        checked=date(2026, 5, 1),
        source="公报",
    ),
    "示例条例": Document(version=date(2025, 4, 6), checked=TODAY, source="公报"),
}


def refused(citation: str) -> str:
    return refusal(Basis.parse(citation), REGISTER, TODAY)


class TestRefusal:
    def test_repealed(self) -> None:
        assert refused("《旧条例》第一条") == "2026-07-01起由《新法》代替"

    def test_repeal_that_is_still_to_come(self) -> None:
        assert refused("《将废条例》第一条") == ""

    @pytest.mark.parametrize("document", ["示例部令第9号，2024年", "示例部令第9号，2024年发布"])
    def test_present_number(self, document: str) -> None:
        assert refused(f"《示例办法》（{document}）第一条") == ""

    def test_earlier_number(self) -> None:
        assert "旧文本" in refused("《示例办法》（示例部令第2号，2019年）第一条")

    def test_number_that_the_register_does_not_know(self) -> None:
        assert "登记的现行文号是" in refused("《示例办法》（示例部令第11号，2026年）第一条")

    def test_another_year(self) -> None:
        assert (
            refused("《示例办法》（示例部令第9号，2021年）第一条") == "引用写的是2021年，登记的文本是2024年的"
        )

    def test_only_the_number_changed(self) -> None:
        basis = Basis.parse("《示例办法》（示例部令第8号）第一条")
        assert refusal(basis, REGISTER, TODAY) == ""
        assert changed_number(basis, REGISTER) == "示例部令第9号，2024年"


class TestWithTheTexts:
    """The register and the collection of texts are held against each other, both ways."""

    def standing(self, version: date, in_force: date | None = None) -> tuple[Standing, str]:
        law = Law("示例条例", version, articles_of("第一条 开办示例店，申请许可。\n"), in_force)
        older = Law("示例条例", date(2003, 1, 1), articles_of("第一条 开办示例店，申请许可。\n"))
        use = Use(Basis.parse("《示例条例》第一条"), "a.new", "bases", "a.new", "示例店")
        (found,) = check_citations([use], {"示例条例": (law, older)}, None, REGISTER, TODAY)
        return found.standing, found.note

    def test_the_same_text(self) -> None:
        assert self.standing(date(2025, 4, 6))[0] is Standing.SPEAKS

    def test_the_collection_has_a_newer_one(self) -> None:
        standing, note = self.standing(date(2026, 4, 1))
        assert standing is Standing.WRONG
        assert "先改登记册" in note

    def test_a_newer_one_that_is_not_in_force_yet(self) -> None:
        assert self.standing(date(2026, 10, 1), date(2027, 1, 1))[0] is Standing.UNVERIFIED

    def test_the_collection_has_only_an_older_one(self) -> None:
        assert self.standing(date(2019, 4, 1))[0] is Standing.UNVERIFIED


class TestCheckedOn:
    @pytest.mark.parametrize(("day", "old"), [(date(2026, 10, 28), False), (date(2026, 10, 29), True)])
    def test_is_old_after_180_days(self, day: date, old: bool) -> None:
        assert REGISTER["示例办法"].is_check_old(day) is old


class TestFile:
    def test_faults_name_lines(self, tmp_path: Path) -> None:
        (tmp_path / "documents.yaml").write_text(
            "示例条例: {version: 很久以前, source: 公报}\n", encoding="utf-8"
        )
        faults: list[Fault] = []
        assert read_documents(tmp_path, faults) == {}
        assert [fault.line for fault in faults] == [1]
