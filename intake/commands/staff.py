"""``intake staff add | list | change | password | token | revoke | disable | enable | log``: who may work with cases."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, AsJson, DataDir
from intake.commands.staff_log import log
from intake.problems import say

if TYPE_CHECKING:
    from pathlib import Path

    from api.access.models import StaffAccountRow
    from api.access.tokens import NewToken
    from api.staff.accounts import Registry
    from api.staff.schemas import AccountView, TokenView
    from knowledge.staff.account import NewAccount

commands = typer.Typer(no_args_is_help=True)
commands.command("log", help="看操作记录：谁建了账号、停用了谁、看了谁的信息原文。")(log)

Account = Annotated[str, typer.Argument(help="账号编号，用 intake staff list 查看。")]
Days = Annotated[int | None, typer.Option("--days", min=1, max=3650, help="令牌几天后过期；不写就不过期。")]

ROLES_HELP = (
    "身份，可以写几个：window 受理窗口、reviewer 审查、approver 审核、supervisor 督查、"
    "tuner 知识库、administrator 系统管理员、regulator 监管部门的人、partner 对接系统。"
)
PASSWORD_ONCE = "这个密码只显示这一次：请当面交给本人，第一次登录时要改成自己的密码。"
ONCE = "令牌只显示这一次，请当面交给本人，不要写进网址、邮件和聊天记录。"


@commands.command(
    "add",
    help="建一个账号，给本人一个一次性密码；对接系统的账号发一个令牌。服务正在运行时也可以用，立即生效。",
)
def add(
    name: Annotated[str, typer.Option("--name", help="姓名，给同事看。")],
    department: Annotated[str, typer.Option("--department", help="部门编号，例如 market。")],
    window: Annotated[list[str] | None, typer.Option("--window", help="窗口编号，可以写几个。")] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", help=ROLES_HELP),
    ] = None,
    with_token: Annotated[
        bool, typer.Option("--token", help="另发一个令牌，给代替本人的程序用；写了 --days 也发。")
    ] = False,
    days: Days = None,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Make an account; everything that is wrong with it is said at once, exit code 1."""
    from intake.registry import opened
    from knowledge.staff.account import NewAccount, faults

    console.out.quiet = json
    catalogue, run = opened(data_dir)
    new = NewAccount(name, department, tuple(window or ()), tuple(role or ()))
    if found := faults(new, catalogue):
        _refuse(found, "账号没有建。", json)
    account, password, made = run(partial(_added, new, with_token, days))
    if json:
        about = {"account": account.id, "name": account.name, "password": password}
        console.as_json({**about, **_as_data(made)})
        return
    console.say(f"已建账号 {account.id}（{account.name}）。")
    if password:
        _show_password(account.id, password)
    if made:
        _show(made)


async def _added(
    new: NewAccount, with_token: bool, days: int | None, registry: Registry
) -> tuple[StaffAccountRow, str | None, NewToken | None]:
    """A program has a token, a person a password, and a token only where one is asked for."""
    account, password = await registry.add_account(new)
    wants_token = password is None or with_token or days is not None
    made = await registry.add_token(account.id, _expiry(registry.now, days)) if wants_token else None
    return account, password, made


@commands.command(
    "password", help="给一个账号设新的一次性密码：忘了密码、锁定了、换了手机时用。它在别处的登录都结束。"
)
def password(account: Account, data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Another one-time password; the tokens stay good."""
    from intake.registry import opened

    console.out.quiet = json
    _, run = opened(data_dir)
    made = run(lambda registry: registry.reset_password(account))
    if json:
        console.as_json({"account": account, "password": made})
    else:
        _show_password(account, made)


@commands.command("list", help="列出账号和令牌编号（令牌本身看不到）。")
def list_(data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Every account, in use or not, with its tokens."""
    from api.staff.service import list_accounts
    from intake.registry import opened

    console.out.quiet = json
    catalogue, run = opened(data_dir)
    listed = run(
        lambda registry: registry.database.read(
            lambda session: list_accounts(session, catalogue, registry.now)
        )
    )
    if json:
        console.as_json(listed.model_dump(mode="json"))
    elif not listed.accounts:
        console.say("还没有账号。用 intake staff add 建第一个。")
    else:
        heads = ["编号", "姓名", "部门", "窗口", "身份", "状态", "令牌编号"]
        console.table("账号", heads, [_row(account) for account in listed.accounts])


def _row(account: AccountView) -> tuple[str, ...]:
    return (
        account.id,
        account.name,
        account.department.name,
        "、".join(window.name for window in account.windows),
        "、".join(role.name for role in account.roles),
        "在用" if account.active else "停用",
        "；".join(f"{token.id}（{_state(token)}）" for token in account.tokens),
    )


def _state(token: TokenView) -> str:
    if token.state != "good":
        return {"revoked": "已作废", "expired": "已过期"}[token.state]
    until = f"{token.expires_at:%Y-%m-%d} 到期" if token.expires_at else "不过期"
    used = f"最近用过 {token.used_at:%Y-%m-%d}" if token.used_at else "没有用过"
    return f"{until}，{used}"


@commands.command("token", help="给一个账号再发一个令牌。")
def token(
    account: Account, days: Days = None, data_dir: DataDir = DEFAULT_DATA, json: AsJson = False
) -> None:
    """Another token; the ones before it stay good."""
    from intake.registry import opened

    console.out.quiet = json
    _, run = opened(data_dir)
    made = run(lambda registry: registry.add_token(account, _expiry(registry.now, days)))
    if json:
        console.as_json({"account": account, **_as_data(made)})
    else:
        _show(made)


@commands.command("revoke", help="作废一个令牌，立即生效。")
def revoke(
    token_id: Annotated[str, typer.Argument(help="令牌编号（不是令牌本身），用 intake staff list 查看。")],
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """A token is good for nothing from now on."""
    from intake.registry import opened

    console.out.quiet = json
    _, run = opened(data_dir)
    revoked = run(lambda registry: registry.revoke(token_id))
    if json:
        console.as_json({"token_id": revoked.id, "account": revoked.account, "revoked": True})
    else:
        console.say(f"令牌 {revoked.id}（账号 {revoked.account}）已作废。")


@commands.command(
    "change", help="改一个账号的部门、窗口或身份，立即生效，令牌不用换。写了的整个换掉，没写的不变。"
)
def change(
    account: Account,
    department: Annotated[str | None, typer.Option("--department", help="部门编号，例如 market。")] = None,
    window: Annotated[list[str] | None, typer.Option("--window", help="窗口编号，可以写几个。")] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="不再坐任何窗口。")] = False,
    role: Annotated[list[str] | None, typer.Option("--role", help=ROLES_HELP)] = None,
    data_dir: DataDir = DEFAULT_DATA,
    json: AsJson = False,
) -> None:
    """Give an account other duties; everything that is wrong is said at once, exit code 1."""
    from api.platform.errors import InvalidAccount
    from intake.registry import opened
    from knowledge.staff.account import AccountChange

    console.out.quiet = json
    if window and no_window:
        _refuse(["--window 和 --no-window 只能写一个。"], "账号没有改。", json)
    catalogue, run = opened(data_dir)
    windows = () if no_window else tuple(window) if window else None
    wanted = AccountChange(department, windows, tuple(role) if role else None)

    async def attempt(registry: Registry) -> StaffAccountRow | InvalidAccount:
        try:
            return await registry.change(account, wanted, catalogue)
        except InvalidAccount as invalid:
            return invalid

    row = run(attempt)
    if isinstance(row, InvalidAccount):
        _refuse(row.members["faults"], "账号没有改。", json)
    sits, roles = [one.window for one in row.windows], [one.role for one in row.roles]
    if json:
        console.as_json({"account": row.id, "department": row.department, "windows": sits, "roles": roles})
    else:
        console.say(f"账号 {row.id}（{row.name}）已改，立即生效。用 intake staff list 查看。")


@commands.command("disable", help="停用一个账号，它的令牌都不能再用。")
def disable(account: Account, data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Take an account out of use."""
    _set_active(account, False, data_dir, json)


@commands.command("enable", help="恢复一个停用的账号。")
def enable(account: Account, data_dir: DataDir = DEFAULT_DATA, json: AsJson = False) -> None:
    """Take an account into use again."""
    _set_active(account, True, data_dir, json)


def _set_active(account: str, active: bool, data_dir: Path, json: bool) -> None:
    from intake.registry import opened

    console.out.quiet = json
    _, run = opened(data_dir)
    row = run(lambda registry: registry.set_active(account, active))
    if json:
        console.as_json({"account": row.id, "active": row.active})
    else:
        console.say(f"账号 {row.id}（{row.name}）{'已恢复' if active else '已停用，令牌都不能再用'}。")


def _refuse(found: list[str], outcome: str, json: bool) -> NoReturn:
    if json:
        console.as_json({"ok": False, "faults": found})
    else:
        for fault in found:
            say(fault)
        say(f"{outcome}请改好后再来一次。")
    raise typer.Exit(1)


def _expiry(now: datetime, days: int | None) -> datetime | None:
    return now + timedelta(days=days) if days else None


def _as_data(made: NewToken | None) -> dict[str, Any]:
    if made is None:
        return {"token_id": None, "token": None, "expires_at": None}
    return {"token_id": made.id, "token": made.token, "expires_at": made.expires_at}


def _show_password(account: str, password: str) -> None:
    console.say(f"账号 {account} 的一次性密码：")
    console.say(password)
    console.say(PASSWORD_ONCE)


def _show(made: NewToken) -> None:
    until = f"{made.expires_at:%Y-%m-%d %H:%M} 过期" if made.expires_at else "不过期"
    console.say(f"令牌编号 {made.id}，{until}。令牌：")
    console.say(made.token)
    console.say(ONCE)
