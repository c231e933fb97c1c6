from datetime import date
from pathlib import Path

import pytest

from knowledge.laws.collection import articles_of, begun, places_in, plain_name, read_laws

TEXT = """# 中华人民共和国示例法

2020年1月1日 通过

<!-- INFO END -->

## 第一章 总则

第一条 为了举例，制定本法。

第二条 申请示例许可，应当提交下列材料：

（一）申请书；

（二）身份证明。

行政机关应当自受理之日起二十日内决定。

第二条之一 许可证遗失的，可以申请补领。

## 第二章 附则

第一百〇三条 本法自公布之日起施行。
"""


class TestArticles:
    def test_headings_are_left_out(self) -> None:
        assert "附则" not in "".join(article.text for article in articles_of(TEXT).values())

    def test_articles_inserted_later_and_the_round_zero(self) -> None:
        assert list(articles_of(TEXT)) == ["1", "2", "2-1", "103"]

    def test_points_belong_to_the_paragraph_before_them(self) -> None:
        article = articles_of(TEXT)["2"]
        assert len(article.paragraphs) == 2
        assert article.paragraphs[0].points == {1: "申请书；", 2: "身份证明。"}


class TestPlaces:
    @pytest.mark.parametrize(
        ("cited", "places"),
        [
            ("第二条", ["第2条"]),
            ("第二条之一", ["第2条之1"]),
            ("第二条第一款第二项", ["第2条第1款第2项"]),
            ("第二条第（二）项", ["第2条第2项"]),
            ("第二条第一款第一项、第二项", ["第2条第1款第1项", "第2条第1款第2项"]),
            ("第八条至第十条", ["第8条", "第9条", "第10条"]),
            ("第一百〇三条、第二条第二款", ["第103条", "第2条第2款"]),
        ],
    )
    def test_read_from_the_citation(self, cited: str, places: list[str]) -> None:
        assert [str(place) for place in places_in(cited)] == places

    def test_words_of_a_point_come_with_its_opening(self) -> None:
        (place,) = places_in("第二条第一款第二项")
        assert place.text_in(articles_of(TEXT)["2"]) == "申请示例许可，应当提交下列材料：\n身份证明。"

    @pytest.mark.parametrize("cited", ["第二条第三款", "第二条第一款第三项"])
    def test_what_the_article_does_not_have(self, cited: str) -> None:
        (place,) = places_in(cited)
        assert place.text_in(articles_of(TEXT)["2"]) is None


class TestFolder:
    def test_newest_version_first_from_any_subfolder(self, tmp_path) -> None:
        for folder, day in (("a", "2010-01-01"), ("b", "2020-01-01")):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / f"示例法({day}).md").write_text(TEXT, encoding="utf-8")
        laws = read_laws([tmp_path], ["中华人民共和国示例法", "没有的法"])
        assert [law.version for law in laws["示例法"]] == [date(2020, 1, 1), date(2010, 1, 1)]
        assert list(laws) == ["示例法"]

    def test_several_folders_are_one_collection_and_a_year_alone_takes_the_day_of_the_head(
        self, tmp_path: Path
    ) -> None:
        old, new = tmp_path / "old", tmp_path / "new"
        for folder, name, head in (
            (old, "示例法(2020-01-01)", ""),
            (new, "示例法(2026)", '---\npublish_date: "2026-04-30"\nimplement_date: "2026-07-01"\n---\n'),
        ):
            folder.mkdir()
            (folder / f"{name}.md").write_text(head + TEXT, encoding="utf-8")
        versions = read_laws([old, new], ["示例法"])["示例法"]
        assert [law.version for law in versions] == [date(2026, 4, 30), date(2020, 1, 1)]
        assert [law.version.year for law in begun(versions, date(2026, 6, 30))] == [2020]

    def test_inner_brackets_of_a_name(self) -> None:
        assert plain_name("〈示例法〉实施办法") == "《示例法》实施办法"
