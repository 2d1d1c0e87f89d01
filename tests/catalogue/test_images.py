"""Pictures by the names that records give them, and merchants' pictures brought in."""

from __future__ import annotations

import http.server
import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from assistant.catalogue import picture_import
from assistant.catalogue.images import ProductPictures
from assistant.catalogue.picture_import import Brought, PictureImport
from tests.search.shelf import PLAIN_RING


def jpeg(grey: int = 120, side: int = 8) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side), (grey, grey, grey)).save(out, "JPEG")
    return out.getvalue()


def decode(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "imported"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    feed = tmp_path / "feed"
    (feed / "images").mkdir(parents=True)
    (feed / "images" / "ring.jpg").write_bytes(jpeg())
    (tmp_path / "secret.jpg").write_bytes(jpeg())
    return feed


def bring(
    folder: Path, feed: Path, *places: str, is_private_allowed: bool = False
) -> list[Brought]:
    importer = PictureImport(
        folder,
        feed,
        decode,
        (OSError,),
        limit_bytes=20_000,
        is_private_allowed=is_private_allowed,
    )
    return list(importer.bring(places))


def test_a_picture_beside_the_feed_is_kept_anew(folder: Path, feed: Path) -> None:
    (brought,) = bring(folder, feed, "images/ring.jpg")
    assert brought.name is not None
    with Image.open(folder / Path(brought.name).name) as image:
        assert (image.format, image.size) == ("WEBP", (8, 8))


def test_the_same_picture_is_kept_once(folder: Path, feed: Path) -> None:
    (feed / "again.jpg").write_bytes(jpeg())
    first, second = bring(folder, feed, "images/ring.jpg", "again.jpg")
    assert first.name == second.name
    assert len(list(folder.glob("*.webp"))) == 1


@pytest.mark.parametrize(
    "place", ["../secret.jpg", "/etc/passwd", "images/../../secret.jpg", "C:\\x.jpg", "missing.jpg"]
)
def test_a_path_that_leaves_the_feed_or_leads_nowhere_is_refused(
    folder: Path, feed: Path, place: str
) -> None:
    (brought,) = bring(folder, feed, place)
    assert brought.name is None
    assert brought.why_not


def test_a_link_out_of_the_feed_is_refused(folder: Path, feed: Path, tmp_path: Path) -> None:
    (feed / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (brought,) = bring(folder, feed, "link.jpg")
    assert brought.name is None


def test_bytes_that_are_no_picture_are_refused(folder: Path, feed: Path) -> None:
    (feed / "words.jpg").write_text("not a picture")
    (feed / "large.jpg").write_bytes(b"0" * 20_001)
    words, large = bring(folder, feed, "words.jpg", "large.jpg")
    assert "no picture" in words.why_not
    assert "larger than" in large.why_not
    assert list(folder.glob("*.webp")) == []


@dataclass(frozen=True)
class Site:
    """A small web server; ``asked`` are the paths that were asked for."""

    address: str
    asked: list[str]


@pytest.fixture
def site() -> Iterator[Site]:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            if self.path == "/moved.jpg":
                self.send_response(302)
                self.send_header("Location", "/ring.jpg")
                self.end_headers()
                return
            self.send_response(404 if self.path == "/none.jpg" else 200)
            self.end_headers()
            self.wfile.write(b"0" * 30_000 if self.path == "/large.jpg" else jpeg())

        def log_message(self, *_: object) -> None:
            """Keeps the test's output quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"http://127.0.0.1:{server.server_port}", asked)
    server.shutdown()


def test_an_address_inside_the_shops_own_network_is_not_asked(
    folder: Path, feed: Path, site: Site
) -> None:
    (brought,) = bring(folder, feed, f"{site.address}/ring.jpg")
    assert "public internet" in brought.why_not
    assert site.asked == []


def test_a_picture_of_the_web_is_fetched_once(folder: Path, feed: Path, site: Site) -> None:
    place = f"{site.address}/ring.jpg"
    (first,) = bring(folder, feed, place, is_private_allowed=True)
    (second,) = bring(folder, feed, place, is_private_allowed=True)
    assert first.name == second.name is not None
    assert site.asked == ["/ring.jpg"]


def test_a_redirection_is_followed_and_faults_are_said(
    folder: Path, feed: Path, site: Site
) -> None:
    places = [f"{site.address}/{name}.jpg" for name in ("moved", "none", "large")]
    moved, none, large = bring(folder, feed, *places, is_private_allowed=True)
    assert moved.name is not None
    assert "404" in none.why_not
    assert "larger than" in large.why_not


def test_a_name_that_moves_into_the_private_network_after_it_was_looked_up_is_refused(
    folder: Path, feed: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, answers = socket.getaddrinfo, ["93.184.215.14"]

    def rebinding(host: str, port: object, *rest: object, **more: object) -> object:
        if answers:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(), 0))]
        return real(host, port, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(picture_import, "getproxies", dict)
    (brought,) = bring(folder, feed, f"{site.address}/ring.jpg")
    assert brought.name is None
    assert "not on the public internet" in brought.why_not
    assert answers == []


def test_a_record_names_a_picture_by_its_folder(folder: Path, feed: Path) -> None:
    pictures = ProductPictures({"pictures": feed / "images", "imported": folder})
    product = replace(PLAIN_RING, image="pictures/ring.jpg")
    pixels = pictures.pixels(product)
    assert pixels is not None
    assert pixels.shape == (8, 8, 3)
    before = pictures.digest(product)
    (feed / "images" / "ring.jpg").write_bytes(jpeg(grey=10))
    assert pictures.digest(product) != before


@pytest.mark.parametrize("name", ["pictures/../../x.jpg", "elsewhere/ring.jpg", "pictures", ""])
def test_a_record_cannot_name_a_file_outside(feed: Path, name: str) -> None:
    pictures = ProductPictures({"pictures": feed / "images"})
    assert pictures.find(name) is None
    assert pictures.pixels(replace(PLAIN_RING, image=name)) is None
