"""Legal bases (设定依据): citations such as ``《食品安全法》第三十五条第一款`` read into their parts.

Rules of departments carry their document number and year in brackets after the name:
``《食品经营许可和备案管理办法》(国家市场监督管理总局令第78号,2023年)第十二条``.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_NUMERAL = "[〇零一二三四五六七八九十百千]+"
_CITATION = re.compile(
    rf"^《(?P<law>[^《》]+(?:〈[^〉]+〉[^《》]*)?)》(?:[(（](?P<document>[^()（）]*)[)）])?"
    rf"(?P<articles>第{_NUMERAL}条(?:之{_NUMERAL})?[^《》]*)?$"
)
_ARTICLE = re.compile(rf"第(?:{_NUMERAL})条(?:之{_NUMERAL})?")


class Basis(BaseModel):
    """One citation: a law, regulation or rule and the article that says it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    law: str = Field(description="法律、法规、规章的名称，不带书名号，例如 食品安全法")
    document: str = Field(default="", description="部门规章的文号和年份；法律法规为空")
    articles: str = Field(
        default="", description="条款项，从第几条写起，例如 第三十二条第一款第四项；引用全文时为空"
    )

    @classmethod
    def parse(cls, citation: str) -> Basis:
        """Read a citation.

        Raises:
            ValueError: The text is not 《name》(document)第N条.
        """
        found = _CITATION.match(citation.strip())
        if not found:
            raise ValueError(
                f"依据「{citation}」应写成《法律名称》第N条，条号用汉字，一条依据写一部法；部门规章在名称后用括号写文号和年份"
            )
        parts = {name: value or "" for name, value in found.groupdict().items()}
        return cls(**parts)

    def cited_articles(self) -> tuple[str, ...]:
        """The numbers of the articles, for example ``("第十二条", "第十三条")``."""
        return tuple(_ARTICLE.findall(self.articles))

    def __str__(self) -> str:
        document = f"（{self.document}）" if self.document else ""
        return f"《{self.law}》{document}{self.articles}"


def _read(raw: Any) -> Any:
    return Basis.parse(raw) if isinstance(raw, str) else raw


Citation = Annotated[Basis, BeforeValidator(_read)]
"""A :class:`Basis` that may be written as its citation."""
