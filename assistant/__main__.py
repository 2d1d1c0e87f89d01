"""``python -m assistant``: joins the command line with the other edges' commands."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from assistant import merchant, staff_cards
from assistant.cli import main


def _serve(options: argparse.Namespace) -> int:
    from app import serve

    return serve(options)


def _bench(options: argparse.Namespace) -> int:
    from assistant.bench import dialogue, ingest, turn

    run = {"turn": turn.run, "ingest": ingest.run, "dialogue": dialogue.run}[options.name]
    return run(options.rounds, as_json=options.json)


def _evaluate(options: argparse.Namespace) -> int:
    from assistant.evaluation import dialogue

    return dialogue.run(options.scripts, show_faults=options.faults, as_json=options.json)


def _add_parsers(commands: Any) -> None:
    merchant.add_parsers(commands)
    staff_cards.add_parsers(commands)


if __name__ == "__main__":
    own = {"serve": _serve, "bench": _bench, "evaluate": _evaluate}
    commands = {**own, **merchant.COMMANDS, **staff_cards.COMMANDS}
    sys.exit(main(None, commands, _add_parsers))
