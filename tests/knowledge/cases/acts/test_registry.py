"""Every act is whole: payload, effect, words, somewhere to be done; a missing piece is an error when the program loads."""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from knowledge.base.frozen import Frozen
from knowledge.cases.acts.definition import ActDefinition
from knowledge.cases.acts.payloads import Nothing
from knowledge.cases.acts.registry import ACTS, FAMILIES, Incomplete, gathered
from knowledge.cases.acts.words import Words
from knowledge.cases.procedure.transitions import check_places
from knowledge.cases.record.act import ACT_OF, Act
from knowledge.cases.record.choices import NamedChoice
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import STATE_OF, STATES, CaseState


def named_choices(kind: type[NamedChoice] = NamedChoice) -> list[type[NamedChoice]]:
    return [found for sub in kind.__subclasses__() for found in (sub, *named_choices(sub))]


class TestRegistry:
    def test_every_act_in_the_order_of_the_enum(self) -> None:
        assert list(ACTS) == list(Act)
        assert all(act is definition.act for act, definition in ACTS.items())

    def test_an_act_without_definition(self) -> None:
        with pytest.raises(Incomplete, match=r"acts without definition: submit, receive$"):
            gathered(one for act, one in ACTS.items() if act not in (Act.SUBMIT, Act.RECEIVE))

    def test_an_act_with_two(self) -> None:
        with pytest.raises(Incomplete, match="accept is defined twice"):
            gathered([*ACTS.values(), ACTS[Act.ACCEPT]])

    def test_an_act_that_can_be_done_nowhere(self) -> None:
        with pytest.raises(Incomplete, match="acts that can be done nowhere: deliver"):
            check_places(act for act in Act if act is not Act.DELIVER)

    def test_effect_and_words_cannot_be_left_out(self) -> None:
        with pytest.raises(TypeError, match="'effect' and 'words'"):
            ActDefinition(Act.RECEIVE, Nothing)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="'timeline'"):
            Words("收件")  # type: ignore[call-arg]

    def test_every_module_of_the_room_that_defines_acts_is_a_family(self) -> None:
        here = Path(inspect.getfile(gathered)).parent
        defining = {path.stem for path in here.glob("*.py") if "= ActDefinition(" in path.read_text("utf-8")}
        assert defining == {family.__name__.rpartition(".")[2] for family in FAMILIES}


class TestDefinitions:
    @pytest.mark.parametrize("definition", ACTS.values(), ids=ACTS)
    def test_effect_and_preconditions_take_its_payload(self, definition: ActDefinition[Any]) -> None:
        parts = [definition.effect, *definition.preconditions, definition.fields_in_words]
        taken = {
            inspect.signature(part).parameters["payload"].annotation
            for part in parts
            if "payload" in inspect.signature(part).parameters
        }
        assert taken <= {definition.payload.__name__, Frozen.__name__, "Any"}

    @pytest.mark.parametrize("definition", ACTS.values(), ids=ACTS)
    def test_names_and_sentences_are_chinese(self, definition: ActDefinition[Any]) -> None:
        words = definition.words
        for text in (words.name, words.timeline):
            assert any("\u4e00" <= letter <= "\u9fff" for letter in text)
        assert "{" not in words.name + words.paper

    def test_names_are_told_apart(self) -> None:
        names = [definition.words.name for definition in ACTS.values()]
        assert len(set(names)) == len(names)


class TestNames:
    def test_what_is_stored_leads_back(self) -> None:
        assert {str(act): act for act in Act} == ACT_OF
        assert {str(state): state for state in CaseState} == STATE_OF
        assert list(STATES) == list(CaseState)

    def test_names_fit_their_columns(self) -> None:
        assert max(map(len, Act)) <= 40 and max(map(len, CaseState)) <= 20

    def test_every_choice_has_a_label_and_is_found_by_its_stored_value(self) -> None:
        found = named_choices()
        assert len(found) >= 6
        for kind in found:
            for choice in kind:
                assert choice.label and kind(choice.value) is choice  # type: ignore[call-arg]

    def test_facts_remember_states_as_states(self) -> None:
        assert {field.name for field in fields(CaseFacts) if "CaseState" in str(field.type)} == {
            "state",
            "resume",
        }
