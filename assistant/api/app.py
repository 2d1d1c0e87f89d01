"""The HTTP route: the same JSON object in and out as ``converse``, with OpenAPI docs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant.api.reading import read_request
from assistant.api.schema import FeedbackIn, HealthOut, HistoryOut, TurnIn, TurnOut
from assistant.contract import failure_to_json, reply_to_json
from assistant.conversation import Conversations, Feedback
from assistant.errors import AssistantError, BadRequest, NotReady, StorageError, UnknownSession
from assistant.terms import Language
from assistant.turn import Problem, RawTurn

log = logging.getLogger(__name__)
Explain = Callable[[Exception, Language], Problem]

_FORM_BODY = {
    "schema": {
        "type": "object",
        "properties": {
            "session": {"type": "string"},
            "text": {"type": "string"},
            "locale": {"type": "string", "enum": ["en", "zh"]},
            "image": {"type": "string", "format": "binary"},
            "audio": {"type": "string", "format": "binary"},
        },
    }
}
_BODIES = {
    "requestBody": {
        "content": {
            "application/json": {"schema": TurnIn.model_json_schema()},
            "multipart/form-data": _FORM_BODY,
        }
    }
}
_FAILURE = {"model": TurnOut, "description": "The same object, with the reason under `error`"}


class Status(Protocol):
    """What is loaded."""

    def loading(self) -> tuple[str, ...]: ...
    def failed(self) -> Mapping[str, str]: ...


def create_api(
    conversations: Conversations, status: Status, explain: Explain, pictures: Mapping[str, Path]
) -> FastAPI:
    """The app; the page is mounted on it afterwards."""
    app = FastAPI(
        title="Facet",
        description="A jewellery shopping assistant: words, voice and photos in, answers out.",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    _add_pictures(app, pictures)
    _add_turn(app, conversations, explain)
    _add_sessions(app, conversations)
    _add_failures(app, explain)

    @app.get("/api/health")
    def health() -> HealthOut:
        """Is the shop ready? The page works before it is; words search first."""
        loading = list(status.loading())
        return HealthOut(ready=not loading, loading=loading, failed=dict(status.failed()))

    return app


def _add_pictures(app: FastAPI, folders: Mapping[str, Path]) -> None:
    """Product pictures, and nothing else that lies beside them (staff's records do)."""
    for name, folder in folders.items():
        # Merchants' pictures may come while the shop is open.
        files = StaticFiles(directory=folder, check_dir=False)
        app.mount(f"/media/catalogue/{name}", files)


def _add_turn(app: FastAPI, conversations: Conversations, explain: Explain) -> None:
    @app.post(
        "/api/turn",
        response_model=TurnOut,
        openapi_extra=_BODIES,
        responses=dict.fromkeys((400, 413, 422, 500, 503), _FAILURE),
    )
    async def turn(request: Request) -> JSONResponse:
        """One turn, as JSON (files in base64) or as a form (files as files).

        Without a session, or with one that does not exist, a new one begins; the reply names it.
        """
        language = _language_of(request)
        try:
            session_id, raw = await read_request(request)
            language = raw.locale or language
            body = await run_in_threadpool(_answer, conversations, explain, session_id, raw)
        except BadRequest as error:
            log.info("bad request: %s", error)
            return _failure(error, explain, language)
        except Exception as error:
            log.exception("a turn failed")
            return _failure(error, explain, language)
        return JSONResponse(body)


def _answer(
    conversations: Conversations, explain: Explain, session_id: str | None, raw: RawTurn
) -> dict[str, object]:
    session, is_lost = conversations.open(session_id)
    reply = conversations.take(session.id, raw)
    body = reply_to_json(reply)
    if is_lost:
        lost = explain(UnknownSession(f"no session '{session_id}'"), reply.language)
        joiner = "" if reply.language == "zh" else " "
        body["reply"] = f"{lost.message}{joiner}{reply.text}"
        if reply.error is None:
            body["error"] = {"code": lost.code, "message": lost.message}
    return body


def _add_sessions(app: FastAPI, conversations: Conversations) -> None:
    store = conversations.store

    @app.get("/api/sessions/{session_id}")
    def history(session_id: str) -> HistoryOut:
        """The finished turns of a session, as they were answered; empty for an unknown id."""
        turns = store.history(session_id)
        return HistoryOut(session=session_id, turns=[dict(one.reply) for one in turns])

    @app.delete("/api/sessions/{session_id}", status_code=204)
    def erase(session_id: str) -> None:
        """Erase everything of a session; its id is unknown afterwards."""
        store.erase(session_id)

    @app.post("/api/sessions/{session_id}/feedback", status_code=204)
    def feedback(session_id: str, thumb: FeedbackIn) -> None:
        """A thumb up (1) or down (-1) on a finished turn, with a reason."""
        session = store.load(session_id)
        if session is None:
            raise UnknownSession(f"no session '{session_id}'")
        if thumb.turn > session.turns:
            raise BadRequest(f"turn {thumb.turn} of {session.turns}", status=422)
        store.add_feedback(Feedback(session_id, thumb.turn, thumb.vote, thumb.reason))


def _add_failures(app: FastAPI, explain: Explain) -> None:
    """The other routes fail in the contract's form as well."""

    @app.exception_handler(AssistantError)
    def explain_failure(request: Request, error: AssistantError) -> JSONResponse:
        log.warning("%s failed", request.url.path, exc_info=error)
        return _failure(error, explain, _language_of(request))

    @app.exception_handler(RequestValidationError)
    def explain_request(request: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        bad = BadRequest(f"{where}: {first['msg']}; see /api/docs", status=422)
        return _failure(bad, explain, _language_of(request))


def _failure(error: Exception, explain: Explain, language: Language) -> JSONResponse:
    """The contract's object for what went wrong. Details of the machine stay in the log."""
    return JSONResponse(
        failure_to_json(None, explain(error, language), language), _status_of(error)
    )


def _status_of(error: Exception) -> int:
    match error:
        case BadRequest():
            return int(error.details.get("status", 400))
        case UnknownSession():
            return 404
        case NotReady() | StorageError():
            return 503
    return 500


def _language_of(request: Request) -> Language:
    """What the browser asks for first, where the request itself says nothing."""
    return "zh" if request.headers.get("accept-language", "").startswith("zh") else "en"
