"""Papers set with typst. Used in the process of ``api.printing`` alone: typst and the type take 50 MB once they are loaded."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).with_name("print")


def typeset(template: str, manuscript: str) -> bytes:
    """The PDF. Takes 10 to 40 ms, the first one some 100 ms more.

    Args:
        template: Name of a file in ``print``, or the path of the centre's own.
        manuscript: JSON, which the template reads as ``sheet``.
    """
    own = Path(template)
    file = own if own.is_absolute() else TEMPLATES / f"{template}.typ"
    made = _compiler(file, _written(own)).compile(format="pdf", sys_inputs={"sheet": manuscript})
    assert isinstance(made, bytes)
    return made


def _written(file: Path) -> int:
    """When the centre's own was last changed, so that a changed one is read anew; 0 for what is shipped."""
    return file.stat().st_mtime_ns if file.is_absolute() else 0


@lru_cache(maxsize=8)
def _compiler(file: Path, written: int) -> Compiler:
    import noto_cjk_sans_otc
    import typst

    folder = Path(noto_cjk_sans_otc.__file__).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(file, root=file.parent, font_paths=fonts, ignore_system_fonts=True)
