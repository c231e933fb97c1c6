"""The single entry to every command: ``intake serve``, ``chat``, ``train``, ``test``, ``catalogue``, ``wechat`` and the others below."""

from __future__ import annotations

import sys

import typer

from intake.commands import (
    bench,
    catalogue,
    chat,
    clock,
    doctor,
    exchange,
    keys,
    library,
    openapi,
    person,
    serve,
    staff,
    test,
    train,
    wechat,
)
from intake.problems import guarded

commands = typer.Typer(
    name="intake",
    help="一窗问办：政务服务中心的智能问办。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
commands.command("serve", help="启动服务：建库、装入事项、训练模型，然后对外提供问办。")(serve.serve)
commands.command("chat", help="在终端里问办，和网页、微信上是同一个对话。")(chat.chat)
commands.command("train", help="训练对话模型和事项匹配模型（没有变化就不重新训练）。")(train.train)
commands.command("test", help="用交叉验证检验对话意图，写出混淆矩阵。")(test.test)
commands.command("doctor", help="体检：数据库、模型、事项库、日历、磁盘和密钥。")(doctor.doctor)
commands.add_typer(catalogue.commands, name="catalogue", help="事项库：检查、导入、导出、统计。")
commands.add_typer(library.commands, name="library", help="知识库：各版、发布、退回、导出、导入。")
commands.add_typer(staff.commands, name="staff", help="工作人员的账号和令牌。")
commands.add_typer(clock.commands, name="clock", help="系统时间：跳了以后核对。")
commands.add_typer(keys.commands, name="keys", help="密钥：换一个新的。")
commands.add_typer(person.commands, name="person", help="一个人的信息：全部取出来，或者删去。")
commands.add_typer(exchange.commands, name="exchange", help="和别的系统交换数据：导出办件记录。")
commands.command("archive", help="把一个办件归成一个带目录和校验值的压缩包。")(exchange.archive)
commands.command("openapi", help="写出接口的完整说明（OpenAPI），不用启动服务。")(openapi.openapi)
commands.add_typer(wechat.commands, name="wechat", help="微信公众号：核对、菜单、模板、在终端里试。")
commands.add_typer(bench.commands, name="bench", help="测速与测准。")


def app() -> None:
    """Entry point of the installed command."""
    sys.exit(guarded(lambda: commands(standalone_mode=False)))


if __name__ == "__main__":
    app()
