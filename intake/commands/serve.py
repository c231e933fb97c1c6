"""``intake serve``: set up what is missing, then serve."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from intake import console
from intake.commands.options import DEFAULT_DATA, DataDir
from intake.datafolder import open_folder
from intake.problems import Problem
from intake.settings import Role, SiteSettings, checked
from knowledge.catalogue.local import own_file

DEFAULT_PORT = 5005
"""Rasa's own port, so that its clients find the service without being told."""


def serve(
    host: Annotated[str, typer.Option(help="监听地址；0.0.0.0 是所有网卡。")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="监听端口。")] = DEFAULT_PORT,
    data_dir: DataDir = DEFAULT_DATA,
    workers: Annotated[int, typer.Option(min=1, help="工作进程数。")] = 1,
    role: Annotated[Role, typer.Option(help="这个进程运行什么：all、bot 或 api。")] = Role.ALL,
) -> None:
    """Check the address and the folder, prepare, and serve until told to stop."""
    site_settings = SiteSettings()
    checked(site_settings, role, workers, host)
    folder = open_folder(data_dir)

    from intake.server import bound, run

    at = bound(host, port)

    from api.platform.security import open_vault
    from intake.prepare import api_settings, prepare
    from intake.site import Site

    settings = api_settings(folder)
    open_vault(settings)
    model = prepare(folder, settings, role)
    _prepare_pages(role)
    site = Site(folder, settings, site_settings, role, model)
    console.say("启动服务……")
    run(site, at, ready=lambda: _announce(at, role, site_settings, folder.root))
    console.say("已停止。")


def _prepare_pages(role: Role) -> None:
    """Without its pages the service goes on all the same; the reason is said, and again where a page would be."""
    from intake.page_build import pages_of, prepare_pages

    try:
        prepare_pages(*pages_of(role))
    except Problem as problem:
        console.say(str(problem))
        console.say("网页先不提供，问办接口和终端照常。")


def _announce(at: socket.socket, role: Role, settings: SiteSettings, data_folder: Path) -> None:
    host, port = at.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{'127.0.0.1' if host == '0.0.0.0' else shown}:{port}"
    console.say("服务已启动，按 Ctrl+C 停止。")
    if role.has_bot:
        console.say(f"  网页      {address}/")
        console.say(f"  问办接口  {address}/webhooks/rest/webhook")
    if role.has_api:
        console.say(f"  窗口工作台 {address}/desk/")
    console.say(f"  接口文档  {address}/docs")
    if role.has_bot and host not in ("127.0.0.1", "::1") and not settings.rest_token.get_secret_value():
        console.say("  注意：问办接口没有设令牌，别的机器也能访问。请设置 INTAKE_REST_TOKEN。")
    if role.has_api and own_file(data_folder) is None:
        console.say("  注意：中心的名称、地址、电话和时间是随附的示例。换成自己的：intake catalogue local")
