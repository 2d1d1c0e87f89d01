"""A real shop on a free port, and headless Chromium looking at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
SPOKEN = ROOT / "assets" / "samples" / "spoken_request.wav"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]
_HANG_S = 240  # a guard, not a limit: the first start fetches weights


def find_chromium() -> str | None:
    """Chromium or Chrome on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running shop with real weights and a database of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    database = tmp_path_factory.mktemp("database") / "facet.sqlite3"
    environment = {**os.environ, "FACET_DATABASE": f"sqlite:///{database}"}
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", str(port)], cwd=ROOT, env=environment
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/api/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    """Until every model is warm."""
    for _ in range(_HANG_S * 4):
        if process.poll() is not None:
            pytest.fail(f"the shop ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if b'"ready":true' in answer.read():
                    return
        except OSError:
            pass
        time.sleep(0.25)
    pytest.fail(f"{url} was not ready in {_HANG_S} s")


@pytest.fixture(scope="session")
def microphone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browser's fake microphone hears: the spoken request, at 48 kHz."""
    import soundfile

    samples, rate = soundfile.read(SPOKEN, dtype="float32")
    wanted = np.arange(0, len(samples), rate / 48_000)
    louder = np.interp(wanted, np.arange(len(samples)), samples).astype(np.float32)
    path = tmp_path_factory.mktemp("microphone") / "spoken.wav"
    soundfile.write(path, np.concatenate([louder, np.zeros(96_000, np.float32)]), 48_000, "PCM_16")
    return path


@pytest.fixture(scope="session")
def browser(microphone: Path) -> Iterator[Browser]:
    """Headless Chromium with a fake microphone. Skipped where there is none (CI fails then)."""
    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine: install Debian's 'chromium' package")
    with sync_playwright() as playwright:
        arguments = [*_ARGUMENTS, f"--use-file-for-fake-audio-capture={microphone}"]
        running = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, shop: str) -> Iterator[Page]:
    """A new shopper's page on a desktop, in English."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-US", permissions=["microphone"]
    )
    opened = context.new_page()
    open_shop(opened, shop)
    yield opened
    context.close()


def open_shop(page: Page, address: str) -> None:
    """Go there and wait until the page listens."""
    page.goto(address)
    page.wait_for_selector("body.ready")


def say(page: Page, words: str) -> None:
    """Type and send."""
    page.fill("#say", words)
    page.press("#say", "Enter")


def settled(page: Page) -> None:
    """Until the answer to the last turn stands whole."""
    page.wait_for_selector("#live .answer .thumbs", state="attached", timeout=60_000)
