"""The HTTP route: the same JSON object in and out as ``converse``, with OpenAPI docs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant.api.reading import read_request
from assistant.api.schema import FeedbackIn, HealthOut, TurnIn, TurnOut
from assistant.contract import failure_to_json, reply_to_json
from assistant.conversation import Conversations, Feedback
from assistant.errors import BadRequest, StorageError, UnknownSession
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


class Status(Protocol):
    """What is loaded."""

    def loading(self) -> tuple[str, ...]: ...
    def failed(self) -> Mapping[str, str]: ...


def create_api(
    conversations: Conversations, status: Status, explain: Explain, catalogue: Path
) -> FastAPI:
    """The app; the page is mounted on it afterwards."""
    app = FastAPI(
        title="Facet",
        description="A jewellery shopping assistant: words, voice and photos in, answers out.",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.mount("/media/catalogue/pictures", StaticFiles(directory=catalogue / "pictures"))
    _add_turn(app, conversations, explain)
    _add_sessions(app, conversations)

    @app.get("/api/health")
    def health() -> HealthOut:
        """Is the shop ready? The page works before it is; words search first."""
        loading = list(status.loading())
        return HealthOut(ready=not loading, loading=loading, failed=dict(status.failed()))

    return app


def _add_turn(app: FastAPI, conversations: Conversations, explain: Explain) -> None:
    @app.post("/api/turn", response_model=TurnOut, openapi_extra=_BODIES)
    async def turn(request: Request) -> JSONResponse:
        """One turn, as JSON (files in base64) or as a form (files as files).

        Without a session, or with one that does not exist, a new one begins; the reply names it.
        """
        language: Language = (
            "zh" if "zh" in request.headers.get("accept-language", "")[:5] else "en"
        )
        try:
            session_id, raw = await read_request(request)
            language = raw.locale or language
            body = await run_in_threadpool(_answer, conversations, explain, session_id, raw)
            return JSONResponse(body)
        except BadRequest as error:
            log.info("bad request: %s", error)
            code = int(error.details.get("status", 400))
            return JSONResponse(failure_to_json(None, explain(error, language), language), code)
        except Exception as error:
            log.exception("a turn failed")
            return JSONResponse(failure_to_json(None, explain(error, language), language), 500)


def _answer(
    conversations: Conversations, explain: Explain, session_id: str | None, raw: RawTurn
) -> dict[str, object]:
    session, is_lost = conversations.open(session_id)
    reply = conversations.take(session.id, raw)
    body = reply_to_json(reply)
    if is_lost:
        lost = explain(UnknownSession(f"no session '{session_id}'"), reply.language)
        body["reply"] = f"{lost.message} {reply.text}"
        if reply.error is None:
            body["error"] = {"code": lost.code, "message": lost.message}
    return body


def _add_sessions(app: FastAPI, conversations: Conversations) -> None:
    store = conversations.store

    @app.get("/api/sessions/{session_id}")
    def history(session_id: str) -> dict[str, object]:
        """The finished turns of a session, as they were answered; empty for an unknown id."""
        turns = store.history(session_id)
        return {"session": session_id, "turns": [dict(one.reply) for one in turns]}

    @app.delete("/api/sessions/{session_id}", status_code=204)
    def erase(session_id: str) -> None:
        """Erase everything of a session."""
        store.erase(session_id)

    @app.post("/api/sessions/{session_id}/feedback", status_code=204, response_model=None)
    def feedback(session_id: str, thumb: FeedbackIn) -> JSONResponse | None:
        """A thumb up (1) or down (-1) on a turn, with a reason."""
        try:
            store.add_feedback(Feedback(session_id, thumb.turn, thumb.vote, thumb.reason))
        except StorageError as error:
            return JSONResponse({"error": {"code": error.code, "message": "no such session"}}, 404)
        return None
