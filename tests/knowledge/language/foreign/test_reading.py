"""What is typed in other languages and letters is read as Mandarin."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.base.text import normalise
from knowledge.elsewhere.load import load_register
from knowledge.language.foreign import Foreign, ForeignReader, Language
from knowledge.language.foreign.english_names import english_names
from tests.shipped import shipped_catalogue


@cache
def _reader() -> ForeignReader:
    """It reads pinyin by the names, aliases and phrasings that are shipped."""
    catalogue = shipped_catalogue()
    register = load_register(catalogue)
    items = [said for one in catalogue.items.values() for said in (one.name, *one.aliases)]
    matters = [said for one in register.matters.values() for said in (one.name, *one.phrasings)]
    return ForeignReader([normalise(said) for said in (*items, *matters)])


def read_foreign(text: str) -> Foreign:
    return _reader().read(text)


class TestPinyin:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("shenfenzheng diu le", "身份证丢了"),
            ("shen fen zheng diu le zen me ban", "身份证丢了怎么办"),
            ("shēn fèn zhèng diū le", "身份证丢了"),
            ("shen1fen4zheng4 diu1 le", "身份证丢了"),
            ("Wo yao ban yingyezhizhao", "我要办营业执照"),
            ("jiazhao daoqi le", "驾照到期了"),
            ("gongjijin zenme tiqu", "公积金怎么提取"),
            ("hukou ben diu le", "户口本丢了"),
            ("gei haizi shang hukou", "给孩子上户口"),
            ("nimen jidian xiaban", "你们几点下班"),
            ("wo xiang li hun", "我想离婚"),
            ("bu zhidao", "不知道"),
            ("hao de", "好的"),
            ("shi", "是"),
        ],
    )
    def test_a_sentence_of_letters(self, said: str, meant: str) -> None:
        heard = read_foreign(normalise(said))
        assert (heard.language, heard.chinese) == (Language.PINYIN, meant)

    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("身份zheng丢了，zenme办", "身份证丢了,怎么办"),
            ("驾照xuyao换", "驾照需要换"),
            ("sfz丢了咋办", "身份证丢了咋办"),
            ("我的hkb不见了", "我的户口本不见了"),
            ("开ktv要什么证", "开ktv要什么证"),
            ("KTV要办什么证", "KTV要办什么证"),
            ("C1到期换证", "C1到期换证"),
            ("etc怎么注销", "etc怎么注销"),
            ("A证年审", "A证年审"),
            ("我想renew驾照", "我想到期换证驾照"),
        ],
    )
    def test_letters_among_characters(self, said: str, meant: str) -> None:
        assert read_foreign(normalise(said)).chinese == meant


class TestEnglish:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("how can I renew the driving licence", "驾照到期换证"),
            ("I lost my ID card", "身份证丢了"),
            ("lost my id", "身份证丢了"),
            ("My passport expired", "护照到期了"),
            ("passport has been stolen", "护照被偷了"),
            ("I want to open a company", "开公司"),
            ("how can I get a residence permit?", "办居住证"),
            ("I'd like to register my new car", "新车登记"),
            ("what documents do I need for a business license", "办营业执照,要带什么材料"),
            ("I lost my wallet and my id card", "钱包和身份证丢了"),
            ("I want to transfer my car to my wife", "汽车过户"),
            ("My boss has not paid my wages", "拖欠工资"),
            ("my husband died what should I do", "老公去世了"),
            ("where do I pay a traffic fine", "交违章罚款,在哪里办"),
            ("I want to get divorced", "离婚"),
            ("what time do you open", "几点上班"),
            ("where are you located", "你们在哪里"),
        ],
    )
    def test_a_sentence(self, said: str, meant: str) -> None:
        heard = read_foreign(normalise(said))
        assert (heard.language, heard.chinese) == (Language.ENGLISH, meant)
        assert heard.wants_english

    def test_names_are_those_of_the_shipped_catalogue(self) -> None:
        catalogue = shipped_catalogue()
        assert [key for key in english_names() if catalogue.affair(key) is None] == []
        assert len(english_names()) >= 60


class TestCantonese:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("我嘅身份證唔見咗點補", "我的身份证丢了怎么补"),
            ("護照過咗期點換", "护照过期了怎么换"),
            ("幫阿媽攞生果金", "帮妈妈拿高龄津贴"),
            ("你哋幾點收工", "你们几点下班"),
            ("我想同我個仔攞出世紙", "我想帮我儿子拿出生医学证明"),
            ("老闆拖糧點算", "老板拖欠工资怎么办"),
        ],
    )
    def test_words_of_cantonese(self, said: str, meant: str) -> None:
        heard = read_foreign(normalise(said))
        assert (heard.language, heard.chinese) == (Language.CANTONESE, meant)

    @pytest.mark.parametrize(
        "said", ["联系我", "没关系的", "系统打不开", "体系认证怎么办", "牌照要换", "营业执照丢了"]
    )
    def test_what_is_mandarin_stays(self, said: str) -> None:
        heard = read_foreign(normalise(said))
        assert (heard.language, heard.chinese) == (Language.MANDARIN, said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("身份证搞落了啷个办", "身份证丢了怎么办"),
        ("俺娘的医保本搞丢了咋整", "我妈的医保本搞丢了怎么办"),
        ("崽崽要上户口", "孩子要上户口"),
        ("证莫得了", "证没了"),
    ],
)
def test_words_of_dialects(said: str, meant: str) -> None:
    assert read_foreign(normalise(said)).chinese == meant


@pytest.mark.parametrize("said", ["", "123", "。。。", "[姓名]", "😀", "a", "[手机号] [身份证号]"])
def test_what_is_no_language_stays(said: str) -> None:
    assert read_foreign(normalise(said)).chinese == normalise(said)
