"""A citation is read into law, document and place."""

from __future__ import annotations

import pytest

from knowledge.base.basis import Basis


class TestParse:
    @pytest.mark.parametrize(
        ("citation", "law", "document", "articles", "cited"),
        [
            ("《食品安全法》第三十五条第一款", "食品安全法", "", "第三十五条第一款", ("第三十五条",)),
            (
                "《食品经营许可和备案管理办法》(国家市场监督管理总局令第78号,2023年)第十二条",
                "食品经营许可和备案管理办法",
                "国家市场监督管理总局令第78号,2023年",
                "第十二条",
                ("第十二条",),
            ),
            (
                "《办法》（总局令第1号，2023年）第十二条、第十三条",
                "办法",
                "总局令第1号，2023年",
                "第十二条、第十三条",
                ("第十二条", "第十三条"),
            ),
            (
                "《〈教师资格条例〉实施办法》(教育部令第10号，2000年)",
                "〈教师资格条例〉实施办法",
                "教育部令第10号，2000年",
                "",
                (),
            ),
            (
                "《刑法》第一百三十三条之一第二款",
                "刑法",
                "",
                "第一百三十三条之一第二款",
                ("第一百三十三条之一",),
            ),
            ("《民法典》第一千零四十六条", "民法典", "", "第一千零四十六条", ("第一千零四十六条",)),
            (" 《意见》 ".replace("》 ", "》"), "意见", "", "", ()),
        ],
    )
    def test_parts(
        self, citation: str, law: str, document: str, articles: str, cited: tuple[str, ...]
    ) -> None:
        basis = Basis.parse(citation)
        assert (basis.law, basis.document, basis.articles, basis.cited_articles()) == (
            law,
            document,
            articles,
            cited,
        )

    @pytest.mark.parametrize(
        "citation",
        [
            "食品安全法第三十五条",
            "《食品安全法》第35条",
            "《食品安全法》三十五条",
            "《甲法》第一条、《乙法》第二条",
            "",
            "《》第一条",
            "《甲法》(总局令",
        ],
    )
    def test_refused_in_chinese(self, citation: str) -> None:
        with pytest.raises(ValueError, match="应写成《法律名称》第N条"):
            Basis.parse(citation)

    def test_written_again(self) -> None:
        for citation in ("《食品安全法》第三十五条", "《办法》（总局令第1号，2023年）第十二条"):
            assert str(Basis.parse(citation)) == citation
            assert Basis.parse(str(Basis.parse(citation))) == Basis.parse(citation)
