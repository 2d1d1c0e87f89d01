"""The staff's command: the cards that shoppers handed over, one JSON object a line.

    python -m assistant cards --since 2026-11-25

JSON, so that a shop can mail them, print them or take them into what it works with already.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import Any


def add_parsers(commands: Any) -> None:
    """Adds the staff's command to the program's."""
    one = commands.add_parser("cards", help="the cards that shoppers handed over, as JSON lines")
    one.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="only from this day on (UTC)"
    )


def cards(options: argparse.Namespace) -> int:
    """Prints every card, oldest first, with the moment it was handed over. A card goes when its
    shopper erases the conversation."""
    from assistant.settings import Settings
    from assistant.storage.database import open_database
    from assistant.storage.session_store import SqlSessionStore

    store = SqlSessionStore(open_database(Settings.from_environment().database_url))
    for at, card in store.cards(options.since):
        print(json.dumps({"at": at, **card}, ensure_ascii=False))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {"cards": cards}
