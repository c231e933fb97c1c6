"""What WeChat and WeCom say of their own in ``wording.yaml`` is said somewhere."""

from __future__ import annotations

import yaml

from intake.project import ROOT

HERE = ROOT / "bot" / "channels"


def test_nothing_is_left_over() -> None:
    written = yaml.safe_load((HERE / "wechat" / "wording.yaml").read_text(encoding="utf-8"))
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("wechat", "wecom")
        for path in (HERE / room).rglob("*.py")
    )
    assert not [key for key in written if f'"{key}"' not in code]
