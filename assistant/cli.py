"""The command line: ``python -m assistant COMMAND``. Heavy things load inside each command."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from assistant.assembly import Facet
    from assistant.conversation import Conversations
    from assistant.turn import RawTurn, Reply

log = logging.getLogger(__name__)
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None, commands: Mapping[str, Command]) -> int:
    """Runs one command. ``commands`` holds those of other edges (serve, bench)."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if options.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    own: Mapping[str, Command] = {"converse": converse, "chat": chat, "search": search}
    return {**own, **commands}[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant", description="Facet, a jewellery shopping assistant."
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="log to standard error")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("converse", help="one JSON turn a line in, one JSON reply a line out")
    one.add_argument("--keep", action="store_true", help="keep sessions in the database")
    commands.add_parser("chat", help="talk in the terminal")
    one = commands.add_parser("search", help="one turn: words, a photo, a recording, or all three")
    one.add_argument("--text")
    one.add_argument("--image", type=Path)
    one.add_argument("--audio", type=Path)
    one.add_argument("--locale", choices=("en", "zh"))
    one.add_argument("--json", action="store_true", help="print the JSON object")
    one = commands.add_parser("serve", help="the page and the HTTP route")
    add_serve_options(one)
    one = commands.add_parser("bench", help="measure this machine")
    one.add_argument("name", nargs="?", default="turn", choices=("turn",))
    one.add_argument("--rounds", type=int, default=20)
    one.add_argument("--json", action="store_true", help="one JSON object as the last line")
    return parser


def add_serve_options(parser: argparse.ArgumentParser) -> None:
    """--host, --port, --auth, --share; ``app.py`` takes the same."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=7860)
    parser.add_argument("--auth", metavar="NAME:PASSWORD", help="ask for this login")
    parser.add_argument("--share", action="store_true", help="also open a public Gradio link")


def converse(options: argparse.Namespace) -> int:
    """JSON lines in, JSON lines out, each flushed; a bad line costs only itself."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    facet, conversations = _open_shop(keep=options.keep)
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(_one_line(line, facet, conversations), ensure_ascii=False), flush=True)
    return 0


def _one_line(line: str, facet: Facet, conversations: Conversations) -> dict[str, object]:
    from assistant.contract import failure_to_json, reply_to_json
    from assistant.errors import BadRequest

    explain = facet.assistant.stages.composer.explain
    session_id: str | None = None
    language = "en"
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            raise BadRequest(f"{line[:80]!r} is not one JSON object")
        session_id = str(request.get("session") or "default")
        session, _ = conversations.open(session_id, trust_id=True)
        language = session.language or "en"
        return reply_to_json(conversations.take(session.id, _raw_turn(request)))
    except (json.JSONDecodeError, RecursionError) as error:
        problem = explain(BadRequest(f"not JSON: {error}"), "en")
    except BadRequest as error:
        problem = explain(error, "en")
    except Exception as error:
        log.exception("a turn failed")
        problem = explain(error, "zh" if language == "zh" else "en")
    return failure_to_json(session_id, problem, "zh" if language == "zh" else "en")


def _raw_turn(request: Mapping[str, object]) -> RawTurn:
    from assistant.errors import AudioError, BadRequest, PhotoError, TurnError
    from assistant.turn import RawTurn

    for name in ("text", "image", "audio"):
        if request.get(name) is not None and not isinstance(request[name], str):
            raise BadRequest(f"{name} is a string, not {request[name]!r}")
    locale = request.get("locale")
    if locale not in (None, "en", "zh"):
        raise BadRequest(f"locale is en, zh or absent, not {locale!r}")
    problems: list[TurnError] = []
    files: dict[str, bytes | None] = {"image": None, "audio": None}
    for name in files:
        if not request.get(name):
            continue
        try:
            files[name] = Path(str(request[name])).read_bytes()
        except (OSError, ValueError) as error:
            kind = PhotoError if name == "image" else AudioError
            code = "photo_missing" if name == "image" else "audio_missing"
            missing = kind(f"{request[name]!r} cannot be read: {error}", code=code)
            problems.append(missing)
    text = request.get("text")
    return RawTurn(
        str(text) if text is not None else None,
        files["image"],
        files["audio"],
        "zh" if locale == "zh" else "en" if locale == "en" else None,
        tuple(problems),
    )


def chat(options: argparse.Namespace) -> int:
    """A conversation in the terminal; an empty line or Ctrl-D ends it."""
    del options
    _, conversations = _open_shop(keep=False)
    session, _ = conversations.open(None)
    print("Facet. Type in English or Chinese; an empty line ends.")
    while True:
        try:
            said = input("\n> ").strip()
        except EOFError:
            return 0
        if not said:
            return 0
        _print_reply(conversations.take(session.id, _raw_turn({"text": said})), sys.stdout)


def search(options: argparse.Namespace) -> int:
    """One turn without a conversation around it."""
    from assistant.contract import reply_to_json

    facet, conversations = _open_shop(keep=False)
    session, _ = conversations.open(None)
    request = {
        "text": options.text,
        "image": str(options.image) if options.image else None,
        "audio": str(options.audio) if options.audio else None,
        "locale": options.locale,
    }
    del facet
    reply = conversations.take(session.id, _raw_turn(request))
    if options.json:
        print(json.dumps(reply_to_json(reply), ensure_ascii=False))
    else:
        _print_reply(reply, sys.stdout)
    return 1 if reply.error and not reply.products else 0


def _print_reply(reply: Reply, out: TextIO) -> None:
    from assistant.money import format_money

    if reply.transcript:
        print(f"({reply.transcript})", file=out)
    print(reply.text, file=out)
    for number, shown in enumerate(reply.products, start=1):
        product = shown.product
        why = f"  - {shown.why[0].text}" if shown.why else ""
        name, price = product.name[reply.language], format_money(product.price)
        print(f"  {number}. {product.id}  {name}  {price}{why}", file=out)
    if reply.suggestions:
        print("  [" + "] [".join(one.label for one in reply.suggestions) + "]", file=out)


def _open_shop(*, keep: bool) -> tuple[Facet, Conversations]:
    """A shop whose turns wait for the models they need."""
    from assistant.assembly import build, open_store
    from assistant.settings import Settings
    from assistant.storage.memory_store import MemorySessionStore

    settings = Settings.from_environment()
    facet = build(settings, wait=True)
    store = open_store(settings) if keep else MemorySessionStore()
    return facet, facet.conversations(store)
