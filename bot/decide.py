"""What to do next: a pure function of what was said and what is pending.

What is pending is trusted before the classifier: a number, an ordinal, an option's own words answer the pending question whatever
they look like. Then come the acts that are possible at any time, the questions about an item, and last what is pending again,
whose action says honestly when it could not use the reply.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.catalogue.condition import UNSURE
from knowledge.language.aspects import Aspect, aspects_in
from knowledge.language.choice import Offered, choose, does_not_know, gives_up, is_none_of_these
from knowledge.language.danger import urgency_in
from knowledge.language.rating_wish import wants_to_rate
from knowledge.language.resume_code import resume_code_in
from knowledge.language.spoken_time import names_day_or_time

SURE_ENOUGH = 0.45
"""Below this a classified intent is not acted on by itself; misclassified replies lie below it in cross-validation."""

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

ASKING = frozenset(
    f"ask_{aspect}"
    for aspect in (
        [
            "materials",
            "fee",
            "time_limit",
            "place",
            "hours",
            "phone",
            "basis",
            "conditions",
            "process",
            "why",
            "result",
            "difference",
        ]
    )
)

ANSWERING = {
    "items": "action_choose_item",
    "departments": "action_choose_department",
    "question": "action_answer",
    "change": "action_choose_answer",
    "next": "action_next_step",
    "contact": "action_contact",
    "case": "action_status",
    "appointment": "action_choose_slot",
    "confirm": "action_confirm",
    "complaint": "action_complain",
    "rating": "action_rate",
    "rating_reason": "action_rate",
}
"""What takes the reply to each kind of pending question."""

_PERSONAL = re.compile(r"\[(?:姓名|身份证号|手机号|信用代码|地址|银行卡号|邮箱)\]")
_TAIL = "[尾号]"
_CASE_NUMBER = re.compile(r"(?<!\d)\d{12}(?!\d)")
OWN_WORDS = frozenset({"complaint", "rating_reason"})
"""What is told in the applicant's own words: whatever it looks like, it is that, and personal data in it are nobody's contact data."""

_LEAVES_OWN_WORDS = frozenset({"restart", "handover"})

_OF_A_CASE = {
    "complain": "action_complain",
    "ask_status": "action_status",
    "withdraw": "action_withdraw",
    "book_appointment": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
}
"""Intents for which a case number may be given."""

_ASKED_FOR = {
    "complain": "action_complain",
    "rate": "action_rate",
    "withdraw": "action_withdraw",
    "appoint": "action_appoint",
    "cancel_appointment": "action_cancel_appointment",
}
"""What a case number was asked for, where not for its status."""

_TOKEN = re.compile(r"\[[^\[\]]{1,6}\]")
_BESIDE_CONTACT = re.compile(
    r"我叫|姓名|名字|身份证号?码?|手机号?码?|电话号?码?|联系方式|号码|是|为|我的?|的|[\s,，。:：;；、/]"
)
_BESIDE_NUMBER = re.compile(r"\d|办件|编号|尾号|后四位|后4位|手机号?|号码?|是|为|的|[\s,，。:：;；、/]")
_HAS_NO_NUMBER = re.compile(
    r"(?:我|那|可是|但是?|也|都|早就|办件|编号|,|，|\s)*"
    r"(?:没有?|不知道|不晓得|不清楚|不记得|记不得|忘记?|找不[到着]|弄?丢|没存|没记|记不住)"
    r"(?:了|办件|编号|号码?|是多少|什么|这个|那个|受理单|单子|回执|消息|呀|啊|吧|呢|的|,|，|。|\s)*"
)
"""编号找不到了: an answer to the question for a case's number, and nobody's wish for a new paper."""
_TURNS_TO_ANOTHER = re.compile(
    r"(?:不对|不是|错了|搞错了|弄错了|算了|等等)[,，。\s]*(?:我|俺|咱)?(?:其实|还)?(?:是)?(?:想|要|想要)(?:去)?(?:办(?!理?人)|申请|补办|换领)(?=.{2})"
)
"""不对，我是要办护照: the first word turns down the affair and does not answer the open question with no."""
_PICKS_UNSURE = re.compile(
    r"(?:我|那|就|还|也|真|选|都|是|,|，|\s)*(?:不(?:太)?确定|说不准|拿不准)(?:的|啊|吧|呢|哦|呀|了|。)*"
)
"""不确定 is one of the answers; 不知道 asks how to find out."""
_A_MENU_WORD = 12
"""Characters: a longer sentence at a menu is a wish of its own, even where it holds the words of a choice."""
_TAKES_BACK = re.compile(
    r"^(?:啊|哦|噢|唉|诶|欸|等等|等一下|稍等|[,，。\s])*(?:不对|不是|错了|[说选搞弄点记]错了?)(?:了|的|啊|呀)*[,，。;；、 ]+"
)
"""How a correction opens; at a yes-or-no question the same words alone are the answer no."""
_WHY_A_PAPER = re.compile(
    r"^(?!.*(?:问|知道|了解|填|选)).*(?:证|书|合同|协议|登记表|申请表|照片|相片|图纸|报告|声明|户口[本簿]|材料)"
)
"""为什么要健康证 asks about a paper; any other why at a question is why the question is put."""
_LEFT_OPEN = frozenset({"items", "departments", "question", "case"})
"""What 算了 and 不办了 put aside alike."""
_OWN_NO = frozenset({"confirm", "appointment", "complaint", "rating", "rating_reason"})
"""What takes 算了 as a no of its own."""
_BETWEEN_AFFAIRS = frozenset({"departments", "contact", "case", "confirm", "appointment", "rating"})
"""What may be pending when the applicant turns to something else without having said that the question is over."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the applicant, redacted and normalised, with what the classifier makes of it."""

    text: str
    intent: str | None = None
    confidence: float = 0.0

    @property
    def sure_intent(self) -> str | None:
        return self.intent if self.confidence >= SURE_ENOUGH else None


def next_action(said: Said, pending: Mapping[str, Any] | None) -> str:
    """The name of the action that takes this message."""
    kind = pending["kind"] if pending else None
    return (
        _by_shape(said, pending)
        or _by_leaving(said, kind)
        or (_by_offer(said, pending) if pending else None)
        or _by_intent(said, kind)
        or _by_pending(said, pending)
    )


def offered(pending: Mapping[str, Any]) -> tuple[Offered, ...]:
    """The options of what is pending."""
    return tuple(
        Offered(
            o["value"], o["label"], tuple(o.get("says", ())), tuple(o["bounds"]) if o.get("bounds") else None
        )
        for o in pending.get("options", ())
    )


def chosen(text: str, pending: Mapping[str, Any]) -> str | None:
    """The value of the pending option that the text means; None where it means none."""
    options = offered(pending)
    return choose(text, options, pending.get("unit", "")) if options else None


def _by_shape(said: Said, pending: Mapping[str, Any] | None) -> str | None:
    """Messages that are recognised by what stands in them."""
    kind = pending["kind"] if pending else None
    if urgency_in(said.text):
        return "action_urgent"
    if resume_code_in(said.text):
        return "action_resume"
    if kind in OWN_WORDS and said.sure_intent not in _LEAVES_OWN_WORDS and not _is_number_only(said.text):
        return ANSWERING[kind]
    if wants_to_rate(said.text):
        return "action_rate"
    if kind in ("question", "items") and _TURNS_TO_ANOTHER.match(said.text):
        return "action_find_item"
    if kind == "case" and _HAS_NO_NUMBER.fullmatch(said.text):
        return _about_case(said, pending)
    if _TAIL in said.text or _CASE_NUMBER.search(said.text) or (kind == "case" and "[手机号]" in said.text):
        return _about_case(said, pending)
    if _PERSONAL.search(said.text) and (
        kind in ("contact", "confirm") or said.intent == "give_contact" or _is_contact_only(said.text)
    ):
        return "action_contact"
    return None


def _about_case(said: Said, pending: Mapping[str, Any] | None) -> str:
    """What is wanted of the case: what the message says, else what the number was asked for."""
    asked_for = (pending or {}).get("purpose") if (pending or {}).get("kind") == "case" else None
    if said.sure_intent in _OF_A_CASE and not (asked_for and _is_number_only(said.text)):
        return _OF_A_CASE[said.sure_intent]
    return _ASKED_FOR.get(asked_for or "", "action_status")


def _is_number_only(text: str) -> bool:
    return not _BESIDE_NUMBER.sub("", _TOKEN.sub("", text))


def _is_contact_only(text: str) -> bool:
    return not _BESIDE_CONTACT.sub("", _TOKEN.sub("", text))


def _by_leaving(said: Said, kind: str | None) -> str | None:
    """算了 puts aside what is open; where nothing is, 不办了 may mean a case that is under way."""
    if not gives_up(said.text) or kind in _OWN_NO:
        return None
    return "action_leave" if kind in _LEFT_OPEN or said.sure_intent != "withdraw" else None


def _by_offer(said: Said, pending: Mapping[str, Any]) -> str | None:
    """A reply that picks one of the options offered, or turns all of them down."""
    kind = pending["kind"]
    if kind == "items" and is_none_of_these(said.text):
        return "action_none_of_these"
    if kind == "question" and _corrects_another(said, pending):
        return "action_correct"
    if kind in ("items", "question") and Aspect.DIFFERENCE in aspects_in(said.text):
        return "action_explain"
    if kind == "appointment" and names_day_or_time(said.text) and len(said.text) <= _A_MENU_WORD:
        return ANSWERING[kind]
    value = chosen(said.text, pending)
    if value is None:
        return "action_explain" if kind == "question" and _turns_all_down(said) else None
    if value == UNSURE and kind not in ("question", "items"):
        return None
    if value == UNSURE and does_not_know(said.text) and not _PICKS_UNSURE.fullmatch(said.text):
        return "action_explain"
    if _is_long_for_a_menu(said, kind):
        return None
    if said.sure_intent in ASKING and (aspects_in(said.text) or _asks_why_of_a_paper(said)):
        return None
    return ANSWERING[kind]


def _corrects_another(said: Said, pending: Mapping[str, Any]) -> bool:
    """Whether 不对，是我自己去 takes back an earlier answer: what follows the 不对 is no reply to what is asked now."""
    opening = _TAKES_BACK.match(said.text)
    if opening is None or said.sure_intent != "correct_answer":
        return False
    rest = said.text[opening.end() :]
    return bool(rest) and chosen(rest, pending) is None


def _turns_all_down(said: Said) -> bool:
    return said.sure_intent == "none_of_these" and is_none_of_these(said.text)


def _asks_why_of_a_paper(said: Said) -> bool:
    return said.sure_intent == "ask_why" and bool(_WHY_A_PAPER.match(said.text))


def _by_intent(said: Said, kind: str | None) -> str | None:
    intent = said.sure_intent
    if intent is None:
        return None
    if intent == "resume" and kind:
        return "action_repeat"
    if intent in ANYTIME:
        return ANYTIME[intent]
    if intent in ASKING:
        of_what_is_asked = intent in ("ask_why", "ask_difference") and not _asks_why_of_a_paper(said)
        explains = kind in ("question", "items") and of_what_is_asked
        return "action_explain" if explains else "action_ask_about"
    if intent == "none_of_these" and kind == "items":
        return "action_none_of_these"
    if intent == "unsure" and kind in ("question", "items"):
        return "action_explain"
    if kind in _BETWEEN_AFFAIRS and intent in ("find_item", "state_fact"):
        return "action_find_item" if intent == "find_item" else "action_correct"
    if kind == "next" and intent in ("affirm", "deny"):
        return "action_thanks"
    if kind:
        return None
    return {"state_fact": "action_correct", "affirm": "action_repeat", "deny": "action_repeat"}.get(
        intent, "action_find_item"
    )


def _by_pending(said: Said, pending: Mapping[str, Any] | None) -> str:
    """What takes a message that nothing else tells of: the question that is open, else the search."""
    kind = pending["kind"] if pending else None
    if kind is None:
        return "action_find_item"
    if _is_long_for_a_menu(said, kind):
        return "action_correct" if kind == "next" and said.intent != "find_item" else "action_find_item"
    return _about_case(said, pending) if kind == "case" else ANSWERING[kind]


def _is_long_for_a_menu(said: Said, kind: str | None) -> bool:
    return kind in ("next", "departments") and len(said.text) > _A_MENU_WORD
