"""The HTTP server: one port, no access log, an orderly end on SIGTERM."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable
from typing import Any

import uvicorn

from intake.problems import Problem
from intake.site import Site

GRACE_S = 10
"""How long turns under way may take to finish when the service is stopped."""


def bound(host: str, port: int) -> socket.socket:
    """A socket bound to the address, so that a taken port shows before anything is trained.

    Raises:
        Problem: The port is taken or not allowed, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound_socket = socket.socket(family, socket.SOCK_STREAM)
    bound_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound_socket.bind((host, port))
    except OSError as error:
        bound_socket.close()
        raise Problem(_why(error, host, port)) from error
    except OverflowError as error:
        bound_socket.close()
        raise Problem(f"端口 {port} 不存在，请用1到65535之间的端口。") from error
    bound_socket.set_inheritable(True)
    return bound_socket


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用。请先停掉占用它的程序，或用 --port 换一个端口。"
    if error.errno == errno.EACCES:
        return f"没有权限使用端口 {port}。请用1024以上的端口，例如 --port 5005。"
    return f"不能监听地址 {host}。请检查 --host，本机用 127.0.0.1，所有网卡用 0.0.0.0。"


class _Server(uvicorn.Server):
    """Says when it is ready, and lets nobody who only listens hold up its end."""

    def __init__(self, config: uvicorn.Config, site: Site, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._site = site
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Turns under way are waited for; a stream would be under way for ever.
        self._site.end_streams()
        await super().shutdown(sockets)


def run(site: Site, at: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until the process is told to stop.

    Raises:
        Exception: What kept the site from opening.
    """
    config = uvicorn.Config(
        site, ws="none", lifespan="on", access_log=False, log_level="warning", log_config=None,
        server_header=False, timeout_graceful_shutdown=GRACE_S,
    )  # fmt: skip
    signal.signal(signal.SIGTERM, _end)
    try:
        _Server(config, site, ready).run(sockets=[at])
    finally:  # uvicorn ends the process when the site does not open; its reason is better than uvicorn's code
        if site.failure is not None:
            raise site.failure


def _end(*_: Any) -> None:
    """Runs after the server has shut down, which it does first on a signal: stopping on request is no failure."""
    raise SystemExit(0)
