"""What table programs do to cells: mended with a remark, or refused with the cell and the cause; nothing changes silently."""

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


def read(content: bytes, change: Callable[[Workbook], None]) -> tuple[Catalogue | None, str, str]:
    """The catalogue, what was refused and what was mended, each as ``sheet row heading message``."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    remarks: list[Fault] = []
    catalogue, faults = read_workbook(stream.getvalue(), remarks)
    return catalogue, said(faults), said(remarks)


def said(found: list[Fault]) -> str:
    return "\n".join(f"{one.file} {one.line} {one.field} {one.message}" for one in found)


def put(book: Workbook, sheet: str, row: int, heading: str, value: object) -> None:
    headings = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, headings.index(heading) + 1).value = value


class TestRefused:
    def test_merged_cells_are_named_as_the_cause(self, content: bytes) -> None:
        catalogue, refused, _ = read(content, lambda book: book["事项材料"].merge_cells("A2:A5"))
        assert catalogue is None
        assert "事项材料 2 事项编号 第2行到第5行是合并的单元格" in refused

    def test_a_formula_that_was_never_calculated(self, content: bytes) -> None:
        catalogue, refused, _ = read(content, lambda book: put(book, "业务办理项", 2, "法定时限", "=20+20"))
        assert catalogue is None
        assert "业务办理项 2 法定时限 这一格是公式" in refused

    def test_a_code_whose_digits_are_lost(self, content: bytes) -> None:
        _, refused, _ = read(
            content, lambda book: put(book, "业务办理项", 2, "实施编码", 1.144019999999999e30)
        )
        assert "业务办理项 2 实施编码 这一格是数字，15位以后已经不准了" in refused

    def test_a_phone_that_lost_its_nought(self, content: bytes) -> None:
        _, refused, _ = read(content, lambda book: put(book, "窗口", 2, "电话", 2012345678))
        assert "窗口 2 电话 电话写成了数字" in refused


class TestMended:
    def test_phrasings_in_one_line_are_split(self, content: bytes) -> None:
        catalogue, refused, mended = read(
            content, lambda book: put(book, "业务办理项", 2, "别名", "补卡、换卡、挂失")
        )
        assert catalogue is not None, refused
        assert next(iter(catalogue.items.values())).aliases == ("补卡", "换卡", "挂失")
        assert "业务办理项 2 别名" in mended

    def test_invisible_characters_returns_and_blanks_around_an_id(self, content: bytes) -> None:
        def change(book: Workbook) -> None:
            put(book, "业务办理项", 2, "名称", "食品经营\u200b许可（新办）")
            put(book, "业务办理项", 2, "编号", " food_operation.new ")

        catalogue, refused, mended = read(content, change)
        assert catalogue is not None, refused
        assert catalogue.items["food_operation.new"].name == "食品经营许可（新办）"
        assert "去掉了看不见的字符" in mended
        assert "去掉了编号前后的空格" in mended

    def test_returns_of_another_program(self, content: bytes) -> None:
        catalogue, refused, _ = read(
            content, lambda book: put(book, "业务办理项", 2, "别名", "开饭店\r\n开餐馆\r\n")
        )
        assert catalogue is not None, refused
        assert next(iter(catalogue.items.values())).aliases == ("开饭店", "开餐馆")

    def test_our_own_export_needs_no_mending(self, content: bytes) -> None:
        remarks: list[Fault] = []
        assert read_workbook(content, remarks)[1] == []
        assert remarks == []
