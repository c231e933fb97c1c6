"""What staff get wrong in the workbook is said with sheet, row and column, everything at once."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from knowledge.base.faults import Fault
from knowledge.catalogue.affair import Catalogue
from knowledge.sheets.reading import read_workbook
from knowledge.sheets.writing import write_workbook


@pytest.fixture(scope="module")
def content(small: Catalogue) -> bytes:
    return write_workbook(small)


def changed(content: bytes, change: Callable[[Workbook], None]) -> list[Fault]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    catalogue, faults = read_workbook(stream.getvalue())
    assert catalogue is None or not faults
    return faults


def column(book: Workbook, sheet: str, heading: str) -> int:
    return [cell.value for cell in book[sheet][1]].index(heading) + 1


def put(book: Workbook, sheet: str, row: int, heading: str, value: object) -> None:
    book[sheet].cell(row, column(book, sheet, heading)).value = value


def where(faults: list[Fault]) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.field) for fault in faults]


class TestFile:
    @pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04 cut off"])
    def test_not_a_workbook(self, content: bytes) -> None:
        catalogue, faults = read_workbook(content)
        assert catalogue is None
        assert ".xlsx" in faults[0].message

    def test_sheet_missing(self, content: bytes) -> None:
        faults = changed(content, lambda book: book.remove(book["步骤"]))
        assert where(faults) == [("步骤", 0, "-")]

    def test_heading_changed(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "材料", 1, "依据", "法律依据"))
        assert where(faults) == [("材料", 1, "依据"), ("材料", 1, "法律依据")]


class TestCells:
    def test_everything_at_once(self, content: bytes) -> None:
        def change(book: Workbook) -> None:
            put(book, "业务办理项", 2, "办件类型", "快办件")
            put(book, "业务办理项", 3, "法定时限", "二十")
            put(book, "材料", 2, "依据", "食品安全法第三条")
            put(book, "事项材料", 4, "什么情况下要", "premises")
            put(book, "办事地点", 2, "开放时间", "全天")

        faults = changed(content, change)
        assert set(where(faults)) == {
            ("业务办理项", 2, "办件类型"),
            ("业务办理项", 3, "法定时限"),
            ("材料", 2, "依据"),
            ("事项材料", 4, "什么情况下要"),
            ("办事地点", 2, "开放时间"),
        }
        assert all(any("一" <= sign <= "鿿" for sign in fault.message) for fault in faults)

    def test_number_twice(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "材料", 3, "编号", book["材料"].cell(2, 1).value))
        assert ("材料", 3, "编号") in where(faults)

    def test_row_that_belongs_to_nobody(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "步骤", 2, "事项编号", "no.such"))
        assert where(faults) == [("步骤", 2, "事项编号")]
        assert "no.such" in faults[0].message

    def test_main_item_that_is_not_there(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "业务办理项", 2, "主项编号", "no_such"))
        assert ("业务办理项", 2, "主项编号") in where(faults)

    def test_name_left_out(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "业务办理项", 2, "名称", None))
        assert where(faults) == [("业务办理项", 2, "名称")]

    def test_what_excel_turns_into_numbers_and_dates_is_read_as_text(self, content: bytes) -> None:
        assert changed(content, lambda book: put(book, "窗口", 2, "窗口号", 12)) == []


class TestRules:
    def test_the_validator_speaks_of_sheet_row_and_column(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "业务办理项", 2, "设定依据", None))
        assert where(faults) == [("业务办理项", 2, "设定依据")]
        assert faults[0].message == "没有设定依据"

    def test_catch_all_material(self, content: bytes) -> None:
        faults = changed(content, lambda book: put(book, "材料", 2, "材料名称", "其他材料"))
        assert where(faults) == [("材料", 2, "材料名称")]

    def test_window_in_no_building_and_of_no_department(self, content: bytes) -> None:
        def change(book: Workbook) -> None:
            put(book, "窗口", 3, "地点编号", "nowhere")
            put(book, "窗口", 3, "部门编号", "nobody")

        assert where(changed(content, change)) == [("窗口", 3, "地点编号"), ("窗口", 3, "部门编号")]

    def test_bundle_of_an_item_that_is_not_there(self, content: bytes) -> None:
        def change(book: Workbook) -> None:
            book["一件事"].append(["both", "两件一起办", None, None, "market", "自然人"])
            for item in ("food_operation.new", "no.such"):
                book["一件事事项"].append(["both", item])

        assert ("一件事", 2, "一件事事项表") in where(changed(content, change))

    def test_order_of_columns_does_not_matter(self, content: bytes) -> None:
        def change(book: Workbook) -> None:
            sheet = book["乡镇街道"]
            for row in sheet.iter_rows(min_col=1, max_col=3):
                row[0].value, row[2].value = row[2].value, row[0].value

        assert changed(content, change) == []
