"""The outer flow chart (外部流程图) of an item as SVG: the steps in order, who acts in each, in how many working days.

Black on white, no script, no style sheet and no outside reference, so that it prints and can stand in any page. Who acts stands
left of the step; a dashed line shows where the matter passes from one to another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from knowledge.catalogue.affair import Affair
from knowledge.catalogue.item import BusinessItem, Limit, Result, Step
from knowledge.guidance.notice import NoticeItem

WIDTH = 480
_ACTOR_WIDTH, _BOX_LEFT = 104, 128
_BOX_WIDTH = WIDTH - _BOX_LEFT - 16
_PADDING, _GAP, _MARGIN = 12, 28, 16
_SIZE, _SMALL, _LEADING = 15, 13, 21
_FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','SimHei',sans-serif"
_NOT_AT_LINE_START = "，。、；：？！）》」』”’%"
_NOT_AT_LINE_END = "（《「『“‘"
_TITLE_HEIGHT = 44
_HEIGHT = re.compile(r'<svg [^>]*? height="(\d+)"')
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class _Box:
    """One box with its lines; the first is set bold, a line that says how long it takes stands last."""

    actor: tuple[str, ...]
    head: tuple[str, ...]
    body: tuple[str, ...]
    is_end: bool = False

    @property
    def height(self) -> int:
        lines = max(len(self.head) + len(self.body), len(self.actor))
        return lines * _LEADING + 2 * _PADDING


@dataclass(frozen=True)
class Flow:
    """What a chart shows of an item, also of one as a kept notice tells it."""

    name: str
    steps: tuple[Step, ...]
    result: Result | None
    legal_limit: Limit | None
    promised_limit: Limit | None


def flow_of(item: NoticeItem) -> Flow:
    """The flow of an item as it stands on a notice."""
    result = Result(name=item.result_name, valid=item.result_valid, delivery=item.delivery)
    return Flow(
        item.name,
        item.steps,
        result if item.result_name else None,
        item.legal_limit,
        item.promised_limit,
    )


def flowchart(item: BusinessItem | Flow) -> str:
    """The chart of an item's steps and its result; without steps an empty string."""
    if not item.steps:
        return ""
    boxes = [_step_box(number, step) for number, step in enumerate(item.steps, 1)]
    if item.result is not None:
        boxes.append(_result_box(item))
    return _drawn(f"{item.name}办理流程", _in_words(item.steps), boxes, _limits(item))


def affair_flowchart(affair: Affair) -> str:
    """The chart of an item, or of a bundle (一件事): those of its items below each other; empty where none has steps."""
    charts = [chart for part in affair.parts if (chart := flowchart(part.item))]
    if len(charts) < 2:
        return "".join(charts)
    title = f"{affair.name}办理流程"
    heights = [int(found[1]) for chart in charts if (found := _HEIGHT.search(chart))]
    places = [_TITLE_HEIGHT + sum(heights[:n]) for n in range(len(charts))]
    height = _TITLE_HEIGHT + sum(heights)
    inner = [chart.replace("<svg ", f'<svg y="{y}" ', 1) for chart, y in zip(charts, places, strict=True)]
    head = _text(title, _MARGIN, _MARGIN + 20, 19, "start", True)
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    return "".join([_opening(title, height), ground, head, *inner, "</svg>"])


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """Break a text into lines of at most ``width`` ems; Chinese has no spaces, but no line begins with 。 or ends with （."""
    lines: list[str] = []
    line = ""
    for piece in re.findall(r"[A-Za-z0-9.%+\-]+|\s+|.", " ".join(text.split())):
        overflows = bool(line) and _ems(line + piece) > width
        if overflows and piece not in _NOT_AT_LINE_START:
            kept = re.search(f"[{_NOT_AT_LINE_END}]+$", line)
            carried = kept.group() if kept and len(kept.group()) < len(line) else ""
            lines.append(line.removesuffix(carried).rstrip())
            line = carried
        for part in _fitting(piece, width):
            if line and _ems(line + part) > width and part not in _NOT_AT_LINE_START:
                lines.append(line.rstrip())
                line = ""
            line += part if line or part.strip() else ""
    return tuple([*lines, line.rstrip()] if line.strip() else lines)


def _fitting(piece: str, width: float) -> Iterator[str]:
    """A word that is wider than a whole line, in parts."""
    longest = max(1, int(width / 0.6))
    for start in range(0, len(piece), longest):
        yield piece[start : start + longest]


def _ems(text: str) -> float:
    return sum(0.6 if sign.isascii() else 1.0 for sign in text)


def _step_box(number: int, step: Step) -> _Box:
    body = [
        *wrapped(step.what, _BOX_WIDTH / _SMALL - 2),
        *([_days(step.days)] if step.days is not None else []),
    ]
    return _Box(_actor(step.who), wrapped(f"{number} {step.name}", _BOX_WIDTH / _SIZE - 2), tuple(body))


def _result_box(item: BusinessItem | Flow) -> _Box:
    result = item.result
    assert result is not None
    body = [
        result.valid and f"有效期：{result.valid}",
        result.delivery and f"领取：{'、'.join(result.delivery)}",
    ]
    lines = [line for text in body if text for line in wrapped(text, _BOX_WIDTH / _SMALL - 2)]
    return _Box(("结果",), wrapped(result.name, _BOX_WIDTH / _SIZE - 2), tuple(lines), is_end=True)


def _actor(who: str) -> tuple[str, ...]:
    return wrapped(who, _ACTOR_WIDTH / _SMALL - 0.5)


def _days(days: float) -> str:
    return "当场" if days == 0 else f"{days:g}个工作日"


def _limits(item: BusinessItem | Flow) -> str:
    said = [
        (name, limit) for name, limit in (("法定", item.legal_limit), ("承诺", item.promised_limit)) if limit
    ]
    return "，".join(f"{name}{_limit(limit)}" for name, limit in said)


def _limit(limit: Limit) -> str:
    if limit.days == 0:
        return "当场办结"
    unit = {"月": "个月", "工作日": "个工作日", "自然日": "天"}.get(limit.unit.value, limit.unit.value)
    return f"{limit.days}{unit}"


def _in_words(steps: Sequence[Step]) -> str:
    """The chart for those who do not see it."""
    said = [
        f"第{number}步，{step.who}{step.name}" + (f"，{_days(step.days)}" if step.days is not None else "")
        for number, step in enumerate(steps, 1)
    ]
    return "；".join(said) + "。"


def _drawn(title: str, words: str, boxes: Sequence[_Box], limits: str) -> str:
    heading = wrapped(title, WIDTH / 17 - 2)
    top = _MARGIN + len(heading) * 26 + (_LEADING if limits else 0) + 8
    height = top + sum(box.height for box in boxes) + _GAP * (len(boxes) - 1) + _MARGIN
    parts = [
        _opening(title, height),
        f"<desc>{_safe(words)}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *(_text(line, _MARGIN, _MARGIN + 18 + 26 * n, 17, "start", True) for n, line in enumerate(heading)),
    ]
    if limits:
        parts.append(_text(limits, _MARGIN, _MARGIN + 26 * len(heading) + 10, _SMALL, "start"))
    for place, box in enumerate(boxes):
        parts += _box(box, top)
        if place + 1 < len(boxes):
            following = boxes[place + 1]
            parts += _arrow(top + box.height, box.actor != following.actor and not following.is_end)
        top += box.height + _GAP
    return "".join([*parts, "</svg>"])


def _opening(title: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="{_safe(title)}" font-family="{_FONT}" fill="#000"><title>{_safe(title)}</title>'
    )


def _box(box: _Box, top: int) -> Iterator[str]:
    radius = 18 if box.is_end else 4
    stroke = 2.5 if box.is_end else 1.5
    yield (
        f'<rect x="{_BOX_LEFT}" y="{top}" width="{_BOX_WIDTH}" height="{box.height}" rx="{radius}" fill="#fff" '
        f'stroke="#000" stroke-width="{stroke}"/>'
    )
    baseline = top + _PADDING + _SIZE
    for n, line in enumerate((*box.head, *box.body)):
        is_head = n < len(box.head)
        x, y = _BOX_LEFT + _PADDING, baseline + n * _LEADING
        yield _text(line, x, y, _SIZE if is_head else _SMALL, "start", is_head)
    for n, line in enumerate(box.actor):
        yield _text(line, _BOX_LEFT - _PADDING, baseline + n * _LEADING, _SMALL, "end")


def _arrow(top: int, passes_on: bool) -> Iterator[str]:
    x, tip = _BOX_LEFT + _BOX_WIDTH / 2, top + _GAP
    if passes_on:
        y = top + _GAP / 2
        yield f'<path d="M{_MARGIN} {y:g}H{WIDTH - _MARGIN}" stroke="#000" stroke-width="0.75" stroke-dasharray="4 4"/>'
    yield f'<path d="M{x:g} {top}V{tip - 8}" stroke="#000" stroke-width="1.5"/>'
    yield f'<path d="M{x:g} {tip}l-5 -9h10z"/>'


def _text(line: str, x: float, y: float, size: int, anchor: str, is_bold: bool = False) -> str:
    weight = ' font-weight="bold"' if is_bold else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" text-anchor="{anchor}"{weight}>{_safe(line)}</text>'


def _safe(text: str) -> str:
    return escape(_UNPRINTABLE.sub("", text))
