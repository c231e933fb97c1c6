"""The outline of the focus is seen on every kind of control."""

from __future__ import annotations

import pytest

from tests.browser.phone import Phone
from tests.browser.test_journey import to_the_notice

_UNSEEN = """() => {
  const seen = []
  for (const kind of ['button', 'a[href]', 'input', 'textarea', 'summary', '[tabindex="0"]']) {
    for (const one of document.querySelectorAll(kind)) {
      if (!one.offsetParent || one.disabled) continue
      one.focus({ focusVisible: true })
      const style = getComputedStyle(one)
      const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      if (document.activeElement === one && one.matches(':focus-visible') && !shown) seen.push(one.outerHTML.slice(0, 120))
    }
  }
  return seen
}"""


@pytest.mark.slow
def test_on_every_kind_of_control(phone: Phone) -> None:
    page = phone.page
    page.keyboard.press("Tab")
    assert page.evaluate(_UNSEEN) == []
    to_the_notice(phone)
    assert page.locator(".notice .van-button, .notice input, .notice summary, .notice a").count() > 4
    assert page.evaluate(_UNSEEN) == []
    for sheet in ("首页", "看告知单", "下一步：交材料"):
        phone.tap(sheet)
        page.get_by_role("dialog").wait_for()
        page.keyboard.press("Tab")
        assert page.evaluate(_UNSEEN) == []
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
