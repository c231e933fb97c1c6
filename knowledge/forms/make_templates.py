"""Makes the shipped templates anew: ``python -m knowledge.forms.make_templates``.

They are the beginning only. What is changed in Word is kept in the .docx itself; running this again overwrites it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from knowledge.forms import GENERAL, SHIPPED

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table

FONT = "宋体"
FOOD = (
    ("经营场所地址", "＿＿＿＿＿＿＿＿＿＿"),
    ("主体业态", "□食品销售经营者  □餐饮服务经营者  □集中用餐单位食堂"),
    ("食品安全管理人员", "＿＿＿＿＿＿＿＿＿＿"),
)
PROMISE = "本人（本单位）承诺：以上内容和所交材料真实、有效，对其真实性负责。"


def _paper() -> Paper:
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    return paper


def _title(paper: Paper, text: str) -> None:
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(18)


def _table(paper: Paper, rows: Sequence[tuple[str, ...]], widths: Sequence[float]) -> Table:
    table = paper.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for row in rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.text, cell.width = text, Cm(width)
    return table


def _head(paper: Paper, text: str) -> None:
    paper.add_paragraph().add_run(text).bold = True


def _list(
    paper: Paper, heads: tuple[str, ...], loop: str, cells: tuple[str, ...], widths: Sequence[float]
) -> None:
    """A table with one row for each of a list; the rows of the loop's marks vanish."""
    marks = [
        (f"{{%tr for 行 in {loop} %}}", *[""] * (len(heads) - 1)),
        cells,
        ("{%tr endfor %}", *[""] * (len(heads) - 1)),
    ]
    _table(paper, [heads, *marks], widths)


def _general(own: Sequence[tuple[str, str]], title: str) -> Paper:
    paper = _paper()
    _title(paper, title)
    paper.add_paragraph("告知单编号：{{ 告知单编号 }}")
    rows = [("申请事项", "{{ 事项名称 }}"), ("受理部门", "{{ 受理部门 }}"), ("联系地址", "{{ 地址 }}")]
    _table(paper, [*rows, *own], (5, 11))
    paper.add_paragraph()
    _list(
        paper,
        ("身份", "姓名或者名称", "证件", "证件号码", "电话"),
        "各方",
        ("{{ 行.身份 }}", "{{ 行.名称 }}", "{{ 行.证件 }}", "{{ 行.号码 }}", "{{ 行.电话 }}"),
        (2.5, 4, 2.5, 4.5, 2.5),
    )
    paper.add_paragraph()
    _head(paper, "一、申请的情况")
    _list(paper, ("情形", "回答"), "情形", ("{{ 行.问题 }}", "{{ 行.回答 }}"), (10, 6))
    paper.add_paragraph()
    _head(paper, "二、所交材料")
    _list(
        paper,
        ("序号", "材料", "形式和份数", "备注"),
        "材料清单",
        ("{{ 行.序号 }}", "{{ 行.名称 }}", "{{ 行.形式 }}", "{{ 行.备注 }}"),
        (1.5, 8, 3.5, 3),
    )
    paper.add_paragraph()
    paper.add_paragraph(PROMISE)
    paper.add_paragraph("申请人（签名或者盖章）：＿＿＿＿＿＿＿＿＿＿")
    paper.add_paragraph("　　　　　　　　　　　　　　　　　　年　　月　　日")
    return paper


def make() -> None:
    """Write every shipped template."""
    _general((), "{{ 表名 }}").save(str(SHIPPED / f"{GENERAL}.docx"))
    _general(FOOD, "食品经营许可申请书").save(str(SHIPPED / "食品经营许可申请书.docx"))


if __name__ == "__main__":
    make()
