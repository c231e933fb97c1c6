"""The page knows nothing of the words: with every sentence of ``wording.yaml`` changed it shows and does the same."""

from __future__ import annotations

import re

import pytest

from actions.reply import wording
from actions.reply.wording import templates
from tests.browser.phone import Phone
from tests.browser.test_journey import fill_form
from tests.rewording import reworded


@pytest.fixture(autouse=True)
def other_words(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Every sentence in other words; the site runs in this process."""
    changed = reworded(templates())
    monkeypatch.setattr(wording, "templates", lambda: changed)
    return changed


def options(phone: Phone) -> list[str]:
    """The rows to choose from, each with its number."""
    return [text.replace("\n", " ") for text in phone.page.locator(".options button").all_inner_texts()]


def pick(phone: Phone, place: int) -> None:
    phone.page.locator(".options button").nth(place).click()
    phone.answered()


def bubble(phone: Phone) -> str:
    """What is said in words in the last answer."""
    return "\n".join(phone.last_answer().locator(".said").all_inner_texts())


def to_the_notice(phone: Phone) -> None:
    phone.say("办食品经营许可（新办）")
    while phone.step() == "问题":
        pick(phone, 1)
    phone.last_answer().locator(".notice").wait_for()


def test_the_whole_way(phone: Phone, other_words: dict[str, str]) -> None:
    phone.say("我想开个小饭馆，要办啥")
    rows = options(phone)
    assert rows[-1] == f"{len(rows)} {other_words['option_none']}"
    assert any("食品经营许可（新办）" in row and "河东县市场监督管理局" in row for row in rows)
    assert not any(row.split()[1] in bubble(phone) for row in rows)
    pick(phone, next(place for place, row in enumerate(rows) if "食品经营许可（新办）" in row))

    assert phone.step() == "问题"
    question = phone.last_answer().locator(".said strong").inner_text()
    assert "自有还是租赁" in question and "租赁：" not in question
    assert options(phone)[-1].endswith(other_words["option_unsure"])
    phone.say("要多少钱")
    assert "自有还是租赁" in bubble(phone) and options(phone)[1].startswith("2 租赁")
    phone.reload()
    while phone.step() == "问题":
        pick(phone, 1)

    notice = phone.last_answer().locator(".notice")
    assert "房屋租赁合同" in notice.inner_text() and "房屋租赁合同" not in bubble(phone)
    assert options(phone) == [f"{n} {other_words[f'choice_{choice}']}" for n, choice in enumerate(MENU, 1)]
    pick(phone, 0)

    assert phone.last_answer().locator(".gaps").count() == 1 and "手机号" not in bubble(phone)
    phone.tap("项都备齐了")
    phone.tap("填写")
    fill_form(phone)
    phone.until("document.querySelectorAll('.options button').length === 2")
    assert options(phone) == [f"1 {other_words['submit_label']}", f"2 {other_words['not_yet_label']}"]
    pick(phone, 0)

    number = phone.page.locator(".case strong").inner_text()
    assert re.fullmatch(r"\d{12}", number) and number not in bubble(phone)
    phone.reload()
    assert phone.page.locator(".case strong").inner_text() == number


MENU = ("submit", "change", "full", "resume", "other")


def test_the_menu_still_opens_the_move_to_another_device(phone: Phone) -> None:
    to_the_notice(phone)
    pick(phone, MENU.index("resume"))
    phone.page.get_by_role("dialog").wait_for()
    assert len(phone.said()) == len(phone.page.locator(".exchange").all())


def test_an_answer_is_changed_from_the_overview(phone: Phone) -> None:
    to_the_notice(phone)
    phone.page.locator(".stepper").click()
    phone.page.get_by_role("dialog").wait_for()
    phone.tap("改：经营场所是自有还是租赁")
    phone.page.locator(".said strong").last.wait_for()
    phone.answered()
    assert "自有还是租赁" in phone.last_answer().locator(".said strong").inner_text()
    pick(phone, 0)
    assert "房屋租赁合同" in bubble(phone) and "不动产权证书" in bubble(phone)
