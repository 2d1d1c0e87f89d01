"""The command line: JSON lines in and out, one turn, a talk in the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from assistant import cli
from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.intake.reading import read_turn
from assistant.settings import PROJECT, Limits
from assistant.storage.memory_store import MemorySessionStore
from tests.fakes import FakeResponder, explain
from tests.intake.files import SMALL, encode, record, tone, two_halves


@pytest.fixture
def responder(products: dict[str, Product]) -> FakeResponder:
    return FakeResponder(list(products.values())[:2])


@pytest.fixture
def shop(responder: FakeResponder) -> cli.Shop:
    read = partial(read_turn, limits=Limits())
    return cli.Shop(Conversations(responder, MemorySessionStore(), read), explain, Limits())


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def converse(shop: cli.Shop, *lines: object) -> list[dict[str, Any]]:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(cli.answer_lines([f"{text}\n" for text in texts], shop))


def run(
    *arguments: str, said: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        input=said,
        capture_output=True,
        cwd=PROJECT,
        env=os.environ | (environment or {}),
        check=False,
        timeout=120,
    )


def test_a_session_goes_on_from_line_to_line(shop: cli.Shop) -> None:
    replies = converse(
        shop,
        {"session": "s1", "text": "one"},
        {"session": "s2", "text": "other"},
        {"session": "s1", "text": "two"},
    )
    assert [(reply["session"], reply["turn"]) for reply in replies] == [
        ("s1", 1),
        ("s2", 1),
        ("s1", 2),
    ]
    assert all(reply["error"] is None for reply in replies)


def test_lines_without_a_session_share_one(shop: cli.Shop) -> None:
    replies = converse(shop, {"text": "one"}, {"text": "two", "session": None})
    assert [reply["turn"] for reply in replies] == [1, 2]


def test_blank_lines_are_passed_over(shop: cli.Shop) -> None:
    assert len(converse(shop, "", "   ", {"text": "one"}, "\t")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "hello",
        "[]",
        "null",
        "5",
        '"text"',
        "{} {}",
        "[" * 100_000,
        '{"text": 5}',
        '{"image": ["a.jpg"]}',
        '{"audio": {}}',
        '{"locale": "fr"}',
        '{"session": []}',
        '{"session": true}',
        '{"session": "' + "x" * 65 + '"}',
        '{"text": ' + "9" * 5_000 + "}",
    ],
    ids=lambda line: line[:20],
)
def test_a_bad_line_gives_one_error_object_and_the_next_line_is_read(
    shop: cli.Shop, line: str
) -> None:
    bad, good = converse(shop, line, {"text": "a ring"})
    assert bad["error"]["code"] == "bad_request"
    assert bad["reply"] == bad["error"]["message"]
    assert set(bad) == set(good)
    assert good["error"] is None


def test_a_bad_line_names_its_session_where_it_can(shop: cli.Shop) -> None:
    bad = converse(shop, {"session": "s1", "locale": "fr"})[0]
    assert bad["session"] == "s1"


def test_a_turn_that_fails_costs_only_itself_and_tells_nothing_of_the_machine(
    shop: cli.Shop,
) -> None:
    replies = converse(
        shop,
        {"session": "s1", "text": "戒指", "locale": "zh"},
        {"session": "s1", "text": "crash"},
        {"session": "s1", "text": "on"},
    )
    assert replies[1]["error"]["code"] == "internal"
    assert replies[1]["language"] == "zh"
    assert "secret" not in json.dumps(replies[1])
    assert replies[2]["turn"] == 2


def test_files_are_read_from_the_folder_one_stands_in(
    shop: cli.Shop, responder: FakeResponder, in_folder: Path
) -> None:
    (in_folder / "ring.png").write_bytes(encode(two_halves(), "PNG"))
    (in_folder / "声音.wav").write_bytes(record(tone(0.2)))
    reply = converse(shop, {"image": "ring.png", "audio": "声音.wav"})[0]
    assert reply["error"] is None
    assert responder.seen[0].photo is not None
    assert responder.seen[0].speech is not None


@pytest.mark.parametrize(
    "path", ["missing.jpg", ".", "/dev/zero", "a\0b", "x" * 5_000, "nowhere/ring.jpg"]
)
@pytest.mark.parametrize(
    ("field", "code"), [("image", "photo_missing"), ("audio", "audio_missing")]
)
def test_a_file_that_is_not_there_is_said_and_the_words_are_answered(
    shop: cli.Shop, in_folder: Path, field: str, code: str, path: str
) -> None:
    reply = converse(shop, {"text": "a ring", field: path})[0]
    assert reply["error"]["code"] == code
    assert reply["reply"] == "You said: a ring"


def test_a_large_file_is_not_read_whole(responder: FakeResponder, in_folder: Path) -> None:
    (in_folder / "large.jpg").write_bytes(bytes(1_000_000))
    read = partial(read_turn, limits=SMALL)
    shop = cli.Shop(Conversations(responder, MemorySessionStore(), read), explain, SMALL)
    assert converse(shop, {"image": "large.jpg"})[0]["error"]["code"] == "photo_too_large"


def test_unknown_keys_are_ignored(shop: cli.Shop) -> None:
    assert converse(shop, {"text": "a ring", "mood": "blue"})[0]["error"] is None


def open_with(shop: cli.Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_open_shop", lambda **_: shop)


def main(*arguments: str) -> int:
    return cli.main(arguments, {})


def test_search_prints_the_reply_and_the_pieces_with_their_prices(
    shop: cli.Shop,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    products: dict[str, Product],
) -> None:
    open_with(shop, monkeypatch)
    assert main("search", "--text", "a ring") == 0
    out = capfd.readouterr().out
    first = next(iter(products.values()))
    assert out.startswith("You said: a ring\n")
    assert first.id in out
    assert first.name["en"] in out
    assert "¥" in out


def test_search_with_json_prints_the_object_and_nothing_else(
    shop: cli.Shop, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    open_with(shop, monkeypatch)
    assert main("search", "--text", "戒指", "--locale", "zh", "--json") == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert json.loads(line)["language"] == "zh"
    assert "戒指" in line


def test_search_that_fails_is_not_well_done(
    monkeypatch: pytest.MonkeyPatch, shop: cli.Shop, capfd: pytest.CaptureFixture[str]
) -> None:
    open_with(shop, monkeypatch)
    assert main("search", "--text", "crash") == 1
    assert "Traceback" not in capfd.readouterr().out


def test_what_libraries_print_does_not_get_between_the_replies(
    shop: cli.Shop,
    responder: FakeResponder,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def chatter(*_: object) -> None:
        print("loading, please wait")
        os.write(1, b"from a process\n")

    responder.before_answer = chatter
    open_with(shop, monkeypatch)
    assert main("search", "--text", "a ring", "--json") == 0
    assert len(capfd.readouterr().out.splitlines()) == 1
    print("afterwards")
    assert "afterwards" in capfd.readouterr().out


def test_a_talk_in_the_terminal_goes_on_until_an_empty_line(
    shop: cli.Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = iter(["a ring", "crash", "一枚戒指", ""])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(said))
    open_with(shop, monkeypatch)
    assert main("chat") == 0
    out = capsys.readouterr().out
    assert "You said: a ring" in out
    assert "You said: 一枚戒指" in out


def test_a_talk_ends_with_the_input(
    shop: cli.Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def end(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    open_with(shop, monkeypatch)
    assert main("chat") == 0


def test_commands_of_other_edges_get_their_options() -> None:
    seen: list[Sequence[object]] = []

    def serve(options: Any) -> int:
        seen.append((options.host, options.port, options.share))
        return 7

    assert cli.main(["serve", "--port", "8000", "--share"], {"serve": serve}) == 7
    assert seen == [("127.0.0.1", 8000, True)]


@pytest.mark.parametrize("arguments", [[], ["dance"], ["search", "--locale", "fr"]])
def test_a_command_that_is_none_is_explained(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        main(*arguments)
    assert raised.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_one_sentence() -> None:
    ran = run("-m", "assistant", "converse", "--keep", environment={"FACET_DATABASE": "nonsense"})
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert b"FACET_DATABASE" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_converse_speaks_utf8_whatever_the_locale_and_survives_bytes_that_are_none() -> None:
    said = '{"text": 5, "session": "戒指"}\n'.encode() + b'{"text": "\xff\xfe\n\n'
    ran = run(
        "-m",
        "assistant",
        "converse",
        said=said,
        environment={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    first, second = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
    assert first["session"] == "戒指"
    assert [one["error"]["code"] for one in (first, second)] == ["bad_request"] * 2


def test_help_is_quick() -> None:
    script = (
        "import runpy, sys, time\nstart = time.perf_counter()\nsys.argv = ['assistant', '--help']\n"
        "try:\n    runpy.run_module('assistant', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "print('SECONDS', time.perf_counter() - start)\n"
    )
    ran = run("-c", script)
    assert b"converse" in ran.stdout
    assert float(ran.stdout.split()[-1]) < 1.0
