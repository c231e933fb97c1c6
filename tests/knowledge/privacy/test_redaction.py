"""Personal data are cut out however they are written, and nothing else is."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.people import people, person
from knowledge.base.text import normalise
from knowledge.privacy.kinds import Personal
from knowledge.privacy.redaction import redact
from tests.effort import calls_of

ONE = person(11)
ID = ONE.id_number[:17] + "X"
TYPO = ONE.id_number[:10] + "99" + ONE.id_number[12:17] + "1"


def kinds(text: str, **expecting: bool) -> list[Personal]:
    return [one.kind for one in redact(text, **expecting)[1]]


class TestIdNumber:
    @pytest.mark.parametrize(
        "written",
        [
            ID,
            ID.lower(),
            f"身份证号{ID}。",
            f"sfz{ID}谢谢",
            f"{ID[:6]} {ID[6:14]} {ID[14:]}",
            f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
            f"{ID[:6]} {ID[6:10]} {ID[10:12]} {ID[12:14]} {ID[14:]}",
            f"{ID[:3]} {ID[3:6]} {ID[6:10]} {ID[10:14]} {ID[14:]}",
            f"{ID[:6]}.{ID[6:14]}.{ID[14:]}",
            f"我的是{ID}，帮我看看",
        ],
    )
    def test_every_way_of_writing(self, written: str) -> None:
        text, taken = redact(written)
        assert [(one.kind, one.value) for one in taken] == [(Personal.ID_NUMBER, ID)]
        assert "[身份证号]" in text
        assert not re.search(r"\d{4}", text)

    @pytest.mark.parametrize("length", [15, 18, 20, 25, 40])
    def test_mistyped_or_old_numbers(self, length: int) -> None:
        number = ("1" + TYPO[1:] * 3)[:length]
        text, taken = redact(f"号码是{number}")
        assert text == "号码是[身份证号]"
        assert taken[0].value == number

    def test_digits_one_by_one(self) -> None:
        assert kinds(" ".join(ONE.id_number[:17] + "3")) == [Personal.ID_NUMBER]


class TestPhone:
    @pytest.mark.parametrize(
        "template",
        [
            "{a}{b}{c}",
            "{a} {b} {c}",
            "{a}-{b}-{c}",
            "+86{a}{b}{c}",
            "+86 {a}{b}{c}",
            "86-{a}-{b}-{c}",
            "0086{a}{b}{c}",
            "(+86){a}{b}{c}",
            "电话{a}{b}{c}",
            "tel{a}{b}{c}",
            "手机:{a}{b}{c},",
            "{a}.{b}.{c}",
            "{a}{b}{c}微信同号",
        ],
    )
    def test_every_way_of_writing(self, template: str) -> None:
        phone = ONE.phone
        text, taken = redact(template.format(a=phone[:3], b=phone[3:7], c=phone[7:]))
        assert [(one.kind, one.value) for one in taken] == [(Personal.PHONE, phone)]
        assert phone[-4:] not in text

    def test_other_groups(self) -> None:
        phone = ONE.phone
        for parts in ((3, 6, 11), (4, 7, 11), (5, 8, 11), (3, 11), (5, 11)):
            cuts = [phone[a:b] for a, b in zip((0, *parts[:-1]), parts, strict=True)]
            assert kinds(" ".join(cuts)) == [Personal.PHONE], cuts

    @pytest.mark.parametrize("digits", [10, 12])
    def test_a_digit_too_few_or_many_where_a_phone_is_announced(self, digits: int) -> None:
        assert kinds(f"手机号是{(ONE.phone + '5')[:digits]}") == [Personal.PHONE]

    def test_in_chinese_digits(self) -> None:
        text, taken = redact("一三八一二三四五六七八")
        assert (text, taken[0].value) == ("[手机号]", "13812345678")


class TestOtherNumbers:
    @pytest.mark.parametrize("seed", range(5))
    def test_credit_code(self, seed: int) -> None:
        code = person(seed).credit_code
        for written in (
            code,
            code.lower(),
            f"{code[:4]} {code[4:8]} {code[8:12]} {code[12:16]} {code[16:]}",
            f"代码{code}，",
        ):
            assert [(one.kind, one.value) for one in redact(written)[1]] == [(Personal.CREDIT_CODE, code)]

    def test_mistyped_credit_code(self) -> None:
        assert kinds(ONE.credit_code[:-1]) == [Personal.CREDIT_CODE]
        assert kinds(ONE.credit_code + "9") == [Personal.CREDIT_CODE]

    @pytest.mark.parametrize(
        "card", ["6222021234567890", "6222021234567890123", "6222 0212 3456 7890", "6222-0212-3456-7890-123"]
    )
    def test_bank_card(self, card: str) -> None:
        assert kinds(f"卡号{card}") == [Personal.BANK_CARD]

    def test_email(self) -> None:
        assert redact("发到zhang.san+1@example.com.cn吧")[0] == "发到[邮箱]吧"

    @pytest.mark.parametrize(
        ("text", "redacted"),
        [
            ("261123000017 尾号6688", "261123000017 尾号[尾号]"),
            ("261123000017,6688", "261123000017,[尾号]"),
            ("301123000017 6688", "301123000017 [尾号]"),
            ("261123000017 后四位是6688", "261123000017 后四位是[尾号]"),
            ("手机后4位:6688", "手机后4位:[尾号]"),
            ("后四位数字是6688", "后四位数字是[尾号]"),
        ],
    )
    def test_tail(self, text: str, redacted: str) -> None:
        assert redact(text)[0] == redacted
        assert [(one.kind, one.value) for one in redact(text)[1]] == [(Personal.PHONE_TAIL, "6688")]

    @pytest.mark.parametrize("text", ["6688", "是6688", " 6688 。", "6688吧"])
    def test_bare_tail_only_where_it_was_asked_for(self, text: str) -> None:
        assert kinds(text, expecting_tail=True) == [Personal.PHONE_TAIL]
        assert kinds(text) == []


class TestNames:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("我叫张伟，要办证", "张伟"),
            ("我叫张伟想办身份证", "张伟"),
            ("我叫李有才", "李有才"),
            ("姓名:欧阳娜娜 电话", "欧阳娜娜"),
            ("姓名李有才电话[手机号]", "李有才"),
            ("我的名字是王芳。", "王芳"),
            ("联系人是王芳，", "王芳"),
            ("我叫阿卜杜拉·买买提，要办证", "阿卜杜拉·买买提"),
            ("我叫阿不都拉•买买提", "阿不都拉·买买提"),
            ("我叫古丽‧买买提", "古丽·买买提"),
            ("姓名：古丽・买买提", "古丽·买买提"),
            ("我叫王㛃，办证", "王㛃"),
            ("姓名:㐀𠮷", "㐀𠮷"),
            ("我叫 John Smith", "John Smith"),
            ("my name is Maria Lopez", "Maria Lopez"),
            ("我妈叫李桂花", "李桂花"),
            ("孩子叫李小明，6岁", "李小明"),
            ("老板叫陈富贵", "陈富贵"),
            ("姓名也不对，叫孙勤", "孙勤"),
            ("名字改成王㛃", "王㛃"),
            ("姓名写错了，应该是欧阳予倩", "欧阳予倩"),
            ("大伯是尊称，名字是赵大田", "赵大田"),
            ("是章强不是张强", "章强"),
            ("不是张强是章强", "章强"),
        ],
    )
    def test_announced(self, text: str, name: str) -> None:
        assert [(one.kind, one.value) for one in redact(text)[1]] == [(Personal.NAME, name)]
        assert name not in redact(text)[0]

    def test_bare_where_it_was_asked_for(self) -> None:
        for one in people(60):
            text, taken = redact(f"{one.name}，{one.id_number}，{one.phone}", expecting_name=True)
            assert text == "[姓名]，[身份证号]，[手机号]"
            assert {each.kind: each.value for each in taken} == {
                Personal.NAME: one.name,
                Personal.ID_NUMBER: one.id_number,
                Personal.PHONE: one.phone,
            }

    @pytest.mark.parametrize(
        "text",
        [
            "都齐了",
            "全齐了",
            "都准备好",
            "都有了",
            "马上",
            "马上办",
            "文件",
            "盖章",
            "谢谢",
            "谢谢您",
            "高兴",
            "简单",
            "单位",
            "公司",
            "时间",
            "那好",
            "能提交",
            "申请",
            "广告",
            "空白",
            "容缺",
            "麻烦了",
            "应该有",
            "何时",
            "平时",
            "师傅",
            "周一",
            "明天",
            "提交",
            "材料都齐了",
            "不用了",
        ],
    )
    def test_ordinary_words_are_no_names(self, text: str) -> None:
        assert redact(text, expecting_name=True) == (text, ())

    @pytest.mark.parametrize(
        "text",
        [
            "申请人和代办人都要来吗",
            "联系人是公司员工",
            "姓名变更要什么",
            "姓名都写错了",
            "我叫外卖",
            "店的名字叫张记面馆",
            "申请人应当到场",
            "名字对不上",
            "名字不对",
            "叫我来办的",
        ],
    )
    def test_what_is_no_name(self, text: str) -> None:
        assert redact(text) == (text, ())

    @pytest.mark.parametrize(
        "text", ["㐀𠮷", "买买提·阿不都", "买买提.阿不都", "买买提・阿不都拉", "John Smith", "王㛃"]
    )
    def test_bare_names_of_every_kind(self, text: str) -> None:
        assert redact(text, expecting_name=True)[0] == "[姓名]"

    @pytest.mark.parametrize("text", ["周大爷", "好的.谢谢", "李师傅", "谢谢.再见"])
    def test_a_form_of_address_is_no_name(self, text: str) -> None:
        assert redact(text, expecting_name=True) == (text, ())

    @pytest.mark.parametrize("text", ["小名叫狗蛋", "不是张强"])
    def test_what_is_denied_is_cut_out_and_not_kept(self, text: str) -> None:
        said, taken = redact(text)
        assert "[姓名]" in said and taken == ()


class TestPapersAndPlates:
    @pytest.mark.parametrize(
        ("text", "redacted"),
        [
            ("我的护照E12345678", "我的护照[护照号]"),
            ("护照号是 K0123456A", "护照号是 [护照号]"),
            ("护照号码EA1234567", "护照号码[护照号]"),
            ("passport no. 531234567", "passport no. [护照号]"),
            ("回乡证H12345678", "回乡证[通行证号]"),
            ("台胞证 12345678", "台胞证 [通行证号]"),
            ("通行证C12345678", "通行证[通行证号]"),
            ("永居证CHN123456789012", "永居证[永居证号]"),
            ("鲁Q·12A45", "[车牌号]"),
            ("车牌鲁QD12345", "车牌[车牌号]"),
            ("粤B1234挂", "[车牌号]"),
            ("座机0539-8123456", "座机[固定电话]"),
            ("(0539)8123456转", "[固定电话]转"),
            ("电话 0539 8123456", "电话 [固定电话]"),
            ("0539-812-3456", "[固定电话]"),
            ("座机 8123456", "座机 [固定电话]"),
            ("身份证110105 19900307 12", "身份证[身份证号]"),
            ("身份证号 1101051990", "身份证号 [身份证号]"),
            ("110105 1990 0307 123", "[身份证号]"),
            ("110105-1990-03-07-1", "[身份证号]"),
        ],
    )
    def test_are_cut_out(self, text: str, redacted: str) -> None:
        assert redact(text)[0] == redacted

    @pytest.mark.parametrize(
        "text",
        [
            "告知单GZ20261123-0007",
            "费用 100000-200000",
            "12345 12333",
            "川A粉店",
            "云E店1234",
            "我有两本护照 12 年了",
            "身份证2026年到期",
            "身份证2026-11-23到期",
            "20261123",
        ],
    )
    def test_other_numbers_stay(self, text: str) -> None:
        assert redact(text) == (text, ())


class TestAddresses:
    @pytest.mark.parametrize(
        ("text", "redacted", "value"),
        [
            ("我家住河西镇向阳村3组，身份证丢了", "我家住河西镇[地址]，身份证丢了", "河西镇向阳村3组"),
            ("住在人民路12号身份证丢了怎么补", "住在[地址]身份证丢了怎么补", "人民路12号"),
            ("地址:河西镇人民路12号3栋2单元501室", "地址:河西镇[地址]", "河西镇人民路12号3栋2单元501室"),
        ],
    )
    def test_the_house_is_cut_and_the_town_stays(self, text: str, redacted: str, value: str) -> None:
        said, taken = redact(text)
        assert (said, [(one.kind, one.value) for one in taken]) == (redacted, [(Personal.ADDRESS, value)])

    @pytest.mark.parametrize("text", ["我住在河西镇", "公司地址要变更", "你们地址在哪", "住址变了要换证吗"])
    def test_no_house(self, text: str) -> None:
        assert redact(text) == (text, ())


class TestStays:
    @pytest.mark.parametrize(
        "text",
        [
            "办件261123000017到哪了",
            "261123000017",
            "2026年11月23日",
            "2026-11-23 09:00",
            "2026-11-23 2026-12-01",
            "面积120.5平方米,租金3000元,注册资本1000000元",
            "2023 2024 2025 2026",
            "12345热线",
            "电话0000-8600-1001",
            "K7QM-2WXD",
            "继续 K7QM-2WXD",
            "100 200 300 400 500 600",
            "第二个",
            "[姓名],[手机号],[身份证号]",
            "我叫[姓名],电话[手机号],尾号[尾号],住在[地址]",
        ],
    )
    def test_is_left_alone(self, text: str) -> None:
        assert redact(text) == (text, ())

    def test_values_are_never_printed(self) -> None:
        _, taken = redact(ONE.id_number)
        assert ONE.id_number not in repr(taken)

    def test_several_at_once(self) -> None:
        text, taken = redact(f"我叫王芳,身份证{ID},手机{ONE.phone},公司{ONE.credit_code},卡6222021234567890")
        assert text == "我叫[姓名],身份证[身份证号],手机[手机号],公司[信用代码],卡[银行卡号]"
        assert [one.kind for one in taken] == [
            Personal.NAME,
            Personal.ID_NUMBER,
            Personal.PHONE,
            Personal.CREDIT_CODE,
            Personal.BANK_CARD,
        ]

    def test_they_come_in_the_order_of_the_text(self) -> None:
        other = person(12)
        _, taken = redact(f"手机+86{ONE.phone}和{other.phone},我叫{ONE.name},她叫{other.name}")
        assert [one.value for one in taken] == [ONE.phone, other.phone, ONE.name, other.name]

    def test_a_long_paste_is_little_work(self) -> None:
        redact("张伟", expecting_name=True)
        for text in (
            "1" * 1000,
            "1 " * 500,
            "住在" + "路" * 990,
            "a" * 999 + "@",
            "我叫" + "张" * 990,
            "12号" * 330,
        ):
            work = partial(redact, text, expecting_name=True, expecting_tail=True)
            assert calls_of(work) < 3 * len(text), text[:10]


_PIECES = st.sampled_from(
    [
        "我叫",
        "张伟",
        "李四",
        "，",
        ",",
        " ",
        "-",
        "电话",
        "尾号",
        "6688",
        "261123000017",
        "1381234",
        "5678",
        ONE.phone,
        ONE.id_number,
        ONE.credit_code,
        "X",
        "x",
        "19900101",
        "110101",
        "住在",
        "人民路",
        "12号",
        "3栋",
        "姓名",
        "[姓名]",
        "[",
        "]",
        "@",
        "a.com",
        "。",
        "村",
        "镇",
        "+86",
        "一二三",
        "是",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join), st.booleans(), st.booleans())
def test_redacting_twice_changes_nothing(text: str, tail: bool, name: bool) -> None:
    once, _ = redact(normalise(text), expecting_tail=tail, expecting_name=name)
    assert redact(once, expecting_tail=tail, expecting_name=name) == (once, ())
    assert not re.search(r"\d{15}", once)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789Xx -我号a", max_size=60))
def test_no_run_of_fifteen_digits_survives(text: str) -> None:
    assert not re.search(r"\d{15}", redact(normalise(text))[0])


@settings(deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from(["", " ", "，", "我", "号", "a"]),
    st.sampled_from(["", " ", "。", "我", "b"]),
)
def test_no_value_of_an_applicant_survives(seed: int, before: str, after: str) -> None:
    one = person(seed)
    for value in (one.id_number, one.phone):
        assert value not in redact(f"{before}{value}{after}")[0]
