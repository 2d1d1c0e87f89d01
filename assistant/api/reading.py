"""From an HTTP body to a raw turn: JSON with base64, or a form with files.

A body is read within bounds, whatever its headers promise, and no file of a shopper touches a disk.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import AsyncGenerator
from typing import cast

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from assistant.api.schema import TurnIn
from assistant.errors import BadRequest
from assistant.terms import Language
from assistant.turn import RawTurn

MAX_BODY_BYTES = 90_000_000  # base64 of the largest photo and recording, with room
_LEAST_FILE_BYTES = 24  # no picture and no recording is smaller; a short path is
_DATA_URL = re.compile(r"^data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*;base64,", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


class _FormInMemory(MultiPartParser):
    """Starlette's parser, without its temporary files."""

    spool_max_size = MAX_BODY_BYTES + 1


async def read_request(request: Request) -> tuple[str | None, RawTurn]:
    """The session id (None for a new one) and the turn. Raises BadRequest, with the HTTP status
    among its details."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _read_form(request)
    body = bytearray()
    async for chunk in _chunks(request):
        body += chunk
    return await run_in_threadpool(_read_json, bytes(body))


async def _chunks(request: Request) -> AsyncGenerator[bytes, None]:
    """The body as it comes. Raises BadRequest (413) as soon as it is too large."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
        raise BadRequest(f"a body of {declared} bytes; at most {MAX_BODY_BYTES}", status=413)
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > MAX_BODY_BYTES:
            raise BadRequest(f"a body of over {MAX_BODY_BYTES} bytes", status=413)
        yield chunk


def _read_json(body: bytes) -> tuple[str | None, RawTurn]:
    try:
        turn = TurnIn.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "body"
        raise BadRequest(f"{where}: {first['msg']}; see /api/docs", status=422) from error
    raw = RawTurn(
        text=turn.text,
        image=_decode("image", turn.image),
        audio=_decode("audio", turn.audio),
        locale=turn.locale,
    )
    return turn.session, raw


async def _read_form(request: Request) -> tuple[str | None, RawTurn]:
    parser = _FormInMemory(request.headers, _chunks(request), max_files=2, max_fields=8)
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise BadRequest(f"the form cannot be read: {error.message}", status=400) from error
    try:
        return await _read_fields(form)
    finally:
        await form.close()


async def _read_fields(form: FormData) -> tuple[str | None, RawTurn]:
    words = {name: form.get(name) for name in ("session", "text", "locale")}
    if any(isinstance(value, UploadFile) for value in words.values()):
        raise BadRequest("session, text and locale are text, not files", status=422)
    strings = {name: str(value) for name, value in words.items() if value}
    session, locale = strings.get("session"), strings.get("locale")
    if locale not in (None, "en", "zh"):
        raise BadRequest(f"locale: {locale!r} is not en or zh", status=422)
    if session and len(session) > 64:
        raise BadRequest(f"session: {len(session)} characters; at most 64", status=422)
    files: dict[str, bytes | None] = {}
    for name in ("image", "audio"):
        part = form.get(name)
        if isinstance(part, str) and part:
            raise BadRequest(f"{name}: send it as a file, not as text", status=422)
        files[name] = await part.read() if isinstance(part, UploadFile) else None
    language = cast("Language | None", locale)
    return session, RawTurn(strings.get("text"), files["image"], files["audio"], language)


def _decode(field: str, value: str | None) -> bytes | None:
    """The bytes of a base64 string or a data: URL."""
    if not value:
        return None
    try:
        data = base64.b64decode(_BLANKS.sub("", _DATA_URL.sub("", value)), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRequest(
            f"{field}: not base64; over HTTP a file is never a path or a URL", status=422
        ) from error
    if len(data) < _LEAST_FILE_BYTES:
        raise BadRequest(f"{field}: {len(data)} bytes are no file; send it in base64", status=422)
    return data
