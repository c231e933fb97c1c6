"""Papers of invented people, in the layouts in which such papers are printed; what stands on each is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from intake.bench.papers.sheet import Sheet
from intake.people import Person

TODAY = date(2026, 11, 23)
"""The day on which the drawn papers are looked at."""


@dataclass(frozen=True)
class Drawn:
    """One paper.

    Attributes:
        kind: Key of ``knowledge/papers/kinds.yaml``.
        material: Name of a material that asks for it.
        truth: What stands on it: ``holder``, ``id_number``, ``credit_code``, ``valid_until`` (ISO date).
    """

    kind: str
    material: str
    picture: Image.Image
    truth: Mapping[str, str] = field(default_factory=dict)


def draw(kind: str, who: Person, font: Path, seed: int, *, expired: bool = False) -> Drawn:
    """A paper of a kind."""
    chance = Random(f"{kind}/{seed}")
    until = TODAY + timedelta(days=-chance.randint(20, 900) if expired else chance.randint(200, 1500))
    return _PAPERS[kind](who, font, chance, until)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def _dotted(day: date) -> str:
    return f"{day.year}.{day.month:02d}.{day.day:02d}"


def _born(who: Person) -> str:
    return f"{who.id_number[6:10]}年{int(who.id_number[10:12])}月{int(who.id_number[12:14])}日"


def _street(chance: Random) -> str:
    return f"河东县{chance.choice(('人民', '解放', '建设', '东风', '青年'))}路{chance.randint(1, 300)}号"


def _shop(who: Person, chance: Random) -> str:
    return f"河东县{who.name[0]}记{chance.choice(('面馆', '小吃店', '饭庄', '超市', '药店'))}"


def _id_card_front(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1070, font, (224, 236, 240))
    blue = (60, 110, 150)
    rows = (
        ("姓 名", who.name, 110, 66),
        ("性 别", f"{'男' if int(who.id_number[16]) % 2 else '女'}    民 族  汉", 250, 58),
        ("出 生", _born(who), 380, 58),
        ("住 址", _street(chance), 510, 58),
    )
    for label, value, top, size in rows:
        sheet.write(label, 110, top, 50, blue)
        sheet.write(value, 310, top, size)
    sheet.write(f"{chance.randint(1, 9)}栋{chance.randint(101, 999)}室", 310, 590, 58)
    sheet.write("公民身份号码", 110, 880, 50, blue)
    sheet.write(who.id_number, 560, 872, 72)
    sheet.patch(1180, 120, 1580, 640, (150, 170, 190))
    return Drawn(
        "id_card_front", "居民身份证", sheet.picture, {"holder": who.name, "id_number": who.id_number}
    )


def _id_card_back(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1070, font, (224, 236, 240))
    sheet.patch(120, 120, 380, 380, (200, 60, 50))
    sheet.write("中华人民共和国", 1000, 140, 88, middle=True)
    sheet.write("居 民 身 份 证", 1000, 300, 120, middle=True)
    issued = date(until.year - 10, until.month, min(until.day, 28))
    sheet.write("签发机关", 330, 740, 52)
    sheet.write("河东县公安局", 620, 738, 56)
    sheet.write("有效期限", 330, 880, 52)
    sheet.write(f"{_dotted(issued)}-{_dotted(until)}", 620, 878, 56)
    return Drawn("id_card_back", "居民身份证", sheet.picture, {"valid_until": until.isoformat()})


def _business_licence(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(2200, 1560, font)
    sheet.box(40, 40, 2160, 1520, (170, 130, 60))
    sheet.write("营 业 执 照", 1100, 200, 150, middle=True)
    sheet.write("（副  本）", 1100, 390, 56, middle=True)
    sheet.write("统一社会信用代码", 150, 330, 48)
    sheet.write(who.credit_code, 150, 400, 54)
    shop = _shop(who, chance)
    left = (
        ("名    称", shop),
        ("类    型", "个体工商户"),
        ("经 营 者", who.name),
        ("经营场所", _street(chance)),
    )
    for number, (label, value) in enumerate(left):
        sheet.write(label, 150, 560 + number * 110, 50)
        sheet.write(value, 450, 560 + number * 110, 52)
    sheet.write("组成形式", 1250, 560, 50)
    sheet.write("个人经营", 1550, 560, 52)
    sheet.write("注册日期", 1250, 670, 50)
    sheet.write(_chinese(date(2021, chance.randint(1, 12), chance.randint(1, 28))), 1550, 670, 52)
    sheet.write("经营范围", 150, 1010, 50)
    scope = "餐饮服务；食品销售（仅销售预包装食品）。依法须经批准的项目，经相关部门批准后方可开展经营活动。"
    sheet.wrapped(scope, 450, 1010, 46, 1500)
    sheet.write("登记机关", 1350, 1330, 50)
    sheet.stamp(1600, 1180, 300, "河东县市场监督管理局")
    truth = {"holder": who.name, "organisation": shop, "credit_code": who.credit_code}
    return Drawn("business_licence", "营业执照", sheet.picture, truth)


def _food_licence(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(2200, 1560, font)
    sheet.write("食品经营许可证", 1100, 160, 140, middle=True)
    shop = _shop(who, chance)
    rows = (
        ("经营者名称", shop),
        ("社会信用代码", who.credit_code),
        ("法定代表人（负责人）", who.name),
        ("住    所", _street(chance)),
        ("主体业态", "餐饮服务经营者"),
        ("经营项目", "热食类食品制售"),
        ("许可证编号", f"JY2{chance.randint(10**12, 10**13 - 1)}"),
        ("发证机关", "河东县市场监督管理局"),
        ("有效期至", _chinese(until)),
    )
    for number, (label, value) in enumerate(rows):
        sheet.write(label, 200, 420 + number * 110, 48)
        sheet.write(value, 760, 420 + number * 110, 50)
    sheet.stamp(1600, 1080, 300, "河东县市场监督管理局")
    truth = {"organisation": shop, "credit_code": who.credit_code, "valid_until": until.isoformat()}
    return Drawn("food_licence", "食品经营许可证正本、副本", sheet.picture, truth)


def _health_certificate(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1100, font, (238, 246, 238))
    sheet.write("健 康 证 明", 850, 90, 110, middle=True)
    rows = (
        ("姓    名", who.name),
        ("性    别", "女"),
        ("年    龄", str(TODAY.year - int(who.id_number[6:10]))),
        ("从业类别", "食品生产经营"),
        ("体检结果", "合格"),
        ("发证单位", "河东县疾病预防控制中心"),
        ("有效期至", _chinese(until)),
    )
    for number, (label, value) in enumerate(rows):
        sheet.write(f"{label}：{value}", 560, 290 + number * 100, 52)
    sheet.patch(120, 300, 450, 720, (180, 190, 200))
    sheet.stamp(1200, 700, 280, "疾病预防控制中心")
    truth = {"holder": who.name, "valid_until": until.isoformat()}
    return Drawn("health_certificate", "从业人员健康证明", sheet.picture, truth)


def _title_deed(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1560, 2200, font)
    sheet.write("不 动 产 权 证 书", 780, 120, 90, middle=True)
    sheet.write(f"云（2022）河东县不动产权第{chance.randint(1000, 9999999):07d}号", 780, 280, 46, middle=True)
    rows = (
        ("权利人", who.name),
        ("共有情况", "单独所有"),
        ("坐落", _street(chance)),
        ("不动产单元号", f"530{chance.randint(10**8, 10**9 - 1)}GB00012F00010003"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("权利性质", "出让/市场化商品房"),
        ("用途", "商业服务"),
        ("面积", f"房屋建筑面积{chance.randint(40, 400)}.5平方米"),
        ("使用期限", "2012年3月1日起2052年2月28日止"),
    )
    for number, (label, value) in enumerate(rows):
        top = 420 + number * 150
        sheet.box(120, top - 40, 1440, top + 110)
        sheet.write(label, 150, top, 46)
        sheet.write(value, 500, top, 46)
    sheet.stamp(980, 1820, 300, "不动产登记专用章")
    return Drawn("title_deed", "不动产权证书", sheet.picture, {"holder": who.name})


def _lease(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1560, 2200, font, (250, 250, 250))
    sheet.write("房屋租赁合同", 780, 130, 84, middle=True)
    begin = date(until.year - 3, until.month, min(until.day, 28))
    owner = f"{chance.choice('赵钱孙李')}{chance.choice(('国强', '美玲', '志远'))}"
    sheet.write(f"出租方（甲方）：{owner}", 150, 320, 46)
    sheet.write(f"承租方（乙方）：{who.name}", 150, 410, 46)
    clauses = (
        f"一、房屋坐落：{_street(chance)}，建筑面积{chance.randint(40, 300)}平方米。",
        f"二、租赁期限：自{_chinese(begin)}起至{_chinese(until)}止。",
        f"三、租金：每月人民币{chance.randint(2, 20)}000元，按季度支付。",
        "四、押金：签订合同时乙方交付两个月租金作为押金。",
        "五、房屋用途：餐饮经营。乙方不得擅自改变用途，不得转租。",
        "六、违约责任：一方违约的，应当赔偿对方因此遭受的损失。",
        "七、本合同一式两份，双方各执一份，自双方签字之日起生效。",
    )
    top = 540
    for clause in clauses:
        top = sheet.wrapped(clause, 150, top, 42, 1260) + 40
    sheet.write("甲方（签字）：", 150, 1880, 46)
    sheet.write("乙方（签字）：", 860, 1880, 46)
    return Drawn("lease", "房屋租赁合同", sheet.picture, {"valid_until": until.isoformat()})


def _authorisation(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1560, 2200, font, (250, 250, 250))
    sheet.write("授权委托书", 780, 160, 90, middle=True)
    sheet.write(f"委托人：{who.name}", 150, 380, 48)
    sheet.write(f"身份证号：{who.id_number}", 150, 470, 48)
    sheet.write(f"受托人：{chance.choice('周吴郑王')}{chance.choice(('晓东', '丽华', '建国'))}", 150, 600, 48)
    top = sheet.wrapped(
        "兹委托上述受托人代为办理食品经营许可的申请、补正和领取事宜。受托人在委托权限内签署的文件，委托人均予以承认。",
        150, 740, 46, 1260,
    )  # fmt: skip
    sheet.write("委托事项：食品经营许可申请", 150, top + 60, 48)
    sheet.write(f"委托期限：自{_chinese(until - timedelta(days=365))}至{_chinese(until)}", 150, top + 150, 48)
    sheet.write("委托人（签名）：", 760, 1700, 48)
    return Drawn("authorisation", "授权委托书", sheet.picture, {"valid_until": until.isoformat()})


def _application(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1560, 2200, font, (250, 250, 250))
    sheet.write("食品经营许可申请书", 780, 150, 86, middle=True)
    rows = (
        ("申请人", _shop(who, chance)),
        ("统一社会信用代码", who.credit_code),
        ("法定代表人（负责人）", who.name),
        ("经营场所", _street(chance)),
        ("主体业态", "餐饮服务经营者"),
        ("经营项目", "热食类食品制售"),
        ("联系电话", "（见系统登记）"),
        ("申请日期", _chinese(TODAY)),
    )
    for number, (label, value) in enumerate(rows):
        top = 400 + number * 130
        sheet.box(120, top - 35, 1440, top + 95)
        sheet.write(label, 150, top, 44)
        sheet.write(value, 640, top, 44)
    sheet.wrapped(
        "申请人声明：本申请书中所填内容及所附材料均真实、合法有效，复印件与原件一致。", 150, 1560, 42, 1260
    )
    return Drawn("application", "食品经营许可申请书", sheet.picture, {"credit_code": who.credit_code})


def _driving_licence(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1180, font, (240, 240, 232))
    sheet.write("中华人民共和国机动车驾驶证", 850, 70, 74, middle=True)
    sheet.write("证号", 140, 220, 46)
    sheet.write(who.id_number, 330, 216, 56)
    rows = (
        ("姓名", who.name),
        ("国籍", "中国"),
        ("住址", _street(chance)),
        ("初次领证日期", "2012-05-06"),
        ("准驾车型", "C1"),
    )
    for number, (label, value) in enumerate(rows):
        sheet.write(label, 140, 340 + number * 120, 46)
        sheet.write(value, 560, 340 + number * 120, 50)
    begin = date(until.year - 10, until.month, min(until.day, 28))
    sheet.write("有效期限", 140, 980, 46)
    sheet.write(f"{begin.isoformat()}至{until.isoformat()}", 560, 978, 50)
    sheet.stamp(1240, 640, 280, "公安局交通警察支队")
    truth = {"holder": who.name, "id_number": who.id_number, "valid_until": until.isoformat()}
    return Drawn("driving_licence", "机动车驾驶证", sheet.picture, truth)


def _household_register(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1180, font, (244, 240, 230))
    sheet.write("常住人口登记卡", 850, 60, 76, middle=True)
    rows = (
        (("姓名", who.name), ("户主或与户主关系", "户主")),
        (("曾用名", ""), ("性别", "男")),
        (("出生地", "河东县"), ("民族", "汉族")),
        (("籍贯", "河东县"), ("出生日期", _born(who))),
        (("公民身份号码", who.id_number), ("宗教信仰", "")),
    )
    for number, row in enumerate(rows):
        top = 230 + number * 150
        for column, (label, value) in enumerate(row):
            sheet.write(label, 110 + column * 860, top, 40)
            sheet.write(value, 400 + column * 860, top, 46)
    sheet.write("承办人签章：", 1000, 1040, 42)
    return Drawn(
        "household_register", "居民户口簿", sheet.picture, {"holder": who.name, "id_number": who.id_number}
    )


def _marriage_certificate(who: Person, font: Path, chance: Random, until: date) -> Drawn:
    sheet = Sheet(1700, 1180, font, (250, 240, 238))
    sheet.write("结 婚 证", 850, 80, 100, middle=True)
    rows = (
        ("持证人", who.name),
        ("登记日期", _chinese(date(2018, chance.randint(1, 12), chance.randint(1, 28)))),
        ("结婚证字号", f"J53{chance.randint(10**4, 10**5 - 1)}-2018-{chance.randint(1, 9999):06d}"),
        ("国籍", "中国"),
        ("身份证件号", who.id_number),
    )
    for number, (label, value) in enumerate(rows):
        sheet.write(label, 200, 320 + number * 130, 50)
        sheet.write(value, 620, 320 + number * 130, 52)
    sheet.stamp(1200, 760, 280, "婚姻登记专用章")
    return Drawn(
        "marriage_certificate", "结婚证", sheet.picture, {"holder": who.name, "id_number": who.id_number}
    )


_PAPERS: Mapping[str, Callable[[Person, Path, Random, date], Drawn]] = {
    "id_card_front": _id_card_front,
    "id_card_back": _id_card_back,
    "business_licence": _business_licence,
    "food_licence": _food_licence,
    "health_certificate": _health_certificate,
    "title_deed": _title_deed,
    "lease": _lease,
    "authorisation": _authorisation,
    "application": _application,
    "driving_licence": _driving_licence,
    "household_register": _household_register,
    "marriage_certificate": _marriage_certificate,
}

KINDS = tuple(_PAPERS)
WITH_VALIDITY = (
    "id_card_back",
    "food_licence",
    "health_certificate",
    "lease",
    "authorisation",
    "driving_licence",
)
