"""Readings as a wish: an item or one of several, another operation on what is in hand, the name of what is in hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.pending.question import ItemChoice
from actions.pending.submission import Confirmation
from actions.pending.utterance import ASKING, Utterance
from actions.reading.context import Context
from api.catalogue.schemas import CandidateView, SearchResult
from api.understanding.schemas import Understanding
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.base.text import normalise
from knowledge.catalogue.affair import are_siblings
from knowledge.elsewhere.telling_apart import is_story
from knowledge.language.another_wish import insists, opens_another
from knowledge.language.answer_change import corrects
from knowledge.language.aspects import (
    Aspect,
    asks_whether_needed,
    aspects_in,
    has_a_paper,
    is_question,
    names_subject,
    wants_something,
)
from knowledge.language.assent import beside_assent
from knowledge.language.pointing import only_points
from knowledge.language.polarity import denies_trouble
from knowledge.weighing.candidate import Candidate, Kind

MOST_OFFERED = 4
_WISH_LEAST, _WISH_IN_WORDS = 0.6, 0.85
"""How probable a wish is at least where the classifier hears one, and where its words are there (我想办, 要补)."""
_WISH_OPENED = 0.95
"""How probable it is that 我还有个事 wants something else than what is in hand."""
_NAMED_IN_FULL = 0.95
"""How probable it is that who says an item's whole name wants it, whatever is asked beside: 残疾人证（新办），娃要不要去."""
_INSISTED_ON = 0.97
"""How probable an item is that is surely found in what somebody says to have meant all along: 我说的是营业执照怎么办."""
_TOLD_IN_PASSING = frozenset({Aspect.PLACE, Aspect.FEE, Aspect.TIME_LIMIT, Aspect.PHONE, Aspect.HOURS})
_ASKED_IN_PASSING, _IN_PASSING = 0.8, 0.6
"""How probable it is that 准生证在哪办 only asks while a question of another affair waits, and the weight that leaves to the wish."""
_AT_A_QUESTION = 0.75
"""Weight of a wish that is not heard as one while a question is open."""
_GOES_AT_ONCE = 0.8
"""How probable another wish is from which on it is taken up without a question."""
_WORTH_A_GUESS = 0.9
"""How sure an item must be that is asked about aloud, where it is not sure enough that something else is wanted at all."""
_ONE_OF_SEVERAL = 0.8
"""What one wish is worth where several are heard."""
_SEVERAL, _PARTS_OF_A_BUNDLE, _SURELY_TOGETHER = 0.97, 0.6, 0.9
"""What several wishes are worth, also where the sentence names a bundle, and from which score on it does."""
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
POINTED_AT = 0.1
"""Weight of what is heard in a message that only points: 那个啥，就是上回那个事."""
_FAR_BEHIND, _LEAST_OFFERED = 0.3, 0.08
"""How likely an item must be to stand in a menu, against the first and at all."""
_IN_HAND_AGAIN, _BY_NAME, _LONGEST_OPERATION = 0.8, 0.97, 6
"""How probable it is that the name of what is in hand says nothing new, from which score on it is the name, and how long the name of
an operation is at most."""
_LETTER = re.compile(r"[^\W\d_]")
"""Without one, a message is a number or marks and wishes nothing."""
_DATA = re.compile(r"\[(?:姓名|身份证|手机号|地址)\]")
"""跟我姓，娃名字叫[姓名] tells somebody's data in the middle of an affair, and wants no change of a name."""
_ASKS_IF_IT_MUST_BE = re.compile("要不要|用不用|需不需要|该不该")
"""腿使不上劲了，要不要注销啊 asks, and wants nothing yet."""
CHAT = frozenset({"out_of_scope", "greet", "thanks", "ask_ability"})
_REPLIES = frozenset({"affirm", "deny", "unsure", "none_of_these"})


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """What is wanted of the centre, each as probable as it is that a message here wants something at all."""
    heard = context.understood
    if heard is None:
        return
    yield from _among(said, context, heard)
    yield from _narrowed(said, context, heard)
    if heard.wishes and not denies_trouble(said.text):
        because = tuple(wish.text for wish in heard.wishes)
        weight = _PARTS_OF_A_BUNDLE if _is_a_bundle(heard) else _SEVERAL
        yield Candidate(Kind.WISH, "action_several", weight * is_a_wish(said, context), because)
    yield from _wish(said, context, heard)
    yield from _in_hand_again(said, context, heard)


def _is_a_bundle(heard: Understanding) -> bool:
    """Whether the whole sentence surely means what is done together, whatever its parts mean alone: 过户顺便水电也改名."""
    best = heard.search.candidates[0] if heard.search.candidates else None
    return best is not None and best.kind == "bundle" and best.score >= _SURELY_TOGETHER


def _among(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """One of several things, some of which others do: asked which, rather than guessed."""
    if heard.among is None or _is_at_a_question(context):
        return
    because = tuple(choice.says for choice in heard.among.choices)
    yield Candidate(
        Kind.WISH, "action_ask_back", heard.among.probability * _MENU * is_a_wish(said, context), because
    )


def _is_at_a_question(context: Context) -> bool:
    return context.affair is not None and context.waits


def is_a_wish(said: Utterance, context: Context) -> float:
    """How probable it is that the message wants something at all, whatever it is."""
    if not _LETTER.search(said.text):
        return 0.0
    if not context.waits and context.affair is None and is_story(said.text):
        return _WISH_IN_STORY  # the classifier has learned short sentences
    against = said.confidence * _against(said, context)
    if only_points(said.text):
        return POINTED_AT
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
    if said.intent in CHAT:
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
    if context.affair is not None and has_a_paper(said.text):
        return
    if heard.search.decision == "close" and len(worth_offering(heard.search.candidates)) > 1:
        probability *= _MENU
    if heard.wishes and not _is_a_bundle(heard):
        probability *= _ONE_OF_SEVERAL
    kind, weight = Kind.WISH, is_a_wish(said, context)
    if _asks_in_passing(said, context, heard):
        weight *= _IN_PASSING
        yield Candidate(
            Kind.QUESTION, "action_ask_about", _ASKED_IN_PASSING, (f"问{best.name}，手上的没办完",)
        )
    if context.affair and context.pending is not None:
        kind = Kind.OTHER_WISH if heard.search.decision == "sure" else Kind.GUESS
        if _DATA.search(said.text) and not wants_something(said.text):
            weight *= _ONLY_ASKS
        will_do = asks_whether_it_will_do(said.text) and heard.search.decision != "sure"
        if asks_whether_needed(said.text) or will_do or denies_trouble(said.text):
            weight *= _ONLY_ASKS
        if are_siblings(context.affair, best.id):
            kind, weight = Kind.GUESS, max(weight, _OF_A_SIBLING)
    if context.affair is None and normalise(best.name) in said.text:
        weight = max(weight, _NAMED_IN_FULL)
    if insists(said.text) and heard.search.decision == "sure":
        probability, weight = max(probability, _INSISTED_ON), max(weight, _WISH_OPENED)
    asks_only = said.intent != "find_item" and _only_asks(said.text) and not opens_another(said.text)
    if heard.answer is not None and asks_only:
        weight *= 1 - _ASKS_THE_LIBRARY * heard.answer.score
    because = (f"{heard.search.decision}：{best.name} {best.score:.2f}",)
    yield Candidate(kind, _taker(context, heard), probability * weight, because)
    likely = probability * weight
    guesses = kind is Kind.OTHER_WISH and best.score >= _WORTH_A_GUESS and likely < _GOES_AT_ONCE
    if guesses and not is_question(said.text):
        yield Candidate(Kind.GUESS, "action_guess_wish", likely, (*because, "先问一句"))


def _asks_in_passing(said: Utterance, context: Context, heard: Understanding) -> bool:
    """Whether it is asked where or for how much another thing is done, while a question of this one is open: 准生证在哪办.

    It is told and nothing is put aside; who wants to do it says so.
    """
    if context.affair is None or not context.waits or heard.beside is None or wants_something(said.text):
        return False
    return bool(_TOLD_IN_PASSING & set(aspects_in(said.text))) and not opens_another(said.text)


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
        best = heard.search.candidates[0]
        if heard.search.decision == "sure" and best.id not in offered:
            return "action_find_item"
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


def _narrowed(said: Utterance, context: Context, heard: Understanding) -> Iterator[Candidate]:
    """The one item that the words leave of those offered, or another operation on what is in hand (不是新办，地址改了)."""
    if heard.narrowed is None or len(heard.narrowed.items) != 1 or _is_a_remark(said, context):
        return
    (item,) = heard.narrowed.items
    because = tuple(heard.narrowed.because)
    if isinstance(context.pending, ItemChoice):
        yield Candidate(Kind.ANSWER, "action_take_narrowed", 0.9, because)
    elif context.affair is not None and item != context.affair and not _is_about_it(said, context, heard):
        only_asks = aspects_in(said.text) or _ASKS_IF_IT_MUST_BE.search(said.text)
        weight = _ONLY_ASKS if only_asks or context.is_of_others(said.text) else 1.0
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
