"""How long the data of the people in a case are kept (保管期限): by what came of it, from the day on which it ended.

《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）第三条: files are kept for ever, 30 or 10 years. 个人信息保护法 art. 19: no longer
than needed. What is left of a case afterwards says what was done and not for whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Retention:
    """Days for which data are kept.

    Attributes:
        granted: After a case that was granted has ended.
        other: After any other case has ended: refused, denied, withdrawn, returned.
        draft: After a draft that was not submitted was last touched.
    """

    granted: int
    other: int
    draft: int

    def last_end(self, today: date, *, is_granted: bool) -> date:
        """The last day on which a case can have ended whose time is over today."""
        return today - timedelta(days=self.granted if is_granted else self.other)

    def kept_until(self, ended_on: date, *, is_granted: bool) -> date:
        """The last day on which the data of a case are kept."""
        return ended_on + timedelta(days=(self.granted if is_granted else self.other) - 1)
