"""The intake: what is said is kept, once, and nothing else is."""

from __future__ import annotations

import anyio
import pytest
from sqlalchemy import text

from api.services import Services
from intake.people import person
from tests.api.applicant import APPLICATION, AREA, FOOD, PREMISES, Applicant, ok, refused
from tests.api.stores import any_database, only_sqlite

pytestmark = pytest.mark.anyio


class TestCurrent:
    async def test_the_same_conversation_gets_the_same_intake(self, applicant: Applicant) -> None:
        first = await applicant.begin()
        assert (await applicant.begin())["id"] == first["id"]
        assert first["state"] == "open"
        assert first["affair"] is None
        assert first["contact_needed"] == ["name", "id_number", "phone"]

    async def test_another_conversation_gets_another(self, applicant: Applicant, stranger: Applicant) -> None:
        assert (await applicant.begin())["id"] != (await stranger.begin())["id"]

    async def test_id_has_at_least_128_bits(self, applicant: Applicant) -> None:
        assert len((await applicant.begin())["id"]) * 6 >= 128

    async def test_twenty_at_once_get_one(self, applicant: Applicant) -> None:
        seen = set()

        async def begin() -> None:
            body = {"channel": "web", "conversation": "crowd"}
            seen.add(ok(await applicant.client.post("/intakes/current", json=body))["id"])

        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(begin)
        assert len(seen) == 1

    async def test_conversation_is_not_stored_as_given(
        self, applicant: Applicant, services: Services
    ) -> None:
        await applicant.begin()
        stored = await services.database.read(
            lambda session: session.scalars(text("SELECT conversation FROM intakes"))
        )
        assert applicant.conversation not in stored.all()

    async def test_after_closing_there_is_a_new_one(self, applicant: Applicant) -> None:
        first = await applicant.begin()
        assert (await applicant.client.delete(f"/intakes/{first['id']}")).status_code == 204
        assert (await applicant.begin())["id"] != first["id"]
        refused(
            await applicant.client.put(f"/intakes/{first['id']}/affair", json={"affair": FOOD}),
            409,
            "intake_not_open",
        )


@any_database
class TestAffair:
    async def test_a_fact_in_the_sentence_is_an_answer(self, applicant: Applicant) -> None:
        view = await applicant.choose(FOOD, "我租了个门面想开饭店")
        assert view["affair"]["id"] == FOOD
        assert {"question": PREMISES, "value": "leased"}.items() <= view["answers"][0].items()
        assert [answer["question"] for answer in view["understood"]] == [PREMISES]
        assert view["next_question"]["id"] != PREMISES

    async def test_answers_that_still_count_are_kept(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD, "我租了个门面想开饭店")
        await applicant.answer({AREA: "large"})
        view = await applicant.choose("open_restaurant")
        assert {answer["question"]: answer["value"] for answer in view["answers"]}[PREMISES] == "leased"

    async def test_answers_of_another_item_are_dropped_and_said(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer({AREA: "large", PREMISES: "owned"})
        view = await applicant.choose(None)
        assert {answer["question"] for answer in view["dropped"]} == {AREA, PREMISES}
        assert view["answers"] == []

    async def test_earlier_sentences_are_used_for_the_next_affair(self, applicant: Applicant) -> None:
        await applicant.begin()
        await applicant.choose(None, "我租了个门面")
        view = await applicant.choose(FOOD)
        assert {answer["question"]: answer["value"] for answer in view["answers"]}[PREMISES] == "leased"

    async def test_a_new_sentence_goes_before_an_earlier_answer(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD, "我租了个门面")
        view = await applicant.choose(FOOD, "房子其实是我自己的")
        assert {answer["question"]: answer["value"] for answer in view["answers"]}[PREMISES] == "owned"

    async def test_place_is_taken_from_the_sentence(self, applicant: Applicant) -> None:
        view = await applicant.choose(FOOD, "我在河西镇开饭店")
        assert view["place"] == {"id": "hexi", "name": "河西镇"}

    async def test_the_place_is_taken_back(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD, "我在河西镇开店")
        view = await applicant.answer(forget_place=True)
        assert view["place"] is None

    async def test_personal_data_in_a_sentence_are_not_stored(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = applicant.who.phone
        view = await applicant.choose(FOOD, f"我租了个门面电话{number}")
        assert number not in str(view["statements"])
        stored = await services.database.read(
            lambda session: session.scalars(text("SELECT statements FROM intakes"))
        )
        assert number not in str(stored.all())

    async def test_unknown_affair(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await applicant.put("affair", {"affair": "no.such"}), 404, "item_not_found")

    async def test_unknown_intake(self, applicant: Applicant) -> None:
        refused(await applicant.client.get("/intakes/nobody"), 404, "intake_not_found")


class TestAnswers:
    async def test_reply_to_the_pending_question_by_number(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await applicant.answer(text="第二个", pending=PREMISES)
        assert view["understood"] == [
            {"question": PREMISES, "text": "经营场所是自有还是租赁", "value": "leased", "label": "租赁"}
        ]

    async def test_everything_in_one_reply_is_used(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await applicant.answer(text="一百来平,我弟去帮我办", pending=AREA)
        heard = {answer["question"]: answer["value"] for answer in view["understood"]}
        assert heard == {AREA: "small", "agent": "agent"}

    async def test_plain_words_of_another_question_change_its_answer_and_it_is_said(
        self, applicant: Applicant
    ) -> None:
        await applicant.choose(FOOD, "我租了个门面")
        view = await applicant.answer(text="房子其实是我自己的", pending=AREA)
        assert {a["question"]: a["value"] for a in view["answers"]}[PREMISES] == "owned"
        assert view["changed"] == [
            {
                "question": PREMISES,
                "text": "经营场所是自有还是租赁",
                "value": "owned",
                "label": "自有",
                "earlier": "租赁",
            }
        ]

    @pytest.mark.parametrize("text", ["自家的房子可以吗", "如果是借的呢", "买的"])
    async def test_what_is_asked_supposed_or_short_changes_nothing(
        self, applicant: Applicant, text: str
    ) -> None:
        await applicant.choose(FOOD, "我租了个门面")
        view = await applicant.answer(text=text, pending=AREA)
        assert {a["question"]: a["value"] for a in view["answers"]}[PREMISES] == "leased"
        assert view["changed"] == []

    async def test_a_correction_takes_words_that_only_suggest(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD, "我租了个门面")
        view = await applicant.answer(text="借的", pending=AREA, correcting=True)
        assert {a["question"]: a["value"] for a in view["answers"]}[PREMISES] == "borrowed"

    async def test_explicit_answer_goes_before_the_text(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await applicant.answer({PREMISES: "owned"}, text="租的", pending=PREMISES)
        assert {a["question"]: a["value"] for a in view["answers"]}[PREMISES] == "owned"

    async def test_null_goes_back(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer({PREMISES: "owned"})
        view = await applicant.answer({PREMISES: None})
        assert view["next_question"]["id"] == PREMISES
        assert view["dropped"] == []

    async def test_unsure_is_an_answer(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        view = await applicant.answer(text="不知道", pending=AREA)
        assert {a["question"]: a["label"] for a in view["answers"]}[AREA] == "不确定"

    async def test_all_faults_are_named_at_once(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        body = {"answers": {"no_such": "x", PREMISES: "castle"}, "pending": "nothing", "place": "mars"}
        document = refused(await applicant.patch("answers", body), 422, "unknown_question")
        assert len(document["errors"]) == 4
        assert "castle" not in str(document)

    async def test_unknown_option(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        refused(await applicant.patch("answers", {"answers": {PREMISES: "castle"}}), 422, "unknown_option")

    async def test_without_affair(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await applicant.patch("answers", {"text": "租的"}), 409, "no_affair")

    async def test_parallel_answers_lose_nothing(self, applicant: Applicant) -> None:
        await applicant.choose("open_restaurant")
        asked = ok(await applicant.client.get("/items/open_restaurant"))["questions"]
        unconditional = [question for question in asked if question["id"] in (PREMISES, AREA, "agent")]
        answers = {question["id"]: question["options"][0]["value"] for question in unconditional}

        async def send(question: str, value: str) -> None:
            ok(await applicant.patch("answers", {"answers": {question: value}}))

        async with anyio.create_task_group() as group:
            for _ in range(7):
                for question, value in answers.items():
                    group.start_soon(send, question, value)
        stored = {a["question"]: a["value"] for a in (await applicant.look())["answers"]}
        assert answers.items() <= stored.items()


class TestPersonal:
    async def test_right_values_are_shown_masked_only(self, applicant: Applicant) -> None:
        await applicant.begin()
        view = await applicant.identify()
        assert view["contact_needed"] == []
        assert view["contact_problems"] == []
        for value in (
            applicant.who.name,
            applicant.who.id_number,
            applicant.who.phone,
            applicant.who.credit_code,
        ):
            assert value not in str(view)

    async def test_wrong_values_are_all_named_and_none_is_stored(self, applicant: Applicant) -> None:
        await applicant.begin()
        wrong = applicant.who.id_number[:-1] + ("0" if applicant.who.id_number[-1] != "0" else "1")
        body = {"values": {"id_number": wrong, "phone": "12345", "name": applicant.who.name}}
        view = ok(await applicant.put("personal", body))
        assert {problem["field"] for problem in view["contact_problems"]} == {"id_number", "phone"}
        assert wrong not in str(view)
        assert view["contact_needed"] == ["id_number", "phone"]

    @only_sqlite
    async def test_nothing_in_the_database_can_be_read(
        self, applicant: Applicant, services: Services
    ) -> None:
        await applicant.begin()
        await applicant.identify()
        await services.database.close()
        written = b"".join(path.read_bytes() for path in services.settings.data_dir.glob("intake.db*"))
        for value in (
            applicant.who.name,
            applicant.who.id_number,
            applicant.who.phone,
            applicant.who.credit_code,
        ):
            assert value.encode() not in written

    async def test_who_acts_for_somebody_else_is_asked_for_by_the_role(self, applicant: Applicant) -> None:
        await applicant.begin()
        ok(await applicant.put("affair", {"affair": FOOD, "statements": ["给我妈办食品经营许可"]}))
        view = ok(await applicant.patch("answers", {"answers": {"agent": "agent"}}))
        assert view["contact_labels"]["name"] == "申请人（您母亲）的姓名"
        assert view["contact_labels"]["agent_phone"] == "您（代办人）的手机号"
        assert {"name", "id_number", "agent_name", "agent_phone"} <= set(view["contact_needed"])

    async def test_data_go_to_whom_they_are_said_to_be_of(self, applicant: Applicant) -> None:
        await applicant.begin()
        ok(await applicant.put("affair", {"affair": FOOD, "statements": ["给我妈办食品经营许可"]}))
        ok(await applicant.patch("answers", {"answers": {"agent": "agent"}}))
        mine = {"values": {"name": "赵敏", "phone": person(41).phone}, "said": "我叫[姓名]，手机[手机号]"}
        view = ok(await applicant.put("personal", mine))
        assert view["contact_received"] == ["agent_name", "agent_phone"]
        hers = {"values": {"name": "李桂花", "id_number": person(42).id_number}, "said": "[姓名] [身份证号]"}
        view = ok(await applicant.put("personal", hers))
        assert view["contact_received"] == ["name", "id_number"]
        assert view["contact"]["name"] == "李**" and view["contact"]["agent_name"] == "赵*"

    async def test_who_is_who_may_be_said_with_the_data(self, applicant: Applicant) -> None:
        await applicant.begin()
        ok(await applicant.put("affair", {"affair": FOOD}))
        ok(await applicant.patch("answers", {"answers": {"agent": "agent"}}))
        said = {"values": {"name": "赵敏"}, "said": "我是替我妈办的，我叫[姓名]"}
        view = ok(await applicant.put("personal", said))
        assert view["contact_received"] == ["agent_name"]
        assert view["contact_labels"]["name"] == "申请人（您母亲）的姓名"

    @pytest.mark.parametrize(
        ("owner", "field"),
        [
            ("那个身份证不是她的，是我的", "id_number"),
            ("我闺女的身份证填错了", None),
            ("身份证是我闺女的", "agent_id_number"),
            ("材料都齐了", "agent_id_number"),
        ],
    )
    async def test_it_goes_to_whose_it_is_said_to_be(
        self, applicant: Applicant, owner: str, field: str | None
    ) -> None:
        await applicant.begin()
        ok(await applicant.put("affair", {"affair": FOOD}))
        ok(await applicant.patch("answers", {"answers": {"agent": "agent"}, "text": "我走不动，闺女帮我跑"}))
        given = {"values": {"id_number": person(42).id_number}, "said": "我闺女身份证[身份证号]"}
        assert ok(await applicant.put("personal", given))["contact_received"] == ["agent_id_number"]
        view = ok(await applicant.patch("personal", {"said": owner}))
        there = [kind for kind in view["contact"] if kind.endswith("id_number")]
        assert there == ([field] if field else [])

    async def test_without_an_agent_nothing_is_moved(self, applicant: Applicant) -> None:
        await applicant.begin()
        await applicant.identify()
        before = ok(await applicant.patch("personal", {"said": "你好"}))["contact"]
        assert ok(await applicant.patch("personal", {"said": "手机号是我闺女的"}))["contact"] == before

    async def test_what_is_taken_back_is_asked_for_again(self, applicant: Applicant) -> None:
        await applicant.begin()
        await applicant.identify()
        view = ok(await applicant.client.delete(f"/intakes/{applicant.id}/personal/name"))
        assert "name" not in view["contact"] and view["contact_needed"] == ["name"]
        again = ok(await applicant.client.delete(f"/intakes/{applicant.id}/personal/name"))
        assert again["contact_needed"] == ["name"]

    async def test_another_paper_takes_the_place_of_the_identity_number(self, applicant: Applicant) -> None:
        await applicant.begin()
        await applicant.identify()
        view = ok(await applicant.put("personal", {"values": {"passport": "E12345678"}}))
        assert "id_number" not in view["contact"] and view["contact"]["passport"] == "E******78"
        assert view["contact_needed"] == []

    async def test_a_plate_is_not_kept(self, applicant: Applicant) -> None:
        await applicant.begin()
        view = ok(await applicant.put("personal", {"values": {"plate": "鲁Q12A45"}}))
        assert view["contact"] == {} and view["contact_received"] == []

    async def test_unknown_kind_is_refused_without_echo(self, applicant: Applicant) -> None:
        await applicant.begin()
        document = refused(
            await applicant.put("personal", {"values": {"秘密": "123456"}}), 422, "invalid_payload"
        )
        assert "123456" not in str(document)
        assert "秘密" not in str(document)


@any_database
class TestMaterials:
    async def test_all_ready(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        view = await applicant.all_ready()
        content = ok(await applicant.client.get(f"/intakes/{applicant.id}/preview"))
        assert view["materials"] == {line["id"]: "ready" for line in content["materials"] if line["certain"]}

    async def test_one_missing_goes_before_all_ready(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        view = ok(await applicant.patch("materials", {"all_ready": True, "states": {APPLICATION: "missing"}}))
        assert view["materials"][APPLICATION] == "missing"

    async def test_unknown_material(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        refused(
            await applicant.patch("materials", {"states": {"moon_rock": "ready"}}), 422, "unknown_material"
        )

    async def test_promise_only_where_it_may_stand(self, applicant: Applicant, services: Services) -> None:
        await applicant.choose(FOOD)
        document = refused(
            await applicant.patch("materials", {"states": {APPLICATION: "promised"}}),
            422,
            "promise_not_allowed",
        )
        assert "食品经营许可申请书" in document["detail"]
        promising = next(item for item in services.catalogue.items.values() if item.promise_instead)
        await applicant.choose(promising.id)
        material = promising.promise_instead[0]
        view = ok(await applicant.patch("materials", {"states": {material: "promised"}}))
        assert view["materials"][material] == "promised"


@any_database
class TestGaps:
    async def test_all_kinds_at_once(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        gaps = ok(await applicant.client.get(f"/intakes/{applicant.id}/gaps"))["gaps"]
        assert {gap["kind"] for gap in gaps} == {"question", "material", "contact"}
        assert all(gap["say"].endswith(("。", "？")) for gap in gaps)

    async def test_none_when_prepared(self, applicant: Applicant) -> None:
        await applicant.prepare()
        assert ok(await applicant.client.get(f"/intakes/{applicant.id}/gaps")) == {"gaps": []}


@any_database
class TestSeveralOptions:
    CHANGE, CHANGED = "company_registration.change", "company_registration.changed"

    async def test_the_notice_lists_what_each_of_them_needs(self, applicant: Applicant) -> None:
        view = await applicant.choose(self.CHANGE, "公司法人和地址都要改")
        assert {"value": "place+representative", "label": "住所、法定代表人"}.items() <= view["answers"][
            0
        ].items()
        for value in ("several", "leased", "self"):
            view = await applicant.answer({view["next_question"]["id"]: value})
        drawn = await applicant.draw()
        names = {material["id"] for material in drawn["notice"]["content"]["materials"]}
        assert {"new_representative_paper", "lease"} <= {name.split(".")[-1] for name in names}

    async def test_what_is_added_changes_nothing_that_stands(self, applicant: Applicant) -> None:
        await applicant.choose(self.CHANGE, "公司换法人")
        view = ok(await applicant.patch("answers", {"text": "还有地址也要改"}))
        assert view["answers"][0]["value"] == "place+representative"
        assert view["changed"] == []

    async def test_what_is_taken_back_is_said(self, applicant: Applicant) -> None:
        await applicant.choose(self.CHANGE, "公司法人和地址都要改")
        view = ok(await applicant.patch("answers", {"text": "不对，地址不变"}))
        assert view["answers"][0]["value"] == "representative"
        assert [one["earlier"] for one in view["changed"]] == ["住所"]

    async def test_an_answer_of_two_options_where_one_is_asked_is_refused(self, applicant: Applicant) -> None:
        view = await applicant.choose(self.CHANGE, "公司换法人")
        question = view["next_question"]["id"]
        refused(
            await applicant.patch("answers", {"answers": {question: "one+several"}}), 422, "unknown_option"
        )
