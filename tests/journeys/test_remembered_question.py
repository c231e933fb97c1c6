"""A dialogue whose open question another version of the program left: it goes on, and nobody sees a fault."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actions.reply.wording import say
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

Slot = dict[str, Any]


def rewrite(data_folder: Path, change: Callable[[Slot], object]) -> None:
    """Change the open question of the dialogue that spoke last."""
    with sqlite3.connect(data_folder / "dialogues.db") as dialogues:
        sender, state = dialogues.execute(
            "SELECT sender_hash, state FROM dialogue ORDER BY updated_at DESC LIMIT 1"
        ).fetchone()
        kept = json.loads(state)
        kept["slots"]["pending"] = change(kept["slots"]["pending"])
        dialogues.execute("UPDATE dialogue SET state = ? WHERE sender_hash = ?", (json.dumps(kept), sender))
    dialogues.close()


def before_models(slot: Slot) -> Slot:
    """As the version before wrote it: every field of every option, whether it says something or not."""
    options = [{"says": [], "bounds": None, **option} for option in slot["options"]]
    return {"unit": "", **slot, "options": options}


@pytest.mark.parametrize("junk", [{"kind": "hologram", "depth": 3}, {"kind": "question"}, "question", [1, 2]])
async def test_of_an_unknown_kind_is_dropped_with_a_sentence(
    talk: Talk, data_folder: Path, junk: object
) -> None:
    await talk.say("身份证丢了要补办")
    rewrite(data_folder, lambda slot: junk)
    assert say("question_lost") in await talk.say("第一个")
    assert say("question_lost") not in await talk.say("继续")
    assert "居民身份证" in talk.last


@pytest.mark.parametrize("bare", ["1234", "王小明", "13812345678"])
async def test_of_an_unknown_kind_may_meet_personal_data(talk: Talk, data_folder: Path, bare: str) -> None:
    await talk.say("身份证丢了要补办")
    rewrite(data_folder, lambda slot: {"kind": "hologram"})
    assert say("question_lost") in await talk.say(bare)


async def test_of_the_version_before_is_answered(talk: Talk, data_folder: Path) -> None:
    await talk.say("我想开个小饭馆")
    await talk.say("食品经营许可，新办")
    rewrite(data_folder, before_models)
    assert say("question_lost") not in await talk.say("1")
    assert "已记下：经营场所是自有还是租赁：自有" in talk.last


async def test_a_question_that_the_catalogue_no_longer_has_is_put_as_it_is_now(
    talk: Talk, data_folder: Path
) -> None:
    await talk.say("我想开个小饭馆")
    await talk.say("食品经营许可，新办")
    rewrite(data_folder, lambda slot: {**slot, "question": "no_longer_asked"})
    assert "经营场所是自有还是租赁" in await talk.say("1")
    assert "已记下" in await talk.say("1")
