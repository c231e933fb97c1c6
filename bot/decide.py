"""What to do next: a pure function of what was said and what is pending.

What is pending reads the message first and is trusted before the classifier: a number, an ordinal, an option's own words answer it
whatever they look like. Then come the acts that are possible at any time, the questions about an item, and last what is pending
again, whose action says honestly when it could not use the reply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.pending.case import CaseRequest, names_case, wanted_of_case
from actions.pending.model import Meaning, Pending, Reading
from actions.pending.utterance import ASKING, Utterance
from knowledge.language.choice import gives_up
from knowledge.language.rating_wish import wants_to_rate
from knowledge.language.resume_code import resume_code_in

ANYTIME = {
    "handover": "action_handover",
    "complain": "action_complain",
    "restart": "action_restart",
    "ask_status": "action_status",
    "withdraw": "action_withdraw",
    "book_appointment": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
    "resume": "action_resume",
    "show_notice": "action_show_notice",
    "submit": "action_submit",
    "lack_material": "action_lack_material",
    "go_back": "action_go_back",
    "correct_answer": "action_correct",
    "give_contact": "action_contact",
    "greet": "action_greet",
    "thanks": "action_thanks",
    "ask_ability": "action_ability",
}
"""Intents that are acted on whatever is pending."""

_WITHOUT_PENDING = {
    "state_fact": "action_correct",
    "affirm": "action_repeat",
    "deny": "action_repeat",
}
"""Intents that mean something of their own where nothing is pending; everything else is a wish."""

_PERSONAL = re.compile(r"\[(?:姓名|身份证号|手机号|信用代码|地址|银行卡号|邮箱)\]")
_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
_BESIDE_CONTACT = re.compile(
    r"我叫|姓名|名字|身份证号?码?|手机号?码?|电话号?码?|联系方式|号码|是|为|我的?|的|[\s,，。:：;；、/]"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The name of the action that takes a message, and what the message means to what is pending."""

    action: str
    reading: Reading


def decide(said: Utterance, pending: Pending | None) -> Decision:
    """Which action takes this message; the only place where it is resolved against what is pending."""
    reading = pending.read(said) if pending else Reading()
    action = (
        _by_shape(said, pending, reading.meaning)
        or _by_leaving(said, pending)
        or (pending.action_for(reading.meaning) if pending else None)
        or _by_intent(said, pending)
        or (pending.otherwise(said) if pending else "action_find_item")
    )
    return Decision(action, reading)


def _by_shape(said: Utterance, pending: Pending | None, meaning: Meaning) -> str | None:
    """Messages that are recognised by what stands in them."""
    if said.goes_on_in_danger or (said.tells_of_danger and not (pending and pending.offers(said.text))):
        return "action_urgent"
    if resume_code_in(said.text):
        return "action_resume"
    if pending and meaning is Meaning.OWN_WORDS:
        return pending.answered_by
    if wants_to_rate(said.text):
        return "action_rate"
    if meaning is Meaning.OTHER_WISH:
        return "action_find_item"
    if meaning is Meaning.NAMES_CASE or names_case(said.text):
        return wanted_of_case(said, pending.purpose if isinstance(pending, CaseRequest) else None)
    if _PERSONAL.search(said.text) and (
        (pending and pending.takes_contact) or said.intent == "give_contact" or _is_contact_only(said.text)
    ):
        return "action_contact"
    return None


def _is_contact_only(text: str) -> bool:
    return not _BESIDE_CONTACT.sub("", _TOKEN.sub("", text))


def _by_leaving(said: Utterance, pending: Pending | None) -> str | None:
    """算了 puts aside what is open; where nothing is, 不办了 may mean a case that is under way."""
    leaves = pending.is_left_by(said) if pending else gives_up(said.text) and said.sure_intent != "withdraw"
    return "action_leave" if leaves else None


def _by_intent(said: Utterance, pending: Pending | None) -> str | None:
    intent = said.sure_intent
    if intent is None:
        return None
    if intent == "resume" and pending:
        return "action_repeat"
    if intent in ANYTIME:
        return ANYTIME[intent]
    if intent in ASKING:
        return "action_explain" if _asks_to_explain(said, pending) else "action_ask_about"
    return pending.by_intent.get(intent) if pending else _WITHOUT_PENDING.get(intent)


def _asks_to_explain(said: Utterance, pending: Pending | None) -> bool:
    """Whether 为什么 or 有什么区别 is about what is asked, and not about the affair."""
    about_what_is_asked = said.sure_intent in ("ask_why", "ask_difference") and not said.asks_why_of_a_paper
    return about_what_is_asked and pending is not None and pending.can_be_explained
