"""Merchants' pictures: read from beside the feed or from the web, decoded, and kept as WebP.

A feed is somebody else's file: a path that leaves the feed's folder, an address inside the shop's
own network and bytes that are no picture are refused. What is kept is a picture drawn anew, without
EXIF, named by the digest of the bytes it came from, so the same picture is kept once.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import os
import socket
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.pictures import check_address, is_address, local_path
from assistant.catalogue.images import IMPORTED

if TYPE_CHECKING:
    from httpx import Response

Pixels = NDArray[np.uint8]
_AT_ONCE = 8  # downloads wait for the network, not for a core
_TIMEOUT_S = 15.0
_QUALITY = 86
_MOST_REDIRECTS = 4


class PictureRefused(ValueError):
    """A picture that cannot be had; the message says why, for the merchant's report."""


class Decode(Protocol):
    """Bytes to uint8 (H, W, 3) RGB. Raises an error of the shop for what is no picture."""

    def __call__(self, data: bytes, /) -> Pixels: ...


@dataclass(frozen=True)
class Brought:
    """A picture of a feed: its name in the record, or why there is none."""

    where: str
    name: str | None
    why_not: str = ""


class PictureImport:
    """Brings pictures into ``folder``. ``base`` is the feed's folder; ``errors`` are what
    ``decode`` raises."""

    def __init__(  # noqa: PLR0913 - the last two have a default
        self,
        folder: Path,
        base: Path,
        decode: Decode,
        errors: tuple[type[Exception], ...],
        *,
        limit_bytes: int = 20_000_000,
        is_private_allowed: bool = False,
    ) -> None:
        self._folder = folder
        self._base = base
        self._decode = decode
        self._errors = errors
        self._limit = limit_bytes
        self._is_private_allowed = is_private_allowed
        self._known = self._read_ledger()

    def bring(self, places: Iterable[str]) -> Iterator[Brought]:
        """Each picture in turn, those of the web fetched several at a time."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(self._one, places)
        self._write_ledger()

    def _one(self, where: str) -> Brought:
        known = self._known.get(where)
        if known and (self._folder / Path(known).name).is_file():
            return Brought(where, known)
        try:
            is_web = is_address(where)
            data = self._download(check_address(where)) if is_web else self._read(where)
            name = self._keep(data)
        except (PictureRefused, Unreadable) as error:
            return Brought(where, None, str(error))
        if is_web:
            self._known[where] = name
        return Brought(where, name)

    def _read(self, where: str) -> bytes:
        path = local_path(self._base, where)
        if not path.is_file():
            raise PictureRefused("there is no such file beside the feed")
        if path.stat().st_size > self._limit:
            raise PictureRefused(f"larger than {self._limit // 1_000_000} MB")
        return path.read_bytes()

    def _download(self, address: str) -> bytes:
        import httpx

        try:
            with httpx.Client(timeout=_TIMEOUT_S, follow_redirects=False) as client:
                for _ in range(_MOST_REDIRECTS):
                    self._refuse_private(address)
                    with client.stream("GET", address) as reply:
                        if reply.is_redirect and reply.next_request:
                            address = str(reply.next_request.url)
                            continue
                        reply.raise_for_status()
                        self._refuse_private_peer(reply)
                        return self._limited(reply.iter_bytes())
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise PictureRefused(f"could not be fetched: {error}") from error
        raise PictureRefused("redirected too often")

    def _limited(self, chunks: Iterable[bytes]) -> bytes:
        data = bytearray()
        for chunk in chunks:
            data += chunk
            if len(data) > self._limit:
                raise PictureRefused(f"larger than {self._limit // 1_000_000} MB")
        return bytes(data)

    def _refuse_private(self, address: str) -> None:
        """A feed must not make the shop fetch from its own network (server-side request forgery,
        OWASP A10:2021)."""
        host = urlsplit(address).hostname
        if self._is_private_allowed or not host:
            return
        try:
            found = socket.getaddrinfo(host, None)
        except OSError as error:
            raise PictureRefused(f"no host '{host}': {error}") from error
        if not all(ipaddress.ip_address(one[4][0]).is_global for one in found):
            raise PictureRefused(f"'{host}' is not on the public internet")

    def _refuse_private_peer(self, reply: Response) -> None:
        """A name may have been given another address since it was looked up: what counts is who
        answered. Behind a proxy that is the proxy, which looks names up itself."""
        if self._is_private_allowed or getproxies():
            return
        stream = reply.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        if peer and not ipaddress.ip_address(peer[0]).is_global:
            raise PictureRefused(f"'{reply.url.host}' is not on the public internet")

    def _keep(self, data: bytes) -> str:
        from PIL import Image

        name = f"{hashlib.sha256(data).hexdigest()[:32]}.webp"
        path = self._folder / name
        if not path.exists():
            try:
                pixels = self._decode(data)
            except self._errors as error:
                raise PictureRefused(f"is no picture that opens: {error}") from error
            # Another thread or process may be keeping the same picture at this moment.
            draft = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
            Image.fromarray(pixels).save(draft, "WEBP", quality=_QUALITY)
            draft.replace(path)
        return f"{IMPORTED}/{name}"

    def _read_ledger(self) -> dict[str, str]:
        """Which address was kept under which name: a second import fetches only what is new."""
        path = self._folder / "addresses.json"
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(one): str(name) for one, name in known.items()}

    def _write_ledger(self) -> None:
        draft = self._folder / f"addresses.{os.getpid()}.tmp"
        draft.write_text(json.dumps(self._known, indent=0, sort_keys=True), encoding="utf-8")
        draft.replace(self._folder / "addresses.json")
