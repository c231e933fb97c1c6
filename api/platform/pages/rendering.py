"""Server-rendered pages: no script, no outside reference, nothing kept by a cache, nothing told to the next site.

The address of such a page is the key to it, so that no other site may learn it (``Referrer-Policy``) and no search engine list it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from api.platform.errors import ApiError

_TIMES = re.compile(r"\d{1,2}:\d\d-\d{1,2}:\d\d")
_FOLDER = Path(__file__).parent
_STYLE = (_FOLDER / "page.css").read_text(encoding="utf-8")
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

HEADERS: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
}
"""For everything that is found under an unguessable address, pages and files alike."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{_STYLE_HASH}'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def whole(text: str) -> Markup:
    """Times of day kept on one line: 9:00-12:00 is not torn at its dash."""
    return Markup(_TIMES.sub(r'<span class="whole">\g<0></span>', str(escape(text))))


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["whole"] = whole
    return made


def page(template: str, status: int = 200, *, has_form: bool = False, **parts: object) -> HTMLResponse:
    """A page from its template; what it says is escaped. Only one that has a form may send one, to where it comes from."""
    html = _templates().get_template(template).render(style=_STYLE, **parts)
    target = "'self'" if has_form else "'none'"
    return HTMLResponse(
        html, status, {**HEADERS, "Content-Security-Policy": f"{_POLICY}; form-action {target}"}
    )


def nothing_here(error: ApiError) -> HTMLResponse:
    """A refusal as a page, for somebody who has opened an address and not called an api."""
    return page("nothing_here.html", error.status, detail=error.detail)
