"""Sentences for corrections: shipped ones fit what there is, and are filled by the notice."""

from __future__ import annotations

from knowledge.papers.canned import (
    CannedSource,
    MaterialWords,
    fields_of,
    sentences_for,
    shipped_sentences,
)
from knowledge.papers.finding import Severity
from knowledge.papers.kinds import known_kinds
from knowledge.papers.wording import wordings

FIELDS = {"材料", "标准", "形式", "份数"}


def test_shipped_ones_name_only_what_there_is() -> None:
    shipped = shipped_sentences()
    assert shipped.kinds.keys() <= known_kinds().kinds.keys()
    assert shipped.findings.keys() <= wordings().keys()
    grave = {code for code, wording in wordings().items() if wording.severity is Severity.MEND}
    assert grave <= shipped.findings.keys()


def test_each_is_a_sentence_whose_fields_are_known() -> None:
    shipped = shipped_sentences()
    every = [*shipped.general, *sum(shipped.kinds.values(), ()), *sum(shipped.findings.values(), ())]
    assert all(one.endswith("。") and fields_of(one) <= FIELDS for one in every)
    assert all("！" not in one for one in every)


def test_what_the_pre_check_found_comes_first() -> None:
    found = sentences_for(MaterialWords("营业执照复印件"), ["blurred", "expired"])
    assert [one.source for one in found[:3]] == [
        CannedSource.FINDING,
        CannedSource.FINDING,
        CannedSource.KIND,
    ]
    assert found[0].text == "「营业执照复印件」的照片模糊，看不清字，请重新拍照或者扫描。"
    assert found[-1].source is CannedSource.GENERAL


def test_what_the_notice_does_not_say_is_not_asked_for() -> None:
    bare = {one.text for one in sentences_for(MaterialWords("申请书"))}
    whole = {one.text for one in sentences_for(MaterialWords("申请书", "填写齐全。", "原件", 2))}
    assert whole - bare == {
        "「申请书」不符合受理标准：填写齐全。请按标准重新提交。",
        "「申请书」要原件，请补交原件。",
        "「申请书」要2份，请补齐。",
    }


def test_each_is_offered_once() -> None:
    texts = [one.text for one in sentences_for(MaterialWords("申请书"), ["other_paper", "not_recognised"])]
    assert len(texts) == len(set(texts))
