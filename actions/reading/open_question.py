"""Readings as something to the open question: an answer, not knowing, turning down, leaving."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.pending.case import CaseRequest, names_case, wanted_of_case
from actions.pending.model import Meaning, Reading
from actions.pending.submission import Confirmation, holds_data
from actions.pending.utterance import Utterance
from actions.reading.context import Context
from knowledge.guidance.form_fields import form_field_in
from knowledge.language.another_wish import opens_another
from knowledge.language.aside_clauses import Aside, only_asides
from knowledge.language.asides import puts_off
from knowledge.language.aspects import wants_something
from knowledge.language.case_asked import tells_new_phone, wants_it_withdrawn
from knowledge.language.case_questions import CaseQuestion, case_question_in
from knowledge.language.chat import Chat, chat_in
from knowledge.language.choice import gives_up
from knowledge.language.declared_materials import tells_a_loss
from knowledge.language.rating_wish import wants_to_rate
from knowledge.language.resume_code import resume_code_in
from knowledge.language.stickers import is_sticker
from knowledge.weighing.candidate import Candidate, Kind

_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
_BESIDE_CONTACT = re.compile(
    r"我叫|姓名|名字|身份证号?码?|手机号?码?|电话号?码?|联系方式|号码|是|为|我的?|的|[\s,，。:：;；、/]"
)

_PROBABILITY = {
    Meaning.OWN_WORDS: 0.99,
    Meaning.ANSWERS: 0.97,
    Meaning.UNSURE: 0.93,
    Meaning.ASKS_FOR_HELP: 0.9,
    Meaning.ASKS_WHICH: 0.995,
    Meaning.ASKS_ABOUT_OPTION: 0.93,
    Meaning.NONE_OF_THESE: 0.93,
    Meaning.ALL: 0.93,
    Meaning.CORRECTS: 0.88,
    Meaning.DECLARES: 0.85,
    Meaning.REMARKS: 0.85,
}
_PLAIN, _SHORT, _LONG = 1.0, 0.95, 0.85
"""How probable it is that an option is meant whose words are the whole message, a short one or part of a long one."""

_OF_WHAT_IS_IN_HAND = 1.0
"""Where nothing is asked, and the message asks something of the case that the talk was about."""

_OF_SOME_CASE, _OF_SOME_CASE_UNHEARD = 0.85, 0.5
_WITHOUT_A_NUMBER = frozenset(
    {
        CaseQuestion.PROGRESS,
        CaseQuestion.OVERDUE,
        CaseQuestion.READY,
        CaseQuestion.ANSWER,
        CaseQuestion.CORRECT,
    }
)
"""What is asked of a case that was submitted elsewhere or long ago: its number is asked for."""

_EXCEPTS = 0.97
"""How probable 除了合同都齐了 is; 没有房产证，是租的 tells a circumstance rather."""

_DECLARED = 0.98
"""How probable it is that papers are declared where a clause says outright that one is there, or lost, whatever is asked beside."""

_DECLARES_BESIDE = 0.4
"""How probable it is that papers are declared by who turns to something else: 户口弄好了，接着给娃上医保."""

_LONGEST_SHORT = 12
_ASIDE = 0.9
"""How probable it is that a message whose every clause answers nothing is meant so."""
_RARER, _RARER_IN_HAND = 0.6, 0.12
"""Odds of danger among what people say here, against those among the examples it was learned from."""
_RARER_WHERE_IT_ANSWERS = 0.3
"""The same once more where words of the message answer what is asked: 我男人在工地出事了，我是他家属."""
_RARER_IN_A_MATTER, _LIKELY_MATTER = 0.3, 0.75
"""The same once more where it likely speaks of a matter that others do: 爷爷的坟让人占了."""
_SELDOM = 0.15
"""How probable it is that a message of which nothing else tells is for the open question."""


def readings(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    """What the message means to what is open, and what its shape alone says."""
    pending = context.pending
    yield from _danger(said, context, reading)
    if is_sticker(said.text):
        yield Candidate(Kind.NOTHING, "action_sticker", 1.0, ("没有文字",))
    if _is_chat(said, context):
        yield Candidate(Kind.CHAT, "action_chat", 0.99, ("整句是闲话",))
    yield from _aside(said, context)
    if resume_code_in(said.text):
        yield Candidate(Kind.CASE, "action_resume", 0.99, ("续办码",))
    if wants_to_rate(said.text) and reading.meaning is not Meaning.OWN_WORDS:
        yield Candidate(Kind.CASE, "action_rate", 0.98, ("要评价",))
    yield from _of_the_case(said, context, reading)
    yield from _contact(said, context, reading)
    if _leaves(said, context) and reading.meaning is not Meaning.OWN_WORDS:
        yield Candidate(Kind.LEAVE, "action_leave", 0.97, ("整句话是算了",))
    if pending is None:
        return
    if pending.papers and (field := form_field_in(said.text)):
        yield Candidate(Kind.QUESTION, "action_remark", 0.98, (f"{field}写在申请书上",))
    if isinstance(pending, Confirmation) and puts_off(said.text):
        yield Candidate(Kind.ANSWER, pending.answered_by, 0.99, ("先等等",))
    if reading.meaning is Meaning.OTHER_WISH:
        yield Candidate(Kind.WISH, "action_find_item", 0.95, ("不对，我要办……",))
    if action := pending.action_for(reading.meaning):
        yield Candidate(
            Kind.ANSWER, action, _probability(said, context, reading), (f"对当前问题：{reading.meaning}",)
        )
    elif reading.meaning is Meaning.OWN_WORDS:
        yield Candidate(Kind.ANSWER, pending.answered_by, _PROBABILITY[Meaning.OWN_WORDS], ("请他自己说的",))
    yield Candidate(Kind.NOTHING, pending.otherwise(said), _SELDOM, ("别的都不像",))


def _danger(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    """Somebody in danger; an option word for word is an answer: 车祸 where the cause is asked."""
    heard = context.understood
    if said.goes_on_in_danger:
        yield Candidate(Kind.DANGER, "action_urgent", 1.0, ("接着刚才的紧急情况",))
    elif context.pending is not None and context.pending.offers(said.text):
        return
    elif heard is None and said.tells_of_danger:
        yield Candidate(Kind.DANGER, "action_urgent", 1.0, ("紧急情况的字眼",))
    elif heard is not None and heard.danger is not None:
        because = (f"像{heard.danger.kind} {heard.danger.probability:.2f}",)
        yield Candidate(
            Kind.DANGER,
            "action_urgent",
            _in_context(heard.danger.probability, said, context, reading),
            because,
        )


def _in_context(probability: float, said: Utterance, context: Context, reading: Reading) -> float:
    """A danger that no word of the lists names is rarer than where it was learned, and rarest where an application goes on."""
    if said.tells_of_danger:
        return probability
    rarer = _RARER_IN_HAND if context.affair is not None else _RARER
    if context.waits and reading.meaning is Meaning.PICKS and reading.probability is None:
        rarer *= _RARER_WHERE_IT_ANSWERS
    matter = context.understood.matter if context.understood else None
    if matter is not None and matter.score >= _LIKELY_MATTER:
        rarer *= _RARER_IN_A_MATTER
    odds = rarer * probability / max(1 - probability, 1e-6)
    return odds / (1 + odds)


def _leaves(said: Utterance, context: Context) -> bool:
    """Whether the message puts aside what is open; 不办了 with a case in reach may be about the case."""
    pending = context.pending
    if pending is not None and (pending.has_own_no or pending.is_left_by(said)):
        return not pending.has_own_no
    no_case = context.case is None and "撤" not in said.text
    return _lets_it_be(said.text) and (no_case or said.sure_intent != "withdraw")


def _lets_it_be(text: str) -> bool:
    """算了, 不办了, and both."""
    said = text.replace("啦", "了")
    parts = (said, said.removeprefix("算了").lstrip("吧,。 "), said.removesuffix("算了").rstrip(",。 "))
    return any(map(gives_up, parts))


def _is_chat(said: Utterance, context: Context) -> bool:
    """Whether the whole message is small talk; 嗯 and 好的 are so only where nothing waits for an answer."""
    chat = chat_in(said.text)
    if chat in (None, Chat.REPROACH) or (context.pending and context.pending.offers(said.text)):
        return False
    return chat is not Chat.HEARD or not context.waits


def _aside(said: Utterance, context: Context) -> Iterator[Candidate]:
    """A message that answers nothing: a farewell puts aside what is open, a reproach wants a word and the question again."""
    pending = context.pending
    if pending is None or not pending.waits or pending.has_own_no or pending.takes_own_words:
        return
    if pending.offers(said.text) or (aside := only_asides(said.text)) is None:
        return
    if aside is Aside.LEAVING:
        yield Candidate(Kind.LEAVE, "action_leave", _ASIDE, ("整句是不说了、问别人去",))
    elif aside is Aside.REPROACH:
        yield Candidate(Kind.CHAT, "action_chat", _ASIDE, ("整句是抱怨",))
    elif pending.can_be_explained:
        yield Candidate(Kind.ANSWER, "action_explain", _ASIDE, ("整句是反过来问",))


def _probability(said: Utterance, context: Context, reading: Reading) -> float:
    if not context.waits:
        return _OF_WHAT_IS_IN_HAND
    if reading.probability is not None:
        return reading.probability
    if _tells_an_exception(said, context, reading):
        return _EXCEPTS
    if reading.meaning is Meaning.DECLARES and opens_another(said.text):
        return _DECLARES_BESIDE
    says_so = reading.meaning is Meaning.DECLARES and _says_of_a_paper(said, context)
    if says_so and not wants_something(said.text):  # 身份证丢了要补 wants the item that gives it again
        return _DECLARED
    if reading.meaning is not Meaning.PICKS:
        return _PROBABILITY[reading.meaning]
    if context.pending is not None and context.pending.offers(said.text):
        return _PLAIN
    return _SHORT if len(said.text) <= _LONGEST_SHORT else _LONG


def _says_of_a_paper(said: Utterance, context: Context) -> bool:
    """Whether a clause says outright of a paper on the notice that it is there, or lost: 我合同有, 户口本也丢了."""
    if context.pending is None:
        return False
    declared = context.pending.declared(said.text)
    return bool(declared.ready) or (bool(declared.lacking) and tells_a_loss(said.text))


def _tells_an_exception(said: Utterance, context: Context, reading: Reading) -> bool:
    """Whether the message says of the papers that all but one are there."""
    if reading.meaning is not Meaning.DECLARES or context.pending is None:
        return False
    return context.pending.declared(said.text).excepts


def _of_the_case(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    if reading.meaning is Meaning.OWN_WORDS:
        return
    if context.case and tells_new_phone(said.text):
        yield Candidate(Kind.CASE, "action_ask_about_case", 0.99, ("要改办件的电话",))
        return
    if context.case and context.affair is None and not context.waits and wants_it_withdrawn(said.text):
        yield Candidate(Kind.CASE, "action_withdraw", 0.97, ("要撤回刚提交的办件",))
    if reading.meaning is Meaning.NAMES_CASE or names_case(said.text):
        asked_for = context.pending.purpose if isinstance(context.pending, CaseRequest) else None
        yield Candidate(Kind.CASE, wanted_of_case(said, asked_for), 0.98, ("有办件编号或尾号",))
    elif context.case and context.affair is None and context.waits and case_question_in(said.text):
        yield Candidate(Kind.CASE, "action_ask_about_case", 0.98, ("问刚提交的办件",))
    elif (
        not (context.affair or context.case or context.waits)
        and case_question_in(said.text) in _WITHOUT_A_NUMBER
    ):
        weight = _OF_SOME_CASE if said.intent == "ask_status" else _OF_SOME_CASE_UNHEARD
        yield Candidate(Kind.CASE, "action_status", weight, ("问自己的办件",))


def _contact(said: Utterance, context: Context, reading: Reading) -> Iterator[Candidate]:
    if reading.meaning is Meaning.OWN_WORDS:
        return
    if context.denies:
        yield Candidate(Kind.CONTACT, "action_contact", 0.96, ("说填的联系信息不对",))
    if not holds_data(said.text):
        return
    waits = context.pending is not None and context.pending.takes_contact
    if waits or said.intent == "give_contact" or _is_contact_only(said.text):
        action = context.pending.data_taken_by if context.pending is not None else "action_contact"
        yield Candidate(Kind.CONTACT, action, 0.99 if waits else 0.97, ("有个人信息",))


def _is_contact_only(text: str) -> bool:
    return not _BESIDE_CONTACT.sub("", _TOKEN.sub("", text))
