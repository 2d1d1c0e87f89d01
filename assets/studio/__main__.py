"""`python -m assets.studio records` writes the catalogue; `python -m assets.studio render` draws
the pictures.
"""

from __future__ import annotations

import argparse
import logging

from assets.studio.records import PRODUCTS_PATH, write_records


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m assets.studio", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("records", help="write products.jsonl")
    render = commands.add_parser("render", help="draw the pictures that are new or changed")
    render.add_argument("--only", nargs="*", default=[], metavar="ID")
    render.add_argument("--size", type=int, default=640, metavar="PX")
    render.add_argument("--samples", type=int, default=96)
    render.add_argument("--force", action="store_true", help="draw again even if nothing changed")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if arguments.command == "records":
        print(f"{len(write_records())} records in {PRODUCTS_PATH.name}")
        return
    # Records need no renderer, so it is loaded only here.
    from assets.studio.render import Settings, render_all

    made = render_all(arguments.only, Settings(arguments.size, arguments.samples), arguments.force)
    print(f"{made} pictures made")


if __name__ == "__main__":
    main()
