"""From an HTTP body to a raw turn: JSON with base64, or a form with files."""

from __future__ import annotations

import base64
import binascii
import re
from typing import cast

from fastapi import Request
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from assistant.api.schema import TurnIn
from assistant.errors import BadRequest
from assistant.terms import Language
from assistant.turn import RawTurn

MAX_BODY_BYTES = 90_000_000  # base64 of the largest photo and recording, with room
_DATA_URL = re.compile(r"^data:[\w.+-]+/[\w.+-]+(?:;[\w=.-]+)*;base64,", re.IGNORECASE)


async def read_request(request: Request) -> tuple[str | None, RawTurn]:
    """The session id (None for a new one) and the turn. Raises BadRequest."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
        raise BadRequest(f"a body of {declared} bytes; at most {MAX_BODY_BYTES}", status=413)
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _read_form(request)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise BadRequest(f"a body of over {MAX_BODY_BYTES} bytes", status=413)
    try:
        turn = TurnIn.model_validate_json(bytes(body))
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
    async with request.form(max_files=2, max_fields=8) as form:
        words = {name: form.get(name) for name in ("session", "text", "locale")}
        strings = {name: value for name, value in words.items() if isinstance(value, str) and value}
        locale = strings.get("locale")
        if locale not in (None, "en", "zh"):
            raise BadRequest(f"locale: {locale!r} is not en or zh", status=422)
        files: dict[str, bytes | None] = {}
        for name in ("image", "audio"):
            part = form.get(name)
            files[name] = await part.read() if isinstance(part, UploadFile) else None
            if isinstance(part, str) and part:
                raise BadRequest(f"{name}: send it as a file, not as text", status=422)
    raw = RawTurn(
        strings.get("text"), files["image"], files["audio"], cast(Language | None, locale)
    )
    return strings.get("session"), raw


def _decode(field: str, value: str | None) -> bytes | None:
    if not value:
        return None
    try:
        return base64.b64decode(_DATA_URL.sub("", value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRequest(
            f"{field}: not base64; over HTTP a file is never a path or a URL", status=422
        ) from error
