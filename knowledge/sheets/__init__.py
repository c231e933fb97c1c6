"""The catalogue as an Excel workbook and back, without loss: one sheet a kind of record, headings in Chinese."""

from knowledge.sheets.reading import read_workbook
from knowledge.sheets.writing import write_workbook

__all__ = ["read_workbook", "write_workbook"]
