"""The command line: ``python -m assistant COMMAND``. Heavy things load inside each command."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from assistant.errors import AssistantError, AudioError, BadRequest, PhotoError, TurnError

if TYPE_CHECKING:
    from assistant.conversation import Conversations
    from assistant.terms import Language
    from assistant.turn import Problem, RawTurn

log = logging.getLogger(__name__)
Command = Callable[[argparse.Namespace], int]
_LONGEST_ID = 64


class FileLimits(Protocol):
    """How many bytes of a file are worth reading."""

    @property
    def photo_bytes(self) -> int: ...
    @property
    def audio_bytes(self) -> int: ...


@dataclass(frozen=True)
class Shop:
    """What the commands need of the shop."""

    conversations: Conversations
    explain: Callable[[Exception, Language], Problem]
    limits: FileLimits


def main(
    arguments: Sequence[str] | None,
    commands: Mapping[str, Command],
    add_parsers: Callable[[Any], None] = lambda _: None,
) -> int:
    """Runs one command; 0 is well done. ``commands`` holds those of other edges (serve, bench, the
    merchant's), and ``add_parsers`` adds their options."""
    options = _parser(add_parsers).parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO if options.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    own: Mapping[str, Command] = {"converse": converse, "chat": chat, "search": search}
    try:
        return {**own, **commands}[options.command](options)
    except AssistantError as error:  # the shop could not be opened
        print(f"facet: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser(add_parsers: Callable[[Any], None]) -> argparse.ArgumentParser:
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
    add_parsers(commands)
    one = commands.add_parser("bench", help="measure this machine")
    one.add_argument("name", nargs="?", default="turn", choices=("turn", "ingest", "dialogue"))
    one.add_argument("--rounds", type=int, default=20)
    one.add_argument("--json", action="store_true", help="one JSON object as the last line")
    one = commands.add_parser("evaluate", help="how well the shop does what it should")
    one.add_argument("name", nargs="?", default="dialogue", choices=("dialogue",))
    one.add_argument("--scripts", type=Path, metavar="FOLDER", help="conversations of your own")
    one.add_argument("--faults", action="store_true", help="list what was not as expected")
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
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    with _clean_output() as out:
        shop = _open_shop(keep=options.keep)
        with suppress(BrokenPipeError):  # whoever read the replies has gone
            for reply in answer_lines(sys.stdin, shop):
                print(json.dumps(reply, ensure_ascii=False), file=out, flush=True)
    return 0


def answer_lines(lines: Iterable[str], shop: Shop) -> Iterator[dict[str, object]]:
    """The contract's object for each line that is not blank."""
    for line in lines:
        if line.strip():
            yield answer_line(line, shop)


def answer_line(line: str, shop: Shop) -> dict[str, object]:
    """The contract's object for one JSON line; for a bad one, with a code and a sentence."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        request = BadRequest(f"not JSON: {error}")
    return answer(request, shop)


def answer(request: object, shop: Shop) -> dict[str, object]:
    """One turn of a session that the request names; whatever fails, an object comes back."""
    from assistant.contract import failure_to_json, reply_to_json

    session_id: str | None = None
    language: Language = "en"
    try:
        if isinstance(request, BadRequest):
            raise request
        if not isinstance(request, dict):
            raise BadRequest(f"{str(request)[:80]!r} is not one JSON object")
        session_id = _session_id(request)
        raw = _raw_turn(request, shop.limits)
        language = raw.locale or language
        session, _ = shop.conversations.open(session_id, trust_id=True)
        language = raw.locale or session.language or language
        return reply_to_json(shop.conversations.take(session.id, raw))
    except Exception as error:
        if isinstance(error, BadRequest):
            log.info("bad request: %s", error)
        else:
            log.exception("a turn failed")
        return failure_to_json(session_id, shop.explain(error, language), language)


def _session_id(request: Mapping[str, Any]) -> str:
    session = request.get("session")
    if session is not None and (isinstance(session, bool) or not isinstance(session, str | int)):
        raise BadRequest(f"session is a string, not {session!r}")
    if len(str(session)) > _LONGEST_ID:
        raise BadRequest(f"session has {len(str(session))} characters; at most {_LONGEST_ID}")
    return "default" if session in (None, "") else str(session)


def _raw_turn(request: Mapping[str, Any], limits: FileLimits) -> RawTurn:
    """Words, and files by their paths. Raises BadRequest; a file that is not there is a problem
    of the turn."""
    from assistant.turn import RawTurn

    for name in ("text", "image", "audio"):
        if request.get(name) is not None and not isinstance(request[name], str):
            raise BadRequest(f"{name} is a string, not {request[name]!r}")
    locale = request.get("locale")
    if locale not in (None, "en", "zh"):
        raise BadRequest(f"locale is en, zh or absent, not {locale!r}")
    problems: list[TurnError] = []
    image = audio = None
    try:
        image = _read_file(request.get("image"), limits.photo_bytes)
    except (OSError, ValueError) as error:
        problems.append(PhotoError(f"image cannot be read: {error}", code="photo_missing"))
    try:
        audio = _read_file(request.get("audio"), limits.audio_bytes)
    except (OSError, ValueError) as error:
        problems.append(AudioError(f"audio cannot be read: {error}", code="audio_missing"))
    return RawTurn(request.get("text"), image, audio, locale, tuple(problems))


def _read_file(path: str | None, limit_bytes: int) -> bytes | None:
    """A file's bytes, and one more than the limit of a larger one; never a device or a pipe."""
    if not path:
        return None
    if not Path(path).is_file():
        raise FileNotFoundError(f"{path!r} is not a file")
    with Path(path).open("rb") as file:
        return file.read(limit_bytes + 1)


def chat(options: argparse.Namespace) -> int:
    """A conversation in the terminal; an empty line or Ctrl-D ends it."""
    del options
    shop = _open_shop(keep=False)
    print("Facet. Type in English or Chinese; an empty line ends.")
    while True:
        try:
            said = input("\n> ").strip()
        except EOFError:
            return 0
        if not said:
            return 0
        _print_reply(answer({"text": said}, shop), sys.stdout)


def search(options: argparse.Namespace) -> int:
    """One turn without a conversation around it; 1 where it could not be answered."""
    request = {
        "text": options.text,
        "image": str(options.image) if options.image else None,
        "audio": str(options.audio) if options.audio else None,
        "locale": options.locale,
    }
    with _clean_output() as out:
        reply = answer(request, _open_shop(keep=False))
        if options.json:
            print(json.dumps(reply, ensure_ascii=False), file=out)
        else:
            _print_reply(reply, out)
    return 1 if reply["error"] and not reply["products"] else 0


def _print_reply(reply: Mapping[str, Any], out: TextIO) -> None:
    from assistant.money import Money, format_money

    if reply["transcript"]:
        print(f"({reply['transcript']})", file=out)
    print(reply["reply"], file=out)
    for number, product in enumerate(reply["products"], start=1):
        why = f"  - {product['why'][0]['text']}" if product["why"] else ""
        price = format_money(Money(product["price_minor"], product["currency"]))
        print(f"  {number}. {product['id']}  {product['name']}  {price}{why}", file=out)
    if reply["suggestions"]:
        print("  [" + "] [".join(reply["suggestions"]) + "]", file=out)


@contextmanager
def _clean_output() -> Iterator[TextIO]:
    """Standard output in UTF-8 for replies alone: what libraries and their processes print
    meanwhile goes to standard error."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    out = os.fdopen(os.dup(kept), "w", encoding="utf-8", errors="replace")
    try:
        with redirect_stdout(sys.stderr):
            yield out
    finally:
        with suppress(BrokenPipeError):
            out.close()
        os.dup2(kept, 1)
        os.close(kept)


def _open_shop(*, keep: bool) -> Shop:
    """A shop whose turns wait for the models they need."""
    from assistant.assembly import build, open_store
    from assistant.settings import Settings
    from assistant.storage.memory_store import MemorySessionStore

    settings = Settings.from_environment()
    facet = build(settings, wait=True)
    store = open_store(settings) if keep else MemorySessionStore()
    explain = facet.assistant.stages.composer.explain
    return Shop(facet.conversations(store), explain, settings.limits)
