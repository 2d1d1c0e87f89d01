"""How fast a feed comes in, and how soon a changed product is found, in a shop of 10,000.

A CSV of made-up products is read, mapped, checked and stored by the merchant's own path. Then a
shop is open on the same database, looking for changes every second as it does when it serves, and
one product after another is changed from outside: the time runs from the start of the import until
a search by a new word finds it, and until its vector by the real encoder is in the index.

The 10,000 vectors that only have to be there are random: making them takes minutes and is not what
is measured. How long one product's vector takes is measured and told as ``vectors_s``.
"""

from __future__ import annotations

import csv
import json
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import Facet, build, open_catalogue
from assistant.catalogue.batch import STARTER
from assistant.catalogue.images import ProductPictures
from assistant.catalogue.picture_import import Brought
from assistant.constraints import Constraints
from assistant.figures import percentile
from assistant.search.vectors import VectorMaker
from assistant.settings import Settings
from assistant.stockroom import Order, Stockroom
from assistant.turn import Query, Vector
from models.embedder import Embedder

PRODUCTS = 10_000
_PIECES = ("ring", "necklace", "bracelet", "earrings", "pendant")
_METALS = ("14K Gold", "18K Rose Gold", "Sterling Silver", "Platinum PT950")
_STONES = ("garnet", "blue topaz", "freshwater pearl", "emerald", "")
_FORMS = ("slender", "twisted", "hammered", "open", "curved", "engraved", "woven", "domed")
_GIVE_UP_S = 30.0


@dataclass
class _BulkEncoder:
    """Random vectors while ``is_bulk``, the real encoder's afterwards."""

    real: Embedder
    is_bulk: bool = True

    @property
    def name(self) -> str:
        return self.real.name

    def encode_text_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not self.is_bulk:
            return self.real.encode_text_passages(texts)
        rows: NDArray[np.float32] = (
            np.random.default_rng(len(texts)).normal(size=(len(texts), 384)).astype(np.float32)
        )
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    def encode_photo(self, pixels: NDArray[np.uint8]) -> Vector:
        return self.real.encode_photo(pixels)

    def encode_product(self, text: Vector | None, photo: Vector | None) -> Vector:
        return self.real.encode_product(text, photo)


def run(rounds: int, *, as_json: bool) -> int:
    """Measures and prints; ``rounds`` changes of one product (at least 3)."""
    settings = Settings.from_environment()
    rounds = max(3, rounds)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        figures = _measure(
            replace(settings, database_url=f"sqlite:///{home / 'shop.sqlite3'}"), home, rounds
        )
    for name, value in figures.items():
        print(f"{name:<22}{value:>12,.2f}")
    if as_json:
        print(json.dumps(_report(figures, rounds)))
    return 0


def _measure(settings: Settings, home: Path, rounds: int) -> dict[str, float]:
    shop = replace(settings, home=home)
    room = _stockroom(shop)
    open_catalogue(shop).show(STARTER, is_shown=False)
    feed = home / "feed.csv"
    _write(feed, [_row(number) for number in range(PRODUCTS)])
    started = time.perf_counter()
    room.take(Order(feed, source="bench"), lambda *_: None)
    figures = {"rows_s": PRODUCTS / (time.perf_counter() - started)}
    facet = build(shop)
    encoder = _BulkEncoder(_real_encoder(settings))
    maker = VectorMaker(encoder, ProductPictures(shop.picture_folders))
    facet.front.use_encoder(maker, lambda _: None)
    encoder.is_bulk = False
    end = facet.front.watch()
    words, vectors = [], []
    for number in range(rounds):
        until_words, until_vector = _change_one(facet, room, home, number)
        words.append(until_words)
        vectors.append(until_vector)
    end()
    figures["searchable_s"] = statistics.median(words)
    figures["searchable_p95_s"] = percentile(words, 95)
    figures["vectors_s"] = statistics.median(vectors)
    figures["vectors_p95_s"] = percentile(vectors, 95)
    return figures


def _change_one(facet: Facet, room: Stockroom, home: Path, number: int) -> tuple[float, float]:
    """Seconds until a changed product is found by a word that is new, and by its vector."""
    token = f"zephyrine{number}"
    feed = home / "change.csv"
    row = _row(number)
    row["name"] = f"{token} {row['name']}"
    _write(feed, [row])
    started = time.perf_counter()
    room.take(Order(feed, source="bench"), lambda *_: None)
    query = Query(Constraints(), "en", words=token, limit=1)

    before = facet.front.display

    def is_found() -> bool:
        if facet.front.display is before:  # a search a moment would slow down what is measured
            return False
        found = facet.front.display.search.search(query).items
        return bool(found) and token in found[0].product.name["en"]

    until_words = _until(is_found, started)

    def is_encoded() -> bool:
        return facet.front.display.search.vector_of(row["sku"], "en") is not None

    return until_words, _until(is_encoded, started)


def _until(is_done: Callable[[], bool], started: float) -> float:
    while not is_done():
        if time.perf_counter() - started > _GIVE_UP_S:
            raise TimeoutError(f"not searchable after {_GIVE_UP_S:g} s")
        time.sleep(0.02)
    return time.perf_counter() - started


def _stockroom(shop: Settings) -> Stockroom:
    def no_pictures(_base: Path, _places: Sequence[str]) -> Iterator[Brought]:
        return iter(())

    return Stockroom(
        open_catalogue(shop),
        shop.knowledge / "vocabulary.yaml",
        frozenset(),
        ProductPictures(shop.picture_folders),
        no_pictures,
        shop.shop_currency,
    )


def _real_encoder(settings: Settings) -> Embedder:
    from models.embedder import load_image_encoder, load_text_encoder

    text = load_text_encoder(home=settings.home, threads=settings.model_threads)
    return Embedder(text, load_image_encoder(home=settings.home))


def _row(number: int) -> dict[str, str]:
    """A plausible product; every number gives another."""
    piece, metal = _PIECES[number % 5], _METALS[number // 5 % 4]
    stone, form = _STONES[number // 20 % 5], _FORMS[number // 100 % 8]
    with_stone = f" with {stone}" if stone else ""
    return {
        "sku": f"BENCH-{number:05d}",
        "name": f"{form.capitalize()} {metal} {piece.capitalize()} No. {number}",
        "category": piece,
        "material": metal,
        "gemstone": stone,
        "price": f"{80 + number % 4000}.00",
        "currency": "USD",
        "description": f"A {form} {piece} in {metal.lower()}{with_stone}, model {number}.",
        "stock": str(2 + number % 7),
    }


def _write(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _report(figures: dict[str, float], rounds: int) -> dict[str, object]:
    return {
        "name": "ingest",
        "command": f"python -m assistant bench ingest --rounds {rounds} --json",
        "date": datetime.now(UTC).date().isoformat(),
        "machine": platform.machine(),
        "figures": {name: round(value, 3) for name, value in figures.items()},
    }
