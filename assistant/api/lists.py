"""Shared shortlists over HTTP: the page behind a link, and making and taking back a link."""

from __future__ import annotations

from typing import Protocol

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from assistant.api.schema import ListIn, ListOut
from assistant.conversation import Conversations, SharedList
from assistant.errors import BadRequest, UnknownSession
from assistant.terms import Language

# Nothing on the page runs, nothing comes from elsewhere, and no search engine is to keep it.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",  # the link itself is the key
    "Cache-Control": "private, no-store",  # a link that was taken back is gone at once
}


class ListWriter(Protocol):
    """Writes the page of a list, and the one for a link that leads nowhere."""

    def page(self, shared: SharedList, language: Language) -> str: ...
    def gone(self, language: Language) -> str: ...


def add_lists(app: FastAPI, conversations: Conversations, writer: ListWriter) -> None:
    """GET /list/TOKEN for anyone who has the link; a session's link under /api/sessions."""
    store = conversations.store

    @app.get("/list/{token}", include_in_schema=False)
    def show(token: str, request: Request, lang: str | None = None) -> HTMLResponse:
        shared = store.lists.find(token)
        if shared is None:
            wanted = request.headers.get("accept-language", "")
            language = _language(lang) or ("zh" if wanted.startswith("zh") else "en")
            return HTMLResponse(writer.gone(language), 404, _HEADERS)
        return HTMLResponse(writer.page(shared, _language(lang) or shared.language), 200, _HEADERS)

    @app.post("/api/sessions/{session_id}/list")
    def share(session_id: str, wish: ListIn) -> ListOut:
        """Share the session's saved list: the path of its page. The same path each time, with the
        list as it stands."""
        if store.load(session_id) is None:
            raise UnknownSession(f"no session '{session_id}'")
        shared = conversations.share(session_id, wish.locale)
        if shared is None:
            raise BadRequest("nothing is saved yet", status=422)
        return ListOut(path=f"/list/{shared.token}", products=list(shared.product_ids))

    @app.delete("/api/sessions/{session_id}/list", status_code=204)
    def revoke(session_id: str) -> None:
        """Take the link back."""
        store.lists.revoke(session_id)


def _language(name: str | None) -> Language | None:
    match name:
        case "en" | "zh":
            return name
    return None
