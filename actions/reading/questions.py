"""Readings as a question: about the affair, a paper, the open question, a department."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.pending.case import CaseInHand
from actions.pending.utterance import ASKING, Utterance
from actions.reading.context import Context
from knowledge.answers.item_sentence import asks_whether_it_will_do
from knowledge.elsewhere.telling_apart import is_story
from knowledge.language.acts import Cue, cue_of
from knowledge.language.asked_beside import questions_in
from knowledge.language.aspects import (
    Aspect,
    asks_whether_needed,
    aspects_in,
    is_question,
    names_subject,
    speaks_of_the_centre,
)
from knowledge.language.case_asked import asked_of_case
from knowledge.language.case_questions import CaseQuestion
from knowledge.language.follow_question import carried_subject
from knowledge.language.human_line import asks_for_a_person, asks_to_be_called
from knowledge.language.spoken_time import asks_of_a_moment
from knowledge.weighing.candidate import Candidate, Kind

_FOR_A_PERSON = 0.98
"""How probable it is that 打哪个电话, 有没有人工 asks for the phone of a person."""
_SEVERAL_QUESTIONS = 0.8
"""How probable it is that a message of two questions asks both, which one answer of the library would not tell."""
_CARRIED = 0.8
"""How probable it is that 那孩子的呢 asks the same as just before."""
_BY_WORDS = 0.85
"""How probable a question is whose words are there, where the classifier does not hear it."""
_NEEDED = 0.9
"""How probable it is that 还要办卫生许可证吗 asks, and wants no other affair."""
_QUOTED = 0.7
"""How probable it is that the affair is asked about where it says a sentence on what is asked; an answer that also asks is likelier."""
_UNASKED = 0.5
"""Weight of a question that only the classifier hears, where neither a word nor the form asks: 我是上班送单的时候撞的."""
_SHORT = 8
"""Characters in which a thing may be asked for without a word of asking: 总机号码."""
_OF_A_CASE, _OF_A_CASE_BESIDE = 0.98, 0.6
"""How probable it is that a question of the case last talked about is one, where nothing else is in hand, and where an affair is."""
_OF_A_MOMENT = 0.92
"""How probable it is that 晚上七点还能办不 asks whether the window of the affair in hand is open then."""
_TO_BOOK = 0.9
"""Weight where an appointment is wanted then: 办得了预约不，这周四上午."""
_OF_ITS_PAPER = 0.97
"""How probable it is that 网络经营场所使用证明是啥子东西 asks about the paper of the affair in hand."""
_OF_NOTHING = 0.6
"""Weight where no affair is in hand that could be asked about."""
_OF_SOMETHING = 0.45
_OF_OTHERS = 0.5
"""Weight where the message surely speaks of a matter that others do."""
_LONGEST_YES = 10
"""Characters of a yes to what was told as a guess: 对，就是这个."""
_OF_THE_SAME_MATTER, _OF_THE_MATTER_TOLD = 0.95, 0.9
"""How probable it is that a question goes on about the matter told just before: where it names it, and where it names nothing surely."""
_IN_A_STORY = 0.5
"""Weight in a long sentence said while nothing is in hand."""
_OF_A_PAPER = 0.8
"""How probable a question is one of the affair that names a paper on its notice: 工资条算不算劳动关系证明."""
TOLD_BY_THE_ITEM = frozenset({Aspect.PLACE, Aspect.HOURS, Aspect.OPEN_NOW, Aspect.DEADLINE, Aspect.COUNTING})
"""What an affair in hand tells of its own window and terms, better than the library of the whole centre."""
_OF_THE_LIBRARY = 0.6
"""Weight where it names a matter on which the library has an answer."""
_OF_ANOTHER = 0.85
"""Weight where the question names a matter of its own."""


def readings(said: Utterance, context: Context) -> Iterator[Candidate]:
    """What the message asks."""
    if context.case is not None and (asked := _asked_of_case(said, context)):
        surely = context.affair is None or CaseQuestion.SAME in asked
        weight = _OF_A_CASE if surely else _OF_A_CASE_BESIDE
        yield Candidate(Kind.QUESTION, "action_ask_about_case", weight, (f"问办件：{'、'.join(asked)}",))
    if context.answered and carried_subject(said.text) is not None:
        yield Candidate(Kind.QUESTION, "action_ask_about", _CARRIED, ("接着问",))
    yield from _of_the_matter_told(said, context)
    if context.affair is not None and asks_of_a_moment(said.text):
        weight = _TO_BOOK if cue_of("book_appointment", said.text) is Cue.SAID else 1.0
        yield Candidate(Kind.QUESTION, "action_ask_about", _OF_A_MOMENT * weight, ("问那时候开不开",))
    if context.understood is not None and context.understood.papers_asked:
        yield Candidate(Kind.QUESTION, "action_ask_about", _OF_ITS_PAPER, ("问清单里的一份材料",))
    if context.affair is not None and len(several := questions_in(said.text)) > 1:
        because = tuple(one.text for one in several)
        yield Candidate(Kind.QUESTION, "action_ask_about", _SEVERAL_QUESTIONS, because)
    if asks_to_be_called(said.text):
        yield Candidate(Kind.QUESTION, "action_call_back", _FOR_A_PERSON, ("要工作人员打过来",))
        return
    if asks_for_a_person(said.text) and not (context.pending and context.pending.offers(said.text)):
        yield Candidate(Kind.QUESTION, "action_handover", _FOR_A_PERSON, ("要找人、要电话",))
        return  # whose phone it is, of the centre or of the window, is told with it
    # 老头子的存款咋取, said after the household was cancelled, asks nothing of the cancellation.
    of_others = context.is_of_others(said.text) and not _will_do(said, context)
    of_the_affair = _OF_OTHERS if of_others else 1.0
    if context.understood is not None and context.understood.quoted:
        weight = _QUOTED * of_the_affair
        yield Candidate(Kind.QUESTION, "action_ask_about", weight, ("事项里有一句说到",))
    if context.affair is not None and asks_whether_needed(said.text):
        yield Candidate(Kind.QUESTION, "action_ask_about", _NEEDED, ("问另一个证要不要",))
    aspects = aspects_in(said.text)
    asks = said.confidence if said.intent in ASKING else 0.0
    if not aspects and len(said.text) > _SHORT and not is_question(said.text):
        asks *= _UNASKED
    probability = max(asks, _BY_WORDS if aspects and said.intent != "find_item" else 0.0)
    if not probability:
        if context.affair is not None and is_question(said.text):
            # Whatever it asks: the item's own questions are looked through, and who knows is said.
            of_a_paper = context.pending is not None and context.pending.names_paper(said.text)
            weight = _OF_A_PAPER if of_a_paper else _OF_SOMETHING
            yield Candidate(Kind.QUESTION, "action_ask_about", weight * of_the_affair, ("是个问题",))
        return
    because = (f"意图{asks:.2f}", *(f"问{aspect}" for aspect in aspects))
    if _asks_to_explain(said, context):
        yield Candidate(Kind.QUESTION, "action_explain", probability, because)
        return
    if names_subject(said.text):
        if context.affair is None and _is_done_by_others(context):
            probability *= _OF_NOTHING
        of_the_library = _is_in_the_library(context) and not TOLD_BY_THE_ITEM & set(aspects)
        probability *= _OF_THE_LIBRARY if of_the_library else _OF_ANOTHER
    elif context.affair is None:
        probability *= _OF_NOTHING
    if context.affair is None and is_story(said.text):
        probability *= _IN_A_STORY  # first what it is about; what is asked beside is answered with it
    yield Candidate(Kind.QUESTION, "action_ask_about", probability * of_the_affair, because)


_TURNS_AWAY = re.compile(
    r"^(?:那|哦|噢|,)*(?:我)?(?:要是|如果|假如|万一|换成|改成)[^,，。]*(?:开|租|做|办|搞|买|卖|弄)"
)
"""那我要是在旁边租个门脸房呢 thinks of another way than the matter that was told of."""


def _of_the_matter_told(said: Utterance, context: Context) -> Iterator[Candidate]:
    """要带啥, 一个月给多少: asked of the matter that was told of just before, unless it names another."""
    heard = context.understood
    if heard is None or heard.told is None:
        return
    if said.intent == "affirm" and not context.waits and len(said.text) <= _LONGEST_YES:
        yield Candidate(Kind.QUESTION, "action_ask_about_matter", _OF_THE_SAME_MATTER, ("说对，就是它",))
    if not (is_question(said.text) or aspects_in(said.text)):
        return
    same = heard.matter is not None and heard.matter.id == heard.told.id
    if not same and (heard.search.decision == "sure" or (heard.matter is not None and heard.matter.sure)):
        return
    if not same and speaks_of_the_centre(said.text):
        return
    weight = _OF_THE_SAME_MATTER if same else _OF_THE_MATTER_TOLD
    if not same and _TURNS_AWAY.search(said.text):
        weight *= _OF_OTHERS
    if not same and context.affair is not None:
        weight *= _OF_OTHERS
    yield Candidate(Kind.QUESTION, "action_ask_about_matter", weight, (f"接着问{heard.told.name}",))


def _will_do(said: Utterance, context: Context) -> bool:
    """Whether it is asked if something will do of which the affair in hand says a sentence."""
    return context.understood is not None and context.understood.quoted and asks_whether_it_will_do(said.text)


def _asked_of_case(said: Utterance, context: Context) -> list[CaseQuestion]:
    """What is asked of the case last talked about."""
    item = context.pending.item if isinstance(context.pending, CaseInHand) else ""
    return [part.question for part in asked_of_case(said.text, item) if part.question is not None]


def _is_in_the_library(context: Context) -> bool:
    return context.understood is not None and context.understood.answer is not None


def _is_done_by_others(context: Context) -> bool:
    heard = context.understood
    return heard is not None and heard.matter is not None and heard.matter.sure


def _asks_to_explain(said: Utterance, context: Context) -> bool:
    """Whether 为什么 or 有什么区别 is about what is asked, and not about the affair."""
    about_what_is_asked = said.sure_intent in ("ask_why", "ask_difference") and not said.asks_why_of_a_paper
    return about_what_is_asked and context.pending is not None and context.pending.can_be_explained
