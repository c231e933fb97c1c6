"""One spelling for what people type: the form that is classified, matched and compared.

Applicants type full-width digits, traditional characters, blanks between characters and pasted invisible
marks. `normalise` brings all of these to one form, so that none of them changes a result. It is for matching:
what is shown back to people is their own wording.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

# Han ideographs (with extensions A-H and the compatibility block), 〇 and Chinese punctuation.
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_HAN_OR_POINT = _HAN + "\u3001\u3002\u300a-\u3011"

# Line ends and separators that stand for a blank.
_BLANKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")

# Never meant as words: control and zero-width characters, marks of writing direction, variation selectors,
# private-use and lone surrogate code points, and the characters that open markup, templates and escapes.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff\u20dd-\u20e0\u20e2-\u20e4"
    "<>{}`\\\\]"
)

_NOT_SPOKEN = re.compile(r"[\W_]+")

_BLANK_BETWEEN_HAN = re.compile(f"(?<=[{_HAN_OR_POINT}]) (?=[{_HAN_OR_POINT}])")


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def normalise(text: str) -> str:
    """Return the one spelling of a text: half-width, simplified, without stray blanks or invisible marks.

    In order: compatibility forms to plain ones (`１２３` `，` `㎡` to `123` `,` `m2`), unwanted
    characters dropped, any run of blanks to one, blanks between Chinese characters dropped, traditional to simplified
    characters (OpenCC t2s, which knows the phrases where a character stays, such as 乾坤).

    The result is stable: normalising it again changes nothing. Typed tokens such as `[姓名]` are kept.

    Args:
        text: anything a person or program sent; lone surrogates and unassigned code points do not matter.

    Returns:
        The normalised text, which may be empty.
    """
    if text.isascii() and text.isalnum():
        return text
    plain = unicodedata.normalize("NFKC", text)
    plain = _BLANKS.sub(" ", plain)
    plain = _UNWANTED.sub("", plain)
    plain = _BLANKS.sub(" ", plain).strip()
    plain = _BLANK_BETWEEN_HAN.sub("", plain)
    # dropping a mark can bring a letter and a combining accent together
    return unicodedata.normalize("NFKC", _to_simplified().convert(plain))


def comparable_text(text: str) -> str:
    """A sentence as it is compared: normalised, without punctuation; two phrasings are the same if this is."""
    return _NOT_SPOKEN.sub("", normalise(text)).lower()
