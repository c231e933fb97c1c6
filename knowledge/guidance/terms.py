"""What an applicant agrees to with the word to submit: the declaration of truthfulness and the privacy notice, ``terms.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("terms.yaml")


class TermsText(Frozen):
    """One of the two."""

    version: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="版本，是改定的日期")
    title: str = Field(description="标题")
    text: tuple[str, ...] = Field(min_length=1, description="一段一段的文字")


class Terms(Frozen):
    """Both, as they are in force."""

    declaration: TermsText = Field(description="承诺：材料和信息真实")
    privacy: TermsText = Field(description="个人信息处理告知")


class Accepted(Frozen):
    """The versions that somebody has agreed to."""

    declaration: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="同意的承诺是哪一版")
    privacy: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="同意的个人信息告知是哪一版")


@lru_cache(maxsize=1)
def terms() -> Terms:
    """What is shipped, read once."""
    return Terms.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def in_force() -> Accepted:
    """The versions in force."""
    now = terms()
    return Accepted(declaration=now.declaration.version, privacy=now.privacy.version)
