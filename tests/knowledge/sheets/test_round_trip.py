"""Policy: whatever a catalogue holds comes back from the workbook as it was, and nothing in it runs as a formula."""

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from knowledge.base.basis import Basis
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.condition import All, Any_, Condition, Is, Not
from knowledge.sheets.condition_text import condition_of, text_of
from knowledge.sheets.reading import read_workbook
from knowledge.sheets.tables import CHILDREN, RECORDS, TABLES, TRANSFERS
from knowledge.sheets.writing import write_workbook

NAMES = some.text(some.characters(codec="utf-8"), min_size=1, max_size=8)
ODD = some.text(some.characters(codec="utf-8"), max_size=30)
CONDITIONS = some.recursive(
    some.builds(Is, question=NAMES, values=some.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    lambda inner: some.one_of(
        some.builds(All, all=some.lists(inner, max_size=3).map(tuple)),
        some.builds(Any_, any=some.lists(inner, max_size=3).map(tuple)),
        some.builds(Not, not_=inner),
    ),
    max_leaves=6,
)


def there_and_back(catalogue: Catalogue) -> Catalogue:
    read, faults = read_workbook(write_workbook(catalogue))
    assert faults == []
    assert read is not None
    return replace(read, version=catalogue.version)


class TestShippedCatalogue:
    def test_comes_back_as_it_was(self, shipped: Catalogue) -> None:
        read = there_and_back(shipped)
        for table in RECORDS:
            assert list(getattr(read, table.member).items()) == list(getattr(shipped, table.member).items())
        assert read == shipped

    def test_every_field_of_every_record_has_a_column(self) -> None:
        for table in (*RECORDS, TRANSFERS, *(child for listed in CHILDREN.values() for child in listed)):
            written = {column.field.split(".")[0] for column in table.columns}
            written |= (
                {child.member for child in CHILDREN.get(table.member, ())} if table in RECORDS else set()
            )
            # When a window is closed out of turn is entered at the desk.
            assert set(table.kind.model_fields) - {"id", "closed"} == written, table.sheet

    def test_headings_are_distinct(self) -> None:
        for table in TABLES:
            assert len(set(table.headings)) == len(table.headings)


class TestOddTexts:
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(texts=some.lists(ODD, min_size=1, max_size=4), one=ODD, name=NAMES)
    def test_any_text_in_any_kind_of_field(
        self, bare: Catalogue, texts: list[str], one: str, name: str
    ) -> None:
        catalogue = with_fields(bare, remarks=tuple(texts), source=one, name=name, aliases=tuple(texts))
        assert there_and_back(catalogue) == catalogue

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+8613",
            "-5",
            "@SUM(A1)",
            "'quoted",
            "（空）",
            " spaces ",
            "\t=1",
            "a\r\nb",
            "_x0041_",
            "\\n",
            "1.0",
            "true",
            "",
        ],
    )
    def test_texts_that_spreadsheets_spoil(self, bare: Catalogue, text: str) -> None:
        catalogue = with_fields(bare, remarks=(text, text), consult=text, level=text)
        assert there_and_back(catalogue) == catalogue

    def test_no_cell_is_a_formula(self, bare: Catalogue) -> None:
        evil = '=HYPERLINK("http://example.invalid","点这里")'
        book = openpyxl.load_workbook(
            io.BytesIO(write_workbook(with_fields(bare, remarks=(evil,), consult=evil)))
        )
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
        assert not [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[:1] in "=+-@"]

    def test_citation_that_cannot_be_read_back_as_text(self, bare: Catalogue) -> None:
        catalogue = with_fields(bare, bases=(Basis(law="没有括号的", document="(内(外))"),))
        assert there_and_back(catalogue) == catalogue

    def test_text_longer_than_a_cell_is_refused_by_name(self, bare: Catalogue) -> None:
        with pytest.raises(ValueError, match="备注"):
            write_workbook(with_fields(bare, remarks=("长" * 40_000,)))


class TestConditions:
    @settings(max_examples=300, deadline=None)
    @given(condition=CONDITIONS)
    def test_any_condition_comes_back(self, condition: Condition) -> None:
        assert condition_of(text_of(condition)) == condition

    @pytest.mark.parametrize("name", ["且", "a b", "「", "」", "a」」b", "（", "x=y", "/"])
    def test_names_with_signs_of_the_notation(self, name: str) -> None:
        condition = All(
            all=(Is(question=name, values=(name, "a")), Not(not_=Is(question="b", values=(name,))))
        )
        assert condition_of(text_of(condition)) == condition

    def test_as_staff_write_it(self) -> None:
        condition = condition_of("premises = leased/borrowed 且 (agent=agent 或 非（area=small）)")
        assert text_of(condition) == "premises=leased/borrowed 且 （agent=agent 或 非（area=small））"

    @pytest.mark.parametrize(
        "text", ["premises", "=leased", "a=b 且", "a=b 且 c=d 或 e=f", "（a=b", "a=b）", "非 a=b", "a=b/"]
    )
    def test_mistakes_say_how_to_write_it(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"条件应写成|括号"):
            condition_of(text)


def with_fields(bare: Catalogue, **fields: object) -> Catalogue:
    (item,) = bare.items.values()
    return replace(bare, items={item.id: item.model_copy(update=fields)})
