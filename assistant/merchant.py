"""The merchant's commands: bring a feed in, look it over, take it out again.

ingest  export  sources  withdraw  lint-catalogue  index
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.catalogue.picture_import import Brought
    from assistant.catalogue.product import Product
    from assistant.settings import Settings
    from assistant.stockroom import Delivery, Stockroom

_BAR = 30


def add_parsers(commands: Any) -> None:
    """Adds the merchant's commands to the program's."""
    one = commands.add_parser("ingest", help="bring a merchant's product feed into the shop")
    one.add_argument("feed", type=Path, help="CSV, TSV, JSON Lines, Shopify or Google Merchant")
    one.add_argument("--mapping", type=Path, help="which column is what (YAML); else proposed")
    one.add_argument("--propose-mapping", action="store_true", help="print a mapping and stop")
    one.add_argument("--dry-run", action="store_true", help="report, and store nothing")
    one.add_argument("--vocabulary", type=Path, help="terms that the shop does not know (YAML)")
    one.add_argument("--source", metavar="NAME", help="what to call the feed; else its file name")
    one.add_argument("--whole", action="store_true", help="withdraw what the feed no longer lists")
    one.add_argument(
        "--private-hosts", action="store_true", help="fetch pictures from inside this network too"
    )
    one.add_argument("--json", action="store_true", help="one JSON object as the last line")
    one = commands.add_parser("export", help="write the shop's products as JSON Lines")
    one.add_argument("file", type=Path)
    one.add_argument("--source", metavar="NAME", help="only this source's")
    one = commands.add_parser("sources", help="where the shop's products came from")
    one.add_argument("--hide", metavar="NAME", help="keep a source out of the shop")
    one.add_argument("--show", metavar="NAME", help="show a hidden source again")
    one = commands.add_parser("withdraw", help="take imported products out of the shop")
    one.add_argument("ids", nargs="+", metavar="ID")
    one = commands.add_parser("lint-catalogue", help="hold products against the trade's rules")
    one.add_argument("file", type=Path, nargs="?", help="a products.jsonl; else the whole shop")
    one.add_argument("--json", action="store_true")
    one = commands.add_parser("index", help="make the product vectors now, not at the next start")
    one.add_argument(
        "--ship", action="store_true", help="also write those of Facet's own catalogue beside it"
    )


def ingest(options: argparse.Namespace) -> int:
    """0: all rows came in; 1: some did not; the report names each."""
    from assistant.catalogue.feeds.report import format_report
    from assistant.settings import Settings
    from assistant.stockroom import Order

    if not options.feed.is_file():
        print(f"facet: there is no file {options.feed}", file=sys.stderr)
        return 2
    settings = Settings.from_environment()
    room = open_stockroom(settings, is_private_allowed=options.private_hosts)
    order = Order(
        options.feed,
        options.mapping,
        options.vocabulary,
        options.source,
        options.whole,
        options.dry_run,
    )
    if options.propose_mapping:
        print(room.propose(order), end="")
        return 0
    delivery = room.take(order, _show_pictures)
    print(format_report(delivery.report))
    print(_changes_in_words(delivery))
    if options.json:
        print(json.dumps(_to_json(delivery)))
    return 1 if delivery.report.bad_rows else 0


def open_stockroom(settings: Settings, *, is_private_allowed: bool = False) -> Stockroom:
    """The stockroom of the settings' shop."""
    from assistant.assembly import open_catalogue
    from assistant.catalogue.images import ProductPictures
    from assistant.catalogue.ingest import read_catalogue
    from assistant.catalogue.picture_import import PictureImport
    from assistant.catalogue.vocabulary import load_vocabulary
    from assistant.errors import PhotoError
    from assistant.intake.photo import read_photo
    from assistant.stockroom import Stockroom

    folders = settings.picture_folders
    words = settings.knowledge / "vocabulary.yaml"
    starter = read_catalogue(settings.catalogue / "products.jsonl", load_vocabulary(words))

    def bring(base: Path, places: Sequence[str]) -> Iterator[Brought]:
        importer = PictureImport(
            folders["imported"],
            base,
            lambda data: read_photo(data, settings.limits).pixels,
            (PhotoError,),
            is_private_allowed=is_private_allowed,
        )
        return importer.bring(places)

    return Stockroom(
        open_catalogue(settings),
        words,
        frozenset(product.id for product in starter.products),
        ProductPictures(folders),
        bring,
        settings.shop_currency,
    )


def _show_pictures(done: int, total: int) -> None:
    """A bar on the terminal; a pipe gets nothing."""
    if sys.stderr.isatty():
        full = _BAR * done // total
        bar = "=" * full + " " * (_BAR - full)
        end = "\n" if done == total else ""
        print(f"\rpictures [{bar}] {done}/{total}", end=end, file=sys.stderr, flush=True)


def _changes_in_words(delivery: Delivery) -> str:
    changes = delivery.changes
    if changes is None:
        return "A dry run: nothing was stored."
    words = (
        f"In the shop as '{delivery.source}': {changes.added} new, {changes.changed} changed, "
        f"{changes.unchanged} as before, {changes.withdrawn} withdrawn."
    )
    if delivery.is_held_back:
        words += "\nNothing was withdrawn, because rows could not be read: mend them and run again."
    return words


def _to_json(delivery: Delivery) -> dict[str, object]:
    report, changes = delivery.report, delivery.changes
    return {
        "source": delivery.source,
        "rows": report.rows,
        "products": len(report.products),
        "changes": None if changes is None else vars(changes),
        "problems": [vars(problem) for problem in report.problems],
        "unused_columns": list(report.unused_columns),
    }


def export(options: argparse.Namespace) -> int:
    """Writes what is in the shop, whole or not at all; ``ingest`` reads it again without loss."""
    from assistant.assembly import open_catalogue, open_shelf
    from assistant.catalogue.batch import STARTER
    from assistant.catalogue.feeds.export import to_json
    from assistant.settings import Settings

    settings = Settings.from_environment()
    products: Sequence[Product] = open_shelf(settings).read().products
    if options.source:
        owners = open_catalogue(settings).owners([product.id for product in products])
        products = [one for one in products if owners.get(one.id, STARTER) == options.source]
    draft = options.file.with_name(f"{options.file.name}.{os.getpid()}.tmp")
    with draft.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(to_json(one), ensure_ascii=False) + "\n" for one in products)
    draft.replace(options.file)
    print(f"{len(products)} products in {options.file}")
    return 0


def sources(options: argparse.Namespace) -> int:
    """Lists the sources, after hiding or showing one."""
    from assistant.assembly import open_catalogue
    from assistant.catalogue.batch import STARTER
    from assistant.settings import Settings

    store = open_catalogue(Settings.from_environment())
    known = {source.name for source in store.sources()} | {STARTER}
    for name, is_shown in ((options.hide, False), (options.show, True)):
        if name is None:
            continue
        if name not in known:
            print(
                f"facet: no source '{name}'; there is {', '.join(sorted(known))}", file=sys.stderr
            )
            return 2
        store.show(name, is_shown=is_shown)
    listed = {source.name: source for source in store.sources()}
    if STARTER not in listed:
        print(f"{STARTER:<24} (comes with Facet)  shown")
    for source in listed.values():
        count = "(comes with Facet)" if source.name == STARTER else f"{source.products} products"
        print(f"{source.name:<24} {count:<18}  {'shown' if source.is_shown else 'hidden'}")
    return 0


def withdraw(options: argparse.Namespace) -> int:
    """Takes imported products out; the starter's are hidden with ``sources --hide starter``."""
    from assistant.assembly import open_catalogue
    from assistant.settings import Settings

    gone = open_catalogue(Settings.from_environment()).withdraw(options.ids)
    print(f"{gone} of {len(options.ids)} products withdrawn")
    return 0 if gone == len(options.ids) else 1


def lint_catalogue(options: argparse.Namespace) -> int:
    """0: nothing found; 1: findings, each explained."""
    from assistant.assembly import open_shelf
    from assistant.catalogue.ingest import read_catalogue
    from assistant.catalogue.lint import format_findings, lint
    from assistant.settings import Settings

    stock = open_shelf(Settings.from_environment()).read()
    products = stock.products
    if options.file:
        report = read_catalogue(options.file, stock.vocabulary)
        products = report.products
        for error in report.errors:
            print(f"not looked at: {error}", file=sys.stderr)
    findings = lint(products, stock.vocabulary)
    print(format_findings(findings))
    if options.json:
        print(json.dumps([vars(finding) for finding in findings], ensure_ascii=False, default=str))
    return 1 if findings else 0


def index(options: argparse.Namespace) -> int:
    """Makes the vectors that are missing, and writes them for the next start."""
    from assistant.assembly import build
    from assistant.catalogue.ingest import load_catalogue
    from assistant.settings import Settings

    settings = Settings.from_environment()
    facet = build(settings, wait=True)
    facet.parts.vectors.wait()
    print(f"vectors of {len(facet.products)} products are ready")
    if options.ship:
        own = load_catalogue(settings.catalogue / "products.jsonl", facet.front.vocabulary)
        facet.front.ship([product.id for product in own], settings.catalogue / "vectors.npz")
        print(f"those of {len(own)} are in {settings.catalogue / 'vectors.npz'}")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "ingest": ingest,
    "export": export,
    "sources": sources,
    "withdraw": withdraw,
    "lint-catalogue": lint_catalogue,
    "index": index,
}
