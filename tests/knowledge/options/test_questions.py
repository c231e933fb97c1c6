"""What is known of a question: ranges, words that other questions lend, vectors."""

from __future__ import annotations

from knowledge.options.examples import examples, sentences, words_left_out
from knowledge.options.known_question import Vectors
from knowledge.options.questions import known_questions, texts_of
from tests.knowledge.catalogues import small_catalogue
from tests.knowledge.options.fake_encoder import CharacterEncoder

CATALOGUE = small_catalogue()
KNOWN = known_questions(CATALOGUE, None)


def test_labels_alike_lend_each_other_their_words() -> None:
    same = {
        option.value: lent for option, lent in zip(KNOWN["cold"].options, KNOWN["cold"].lent, strict=True)
    }
    assert not same["yes"]
    questions = dict(CATALOGUE.questions)
    questions["shop"] = questions["premises"].model_copy(update={"text": "门面是自有还是租赁"})
    known = known_questions(small_catalogue(questions=questions), None)
    words = {one.word for one in known["shop"].lent[1]}
    assert {"租赁", "租的", "租来的"} <= words


def test_a_word_left_out_is_gone_and_labels_stay() -> None:
    question = KNOWN["premises"].without("租的")
    assert "租的" not in question.flat
    assert "租赁" in KNOWN["premises"].without("租赁").flat
    assert "租的" in KNOWN["premises"].flat


def test_every_text_of_a_question_has_a_vector() -> None:
    encoder = CharacterEncoder()
    texts = texts_of(CATALOGUE)
    vectors = Vectors.of(texts, encoder.encode(texts))
    known = known_questions(CATALOGUE, vectors)
    assert all(question.points is not None for question in known.values())
    assert KNOWN["premises"].points is None


def test_each_word_is_left_out_once() -> None:
    left = words_left_out(KNOWN)
    assert len({(one.question, one.text) for one in left}) == len(left)
    assert all(one.text == one.left_out for one in left)


def test_examples_hold_answers_and_what_is_none() -> None:
    told = examples(KNOWN, CATALOGUE)
    assert told == examples(KNOWN, CATALOGUE)
    assert any(one.value is None for one in told)
    assert any(one.left_out and one.text != one.left_out for one in told)
    assert all(one.left_out in one.text for one in told)
    assert all(
        one.value in CATALOGUE.questions[one.question].options for one in told if one.value is not None
    )


def test_frames_and_questions_have_one_gap() -> None:
    for line in (*sentences().frames, *sentences().questions):
        assert line.count("{}") == 1
    assert len(sentences().nothing) >= 60
