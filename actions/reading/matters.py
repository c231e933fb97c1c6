"""Readings as a matter: an item wanted, one that others do, an answer of the library, a department, a circumstance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.pending.case import CaseInHand
from actions.pending.question import ItemChoice
from actions.pending.submission import Confirmation
from actions.pending.utterance import ASKING, Utterance
from actions.reading.context import Context
from api.catalogue.schemas import CandidateView, SearchResult
from api.elsewhere.schemas import MatterView
from api.understanding.schemas import Understanding
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.catalogue.affair import are_siblings
from knowledge.elsewhere.telling_apart import is_story
from knowledge.language.another_wish import opens_another
from knowledge.language.answer_change import corrects
from knowledge.language.asked_beside import questions_in
from knowledge.language.aspects import (
    Aspect,
    asks_whether_needed,
    aspects_in,
    is_question,
    names_subject,
    subject_of,
    wants_something,
)
from knowledge.language.assent import beside_assent
from knowledge.language.pointing import only_points
from knowledge.weighing.candidate import Candidate, Kind

MOST_OFFERED = 4
_WISH_LEAST, _WISH_IN_WORDS = 0.6, 0.85
"""How probable a wish is at least where the classifier hears one, and where its words are there (我想办, 要补)."""
_WISH_OPENED = 0.95
"""How probable it is that 我还有个事 wants something else than what is in hand."""
_AT_A_QUESTION = 0.75
"""Weight of a wish that is not heard as one while a question is open."""
_CERTAIN, _UNCERTAIN = 0.93, 0.8
"""How probable a circumstance of the affair in hand is that is said outright, or that only sounds so."""
_GOES_AT_ONCE = 0.8
"""How probable another wish is from which on it is taken up without a question."""
_WORTH_A_GUESS = 0.9
"""How sure an item must be that is asked about aloud, where it is not sure enough that something else is wanted at all."""
_ONE_OF_SEVERAL = 0.8
"""What one wish is worth where several are heard."""
_SEARCHED_OTHERWISE = 0.6
"""Weight of an operation that words leave, where the whole sentence is surely another item: 不取了，我要拿公积金贷款."""
_ASKS_THE_LIBRARY = 0.5
"""How far an answer of the library to a question that wants nothing speaks against an item that it names: 国外的结婚证要翻译吗."""
_OF_A_SIBLING = 0.85
"""How probable it is that another operation on the same thing is meant, whatever it sounds like: 狗上个月没了."""
_ONLY_ASKS = 0.3
"""Weight of another wish where it is asked whether it is needed beside what is in hand: 还要办卫生许可证吗."""
_CHAT_AGAINST_SURE, _CHAT_AGAINST_CLOSE = 0.3, 0.9
"""How far small talk that the classifier hears speaks against an item that the matcher finds."""
_WISH_IN_STORY = 0.9
"""How probable it is that a long sentence, said where no answer is waited for, wants something, whatever it sounds like."""
_MENU = 0.85
"""What a menu is worth against an answer."""
_OF_A_STRANGER = 0.5
_FAR, _STANDS_OUT = 0.75, 0.6
_CHAT_AGAINST_KNOWN = 0.4
"""How far small talk that the classifier hears speaks against an answer of the library or a matter elsewhere."""
_POINTED_AT = 0.1
"""Weight of what is heard in a message that only points: 那个啥，就是上回那个事."""
_FAR_BEHIND, _LEAST_OFFERED = 0.3, 0.08
"""How likely an item must be to stand in a menu, against the first and at all."""
_HEARD_AS_NOT_OURS = 0.95
"""Weight of what others do, where nothing is asked and the classifier too hears nothing of here."""
_NOT_OURS_AT_A_QUESTION = 0.7
"""The same while an answer is waited for; the open question is put again with it."""
_ASKED_BESIDE = 0.95
"""Weight of a question of what others surely do, while something else is in hand."""
_IN_HAND = 0.3
"""Weight of what others do, where the question is one of the affair in hand: 要交多少钱."""
_ONE_OF_THE_QUESTIONS = 0.75
"""Weight of what others do, where more than that is asked: each question is answered by itself."""
_ITEM_SAYS_IT = 0.6
"""Weight of what others do, and of the centre's answers, where the affair in hand says a sentence on what is asked."""
_OF_TERMS = frozenset({Aspect.DEADLINE, Aspect.COUNTING})
"""What an affair in hand tells of itself, to the day."""
TOWNSHIPS, _OF_THE_TOWNSHIPS = "township_centres", 0.4
"""The library's answer on what is done in the townships, and its weight where an affair is in hand, which tells it of itself."""
_OF_HOURS = frozenset({"上班", "下班", "开门", "关门"})
"""What may be left of a question for hours, and names nothing."""
_OF_A_DEPARTMENT = 0.97
"""How probable it is that 卫健局电话多少 asks for the department."""
_LIBRARY_MOST = 0.96
"""How sure the library is at most: the same words may ask for the thing itself."""

_IN_HAND_AGAIN, _BY_NAME, _LONGEST_OPERATION = 0.8, 0.97, 6
"""How probable it is that the name of what is in hand says nothing new, from which score on it is the name, and how long the name of
an operation is at most."""

_LETTER = re.compile(r"[^\W\d_]")
"""Without one, a message is a number or marks and wishes nothing."""

_LONGEST_PLACE = 16
"""Characters of a message that says where somebody lives and little else."""

_CHAT = frozenset({"out_of_scope", "greet", "thanks", "ask_ability"})
_REPLIES = frozenset({"affirm", "deny", "unsure", "none_of_these"})


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """Everything that the published knowledge hears, each as probable as it is that a message here is of this kind at all."""
    heard = context.understood
    if heard is None:
        return
    if heard.vague is not None:
        yield Candidate(
            Kind.WISH, "action_ask_back", 0.4 if context.pending else 0.95, (heard.vague.question,)
        )
    yield from _among(said, context, heard)
    yield from _asked(context, heard)
    yield from _narrowed(said, context, heard)
    if heard.wishes:
        because = tuple(wish.text for wish in heard.wishes)
        yield Candidate(Kind.WISH, "action_several", 0.97 * _is_a_wish(said, context), because)
    yield from _wish(said, context, heard)
    yield from _elsewhere(said, context, heard)
    yield from _in_hand_again(said, context, heard)
    yield from _library(said, context, heard)
    if heard.department is not None:
        yield Candidate(Kind.QUESTION, "action_show_department", 0.97, ("整句话是部门的名称",))
    if heard.department_asked is not None:
        yield Candidate(
            Kind.QUESTION,
            "action_ask_about",
            _OF_A_DEPARTMENT,
            (f"问{heard.department_asked.name}在哪、电话",),
        )
    if heard.window_asked:
        yield Candidate(
            Kind.QUESTION, "action_ask_about", _OF_A_DEPARTMENT, (f"问{heard.window_asked}在哪、电话、时间",)
        )
    yield from _facts(said, context, heard)
    yield from _place(said, context, heard)


def _among(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """One of several things, some of which others do: asked which, rather than guessed."""
    if heard.among is None or _is_at_a_question(context):
        return
    because = tuple(choice.says for choice in heard.among.choices)
    yield Candidate(
        Kind.WISH, "action_ask_back", heard.among.probability * _MENU * _is_a_wish(said, context), because
    )


def _is_at_a_question(context: Context) -> bool:
    return context.affair is not None and context.waits


def _is_a_wish(said: Utterance, context: Context) -> float:
    """How probable it is that the message wants something at all, whatever it is."""
    if not _LETTER.search(said.text):
        return 0.0
    if not context.waits and context.affair is None and is_story(said.text):
        return _WISH_IN_STORY  # the classifier has learned short sentences
    against = said.confidence * _against(said, context)
    if only_points(said.text):
        return _POINTED_AT
    likely = 1 - against if said.intent != "find_item" else max(said.confidence, _WISH_LEAST)
    if context.waits and said.intent != "find_item":
        likely *= _AT_A_QUESTION
    if context.affair is not None and opens_another(said.text):
        return max(likely, _WISH_OPENED)
    return max(likely, _WISH_IN_WORDS) if wants_something(said.text) and said.intent not in ASKING else likely


def _against(said: Utterance, context: Context) -> float:
    """How far the intent that is heard speaks against a wish."""
    if said.intent in ASKING:
        return 0.2 if names_subject(said.text) else 0.85
    if said.intent in _CHAT:
        # The matcher has learned what is not here as well; where it is sure all the same, the classifier weighs less.
        surely = context.understood is not None and context.understood.search.decision == "sure"
        return _CHAT_AGAINST_SURE if surely else _CHAT_AGAINST_CLOSE
    if said.intent in _REPLIES:
        return 0.8
    if said.intent == "state_fact":
        return 0.2 if context.pending is None else 0.4
    return 0.9


def _wish(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    probability = likely_there(heard.search)
    if not probability or (heard.among is not None and not _is_at_a_question(context)):
        return
    best = heard.search.candidates[0]
    if best.id == context.affair or _is_a_remark(said, context):
        return
    if heard.search.decision == "close" and len(worth_offering(heard.search.candidates)) > 1:
        probability *= _MENU
    if heard.wishes:
        probability *= _ONE_OF_SEVERAL
    kind, weight = Kind.WISH, _is_a_wish(said, context)
    if context.affair and context.pending is not None:
        kind = Kind.OTHER_WISH if heard.search.decision == "sure" else Kind.GUESS
        if asks_whether_needed(said.text):
            weight *= _ONLY_ASKS
        if are_siblings(context.affair, best.id):
            kind, weight = Kind.GUESS, max(weight, _OF_A_SIBLING)
    if heard.answer is not None and said.intent != "find_item" and _only_asks(said.text):
        weight *= 1 - _ASKS_THE_LIBRARY * heard.answer.score
    because = (f"{heard.search.decision}：{best.name} {best.score:.2f}",)
    yield Candidate(kind, _taker(context, heard), probability * weight, because)
    likely = probability * weight
    guesses = kind is Kind.OTHER_WISH and best.score >= _WORTH_A_GUESS and likely < _GOES_AT_ONCE
    if guesses and not is_question(said.text):
        yield Candidate(Kind.GUESS, "action_guess_wish", likely, (*because, "先问一句"))


def _only_asks(text: str) -> bool:
    return is_question(text) and not wants_something(text)


def _is_a_remark(said: Utterance, context: Context) -> bool:
    """Whether something is said beside the yes to submit, and nothing else is wanted in so many words."""
    if not isinstance(context.pending, Confirmation) or wants_something(said.text):
        return False
    return bool(beside_assent(said.text))


def _taker(context: Context, heard: Understanding) -> str:
    """Who takes a wish: where items are offered and some of them are meant, the choice among them."""
    if isinstance(context.pending, ItemChoice):
        offered = {option.value for option in context.pending.options}
        if any(candidate.id in offered for candidate in heard.search.candidates[:MOST_OFFERED]):
            return "action_choose_item"
    return "action_find_item"


def likely_there(result: SearchResult) -> float:
    """How probable it is that what is meant is among the items that would be offered; a bundle's parts share its likelihood."""
    offered = result.candidates[:MOST_OFFERED]
    if not offered:
        return 0.0
    if result.decision not in ("sure", "close"):
        # Not recognised as here: a matter that stands out all the same may be asked back.
        family = sum(one.score for one in offered if one is offered[0] or is_sibling(offered[0], one))
        return _FAR * family if family >= _STANDS_OUT else 0.0
    if result.decision == "sure":
        # A bundle stands before its item that is meant, whatever speaks for the bundle itself.
        return max(one.score for one in offered[: 2 if offered[0].kind == "bundle" else 1])
    if any(candidate.kind == "bundle" and candidate.score > 0 for candidate in offered[:2]):
        return 0.9
    # A bundle is put before the likeliest of its items, whatever speaks for it itself.
    likeliest = max(offered, key=lambda one: one.score)
    return min(0.95, sum(_share(candidate, likeliest) for candidate in worth_offering(offered)))


def worth_offering(candidates: Sequence[CandidateView]) -> list[CandidateView]:
    """At most four that really stand close: the first, its siblings, and others that are not far behind it."""
    first = candidates[0]
    least = max(_LEAST_OFFERED, first.score * _FAR_BEHIND)
    return [
        one
        for one in candidates[:MOST_OFFERED]
        if one is first or is_sibling(first, one) or one.score >= least
    ]


def is_sibling(first: CandidateView, other: CandidateView) -> bool:
    """Whether both are the same matter and differ in the operation."""
    return first.name.partition("（")[0] == other.name.partition("（")[0]


def _share(one: CandidateView, first: CandidateView) -> float:
    """What an offered item adds: a stranger beside the first makes the menu longer and its reader doubt."""
    return one.score if one is first or is_sibling(first, one) else _OF_A_STRANGER * one.score


def _elsewhere(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    matter = heard.matter
    if matter is None or not _is_likelier_than_items(matter, heard.search):
        return
    in_own_words = matter.score >= 1
    weight = 1.0 if in_own_words else max(_is_a_wish(said, context), 0.5 if context.waits else 0.9)
    not_ours = (
        said.intent == "out_of_scope" and matter.sure
    )  # the classifier only says with it that it is nothing of here
    if not_ours and not in_own_words:
        weight = max(weight, _NOT_OURS_AT_A_QUESTION) if context.waits else _HEARD_AS_NOT_OURS
    if context.affair is not None and is_question(said.text) and context.is_of_others(said.text):
        weight = max(weight, _ASKED_BESIDE)
    elif heard.quoted and not in_own_words:
        weight *= _ITEM_SAYS_IT
    if not in_own_words and _asks_of_what_is_in_hand(said, context, heard):
        weight *= _IN_HAND
    if not in_own_words and context.affair is not None and len(questions_in(said.text)) > 1:
        weight *= _ONE_OF_THE_QUESTIONS
    if said.intent in _CHAT and not in_own_words and not not_ours:
        weight *= 1 - _CHAT_AGAINST_KNOWN * said.confidence
    if not in_own_words and only_points(said.text):
        weight *= _POINTED_AT
    yield Candidate(
        Kind.ELSEWHERE, "action_elsewhere", matter.score * weight, (f"{matter.name} {matter.score:.2f}",)
    )


def _asks_of_what_is_in_hand(said: Utterance, context: Context, heard: Understanding) -> bool:
    """Whether a question names no subject of its own (要交多少钱), or asks whether something will do that the affair in hand knows."""
    if heard.beside is not None:
        return False
    if aspects_in(said.text) and (not names_subject(said.text) or subject_of(said.text) in _OF_HOURS):
        return True
    return context.affair is not None and asks_whether_it_will_do(said.text)


def _is_likelier_than_items(matter: MatterView, result: SearchResult) -> bool:
    best = result.candidates[0].score if result.candidates else 0.0
    if result.decision == "sure":
        return matter.sure and matter.score > best
    return matter.sure or matter.score > best


def matter_meant(heard: Understanding) -> MatterView | None:
    """What others do, where words that name one thing mean it rather than an item; 大病保险、医疗救助 only sounds like 临时救助."""
    matter = heard.matter
    return matter if matter is not None and _is_likelier_than_items(matter, heard.search) else None


def _library(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    answer = heard.answer
    if answer is None:
        return
    weight = _OF_THE_TOWNSHIPS if answer.id == TOWNSHIPS and context.affair else 1.0
    of_its_terms = context.affair is not None and bool(_OF_TERMS & set(aspects_in(said.text)))
    if (heard.quoted or of_its_terms) and answer.score < 1:
        weight *= _ITEM_SAYS_IT
    if (
        context.is_of_another
        and heard.search.decision == "sure"
        and answer.score < heard.search.candidates[0].score
    ):
        weight *= _ITEM_SAYS_IT
    if answer.score < 1 and not answer.in_context:
        if said.intent == "find_item":
            weight = 0.9 if asks_whether_it_will_do(said.text) else 0.75
        elif context.pending is not None and not is_question(said.text):
            weight = 0.5
        elif said.intent in _CHAT and not is_question(said.text):
            weight = 1 - _CHAT_AGAINST_KNOWN * said.confidence
    yield Candidate(
        Kind.LIBRARY,
        "action_library",
        min(answer.score, _LIBRARY_MOST) * weight,
        (f"{answer.question} {answer.score:.2f}",),
    )


def _narrowed(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """The one item that the words leave of those offered, or another operation on what is in hand (不是新办，地址改了)."""
    if heard.narrowed is None or len(heard.narrowed.items) != 1 or _is_a_remark(said, context):
        return
    (item,) = heard.narrowed.items
    because = tuple(heard.narrowed.because)
    if isinstance(context.pending, ItemChoice):
        yield Candidate(Kind.ANSWER, "action_take_narrowed", 0.9, because)
    elif context.affair is not None and item != context.affair and not _is_about_it(said, context, heard):
        weight = _ONLY_ASKS if aspects_in(said.text) or context.is_of_others(said.text) else 1.0
        if heard.search.decision == "sure" and heard.search.candidates[0].id not in (item, context.affair):
            weight *= _SEARCHED_OTHERWISE
        yield Candidate(Kind.GUESS, "action_take_narrowed", 0.85 * weight, because)


def _in_hand_again(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """The name of what is in hand, or of what is done with it, said again at a question: 烟草专卖零售许可（新办）, 新办."""
    pending = context.pending
    if context.affair is None or pending is None or not pending.waits or pending.offers(said.text):
        return
    by_name = _is_in_hand(context, heard) and heard.search.candidates[0].score >= _BY_NAME
    operation = heard.narrowed is not None and heard.narrowed.items == [context.affair]
    if by_name or (operation and len(said.text) <= _LONGEST_OPERATION):
        yield Candidate(Kind.ACT, "action_repeat", _IN_HAND_AGAIN, ("说的就是手上这件",))


def _is_about_it(said: Utterance, context: Context, heard: Understanding) -> bool:
    """Whether what is in hand is what the message surely asks for, or corrects: 记反了，失业登记我没办过 wants no other item."""
    return _is_in_hand(context, heard) or (bool(heard.facts) and corrects(said.text))


def _is_in_hand(context: Context, heard: Understanding) -> bool:
    """Whether what is in hand is surely what the message asks for."""
    return heard.search.decision == "sure" and heard.search.candidates[0].id == context.affair


def _asked(context: Context, heard: Understanding) -> Iterator[Candidate]:
    """A question that the item in hand, or the one that the sentence names, answers itself."""
    if heard.asked is None:
        return
    if isinstance(context.pending, CaseInHand) and heard.asked.affair == context.pending.affair:
        yield Candidate(Kind.QUESTION, "action_ask_about_case", 0.96, (heard.asked.question,))
        return
    own = heard.asked.affair == context.affair
    action, probability = ("action_ask_about", 0.96) if own else ("action_ask_of_item", 0.86)
    yield Candidate(Kind.QUESTION, action, probability, (heard.asked.question,))


def _facts(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    if not heard.facts or context.affair is None:
        return
    asks = aspects_in(said.text) or (heard.quoted and asks_whether_it_will_do(said.text))
    weight = 0.5 if asks else 1.0
    if said.intent == "find_item" and not corrects(said.text):
        weight *= 1 - 0.4 * said.confidence
    certain = any(fact.certain for fact in heard.facts)
    yield Candidate(
        Kind.FACT,
        "action_correct",
        (_CERTAIN if certain else _UNCERTAIN) * weight,
        tuple(f"说了{fact.label}" for fact in heard.facts),
    )


def _place(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """Where the applicant lives, which decides to which window the affair in hand goes; with a question both are taken."""
    if aspects_in(said.text) or is_question(said.text):
        return
    if heard.place and context.affair and not heard.facts and len(said.text) <= _LONGEST_PLACE:
        yield Candidate(Kind.FACT, "action_take_place", 0.9, (f"说了住{heard.place}",))
