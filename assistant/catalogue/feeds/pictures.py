"""Where a feed says its pictures are: addresses and paths that nobody has checked yet."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from assistant.catalogue.feeds.errors import Unreadable

MOST_PICTURES = 20
_LONGEST = 2_000
_PARTS = re.compile(r"\s*[\n|]\s*|\s*[,;]\s*(?=https?://)|\s+(?=https?://)")
_NAMES = re.compile(r"\s*[,;]\s*")


def split_pictures(cell: str) -> list[str]:
    """The addresses or paths in a cell; commas inside an address belong to it."""
    found: list[str] = []
    for part in _PARTS.split(cell.strip()):
        found += [part] if is_address(part) else _NAMES.split(part)
    return [one for one in found if one and len(one) <= _LONGEST]


def is_address(words: str) -> bool:
    """Is this a web address?"""
    return words.lower().startswith(("http://", "https://", "//"))


def check_address(address: str) -> str:
    """An http(s) address with a host and no password in it. Raises Unreadable. Whether the host
    may be asked at all (a private network!) is for the one who fetches to decide."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
        host, user = parts.hostname, parts.username
    except ValueError as error:
        raise Unreadable(f"no web address: {error}") from error
    if parts.scheme not in ("http", "https") or not host or user is not None:
        raise Unreadable("expected an address such as https://shop.example/ring.jpg")
    return parts.geturl()


def local_path(folder: Path, written: str) -> Path:
    """A picture's path inside the feed's folder. Raises Unreadable for one that leads out of it:
    absolute, with '..', with a drive, or by a link."""
    name = written.replace("\\", "/")
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or PureWindowsPath(written).drive
    if outside or "\0" in name or not path.parts:
        raise Unreadable("a picture outside the feed's folder")
    try:
        found = (folder / path).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise Unreadable("a path that cannot be read") from error
    if not found.is_relative_to(folder.resolve()):
        raise Unreadable("a picture outside the feed's folder")
    return found
