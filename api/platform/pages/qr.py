"""QR codes as SVG: black on white, with the quiet zone that scanners need (ISO/IEC 18004, four modules)."""

from __future__ import annotations

import io

import segno

QUIET_ZONE = 4


def qr_svg(content: str, words: str) -> str:
    """A QR code with error correction M, of the smallest version that holds the content.

    Args:
        words: What it leads to, for those who do not see it.
    """
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", border=QUIET_ZONE, xmldecl=False, svgclass=None, lineclass=None, title=words, omitsize=True
    )  # fmt: skip
    return out.getvalue().decode().replace("<svg ", '<svg role="img" ', 1).strip()
