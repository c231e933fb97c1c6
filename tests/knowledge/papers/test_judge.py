"""What is said of the papers of a slot, how surely, and what is never said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from intake.people import person
from knowledge import papers
from knowledge.papers.finding import Place, Severity
from knowledge.papers.judge import Asked, Judged, judge
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import PaperReading, Validity, Value
from knowledge.papers.whose import names_another, stated_for
from knowledge.papers.wording import wordings
from knowledge.privacy.kinds import Personal
from tests.knowledge.papers.lines import CLEAR

TODAY = date(2026, 11, 23)
WHO, OTHER = person(1), person(2)
STATED = {
    Personal.NAME: WHO.name,
    Personal.ID_NUMBER: WHO.id_number,
    Personal.CREDIT_CODE: WHO.credit_code,
}


def paper(*kinds: str, sure: bool = True, score: float = 0.99, **more: Any) -> PaperReading:
    shown = {key: more.pop(key) for key in ("name", "number", "code", "until") if key in more}
    names = {"holder": Value(text=shown["name"], score=score)} if "name" in shown else {}
    return PaperReading(
        version=1,
        pages=1,
        measures=(CLEAR.model_copy(update=more.pop("taken", {})),),
        kinds=kinds,
        sure=sure,
        names=names,
        id_numbers=(Value(text=shown["number"], score=score),) if "number" in shown else (),
        credit_codes=(Value(text=shown["code"], score=score),) if "code" in shown else (),
        validity=Validity(until=shown["until"], score=score) if "until" in shown else None,
        **more,
    )


def judged(material: str, *read: PaperReading | None, stated: dict[Personal, str] = STATED) -> Judged:
    return judge(Asked(material, stated), read, known_kinds(), TODAY)


def codes(material: str, *read: PaperReading | None, stated: dict[Personal, str] = STATED) -> list[str]:
    return [finding.code for file in judged(material, *read, stated=stated).files for finding in file]


CARD = paper("id_card_front", "id_card_back", name=WHO.name, number=WHO.id_number)


class TestWording:
    def test_every_sentence_says_what_to_do(self) -> None:
        for code, wording in wordings().items():
            assert wording.say.endswith("。"), code
            assert not set("！!?？") & set(wording.say), code

    def test_none_is_worded_that_is_never_made(self) -> None:
        program = "".join(
            file.read_text(encoding="utf-8") for file in Path(papers.__file__).parent.glob("*.py")
        )
        unused = {code for code in wordings() if f'"{code}"' not in program}
        assert unused == {"unchecked"}  # said by the api, where nothing was read


class TestKind:
    def test_the_right_paper(self) -> None:
        assert codes("居民身份证", CARD) == []

    def test_another_paper(self) -> None:
        (finding,) = judged("营业执照", paper("lease")).files[0]
        assert (finding.code, finding.severity) == ("other_paper", Severity.MEND)
        assert "租赁合同" in finding.say and "营业执照" in finding.say

    def test_perhaps_another_paper_where_it_was_not_sure(self) -> None:
        (finding,) = judged("营业执照", paper("lease", sure=False)).files[0]
        assert (finding.code, finding.severity) == ("not_recognised", Severity.WARN)

    def test_further_pages_show_no_title(self) -> None:
        assert codes("房屋租赁合同", paper("lease"), paper(), paper()) == []

    def test_another_paper_among_the_pages(self) -> None:
        assert codes("房屋租赁合同", paper("lease"), paper("business_licence")) == ["perhaps_other_paper"]

    def test_a_sure_other_kind_warns_where_the_material_is_of_no_known_kind(self) -> None:
        (finding,) = judged("食品安全规章制度目录清单", paper("lease")).files[0]
        assert (finding.code, finding.severity) == ("perhaps_other_paper", Severity.WARN)
        assert codes("食品安全规章制度目录清单", paper("lease", sure=False)) == []
        assert codes("从事经营活动的证明材料", paper("lease")) == []

    def test_a_paper_that_another_slot_asks_for_belongs_there(self) -> None:
        asked = Asked("从事经营活动的证明材料", {}, {"lease": "房屋租赁合同"})
        found = judge(asked, [paper("lease")], known_kinds(), TODAY)
        (finding,) = found.files[0]
        assert finding.code == "other_slot" and "房屋租赁合同" in finding.say
        assert found.recognised == (False,)

    def test_what_nobody_can_tell_is_not_called_right(self) -> None:
        assert judged("食品安全规章制度目录清单", paper()).recognised == (False,)
        assert judged("房屋租赁合同", paper("lease"), paper()).recognised == (True, False)
        titled = paper(headings=("食品安全规章制度目录清单",))
        assert judged("食品安全规章制度目录清单", titled).recognised == (True,)

    def test_a_title_that_names_the_material_is_right_whatever_the_kind(self) -> None:
        assert codes("营业执照", paper("application", headings=("营业执照遗失补领",))) == []

    def test_a_signature_alone_is_not_the_form_that_it_names(self) -> None:
        named = ("签名页", "我确认「食品经营许可申请书」所填的内容真实")
        signature = judged("食品经营许可申请书", paper(sure=False, headings=named))
        assert (signature.recognised, signature.files) == ((False,), ((),))

    def test_another_form(self) -> None:
        form = paper("application", headings=("个体工商户登记申请书",))
        assert codes("食品经营许可申请书", form) == ["title_differs"]
        assert codes("食品经营许可申请书", paper("application", headings=("食品经营许可申请书",))) == []

    def test_the_other_side_of_a_card(self) -> None:
        (finding,) = judged("居民身份证", paper("id_card_front")).slot
        assert finding.code == "side_missing" and "国徽面" in finding.say
        assert judged("居民身份证", paper("id_card_front"), paper("id_card_back")).slot == ()
        assert judged("居民身份证", paper("id_card_front"), None).slot == ()


class TestStated:
    def test_somebody_elses_card(self) -> None:
        other = paper("id_card_front", "id_card_back", name=OTHER.name, number=OTHER.id_number)
        found = judged("居民身份证", other).files[0]
        assert {finding.code for finding in found} == {"id_number_differs", "name_differs"}
        said = "".join(finding.say for finding in found)
        for value in (WHO.name, OTHER.name, WHO.id_number, OTHER.id_number):
            assert value not in said

    def test_the_agents_card_is_held_against_the_agents_data(self) -> None:
        other = paper("id_card_front", "id_card_back", name=OTHER.name, number=OTHER.id_number)
        contact = {
            Personal.NAME: WHO.name,
            Personal.ID_NUMBER: WHO.id_number,
            Personal.AGENT_NAME: OTHER.name,
            Personal.AGENT_ID_NUMBER: OTHER.id_number,
        }
        for material in ("代办人居民身份证", "监护人居民身份证"):
            assert codes(material, other, stated=stated_for(material, contact)) == []
            found = codes(material, CARD, stated=stated_for(material, contact))
            assert set(found) == {"id_number_differs", "name_differs"}
        assert codes("代办人居民身份证", other, stated=stated_for("代办人居民身份证", STATED)) == []

    def test_a_units_licence_is_held_against_its_code_and_its_representative(self) -> None:
        unit = {
            Personal.UNIT_NAME: "河东店",
            Personal.LEGAL_NAME: "欧阳无双",
            Personal.CREDIT_CODE: WHO.credit_code,
        }
        licence = paper("business_licence", code=WHO.credit_code, name="欧阳无双")
        assert codes("营业执照", licence, stated=stated_for("营业执照", unit)) == []

    def test_a_card_of_both_is_held_against_nobody(self) -> None:
        assert not names_another("申请人和代办人居民身份证") and not names_another("买卖双方居民身份证")

    def test_nothing_stated_nothing_compared(self) -> None:
        assert codes("居民身份证", CARD, stated={}) == []

    def test_one_character_may_be_misread(self) -> None:
        nearly = WHO.name[:-1] + "〇"
        card = paper("id_card_front", "id_card_back", name=nearly, number=WHO.id_number)
        (finding,) = judged("居民身份证", card).files[0]
        assert (finding.code, finding.severity) == ("name_perhaps_differs", Severity.WARN)

    def test_an_unsure_line_is_doubtful(self) -> None:
        card = paper("id_card_front", "id_card_back", name="欧阳无双", number=WHO.id_number, score=0.7)
        assert codes("居民身份证", card) == ["name_perhaps_differs"]

    def test_the_other_form_of_a_character_is_the_same(self) -> None:
        card = paper("id_card_front", "id_card_back", name="黃麗", number=WHO.id_number)
        assert codes("居民身份证", card, stated={Personal.NAME: "黄丽"}) == []

    def test_a_licence_of_another_code(self) -> None:
        assert codes("营业执照", paper("business_licence", code=OTHER.credit_code)) == ["credit_code_differs"]

    def test_a_company_s_representative_may_be_another(self) -> None:
        licence = paper("business_licence", code=WHO.credit_code, name="欧阳无双")
        (finding,) = judged("营业执照", licence).files[0]
        assert (finding.code, finding.severity) == ("holder_differs", Severity.WARN)


class TestNumbers:
    def test_a_wrong_check_digit_is_doubtful(self) -> None:
        wrong = WHO.id_number[:-1] + ("0" if WHO.id_number[-1] != "0" else "1")
        card = paper("id_card_front", "id_card_back", name=WHO.name, number=wrong)
        (finding,) = judged("居民身份证", card).files[0]
        assert (finding.code, finding.severity) == ("id_number_wrong", Severity.WARN)


class TestValidity:
    @pytest.mark.parametrize(
        ("until", "score", "said"),
        [
            (date(2026, 11, 22), 0.99, ["expired"]),
            (date(2026, 11, 22), 0.6, ["perhaps_expired"]),
            (date(2026, 11, 23), 0.99, ["expires_soon"]),
            (date(2026, 12, 23), 0.99, ["expires_soon"]),
            (date(2026, 12, 24), 0.99, []),
            (date(1896, 1, 1), 0.99, []),
            (None, 0.99, []),
        ],
    )
    def test_counts_from_today(self, until: date | None, score: float, said: list[str]) -> None:
        back = paper("id_card_front", "id_card_back", until=until, score=score)
        assert codes("居民身份证", back, stated={}) == said


class TestPicture:
    @pytest.mark.parametrize(
        ("taken", "said"),
        [
            ({"characters": 0, "contrast": 3}, ["blank"]),
            ({"characters": 0, "sharpness": 0.001}, ["blurred"]),
            ({"characters": 0, "paper_level": 20}, ["dark"]),
            ({"characters": 0}, ["unreadable"]),
            ({"characters": 2, "text_height": 120, "score": 0.7}, ["unreadable"]),
            ({"paper_level": 30}, ["dark"]),
            ({"paper_level": 70}, ["dim"]),
            ({"sharpness": 0.003}, ["blurred"]),
            ({"sharpness": 0.01}, ["soft"]),
            ({"sharpness": 0.03, "score": 0.8}, ["blurred"]),
            ({"text_height": 9, "score": 0.8}, ["small"]),
            ({"text_height": 13, "characters": 18}, ["small"]),
            ({"cut_sides": ("left", "left")}, ["cut_off"]),
            ({"cut_sides": ("left",)}, ["near_edge"]),
            ({"tilt": 15}, ["tilted"]),
            ({"glare": Place(left=0.4, top=0.4, width=0.2, height=0.1), "glare_on_text": 0.9}, ["glare"]),
            ({"glare": Place(left=0.4, top=0.4, width=0.2, height=0.1)}, ["glare_beside"]),
        ],
    )
    def test_says_what_went_wrong(self, taken: dict[str, Any], said: list[str]) -> None:
        assert codes("会议纪要", paper(taken=taken)) == said

    def test_what_cannot_be_read_is_not_called_another_paper(self) -> None:
        assert codes("营业执照", paper(taken={"characters": 0, "contrast": 3})) == ["blank"]
