"""`python -m assets.studio records` writes the catalogue; `render` draws its pictures and `photos`
takes shoppers' photos of it; `cutouts`, `splits` and `contact` write what stands beside them.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from assets.studio.records import PRODUCTS_PATH, write_records

VIEWS = ("front", "angle", "cutout")
SPLITS = ("train", "validation", "test")


def main() -> None:
    arguments = parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    COMMANDS[arguments.command](arguments)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m assets.studio", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("records", help="write products.jsonl")
    render = commands.add_parser("render", help="draw the pictures that are new or changed")
    render.add_argument("--only", nargs="*", default=[], metavar="ID")
    render.add_argument("--views", nargs="*", default=VIEWS, choices=VIEWS)
    render.add_argument("--force", action="store_true", help="draw again even if nothing changed")
    commands.add_parser("cutouts", help="write cutouts.json: sizes and anchors")
    commands.add_parser("splits", help="write splits.json: train, validation and test")
    commands.add_parser("contact", help="one sheet of all front pictures")
    check = commands.add_parser("check", help="draw again and compare with the files")
    check.add_argument("--only", nargs="*", default=["R-004"], metavar="ID")
    photos = commands.add_parser("photos", help="take photos as shoppers' phones do")
    photos.add_argument("--split", choices=SPLITS)
    photos.add_argument("--only", nargs="*", default=[], metavar="ID")
    photos.add_argument("--per-product", type=int, default=4)
    photos.add_argument("--seed", type=int, default=7)
    photos.add_argument("--out", type=Path)
    return top


def records(_arguments: argparse.Namespace) -> None:
    print(f"{len(write_records())} records in {PRODUCTS_PATH.name}")


def render(arguments: argparse.Namespace) -> None:
    # Only this and `photos` need the renderer, so it is loaded only there.
    from assets.studio.render import render_all

    report = render_all(arguments.only, arguments.views, arguments.force)
    print(f"{report.made} pictures made")
    if report.broken:
        print(f"{len(report.broken)} could not be drawn: {', '.join(report.broken)}")
    cutouts(arguments)
    splits(arguments)


def cutouts(_arguments: argparse.Namespace) -> None:
    from assets.studio.cutouts import CUTOUTS_PATH, write_cutouts

    print(f"{write_cutouts()} cutouts in {CUTOUTS_PATH.name}")


def splits(_arguments: argparse.Namespace) -> None:
    from assets.studio.splits import SPLITS_PATH, write_splits

    print(f"{write_splits()} pieces in {SPLITS_PATH.name}")


def contact(_arguments: argparse.Namespace) -> None:
    from assets.studio.contact import CONTACT_PATH, write_contact

    print(f"{write_contact()} pictures in {CONTACT_PATH.name}")


def check(arguments: argparse.Namespace) -> None:
    from assets.studio.check import MOST_DIFFERENCE, differences

    found = differences(arguments.only)
    for piece, difference in found.items():
        print(f"{piece} differs by {difference:.2f} of 255")
    if max(found.values(), default=0.0) > MOST_DIFFERENCE:
        raise SystemExit("the pictures are not what this machine draws")


def photos(arguments: argparse.Namespace) -> None:
    from assets.studio.photos import PHOTOS_DIR, take_all

    made = take_all(
        arguments.split,
        arguments.only,
        arguments.per_product,
        arguments.seed,
        arguments.out or PHOTOS_DIR,
    )
    print(f"{made} photos taken")


COMMANDS = {
    "records": records,
    "render": render,
    "cutouts": cutouts,
    "splits": splits,
    "contact": contact,
    "check": check,
    "photos": photos,
}


if __name__ == "__main__":
    main()
