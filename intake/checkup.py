"""What ``intake doctor`` looks at: each check says how it stands and what to do."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from api.platform.settings import Settings
from intake.datafolder import ENOUGH_MB, DataFolder
from intake.project import BOT

if TYPE_CHECKING:
    from api.platform.security import Vault

State = Literal["ok", "warn", "fail"]
AHEAD = timedelta(days=365)
"""How far the calendar should reach: the longest limits are some months, and the year's notice comes in autumn."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its name, how it stands, and a sentence on it."""

    name: str
    state: State
    says: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def examine(
    folder: DataFolder, settings: Settings, today: date, *, resume: bool = False
) -> Iterator[Finding]:
    """Every check, one after the other; none of them changes anything.

    Args:
        resume: Go on with the case logs where an interrupted check was.
    """
    checks: list[Callable[[], Finding]] = [
        lambda: integrity(folder.database, settings),
        lambda: layout(folder, settings),
        lambda: case_logs(settings, resume=resume),
        lambda: sealed_days(settings, resume=resume),
        lambda: accounts(settings),
        lambda: outgoing(settings),
        lambda: dialogue_model(folder.models),
        lambda: sentence_encoder(settings.encoder),
        lambda: catalogue(settings),
        lambda: local(settings),
        lambda: forms(folder.root / "forms"),
        lambda: paper_template(folder.root),
        lambda: calendar(today, settings),
        lambda: machine_clock(folder),
        lambda: wechat(settings),
        lambda: disk(folder),
        lambda: secret(folder, settings),
        lambda: private_files(folder),
    ]
    return (check() for check in checks)


def integrity(file: Path, settings: Settings) -> Finding:
    """Whether the SQLite file can be read from end to end."""
    name = "数据库完整"
    if settings.database_url:
        return Finding(name, "ok", "用的是外部数据库，请用它自己的工具检查。")
    if not file.exists():
        return Finding(name, "warn", "还没有数据库，第一次运行 intake serve 时会建好。")
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)
        try:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        return Finding(name, "fail", f"数据库 {file} 读不出来（{error}）。请移到别处保存，用最近的备份恢复。")
    if found != "ok":
        return Finding(name, "fail", f"数据库 {file} 已损坏。请移到别处保存，用最近的备份恢复。")
    return Finding(name, "ok", "通读一遍，没有错误。")


def layout(folder: DataFolder, settings: Settings) -> Finding:
    """Whether the tables are those of this release: of the case system, and of the dialogues."""
    from sqlalchemy.exc import SQLAlchemyError

    from intake.layout import layouts, nth, steps
    from intake.settings import Role

    name = "表结构"
    try:
        found = [(one.name, *steps(one)) for one in layouts(folder, settings, Role.ALL)]
    except (SQLAlchemyError, OSError) as error:
        return Finding(
            name,
            "fail",
            f"读不到数据库的表结构（{type(error).__name__}）。请检查数据库是否完好、是否在运行。",
        )
    newer = [
        f"{part}在{nth(current)}，这个版本只认得到{nth(head)}"
        for part, current, head in found
        if current and current > head
    ]
    if newer:
        return Finding(name, "fail", f"{'；'.join(newer)}。请用更新的版本，或者恢复升级以前的备份。")
    behind = [
        f"{part}{f'在{nth(current)}' if current else '还没有建好或纳入升级'}，最新是{nth(head)}"
        for part, current, head in found
        if current != head
    ]
    if behind:
        return Finding(name, "warn", f"{'；'.join(behind)}。运行 intake serve 时会自动升级，数据都在。")
    return Finding(name, "ok", f"已是最新：{'，'.join(f'{part}{nth(head)}' for part, _, head in found)}。")


def case_logs(settings: Settings, *, resume: bool = False) -> Finding:
    """Whether no entry of any case's log was changed, added or taken away since it was written."""
    from sqlalchemy.exc import SQLAlchemyError

    from api.platform.errors import StartupProblem
    from intake.caselogs import verified

    name = "办件日志"
    try:
        result = verified(settings, resume=resume)
    except StartupProblem:
        return Finding(name, "warn", "密钥不对，没有核对。见「密钥」一项。")
    except (SQLAlchemyError, OSError) as error:
        return Finding(name, "warn", f"读不到办件日志（{type(error).__name__}）。运行 intake serve 后再查。")
    if result.broken:
        shown = "；".join(f"{number}：{broken.say}" for number, broken in list(result.broken.items())[:5])
        return Finding(
            name,
            "fail",
            f"{len(result.broken)}个办件和写入时不一样：{shown}请保存现在的数据库，和备份对照。",
        )
    return Finding(
        name,
        "ok",
        f"{result.cases}个办件、{result.entries}条记录，逐条核对哈希链和封印，状态和日志一致，没有改动。",
    )


def sealed_days(settings: Settings, *, resume: bool = False) -> Finding:
    """Whether every row of the protected tables is there as it was when its day was sealed."""
    from sqlalchemy.exc import SQLAlchemyError

    from api.platform.errors import StartupProblem
    from intake.caselogs import verified_days

    name = "每天的封印"
    try:
        result = verified_days(settings, resume=resume)
    except StartupProblem:
        return Finding(name, "warn", "密钥不对，没有核对。见「密钥」一项。")
    except (SQLAlchemyError, OSError) as error:
        return Finding(name, "warn", f"读不到封印（{type(error).__name__}）。运行 intake serve 后再查。")
    if result.tampered:
        shown = "；".join(one.say for one in result.tampered[:5])
        return Finding(
            name,
            "fail",
            f"{len(result.tampered)}处和封存时不一样：{shown}。请保存现在的数据库，和备份对照。",
        )
    return Finding(
        name, "ok", f"{result.days}天、{result.rows}条办件、操作记录、评价和投诉，和当天封存的一样。"
    )


def accounts(settings: Settings) -> Finding:
    """Whether no account has roles that exclude one another: one of an older release may."""
    from sqlalchemy.exc import SQLAlchemyError

    from intake.accounts import with_excluded_roles

    name = "账号的身份"
    try:
        found = with_excluded_roles(settings)
    except (SQLAlchemyError, OSError) as error:
        return Finding(name, "warn", f"读不到账号（{type(error).__name__}）。运行 intake serve 后再查。")
    if found:
        shown = "、".join(found[:5])
        return Finding(
            name,
            "fail",
            f"{len(found)}个账号既管账号又办件：{shown}。请由另一位管理员分成两个账号（intake staff change 账号编号 --role …）。",
        )
    return Finding(name, "ok", "管账号的都不办件。")


def outgoing(settings: Settings) -> Finding:
    """Whether messages to applicants and other systems get out."""
    from sqlalchemy.exc import SQLAlchemyError

    from api.platform.clock import centre_time
    from intake.outgoing import counted

    name = "对外消息"
    try:
        waiting = counted(settings, centre_time())
    except (SQLAlchemyError, OSError) as error:
        return Finding(name, "warn", f"读不到对外消息（{type(error).__name__}）。运行 intake serve 后再查。")
    if waiting.dead:
        return Finding(
            name,
            "warn",
            f"{waiting.dead}条多次没有送到。在接口 /outbox 看原因，改好后重新排队（docs/对接.md）。",
        )
    if waiting.late:
        return Finding(
            name,
            "warn",
            f"{waiting.late}条过了一个多小时还没有人送。请检查服务是否在运行、INTAKE_OUTBOX_POLL_S 是不是0。",
        )
    return Finding(name, "ok", "都已送到，或者正等对方认领。")


def sentence_encoder(setting: str) -> Finding:
    """Whether the encoder of the setting runs here."""
    from knowledge.embedding.encoder import NONE, EncoderError, encoder_of

    name = "句向量"
    try:
        encoder = encoder_of(setting)
    except EncoderError as error:
        return Finding(name, "fail", str(error))
    if encoder:
        return Finding(name, "ok", f"{encoder.version}，能用。")
    if setting == NONE:
        return Finding(name, "ok", "没有用（INTAKE_ENCODER=none）：没有写进事项库的说法听懂的少一些。")
    return Finding(
        name,
        "warn",
        "随附的句向量模型只能在 Linux x86-64 上用，这台机器没有：没有写进事项库的说法听懂的少一些，其余照常。"
        "可以用 INTAKE_ENCODER 指一个 ONNX 模型的文件夹，或者设为 none。",
    )


def dialogue_model(models: Path) -> Finding:
    """Whether the dialogue model fits its makings."""
    from bot.training import TrainingFailed, is_stale

    name = "对话模型"
    try:
        stale = is_stale(BOT, models)
    except TrainingFailed as error:
        return Finding(name, "fail", str(error))
    if stale:
        return Finding(name, "warn", "没有训练过，或者训练之后有改动。请运行 intake train。")
    return Finding(name, "ok", "和训练数据一致。")


def catalogue(settings: Settings) -> Finding:
    """Whether the catalogue, with the centre's own local file, is free of faults."""
    from knowledge.base.shipped import CATALOGUE as SHIPPED
    from knowledge.catalogue.load import read_catalogue

    name = "随附的事项库"
    read, faults = read_catalogue(SHIPPED, settings.local_file)
    if faults or read is None:
        return Finding(name, "fail", f"有{len(faults)}处错误。请运行 intake catalogue check 查看。")
    return Finding(name, "ok", f"没有错误，{len(read.items)}个业务办理项。")


def local(settings: Settings) -> Finding:
    """Whose addresses, phones and hours are in force: the centre's own, or the shipped example's."""
    from intake.localfile import left_out_text, standing

    name = "本中心的信息"
    found = standing(settings.data_dir)
    where = f"用的是 {found.path}" if found.path else "用的是随附的示例（knowledge/catalogue/local.yaml）"
    if found.faults:
        return Finding(name, "fail", f"{where}，有错误。请运行 intake catalogue check 查看。")
    if found.path is None:
        return Finding(name, "warn", f"{where}。请运行 intake catalogue local，换成自己的地址、电话和时间。")
    if found.example:
        return Finding(name, "warn", f"{where}，里面还注明是示例。全部换好以后删去 example: true 那一行。")
    if found.left_out:
        return Finding(name, "ok", f"{where}。没有登记的不说：{left_out_text(found.left_out)}。")
    return Finding(name, "ok", f"{where}。")


def paper_template(data_dir: Path) -> Finding:
    """Whether the centre's own template of written papers can be used; where it cannot, the shipped one is."""
    from api.printing.own_template import OWN, paper_fault

    name, file = "文书模板", data_dir / OWN
    if not file.exists():
        return Finding(name, "ok", f"用的是随附的。自己的放在 {file}。")
    if fault := paper_fault(file):
        return Finding(
            name, "fail", f"{file.name} {fault}。现在用的是随附的；能写的名称见 docs/申请书模板.md。"
        )
    return Finding(name, "ok", "用的是自己的。")


def forms(own: Path) -> Finding:
    """Whether the centre's own application forms can be filled in."""
    from api.forms.template_check import template_fault

    name = "申请书模板"
    templates = sorted(own.glob("*.docx"))
    faults = [f"{path.name} {fault}" for path in templates if (fault := template_fault(path))]
    if faults:
        return Finding(name, "fail", f"{'；'.join(faults)}。能写的名称见 docs/申请书模板.md。")
    if not templates:
        return Finding(name, "ok", f"用的是随附的。自己的放在 {own}。")
    return Finding(name, "ok", f"自己的有{len(templates)}份，都能填。")


def calendar(today: date, settings: Settings | None = None) -> Finding:
    """Whether working days can be counted for the next twelve months.

    Args:
        settings: Of the case system whose entries are in force; None: what is shipped alone.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from intake.entered import in_force
    from knowledge.calendar.calendar_yaml import load_calendar
    from knowledge.calendar.working_days import CalendarGap

    name = "工作日历"
    try:
        days = in_force(settings).calendar(load_calendar()) if settings else load_calendar()
    except (SQLAlchemyError, OSError) as error:
        return Finding(
            name, "warn", f"读不到工作台录入的放假安排（{type(error).__name__}）。运行 intake serve 后再查。"
        )
    for ahead in range(AHEAD.days + 1):
        try:
            days.is_working_day(today + timedelta(days=ahead))
        except CalendarGap as gap:
            return Finding(name, "warn", f"只到{gap.year - 1}年底：{gap}。")
    return Finding(name, "ok", "以后12个月的放假安排都有。")


def machine_clock(folder: DataFolder) -> Finding:
    """Whether the machine's clock has jumped and nobody has confirmed it."""
    from api.platform.clock_guard import ClockGuard

    jump = ClockGuard(folder.root).unconfirmed
    if jump:
        return Finding(
            "系统时间",
            "fail",
            f"{jump.say}，到点的没有记，办件也不能办理。核对系统时间以后运行 intake clock confirm。",
        )
    return Finding("系统时间", "ok", "没有跳过。")


def wechat(settings: Settings) -> Finding:
    """Whether the official account is set up, and what of it is missing."""
    from pydantic import ValidationError

    from bot.channels.wechat.account import AccountFault, read_account
    from bot.channels.wechat.settings import WeChatSettings

    name = "微信公众号"
    try:
        account = WeChatSettings()
        read_account(settings.local_file)
    except (ValidationError, AccountFault) as error:
        return Finding(name, "fail", f"设置有错：{_first_line(error)}")
    if account.is_untouched:
        return Finding(
            name,
            "ok",
            "没有接入。要接入：设置 INTAKE_WECHAT_APP_ID、INTAKE_WECHAT_SECRET、INTAKE_WECHAT_TOKEN、INTAKE_WECHAT_AES_KEY，"
            "在公众平台把服务器地址填成 https://您的域名/webhooks/wechat（docs/微信.md）。",
        )
    if account.faults:
        return Finding(name, "fail", f"{'；'.join(account.faults)}。见 docs/微信.md。")
    lacking = []
    if not account.can_send:
        lacking.append("没有 INTAKE_WECHAT_SECRET：收不了照片，办理进度发不到微信")
    if not settings.public_url:
        lacking.append("没有 INTAKE_PUBLIC_URL：答复里没有打开网页的链接")
    if account.allow_plain:
        lacking.append("允许明文模式：消息不加密，只在测试时用")
    if lacking:
        return Finding(name, "warn", f"{'；'.join(lacking)}。")
    return Finding(name, "ok", "已设置。运行 intake wechat doctor 核对公众平台上的。")


def _first_line(error: Exception) -> str:
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        return "；".join(f"INTAKE_WECHAT_{str(one['loc'][0]).upper()} {one['msg']}" for one in error.errors())
    return str(error)


def disk(folder: DataFolder) -> Finding:
    """Whether there is room."""
    free = folder.free_mb
    state: State = "fail" if free < ENOUGH_MB else "warn" if free < 5 * ENOUGH_MB else "ok"
    return Finding("磁盘空间", state, f"还剩{free}MB。" + ("请清理磁盘。" if state != "ok" else ""))


def _cannot_open(settings: Settings, vault: Vault) -> str:
    """Why the secret is not the one with which the database was sealed; empty where it is, or nothing is sealed yet."""
    from sqlalchemy.exc import SQLAlchemyError

    from api.platform.database import Database
    from api.platform.errors import StartupProblem
    from api.resealing import must_open

    async def tried() -> str:
        database = Database(settings.url)
        try:
            await database.read(lambda session: must_open(session, vault))
        except StartupProblem as problem:
            return problem.detail
        except (SQLAlchemyError, OSError):
            return ""
        finally:
            await database.close()
        return ""

    return asyncio.run(tried())


def private_files(folder: DataFolder) -> Finding:
    """Whether nobody else on the machine can read the databases."""
    from api.platform.data_folder import is_private

    name = "文件权限"
    open_to_others = [
        str(file) for file in (folder.database, folder.dialogues) if file.exists() and not is_private(file)
    ]
    if open_to_others:
        return Finding(
            name, "fail", f"别的用户能读 {'、'.join(open_to_others)}。重启服务会改好，或者运行 chmod 600。"
        )
    return Finding(name, "ok", "数据库文件只有本用户能读写。")


def secret(folder: DataFolder, settings: Settings) -> Finding:
    """Whether the secret is one's own, and nobody else can read the development one."""
    from api.platform import keyring
    from api.platform.errors import StartupProblem
    from api.platform.security import open_vault

    name = "密钥"
    try:
        vault = open_vault(settings)
        ring = keyring.read(settings.data_dir)
    except StartupProblem as problem:
        return Finding(name, "fail", str(problem))
    if ring is None and (fault := _cannot_open(settings, vault)):
        return Finding(name, "fail", fault)
    if ring and (ring.earlier or ring.current != vault.key_id):
        before = "、".join(one for one in (*ring.earlier, ring.current) if one != vault.key_id)
        return Finding(
            name, "warn", f"正在换密钥：还有用编号 {before} 的密钥封存的。请运行 intake keys rotate 换完。"
        )
    if settings.secret.get_secret_value():
        return Finding(name, "ok", "用的是 INTAKE_SECRET。")
    file = folder.root / "secret.key"
    if file.exists() and file.stat().st_mode & 0o077:
        return Finding(name, "fail", f"别的用户能读 {file}。请运行 chmod 600。")
    return Finding(
        name,
        "warn",
        "用的是开发密钥（在数据文件夹里）。正式环境请设置 INTAKE_SECRET 和 INTAKE_PRODUCTION=1。",
    )
