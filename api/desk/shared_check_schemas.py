"""Papers that need not be handed in, and what officers found in the shared data in their place."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.platform.schemas import Payload, View
from knowledge.cases.record.choices import NamedChoice


class SharedFinding(NamedChoice):
    """What the shared data say."""

    AGREES = "agrees", "和申请的一致"
    DIFFERS = "differs", "和申请的不一致"
    NONE = "none", "没有查到"


class SharedCheck(Payload):
    """What was found."""

    material: str = Field(min_length=1, max_length=120, description="材料编号，在告知单的免提交清单里")
    found: SharedFinding = Field(description="agrees 一致、differs 不一致、none 没有查到")
    note: str = Field(default="", max_length=500, description="哪里一致或者不一致；加密保存，申请人看不到")


class SharedCheckView(View):
    """One look into the shared data."""

    found: SharedFinding = Field(description="agrees 一致、differs 不一致、none 没有查到")
    found_label: str = Field(description="结果的中文")
    note: str = Field(description="说明；没有写时为空文字")
    account: str = Field(description="谁核对的，账号")
    name: str = Field(description="谁核对的，姓名")
    at: datetime = Field(description="什么时候核对的")


class SharedPaper(View):
    """One paper of the notice that need not be handed in."""

    material: str = Field(description="材料编号")
    name: str = Field(description="材料名称")
    holder: str = Field(description="共享数据的部门")
    checks: list[SharedCheckView] = Field(description="核对过的，后核对的在前")


class SharedPapers(View):
    """All of them."""

    number: str = Field(description="办件编号")
    papers: list[SharedPaper] = Field(description="免提交的材料")
    unchecked: int = Field(description="还没有核对的份数")
