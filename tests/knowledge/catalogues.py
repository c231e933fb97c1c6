"""A small catalogue for tests: a bundle, a delegated item, a sub-centre, a temporary window and a transfer of items."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from knowledge.catalogue.affair import Affair, Catalogue
from knowledge.catalogue.item import Bundle, BusinessItem, Department, Material, Question
from knowledge.catalogue.window import BodyTransfer, Place, Site, Window

TEMPORARY_DAYS = (date(2026, 11, 24), date(2026, 11, 26))
TRANSFER_DAY = date(2026, 12, 1)

QUESTIONS: dict[str, Any] = {
    "premises": {
        "text": "经营场所是自有还是租赁",
        "why": "决定带产权证明还是租赁合同",
        "help": "房产证上是您的名字，选自有。",
        "options": {
            "owned": {"label": "自有", "says": ["自己的", "自己的房子", "自家的"]},
            "leased": {"label": "租赁", "says": ["租的", "租了", "租来的"]},
            "borrowed": {"label": "无偿使用", "says": ["借的", "免费用"]},
        },
    },
    "area": {
        "text": "经营场所面积有多大",
        "why": "决定要不要图纸",
        "help": "看租赁合同。",
        "unit": "平方米",
        "options": {
            "small": {"label": "不超过200平方米", "says": ["小店"], "bounds": [0, 200]},
            "large": {"label": "超过200平方米", "says": ["大店"], "bounds": [200, 100000]},
        },
    },
    "cold": {
        "text": "是否制售冷食",
        "why": "要多交专间说明",
        "help": "凉菜、寿司都算。",
        "options": {
            "yes": {"label": "是", "says": ["做凉菜", "有凉菜"]},
            "no": {"label": "否", "says": ["不做凉菜", "没有凉菜", "只做热菜"]},
        },
    },
    "agent": {
        "text": "由本人办理，还是委托他人",
        "why": "委托他人要多带授权委托书",
        "help": "能自己来就选本人办理。",
        "options": {
            "self": {
                "label": "本人办理",
                "says": ["我自己去", "自己去", "自己办", "亲自去", "亲自"],
                "replies": ["自己", "本人", "我"],
            },
            "agent": {
                "label": "委托他人",
                "says": ["委托他人", "帮我去", "让别人去", "我弟去", "家人去"],
                "replies": ["委托", "代办", "别人", "我弟"],
            },
        },
    },
    "changed": {
        "text": "变更的是哪一项",
        "why": "决定材料",
        "help": "看证上哪一栏要改。",
        "options": {
            "name": {"label": "名称", "says": ["改名"]},
            "more": {"label": "增加项目", "says": ["加项目"]},
        },
    },
    "same": {
        "text": "布局有没有变",
        "why": "有变的要交新流程",
        "help": "和上次比。",
        "options": {
            "same": {"label": "没有变", "says": ["没变", "一样"]},
            "different": {"label": "有变化", "says": ["变了"]},
        },
    },
    "dine_in": {
        "text": "有没有座位给客人堂食",
        "why": "有堂食的要做消防检查",
        "help": "客人坐下来吃的算。",
        "options": {
            "yes": {"label": "有堂食", "says": ["有座位"]},
            "no": {"label": "只做外卖", "says": ["外卖"]},
        },
    },
}


def _material(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "name": name,
        "basis": ["《食品安全法》第三十五条"],
        "form": "原件",
        "copies": 1,
        "source": "申请人自备",
        "standard": "清晰",
        **fields,
    }


MATERIALS: dict[str, Any] = {
    "application": _material("申请书", filling="网上填好打印"),
    "id_card": _material("居民身份证", form="原件核对", source="政府部门核发", issued_by="公安机关"),
    "deed": _material("不动产权证书", form="复印件"),
    "lease": _material("房屋租赁合同", form="复印件"),
    "plan": _material("布局图纸"),
    "cold_room": _material("专间说明"),
    "health": _material("健康证明", necessity="容缺后补"),
    "photo": _material("照片", necessity="非必要"),
    "letter": _material("授权委托书"),
}

_ITEM: dict[str, Any] = {
    "type": "行政许可",
    "case_kind": "承诺件",
    "department": "market",
    "audience": ["自然人", "企业法人"],
    "bases": ["《食品安全法》第三十五条"],
    "legal_limit": {"days": 20, "basis": ["《行政许可法》第四十二条"]},
    "promised_limit": {"days": 8},
    "free_of_charge": True,
    "result": {"name": "许可证", "valid": "5年"},
}

ITEMS: dict[str, Any] = {
    "food.new": {
        "main": "food",
        "main_name": "食品经营许可",
        "name": "食品经营许可（新办）",
        "operation": "新办",
        "scenario": "开餐馆",
        "asks": [
            {"question": "premises"},
            {"question": "area"},
            {"question": "cold"},
            {"question": "agent"},
        ],
        "materials": [
            {"material": "application"},
            {"material": "health"},
            {"material": "photo"},
            {"material": "deed", "when": {"premises": "owned"}, "because": "因为经营场所是自有的"},
            {"material": "lease", "when": {"premises": "leased"}},
            {"material": "plan", "when": {"area": "large"}},
            {"material": "cold_room", "when": {"cold": "yes"}},
            {"material": "letter", "when": {"agent": "agent"}},
        ],
        "conditions": ["已经取得营业执照"],
        "steps": [
            {"name": "受理", "who": "窗口", "days": 1},
            {"name": "决定", "who": "市场监管局", "days": 2.5},
        ],
        "prerequisites": ["licence.new"],
        "promise_instead": ["plan"],
        "inspection": True,
        "joint_with": ["fire"],
    },
    "food.change": {
        "main": "food",
        "main_name": "食品经营许可",
        "name": "食品经营许可（变更）",
        "operation": "变更",
        "asks": [{"question": "changed"}, {"question": "cold", "when": {"changed": "more"}}],
        "materials": [
            {"material": "application"},
            {"material": "cold_room", "when": {"cold": "yes"}},
        ],
        "free_of_charge": None,
        "fees": [
            {"name": "工本费", "amount": 10, "basis": ["《食品安全法》第三十五条"]},
            {
                "name": "检验费",
                "rule": "按项目计",
                "basis": ["《食品安全法》第三十五条"],
                "when": {"cold": "yes"},
            },
        ],
    },
    "licence.new": {
        "main": "licence",
        "main_name": "营业执照",
        "name": "营业执照（新办）",
        "operation": "新办",
        "case_kind": "即办件",
        "asks": [{"question": "premises"}, {"question": "agent"}],
        "materials": [
            {"material": "application"},
            {"material": "id_card", "copies": 2},
            {"material": "deed", "when": {"premises": "owned"}},
            {"material": "lease", "when": {"premises": "leased"}, "necessity": "容缺后补"},
            {"material": "letter", "when": {"agent": "agent"}},
        ],
    },
    "fire.opening": {
        "main": "fire",
        "main_name": "消防检查",
        "name": "营业前消防安全检查",
        "operation": "检查",
        "department": "fire",
        "materials": [{"material": "application", "copies": 3}, {"material": "plan"}],
    },
    "card.reissue": {
        "main": "card",
        "main_name": "居民身份证",
        "name": "居民身份证（补领）",
        "operation": "补领",
        "department": "police",
        "audience": ["自然人"],
        "delegated": True,
        "materials": [{"material": "photo"}],
        "passed_up_to": "市公安局",
    },
    "vehicle.transfer": {
        "main": "vehicle",
        "main_name": "机动车登记",
        "name": "机动车转让登记",
        "operation": "转让",
        "department": "police",
        "materials": [{"material": "id_card"}],
    },
    "tobacco.new": {
        "main": "tobacco",
        "main_name": "烟草专卖零售许可",
        "name": "烟草专卖零售许可（新办）",
        "operation": "新办",
        "department": "tobacco",
        "materials": [{"material": "application"}],
    },
    "water.new": {
        "main": "water",
        "main_name": "取水许可",
        "name": "取水许可（新办）",
        "operation": "新办",
        "department": "water",
        "materials": [{"material": "application"}],
    },
}

BUNDLES: dict[str, Any] = {
    "restaurant": {
        "name": "开餐饮店一件事",
        "scenario": "开餐馆",
        "department": "market",
        "audience": ["自然人", "企业法人"],
        "bases": ["《优化营商环境条例》第三十六条"],
        "asks": [{"question": "dine_in"}],
        "parts": [
            {"item": "licence.new"},
            {"item": "food.new"},
            {"item": "fire.opening", "when": {"dine_in": "yes"}},
        ],
    }
}

DEPARTMENTS: dict[str, Any] = {
    "market": {"name": "市场监督管理局", "short": "市场监管"},
    "police": {"name": "公安局", "short": "公安"},
    "fire": {"name": "消防救援大队", "short": "消防"},
    "tobacco": {"name": "烟草专卖局", "short": "烟草"},
    "water": {"name": "水利局", "short": "水利"},
    "approval": {"name": "行政审批局", "short": "审批局"},
}

_HOURS = [
    {"days": [1, 2, 3, 4, 5], "opens": "09:00", "closes": "12:00"},
    {"days": [1, 2, 3, 4, 5], "opens": "13:00", "closes": "17:00"},
]
SITES: dict[str, Any] = {
    key: {"name": name, "address": f"{name}路1号", "phone": "0000-0000-0000", "hours": _HOURS}
    for key, name in (("centre", "政务服务中心"), ("vehicles", "车管分中心"), ("hexi", "河西便民服务中心"))
}
PLACES: dict[str, Any] = {
    "hexi": {"name": "河西镇", "says": ["河西"]},
    "hexibei": {"name": "河西北乡", "says": ["河西北"]},
    "nanhu": {"name": "南湖镇", "says": ["南湖"]},
}
WINDOWS: dict[str, Any] = {
    "unified": {"number": "1号", "name": "综合窗口", "kind": "综合窗口", "site": "centre", "bundles": True},
    "market": {
        "number": "12号",
        "name": "市场窗口",
        "kind": "部门窗口",
        "site": "centre",
        "departments": ["market"],
    },
    "police": {
        "number": "15号",
        "name": "公安窗口",
        "kind": "部门窗口",
        "site": "centre",
        "departments": ["police"],
    },
    "approval": {
        "number": "9号",
        "name": "审批窗口",
        "kind": "部门窗口",
        "site": "centre",
        "departments": ["approval"],
    },
    "vehicles": {
        "number": "3号",
        "name": "车管窗口",
        "kind": "分中心",
        "site": "vehicles",
        "items": ["vehicle"],
    },
    "tobacco": {
        "number": "40号",
        "name": "烟草临时窗口",
        "kind": "临时窗口",
        "site": "centre",
        "departments": ["tobacco"],
        "open_dates": list(TEMPORARY_DAYS),
        "hours": [{"days": [2, 4], "opens": "09:00", "closes": "11:30"}],
    },
    "hexi": {
        "number": "1号",
        "name": "河西窗口",
        "kind": "便民服务中心",
        "site": "hexi",
        "places": ["hexi", "hexibei"],
    },
}
TRANSFERS: list[Any] = [
    {
        "items": ["licence"],
        "from_department": "market",
        "to_department": "approval",
        "effective": TRANSFER_DAY,
        "document": "划转公告第1号",
    }
]


def small_catalogue(**changes: Any) -> Catalogue:
    """The catalogue above, with whole kinds of records replaced where named."""
    items = {key: {**_ITEM, **raw} for key, raw in ITEMS.items()}
    written: dict[str, Any] = {
        "items": _records(BusinessItem, items, named=True),
        "questions": _records(Question, QUESTIONS),
        "materials": _records(Material, MATERIALS),
        "departments": _records(Department, DEPARTMENTS, named=True),
        "bundles": _records(Bundle, BUNDLES, named=True),
        "windows": _records(Window, WINDOWS, named=True),
        "sites": _records(Site, SITES, named=True),
        "places": _records(Place, PLACES, named=True),
        "transfers": TypeAdapter(tuple[BodyTransfer, ...]).validate_python(TRANSFERS),
        "version": "test",
    }
    return Catalogue(**{**written, **changes})


def windows(changes: Mapping[str, Any]) -> dict[str, Window]:
    """The windows above with others added, replaced, or left out where the change is None."""
    merged = {key: raw for key, raw in {**WINDOWS, **changes}.items() if raw is not None}
    return _records(Window, merged, named=True)


def affair(affair_id: str, catalogue: Catalogue | None = None) -> Affair:
    """An affair that is there."""
    found = (catalogue or small_catalogue()).affair(affair_id)
    assert found is not None
    return found


def _records(kind: type[Any], raw: Mapping[str, Any], *, named: bool = False) -> dict[str, Any]:
    return {key: kind(**({"id": key} if named else {}), **fields) for key, fields in raw.items()}
