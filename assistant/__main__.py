"""``python -m assistant``: joins the command line with the other edges' commands."""

from __future__ import annotations

import argparse
import sys

from assistant import merchant
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


if __name__ == "__main__":
    commands = {"serve": _serve, "bench": _bench, "evaluate": _evaluate, **merchant.COMMANDS}
    sys.exit(main(None, commands, merchant.add_parsers))
