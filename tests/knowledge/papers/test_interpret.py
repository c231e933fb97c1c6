"""From lines to kind and fields, however a form prints its labels."""

from __future__ import annotations

from datetime import date

from intake.people import person
from knowledge.papers.kinds import known_kinds
from tests.knowledge.papers.lines import page, read

WHO = person(5)

CARD = page(
    "姓名 王小明",
    "性别男 民族汉",
    "出生 1980年5月3日",
    "住址 河东县人民路1号",
    f"公民身份号码 {WHO.id_number}",
)


class TestKinds:
    def test_a_card_without_a_title(self) -> None:
        reading = read(CARD)
        assert reading.kinds == ("id_card_front",) and reading.sure and reading.missing == ()

    def test_both_sides_on_one_photo(self) -> None:
        back = page(
            "中华人民共和国", "签发机关 河东县公安局", "有效期限 2016.03.05-2036.03.05", title="居民身份证"
        )
        assert set(read([*CARD, *back]).kinds) == {"id_card_front", "id_card_back"}

    def test_a_title_set_wide(self) -> None:
        reading = read(page("名称 老王面馆", "经营者 王小明", "组成形式 个人经营", title="营 业 执 照"))
        assert reading.kinds == ("business_licence",) and reading.sure

    def test_an_application_that_speaks_of_a_licence_is_an_application(self) -> None:
        rows = (
            "申请人 老王面馆",
            "统一社会信用代码",
            "法定代表人",
            "经营范围",
            "注册资本",
            "附件：营业执照复印件",
        )
        assert read(page(*rows, title="食品经营许可申请书")).kinds == ("application",)

    def test_running_text_is_no_kind(self) -> None:
        assert read(page("今天天气很好", "我们去公园吧")).kinds == ()

    def test_what_cannot_be_seen_is_missed(self) -> None:
        reading = read(page("名称 老王面馆", "组成形式 个人经营", "登记机关", title="营业执照"))
        assert reading.missing == ("统一社会信用代码", "经营者")


class TestFields:
    def test_behind_the_label_up_to_the_next_one(self) -> None:
        assert read(page("姓名王小明性别男民族汉", *_rest())).names["holder"].text == "王小明"

    def test_in_the_next_column(self) -> None:
        reading = read(page(("权利人", "王小明"), ("坐落", "人民路1号"), "权利类型", title="不动产权证书"))
        assert reading.names["holder"].text == "王小明"

    def test_below_the_label(self) -> None:
        reading = read(page("权利人", "王小明", "坐落 人民路1号", "权利类型", title="不动产权证书"))
        assert reading.names["holder"].text == "王小明"

    def test_numbers_also_when_wrong(self) -> None:
        wrong = WHO.id_number[:-1] + ("0" if WHO.id_number[-1] != "0" else "1")
        assert [value.text for value in read(page(f"号码{wrong}")).id_numbers] == [wrong]

    def test_letters_that_a_credit_code_never_has_are_digits(self) -> None:
        misread = WHO.credit_code.replace("0", "O")
        codes = read(page(f"统一社会信用代码 {misread}")).credit_codes
        assert [value.text for value in codes] == [WHO.credit_code]

    def test_nothing_read_is_shown_by_its_repr(self) -> None:
        assert "王小明" not in repr(CARD) and "王小明" not in repr(read(CARD))


class TestValidity:
    def test_the_end_of_a_span(self) -> None:
        rows = ("签发机关 公安局", "有效期限 2016.03.05-2036.03.05", "中华人民共和国")
        validity = read(page(*rows, title="居民身份证")).validity
        assert validity is not None and validity.until == date(2036, 3, 5)

    def test_without_end(self) -> None:
        rows = ("签发机关 公安局", "有效期限 2016.03.05-长期", "中华人民共和国")
        validity = read(page(*rows, title="居民身份证")).validity
        assert validity is not None and validity.until is None

    def test_broken_between_two_lines(self) -> None:
        rows = (
            "出租方：李四",
            "承租方：王小明",
            "租赁期限：自2024年3月1日起至2027年2月",
            "28日止。",
            "租金：两千元",
        )
        validity = read(page(*rows, title="房屋租赁合同")).validity
        assert validity is not None and validity.until == date(2027, 2, 28)

    def test_a_year_from_its_issue(self) -> None:
        rows = ("姓名：王小明", "从业类别：食品", "体检结果：合格", "发证日期：2026年01月05日")
        validity = read(page(*rows, title="健康证明")).validity
        assert validity is not None and validity.until == date(2027, 1, 5)


class TestCatalogue:
    def test_names_of_materials_ask_for_kinds(self) -> None:
        kinds = known_kinds()
        assert kinds.asked_for("营业执照") == ("business_licence",)
        assert kinds.asked_for("代办人居民身份证") == ("id_card_front", "id_card_back")
        assert kinds.asked_for("居民身份证申领登记表") == ("application",)
        assert kinds.asked_for("食品安全规章制度目录清单") == ()
        assert kinds.is_own("居民身份证") and not kinds.is_own("代办人居民身份证")


def _rest() -> tuple[str, ...]:
    return ("出生 1980年5月3日", "住址 河东县", f"公民身份号码 {WHO.id_number}")
