"""Papers set with typst: notices and slips. Used in the process of ``api.printing`` alone: typst and the type take 50 MB once they are loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Compiler

FOLDER = Path(__file__).with_name("print")


def typeset(manuscript: str, template: str = "notice") -> bytes:
    """The PDF. Takes 10 to 40 ms, the first one some 100 ms more.

    Args:
        manuscript: See ``api.notices.pdf_manuscript`` and ``api.desk.slips``.
        template: ``notice`` or ``slip``.
    """
    made = _compiler(template).compile(format="pdf", sys_inputs={"sheet": manuscript})
    assert isinstance(made, bytes)
    return made


@cache
def _compiler(template: str) -> Compiler:
    import noto_cjk_sans_otc
    import typst

    folder = Path(noto_cjk_sans_otc.__file__).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(FOLDER / f"{template}.typ", root=FOLDER, font_paths=fonts, ignore_system_fonts=True)
