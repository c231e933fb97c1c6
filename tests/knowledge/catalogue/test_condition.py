"""Conditions are written short and follow Kleene's strong logic of three values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from knowledge.catalogue.condition import NOT_ASKED, UNSURE, All, Any_, Condition, Is, Not

READ: TypeAdapter[Condition] = TypeAdapter(Condition)


def holds(raw: Any, **answers: str) -> bool | None:
    return READ.validate_python(raw).holds(answers)


class TestShorthand:
    def test_one_answer(self) -> None:
        assert READ.validate_python({"premises": "leased"}) == Is(question="premises", values=("leased",))

    def test_one_of_several(self) -> None:
        assert holds({"premises": ["leased", "borrowed"]}, premises="borrowed") is True

    def test_two_questions_are_both(self) -> None:
        assert isinstance(READ.validate_python({"a": "x", "b": "y"}), All)

    def test_a_bare_yes_of_yaml(self) -> None:
        assert READ.validate_python({"agent": True}) == Is(question="agent", values=("yes",))
        assert READ.validate_python({"agent": [False]}) == Is(question="agent", values=("no",))

    def test_nested(self) -> None:
        raw = {"any": [{"agent": "yes"}, {"not": {"area": "small"}}], "kind": "shop"}
        assert holds(raw, agent="no", area="large", kind="shop") is True
        assert holds(raw, agent="no", area="small", kind="shop") is False

    @pytest.mark.parametrize(
        "raw",
        [{}, [], "leased", None, 3, {"all": {"a": "b"}}, {"a": 3}, {"a": None}, {"a": {"b": "c"}}, {"a": []}],
    )
    def test_anything_else_is_refused(self, raw: Any) -> None:
        with pytest.raises(ValidationError):
            READ.validate_python(raw)

    def test_is_read_from_what_it_is_written_as(self) -> None:
        condition = READ.validate_python({"any": [{"a": "x"}, {"not": {"b": ["y", "z"]}}], "c": "w"})
        assert READ.validate_python(condition.model_dump()) == condition
        assert READ.validate_python(condition) is condition


class TestTruth:
    @pytest.mark.parametrize(
        ("answer", "truth"), [("x", True), ("y", False), (UNSURE, None), (None, None), (NOT_ASKED, False)]
    )
    def test_of_an_answer(self, answer: str | None, truth: bool | None) -> None:
        assert Is(question="q", values=("x",)).holds({"q": answer} if answer is not None else {}) is truth

    def test_renamed(self) -> None:
        condition = READ.validate_python({"any": [{"a": "x"}, {"not": {"b": "y"}}]})
        assert {atom.question for atom in condition.renamed(lambda name: f"food.{name}").atoms()} == {
            "food.a",
            "food.b",
        }


ATOMS = st.builds(Is, question=st.sampled_from("abc"), values=st.sampled_from([("x",), ("y",), ("x", "y")]))
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds(Not, not_=inner),
        st.builds(lambda parts: All(all=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: Any_(any=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=6,
)
ANSWERS = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["x", "y", "z", UNSURE]))


@given(CONDITIONS, CONDITIONS, ANSWERS)
def test_laws_of_kleene(p: Condition, q: Condition, answers: dict[str, str]) -> None:
    def truth(condition: Condition) -> bool | None:
        return condition.holds(answers)

    both, either = All(all=(p, q)), Any_(any=(p, q))
    assert truth(Not(not_=Not(not_=p))) is truth(p)
    assert truth(Not(not_=both)) is truth(Any_(any=(Not(not_=p), Not(not_=q))))
    assert truth(Not(not_=either)) is truth(All(all=(Not(not_=p), Not(not_=q))))
    assert truth(both) is truth(All(all=(q, p)))
    assert truth(either) is truth(Any_(any=(q, p)))
    assert truth(All(all=(p, p))) is truth(p)
    assert truth(All(all=(p, either))) is truth(p)


@given(CONDITIONS, ANSWERS, st.sampled_from("abc"), st.sampled_from(["x", "y", "z"]))
def test_what_is_known_stays_so_when_more_is_said(
    condition: Condition, answers: dict[str, str], question: str, value: str
) -> None:
    before = condition.holds(answers)
    if before is not None and answers.get(question) in (None, UNSURE):
        assert condition.holds({**answers, question: value}) is before
