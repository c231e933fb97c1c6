"""A small catalogue folder as a writer would write it, and the faults that a change to it makes."""

from __future__ import annotations

from pathlib import Path

from knowledge.base.faults import Fault
from knowledge.catalogue.load import read_catalogue

FILES = {
    "common.yaml": """\
questions:
  agent:
    text: 由本人办理，还是委托他人
    why: 委托要多带委托书
    help: 能自己来就选本人办理。
    options:
      self: {label: 本人办理}
      agent: {label: 委托他人}
materials:
  letter:
    name: 授权委托书
    basis: [《行政许可法》第二十九条第二款]
    form: 原件
    copies: 1
    source: 申请人自备
    standard: 写明委托事项
""",
    "departments.yaml": """\
market: {short: 市场监管局}
approval: {short: 审批局}
""",
    "local.yaml": """\
places:
  hexi: {name: 河西镇}
sites:
  centre:
    name: 政务服务中心
    address: 政务路1号
    phone: 0000-0000-0000
    hours:
      - {days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00"}
windows:
  market: {number: 12号, name: 市场窗口, kind: 部门窗口, site: centre, departments: [market], items: [food]}
transfers:
  - {items: [food], from_department: market, to_department: approval, effective: 2026-12-01, document: 公告}
departments:
  market: {name: 河东县市场监督管理局, phone: 0000-1}
""",
    "bundles.yaml": """\
shop:
  name: 开店一件事
  department: market
  audience: [自然人]
  asks: [agent]
  parts:
    - food.new
    - {item: food.change, when: {agent: self}}
""",
    "items/food.yaml": """\
id: food
name: 食品经营许可
type: 行政许可
department: market
case_kind: 承诺件
audience: [自然人]
bases: [《食品安全法》第三十五条]
free_of_charge: true
legal_limit: {days: 20, basis: [《行政许可法》第四十二条]}
promised_limit: {days: 8}
result: {name: 许可证}
questions:
  cold:
    text: 是否制售冷食
    why: 要多交说明
    help: 凉菜都算。
    options:
      yes: {label: 是}
      no: {label: 否}
materials:
  application:
    name: 申请书
    basis: [《食品安全法》第三十五条]
    form: 原件
    copies: 1
    source: 申请人自备
    standard: 填写齐全
  cold_room:
    name: 专间说明
    basis: [《食品安全法》第三十五条]
    form: 原件
    copies: 1
    source: 申请人自备
    standard: 写明位置
items:
  - id: new
    name: 食品经营许可（新办）
    operation: 新办
    asks: [cold, agent]
    materials:
      - application
      - {material: cold_room, when: {cold: yes}}
      - {material: letter, when: {agent: agent}}
    promise_instead: [cold_room]
  - id: change
    name: 食品经营许可（变更）
    operation: 变更
    materials: [application]
""",
}


def written(folder: Path, **changes: tuple[str, str]) -> Path:
    """Write the folder; ``items_food=(old, new)`` changes one place of ``items/food.yaml``."""
    for name, text in FILES.items():
        key = name.removesuffix(".yaml").replace("/", "_")
        if key in changes:
            old, new = changes[key]
            assert old in text, old
            text = text.replace(old, new, 1)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, **changes: tuple[str, str]) -> list[Fault]:
    """The faults of the folder with these changes, in order."""
    return sorted(read_catalogue(written(folder, **changes))[1])


def line_of(name: str, words: str, text: str | None = None) -> int:
    """The line of a file in which the words stand."""
    lines = (text or FILES[name]).splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)
