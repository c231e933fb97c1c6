"""Code lists of GB/T 39046-2020 (A.1 to A.8) and of systems in use, and our own words in each.

Lists of one name differ between systems: one vocabulary inside (``catalogue.item``, ``cases.record``), a list a partner here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.calendar.unit import Unit
from knowledge.catalogue.item import (
    Audience,
    CaseKind,
    ItemType,
    MaterialForm,
    Necessity,
    Source,
)


class UnknownCode(LookupError):
    """A partner sent a code that its list does not have."""

    code = "unknown_code"

    def __init__(self, list_name: str, value: str) -> None:
        self.list_name = list_name
        super().__init__(f"{list_name}没有代码「{value}」")


@dataclass(frozen=True)
class CodeList:
    """One list: code to its Chinese name."""

    name: str
    codes: Mapping[str, str]

    def label(self, code: str) -> str:
        """The name of a code.

        Raises:
            UnknownCode: The list does not have it.
        """
        if code not in self.codes:
            raise UnknownCode(self.name, code)
        return self.codes[code]


def code_list(name: str, text: str) -> CodeList:
    """A list written as ``code=name`` pairs."""
    return CodeList(name, dict(pair.split("=") for pair in text.split()))


A1_ITEM_TYPE = code_list(
    "A.1 事项类型",
    "00=行政权力事项 01=行政许可 02=行政处罚 03=行政强制 04=行政征收 05=行政给付 06=行政检查 07=行政确认 08=行政奖励 09=行政裁决 "
    "10=其他类别 20=公共服务",
)
A2_LEVEL = code_list(
    "A.2 行使层级", "1=国家级 2=省级 3=市级 4=县级 5=镇（乡、街道）级 6=村（社区）级 7=分级管理"
)
A3_BODY = code_list("A.3 实施主体性质", "1=法定机关 2=授权组织 3=受委托组织 9=其他")
A4_AUDIENCE = code_list("A.4 服务对象", "1=自然人 2=企业法人 3=事业法人 4=社会组织法人 5=行政机关 6=其他组织")
A5_CHANNEL = code_list("A.5 办理形式", "1=窗口办理 2=电脑端网上办理 3=移动端网上办理 4=快递申请 9=其他")
A6_CASE_KIND = code_list("A.6 办件类型", "1=即办件 2=承诺件 9=其他")
A7_SPECIAL = code_list("A.7 特别程序", "1=延长审批 2=除延长审批之外的特别程序")
A8_SATISFACTION = code_list("A.8 满意度", "1=非常满意 2=满意 3=基本满意 4=不满意 5=非常不满意")
RESULT = code_list("办结结果", "0=出证办结 1=不予许可 2=作废 3=删除 4=转报 5=退件 6=不予受理")
CASE_KIND_IN_USE = code_list("办件类型", "1=即办件 2=承诺件 3=联办件 4=上报件")
UNIT = code_list("时限单位", "1=工作日 2=自然日 3=小时 4=分钟 5=月")
SUBMISSION = code_list("提交方式", "0=窗口 1=网上 2=信函 3=电报 4=电传 5=传真 6=邮件 7=电子数据交换 8=其他")
SPECIAL_LINK = code_list("特殊环节", "1=补齐补正 2=听证 3=公示 4=核实 5=挂起 6=预审补齐补正 7=预审驳回")
NECESSITY = code_list("材料必要性", "1=必要 2=非必要 3=容缺后补")
MATERIAL_TYPE = code_list("材料类型", "1=证件证书证明 2=申请表格文书 3=其他")
MATERIAL_FORM = code_list("材料形式", "1=纸质 2=电子化 3=纸质/电子化")
SOURCE = code_list("来源渠道", "10=申请人自备 20=政府部门核发 99=其他")
RATING_CHANNEL = code_list(
    "评价渠道", "1=PC端 2=移动端 3=二维码 4=政务大厅平板 5=政务大厅其他终端 6=短信 7=系统默认"
)

ITEM_TYPES: dict[ItemType, str] = {
    ItemType.LICENCE: "01",
    ItemType.LEVY: "04",
    ItemType.PAYMENT: "05",
    ItemType.CONFIRMATION: "07",
    ItemType.REWARD: "08",
    ItemType.RULING: "09",
    ItemType.OTHER_POWER: "10",
    ItemType.SERVICE: "20",
}
AUDIENCES: dict[Audience, str] = {audience: str(n) for n, audience in enumerate(Audience, 1)}
CASE_KINDS: dict[CaseKind, str] = {CaseKind.ON_THE_SPOT: "1", CaseKind.PROMISED: "2"}
UNITS: dict[Unit, str] = {
    Unit.WORKING_DAY: "1",
    Unit.DAY: "2",
    Unit.HOUR: "3",
    Unit.MINUTE: "4",
    Unit.MONTH: "5",
}
NECESSITIES: dict[Necessity, str] = {Necessity.REQUIRED: "1", Necessity.OPTIONAL: "2", Necessity.LATER: "3"}
SOURCES: dict[Source, str] = {Source.APPLICANT: "10", Source.GOVERNMENT: "20", Source.OTHER: "99"}
MATERIAL_FORMS: dict[MaterialForm, str] = {
    MaterialForm.ORIGINAL: "1",
    MaterialForm.COPY: "1",
    MaterialForm.ORIGINAL_AND_COPY: "1",
    MaterialForm.SHOWN: "1",
    MaterialForm.ELECTRONIC: "2",
}
CHANNELS: dict[str, str] = {"window": "1", "web": "2", "wechat": "3", "post": "4"}
"""Our channels in A.5; others are 9."""


def case_kind_in_use(kind: CaseKind, *, joint: bool, passed_up: bool) -> str:
    """办件类型 in the list with four values, where joint handling and passing up are kinds of their own."""
    if passed_up:
        return "4"
    return "3" if joint else CASE_KINDS[kind]
