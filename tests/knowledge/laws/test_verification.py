from datetime import date
from functools import cache
from pathlib import Path

import pytest

from knowledge.base.basis import Basis
from knowledge.base.faults import Fault
from knowledge.base.shipped import CATALOGUE as SHIPPED
from knowledge.calendar.unit import Unit
from knowledge.laws.citations import Use, told_uses, uses
from knowledge.laws.collection import Law, articles_of, read_laws
from knowledge.laws.operations import operations_not_cited
from knowledge.laws.overlap import names_days, overlap
from knowledge.laws.register import read_documents
from knowledge.laws.review import Review, read_reviews
from knowledge.laws.verification import (
    Finding,
    Standing,
    check_citations,
    unused_reviews,
    verified,
)
from knowledge.laws.verified_yaml import read_record, write_record
from tests.shipped import shipped_catalogue

NEW = "第一条 开办示例店的，应当申请示例许可。\n\n第二条 行政机关应当自受理之日起二十日内作出决定。\n"
OLD = NEW + "\n第三条 示例许可证遗失的，申请补领。\n"
LAWS = {
    "示例条例": (
        Law("示例条例", date(2020, 1, 1), articles_of(NEW)),
        Law("示例条例", date(2010, 1, 1), articles_of(OLD)),
    )
}
SHARED = Path(__file__).parents[4] / "shared"
COLLECTION = (SHARED / "laws", SHARED / "laws-2026")
TODAY = date(2026, 11, 30)


def use(
    citation: str, matter: str = "示例许可", days: tuple[int, Unit] | None = None, about: str = "a.new"
) -> Use:
    return Use(Basis.parse(citation), about, "bases", about, matter, days)


def only(one: Use, reviews: dict[str, tuple[Review, ...]] | None = None) -> Finding:
    (finding,) = check_citations([one], LAWS, reviews)
    return finding


class TestStanding:
    def test_article_that_speaks_of_the_matter(self) -> None:
        finding = only(use("《示例条例》第一条"))
        assert (finding.standing, finding.overlap, finding.version) == (
            Standing.SPEAKS,
            1.0,
            date(2020, 1, 1),
        )

    def test_article_that_speaks_of_something_else(self) -> None:
        assert only(use("《示例条例》第二条")).standing is Standing.LOW

    def test_law_that_the_collection_does_not_have(self) -> None:
        assert only(use("《别的法》第一条")).standing is Standing.UNVERIFIED

    def test_newer_text_than_the_collection_has(self) -> None:
        finding = only(use("《示例条例》（国务院令第1号，2025年）第九条"))
        assert finding.standing is Standing.UNVERIFIED
        assert "2025年" in finding.note

    def test_article_that_never_was(self) -> None:
        finding = only(use("《示例条例》第九条"))
        assert finding.standing is Standing.WRONG
        assert finding.note == "没有第9条，现行文本共2条"

    def test_article_that_the_version_in_force_no_longer_has(self) -> None:
        assert only(use("《示例条例》第三条")).note == "没有第3条，2010年的旧文本才有"

    def test_paragraph_that_the_article_does_not_have(self) -> None:
        assert only(use("《示例条例》第一条第二款")).standing is Standing.WRONG

    def test_known_law_without_an_article(self) -> None:
        assert only(use("《示例条例》")).standing is Standing.WRONG

    @pytest.mark.parametrize(
        ("days", "standing"), [(20, Standing.SPEAKS), (10, Standing.LOW), (2, Standing.LOW)]
    )
    def test_time_limit_must_stand_in_the_text(self, days: int, standing: Standing) -> None:
        assert only(use("《示例条例》第二条", "示例许可", (days, Unit.WORKING_DAY))).standing is standing


class TestPaper:
    """A citation about a material: the same words are not enough, a person has read the article once."""

    PAPER = Use(
        Basis.parse("《示例条例》第一条"), "a.new", "materials.form", "form", "示例许可", is_of_a_paper=True
    )

    def test_words_alone_do_not_carry_it(self) -> None:
        assert only(self.PAPER).standing is Standing.LOW

    def test_a_review_does(self) -> None:
        review = Review(of=("form",), speaks="申请示例许可", why="申请用它")
        assert only(self.PAPER, {"《示例条例》第一条": (review,)}).standing is Standing.REVIEWED


REVIEWS = {"《示例条例》第二条": (Review(of=("a.new",), speaks="作出决定", why="决定的依据"),)}


class TestReview:
    def test_counts_while_its_words_stand_in_the_article(self) -> None:
        assert only(use("《示例条例》第二条"), REVIEWS).standing is Standing.REVIEWED

    def test_falls_when_the_words_are_gone(self) -> None:
        gone = {"《示例条例》第二条": (Review(of=("a.new",), speaks="当场决定", why="旧文本"),)}
        finding = only(use("《示例条例》第二条"), gone)
        assert finding.standing is Standing.LOW
        assert "当场决定" in finding.note

    def test_is_of_one_matter_only(self) -> None:
        assert only(use("《示例条例》第二条", about="b.new"), REVIEWS).standing is Standing.LOW

    def test_unused_ones_are_listed(self) -> None:
        findings = check_citations([use("《示例条例》第一条")], LAWS, REVIEWS)
        assert unused_reviews(findings, REVIEWS) == ["《示例条例》第二条 a.new"]

    def test_file_with_faults_names_lines(self, tmp_path: Path) -> None:
        (tmp_path / "reviews.yaml").write_text(
            "示例条例第二条:\n  - {of: [a], speaks: 决定, why: 因为}\n", encoding="utf-8"
        )
        faults: list[Fault] = []
        assert read_reviews(tmp_path, faults) == {}
        assert [fault.line for fault in faults] == [1]


class TestRecord:
    def test_verified_only_where_every_use_is(self) -> None:
        findings = check_citations([use("《示例条例》第一条"), use("《示例条例》第一条", "别的事情")], LAWS)
        assert verified(findings) == {}

    def test_written_and_read_back(self, tmp_path: Path) -> None:
        findings = check_citations([use("《示例条例》第一条")], LAWS)
        write_record(tmp_path, verified(findings))
        assert read_record(tmp_path) == {"《示例条例》第一条"}

    def test_nothing_recorded_yet(self, tmp_path: Path) -> None:
        assert read_record(tmp_path) == frozenset()


class TestOverlap:
    def test_share_of_characters_in_shared_pairs(self) -> None:
        assert overlap("食品经营许可", "从事食品销售，经营者应当取得许可") == 1.0
        assert overlap("食品经营许可", "依法取得许可") == 0.33

    def test_words_of_every_paper_carry_nothing(self) -> None:
        assert overlap("示例申请表", "填写申请表") == 0.0

    @pytest.mark.parametrize("text", ["20日内", "二十日内", "二十个工作日"])
    def test_days_in_figures_and_numerals(self, text: str) -> None:
        assert names_days(20, Unit.WORKING_DAY, text)

    def test_twenty_is_not_in_a_hundred_and_twenty(self) -> None:
        assert not names_days(20, Unit.WORKING_DAY, "一百二十日")


class TestOperations:
    def test_shipped_items_cite_what_speaks_of_their_operation(self) -> None:
        catalogue = shipped_catalogue()
        assert operations_not_cited(catalogue.items, _findings()) == []


@cache
def _findings() -> list[Finding]:
    if not all(folder.is_dir() for folder in COLLECTION):
        pytest.skip("没有法规库，不核对引用的依据")
    faults: list[Fault] = []
    cited = list(uses(shipped_catalogue()))
    reviews, register = read_reviews(SHIPPED, faults), read_documents(SHIPPED, faults)
    assert faults == []
    texts = read_laws(COLLECTION, {one.basis.law for one in cited})
    return check_citations(cited, texts, reviews, register, TODAY)


class TestShippedCatalogue:
    def test_no_citation_is_wrong_and_every_low_one_was_reviewed(self) -> None:
        listed = [
            (str(one.use.basis), one.use.about, one.note)
            for one in _findings()
            if one.standing in (Standing.WRONG, Standing.LOW)
        ]
        assert listed == []

    def test_record_is_up_to_date(self) -> None:
        assert read_record(SHIPPED) == frozenset(verified(_findings()))

    def test_every_cited_document_is_in_the_register(self) -> None:
        cited = {one.basis.law for one in (*uses(shipped_catalogue()), *told_uses(shipped_catalogue()))}
        assert cited - set(read_documents(SHIPPED, [])) == set()
