"""A line between two programs of this machine: so many bytes a second, so long on the way, and little that it holds."""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections import deque
from contextlib import suppress
from types import TracebackType
from typing import Self

CHUNK = 512
HOLDS = 4096
"""Bytes that wait in front of the narrow place before it pushes back; the kernel's buffers are as small."""


class _Way:
    """One direction of one connection."""

    def __init__(self, source: socket.socket, target: socket.socket) -> None:
        self.source, self.target = source, target
        self.waiting = b""
        self.free_at = 0.0
        self.travelling: deque[tuple[float, bytes]] = deque()
        self.ended = False


class Link:
    """A proxy in front of a port, `bytes_a_second` wide and `seconds` long in each direction."""

    def __init__(self, port: int, *, bytes_a_second: float = float("inf"), seconds: float = 0.0) -> None:
        self._to = port
        self.bytes_a_second, self.seconds = bytes_a_second, seconds
        self.carried = 0
        """bytes that have come from the server"""
        self._listener = socket.socket()
        # What is accepted has the listener's buffers.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, HOLDS)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self._ways: list[_Way] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._carry, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        for way in self._ways:
            way.source.close()
        self._listener.close()

    def _carry(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            while not self._over.is_set():
                wanted = {self._listener, *(way.source for way in self._ways if self._takes(way))}
                for known in [key.fileobj for key in selector.get_map().values()]:
                    if known not in wanted:
                        selector.unregister(known)
                for one in wanted - {key.fileobj for key in selector.get_map().values()}:
                    selector.register(one, selectors.EVENT_READ)
                ready = {key.fileobj for key, _ in selector.select(self._pause())}
                if self._listener in ready:
                    self._accept()
                for way in self._ways:
                    if way.source in ready:
                        self._read(way)
                    self._pass_on(way)

    def _takes(self, way: _Way) -> bool:
        return not way.ended and len(way.waiting) < HOLDS

    def _pause(self) -> float:
        """Return the seconds until there is something to do though nothing comes."""
        now = time.monotonic()
        moments = [way.free_at for way in self._ways if way.waiting]
        moments += [way.travelling[0][0] for way in self._ways if way.travelling]
        return min(max(min(moments) - now, 0.0005), 0.05) if moments else 0.05

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        server = socket.socket()
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, HOLDS)
        server.connect(("127.0.0.1", self._to))
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._ways += [_Way(client, server), _Way(server, client)]

    def _read(self, way: _Way) -> None:
        try:
            data = way.source.recv(HOLDS)
        except OSError:
            data = b""
        way.ended = not data
        way.waiting += data

    def _pass_on(self, way: _Way) -> None:
        now = time.monotonic()
        while way.waiting and way.free_at <= now:
            piece, way.waiting = way.waiting[:CHUNK], way.waiting[CHUNK:]
            # A place that was idle does not make up for it.
            way.free_at = max(way.free_at, now - CHUNK / self.bytes_a_second) + len(piece) / self.bytes_a_second
            way.travelling.append((max(way.free_at, now) + self.seconds, piece))
        while way.travelling and way.travelling[0][0] <= now:
            _, piece = way.travelling.popleft()
            if self._ways.index(way) % 2:
                self.carried += len(piece)
            try:
                way.target.sendall(piece)
            except OSError:
                way.ended = True
        if way.ended and not way.waiting and not way.travelling:
            with suppress(OSError):
                way.target.shutdown(socket.SHUT_WR)
