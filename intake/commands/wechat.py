"""``intake wechat``: the official account - menu, templates, what the platform says, and a talk in the terminal."""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.channels.wechat.account import Account, AccountFault, menu_of, read_account
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.platform.server import Platform
from bot.channels.wechat.settings import WeChatSettings
from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.datafolder import DataFolder, open_folder
from intake.problems import Problem
from intake.wechat.comparison import menu_differences, template_faults

commands = typer.Typer(no_args_is_help=True)
T = TypeVar("T")


@commands.command("doctor", help="核对公众号：地址、令牌、密钥、权限、菜单、模板，说要改什么。")
def doctor(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Ask the platform about everything; exit code 1 where something has to be mended."""
    folder = open_folder(data_dir)
    account, page = _account(folder)
    settings = WeChatSettings()
    faults = list(settings.faults)
    if settings.is_untouched:
        faults.append("没有接入公众号：请设置 INTAKE_WECHAT_…（docs/微信.md）。")
    if not page:
        faults.append("没有设置 INTAKE_PUBLIC_URL：答复里没有打开网页的链接。")
    if not settings.can_send:
        faults.append("没有设置 INTAKE_WECHAT_SECRET：问不到平台，也发不了消息。")
    elif not settings.is_untouched:
        faults += _asked(folder, settings, lambda platform: _examined(platform, settings, account, page))
    if json:
        console.as_json({"ok": not faults, "faults": faults})
    else:
        for fault in faults or ["都对。"]:
            console.say(fault)
    if faults:
        raise typer.Exit(1)


@commands.command(
    "menu", help="自定义菜单：看平台上的和 local.yaml 里的差在哪里；--apply 换成 local.yaml 里的。"
)
def menu(
    apply: Annotated[bool, typer.Option("--apply", help="把平台上的换成 local.yaml 里的。")] = False,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Compare, and set."""
    folder = open_folder(data_dir)
    account, page = _account(folder)
    settings = _settings()
    ours = menu_of(account, settings.app_id, page, settings.oauth)
    if apply and not account.menu:
        raise Problem("local.yaml 里没有写菜单：请在 wechat 下面写 menu（docs/微信.md）。")

    async def work(platform: Platform) -> list[tuple[str, str, str]]:
        if apply:
            await platform.set_menu(ours)
        return menu_differences(ours, await platform.menu())

    rows = _asked(folder, settings, work)
    if json:
        console.as_json({"same": not rows, "differs": [list(row) for row in rows]})
    elif rows:
        console.table("菜单不同的地方", ["菜单", "local.yaml", "平台上"], rows)
    else:
        console.say("菜单和 local.yaml 一样。")


@commands.command("templates", help="通知模板：平台上有哪些，local.yaml 里写的对不对。")
def templates(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """List what the platform holds, and what is wrong with ours."""
    folder = open_folder(data_dir)
    account, _ = _account(folder)
    held, subscription = _asked(folder, _settings(), _templates)
    faults = template_faults(account, held, subscription)
    rows = [("模板消息", one.get("template_id", ""), one.get("title", "")) for one in held]
    rows += [("订阅通知", one.get("priTmplId", ""), one.get("title", "")) for one in subscription]
    if json:
        console.as_json({"templates": [list(row) for row in rows], "faults": faults})
        return
    console.table("平台上的模板", ["种类", "编号", "名称"], rows)
    for fault in faults:
        console.say(fault)


@commands.command("codes", help="带场景的二维码：各个窗口的，和写出的事项的，排成一页，打印出来贴。")
def codes(
    item: Annotated[list[str] | None, typer.Option("--item", help="事项编号，可以写几个。")] = None,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件。")] = Path("微信二维码.html"),
    data_dir: DataDir = DEFAULT_DATA,
) -> None:
    """Have the platform make codes that are valid for good, of which an account has a hundred thousand."""
    from intake.prepare import api_settings, working_catalogue
    from intake.wechat.codes import scenes_of, sheet_of

    folder = open_folder(data_dir)
    try:
        scenes = scenes_of(working_catalogue(folder, api_settings(folder)), item or [])
    except KeyError as error:
        raise Problem(f"没有这个事项：{error.args[0]}") from error
    page = _asked(folder, _settings(), lambda platform: sheet_of(scenes, platform.scene_code))
    out.write_text(page, encoding="utf-8")
    console.say(f"{len(scenes)}个二维码写进了 {out}，用浏览器打开，打印。")


@commands.command("simulate", help="在终端里像在微信里一样对话：走真的回调，加密，不连微信。")
def simulate(
    data_dir: DataDir = DEFAULT_DATA,
    name: Annotated[str, typer.Option("--name", help="关注者的名字；同一个名字接着上次的对话。")] = "",
) -> None:
    """Talk through the callback."""
    folder = open_folder(data_dir)

    from intake.prepare import api_settings, prepare
    from intake.settings import Role
    from intake.wechat.simulation import simulate as talk

    model = prepare(folder, api_settings(folder), Role.ALL)
    asyncio.run(talk(folder, model, f"simulated-{name or getpass.getuser()}"))


def _settings() -> WeChatSettings:
    settings = WeChatSettings()
    if settings.is_untouched or not settings.can_send:
        raise Problem("没有接入公众号，或者没有 INTAKE_WECHAT_SECRET。怎么设置见 docs/微信.md。")
    if settings.faults:
        raise Problem("；".join(settings.faults))
    return settings


def _account(folder: DataFolder) -> tuple[Account, str]:
    """The account of the centre's file, and the public address of the page."""
    from intake.prepare import api_settings

    settings = api_settings(folder)
    try:
        return read_account(settings.local_file), settings.public_url.rstrip("/")
    except AccountFault as fault:
        raise Problem(f"local.yaml 里公众号的设置有错：{fault}") from fault


def _asked(folder: DataFolder, settings: WeChatSettings, work: Callable[[Platform], Awaitable[T]]) -> T:
    """Ask the platform, with the token that the service uses too."""

    async def run() -> T:
        from api.platform.security import open_vault
        from bot.channels.wechat.store import WeChatStore
        from intake.layout import brought_up, dialogue_url
        from intake.prepare import api_settings
        from intake.settings import Role

        api = api_settings(folder)
        await asyncio.to_thread(brought_up, folder, api, Role.BOT)
        store = WeChatStore(
            dialogue_url(folder, api), open_vault(api), lambda name, _: name, lambda name: name
        )
        platform = Platform(settings, store.tokens)
        try:
            return await work(platform)
        finally:
            await platform.close()
            store.close()

    try:
        return asyncio.run(run())
    except PlatformFault as fault:
        raise Problem(fault.says) from fault


async def _templates(platform: Platform) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    return await platform.templates(), await platform.subscription_templates()


async def _examined(platform: Platform, settings: WeChatSettings, account: Account, page: str) -> list[str]:
    """Everything that is wrong on the platform; a right that is missing stops no other question."""
    faults: list[str] = []
    try:
        await platform.token()
    except PlatformFault as fault:
        return [fault.says]
    try:
        ours = menu_of(account, settings.app_id, page, settings.oauth)
        if account.menu and menu_differences(ours, await platform.menu()):
            faults.append("菜单和 local.yaml 不一样：运行 intake wechat menu 看差在哪里。")
    except PlatformFault as fault:
        faults.append(f"菜单：{fault.says}")
    try:
        held = await platform.templates() if account.template else []
        subscription = await platform.subscription_templates() if account.subscription else []
        faults += template_faults(account, held, subscription)
    except PlatformFault as fault:
        faults.append(f"模板：{fault.says}")
    return faults
