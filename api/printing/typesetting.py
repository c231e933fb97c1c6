"""Papers set with typst. Used in the process of ``api.printing`` alone: typst and the type take 50 MB once they are loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).with_name("print")


def typeset(template: str, manuscript: str) -> bytes:
    """The PDF. Takes 10 to 40 ms, the first one some 100 ms more.

    Args:
        template: Name of a file in ``print``.
        manuscript: JSON, which the template reads as ``sheet``.
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
    return typst.Compiler(
        TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True
    )
