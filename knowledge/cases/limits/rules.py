"""The limits that the law and the centre's rules set for every case, each with the words that say so.

A limit of the item itself (``legal_limit``, ``promised_limit``) comes before the general one of art. 42.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.calendar.unit import Unit


@dataclass(frozen=True)
class Rule:
    """One limit.

    Attributes:
        code: Name of the clock.
        what: What is due.
        article: Where it is written.
        text: The rule as a sentence.
    """

    code: str
    what: str
    days: int
    article: str
    text: str
    unit: Unit = Unit.WORKING_DAY


LOCAL = "相对集中行政许可权改革联动机制（历下政办发〔2019〕1号附件2）"
"""The document from which the centre's rules on inspection and expert review are taken; a centre may replace it by its own."""

ANSWER = Rule("answer", "答复是否受理", 5, "《行政许可法》第三十二条第一款第四项",
    "收到材料之日起五个工作日内没有一次告知补正的，视为受理")  # fmt: skip
DECISION = Rule(
    "legal", "依法作出决定", 20, "《行政许可法》第四十二条第一款", "受理之日起二十个工作日内作出决定"
)
JOINT_DECISION = Rule(
    "legal",
    "依法作出决定",
    45,
    "《行政许可法》第四十二条第二款",
    "联合办理的，受理之日起四十五个工作日内办结",
)
PROMISED = Rule("promised", "按承诺办结", 0, "本中心承诺办结时限", "受理之日起在承诺的时限内办结")
EXTENSION = Rule(
    "extension",
    "延长期限",
    10,
    "《行政许可法》第四十二条第一款",
    "经本行政机关负责人批准，可以延长十个工作日，只延长一次",
)
JOINT_EXTENSION = Rule("extension", "延长期限", 15, "《行政许可法》第四十二条第二款",
    "联合办理的，经本级人民政府负责人批准，可以延长十五个工作日，只延长一次")  # fmt: skip
DELIVERY = Rule(
    "delivery", "送达结果", 10, "《行政许可法》第四十四条", "作出决定之日起十个工作日内颁发、送达"
)
RENEWAL = Rule("renewal", "申请延续", 30, "《行政许可法》第五十条第一款", "有效期届满三十日前提出延续申请")
EXPIRY = Rule(
    "expiry",
    "有效期届满前作出延续决定",
    0,
    "《行政许可法》第五十条第二款",
    "有效期届满前没有作出决定的，视为准予延续",
    Unit.DAY,
)
ARRANGE_ON_SITE = Rule("arrange_on_site", "组织现场勘验", 2, LOCAL, "受理之日起两个工作日内组织现场勘验")
ARRANGE_EXPERT = Rule("arrange_expert", "组织专家论证", 3, LOCAL, "受理之日起三个工作日内组织专家论证")
OPINION = Rule("examination_opinion", "出具勘验论证意见", 2, LOCAL, "勘验或者论证后两个工作日内出具意见")
SILENCE = Rule("silence", "超时默许", 0, "事项清单标明超时默许", "期限届满没有作出决定的，视为准予")
PAUSE = Rule(
    "pause",
    "特别程序",
    0,
    "《行政许可法》第四十五条",
    "听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在期限内",
)
ABOVE = Rule(
    "above",
    "上级机关办理",
    0,
    "《行政许可法》第四十三条",
    "先经本机关审查后报上级机关决定的，上级机关办理的时间另算",
)

RULES: tuple[Rule, ...] = (
    ANSWER, DECISION, EXTENSION, JOINT_DECISION, JOINT_EXTENSION, PROMISED, PAUSE, ABOVE, ARRANGE_ON_SITE, ARRANGE_EXPERT, OPINION,
    DELIVERY, RENEWAL, EXPIRY, SILENCE,
)  # fmt: skip
"""All rules, in the order of the documentation."""
