"""Opens the shop on a port: the HTTP route, the page, and the models warming behind them."""

from __future__ import annotations

import argparse
import base64
import os
import secrets
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from assistant.ui.uploads import MAX_FILE_BYTES, UploadBox

if TYPE_CHECKING:
    import gradio as gr

_ASSETS = Path(__file__).parents[2] / "assets"
_HIDDEN = ("/gradio_api/info", "/gradio_api/openapi.json")


def mount_page(
    app: FastAPI, page: gr.Blocks, uploads: UploadBox, auth: tuple[str, str] | None
) -> FastAPI:
    """The page at '/', its upload route beside it; with ``auth`` the page asks for a login."""
    import gradio as gr

    add_uploads(app, uploads)
    add_privacy(app)
    if auth:
        guard_api(app, auth)
    css = (_ASSETS / "page.css").read_text(encoding="utf-8")
    script = (_ASSETS / "page.js").read_text(encoding="utf-8")
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        css=css,
        js=script,
        theme=_login_theme(),
        footer_links=[],
        ssr_mode=False,
        auth=auth,
        auth_message="Facet",
    )
    return mounted


def _login_theme() -> gr.themes.Base:
    """Paper and gold for Gradio's own login page, which the page's style sheet does not reach."""
    import gradio as gr

    return gr.themes.Base(font=["Georgia", "serif"], font_mono=["monospace"]).set(
        body_background_fill="#faf7f2",
        body_background_fill_dark="#171512",
        background_fill_primary="#faf7f2",
        background_fill_primary_dark="#171512",
        background_fill_secondary="#faf7f2",
        background_fill_secondary_dark="#171512",
        button_primary_background_fill="#7a5b22",
        button_primary_background_fill_hover="#8a6a2f",
        button_primary_background_fill_dark="#7a5b22",
        button_primary_background_fill_hover_dark="#8a6a2f",
        button_primary_text_color="#ffffff",
    )


def add_uploads(app: FastAPI, uploads: UploadBox) -> None:
    """POST /page/upload: bytes in, a token for one turn out."""

    @app.post("/page/upload", include_in_schema=False)
    async def upload(request: Request) -> JSONResponse:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_FILE_BYTES:
                return JSONResponse({"error": "too_large"}, 413)
        token = uploads.put(bytes(body))
        return JSONResponse({"token": token}, 200 if token else 503)


def add_privacy(app: FastAPI) -> None:
    """No listing of the page's inner functions, and no guessing of content types."""

    @app.middleware("http")
    async def guard(request: Request, call_next):  # type: ignore[no-untyped-def]
        if request.url.path in _HIDDEN:
            return Response(status_code=404)
        response = await call_next(request)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response


def guard_api(app: FastAPI, auth: tuple[str, str]) -> None:
    """The page's login over the HTTP route too, as HTTP Basic (RFC 7617); health stays open."""
    pair = f"{auth[0]}:{auth[1]}".encode()
    expected = b"Basic " + base64.b64encode(pair)

    @app.middleware("http")
    async def ask(request: Request, call_next):  # type: ignore[no-untyped-def]
        path = request.url.path
        given = request.headers.get("authorization", "").encode()
        is_open = not path.startswith("/api/") or path == "/api/health"
        if is_open or secrets.compare_digest(given, expected):
            return await call_next(request)
        return Response(status_code=401, headers={"WWW-Authenticate": 'Basic realm="Facet"'})


def page_secret(home: Path) -> str:
    """Seals the session id in the browser; kept, so that a restart does not lose conversations."""
    path = home / "page-secret"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(24))
    return path.read_text(encoding="ascii").strip()


def parse_auth(auth: str | None) -> tuple[str, str] | None:
    """'name:password' as a pair. Exits with one sentence where it is not one."""
    if auth is None:
        return None
    name, colon, password = auth.partition(":")
    if not (name and colon and password):
        sys.exit("--auth takes NAME:PASSWORD, such as --auth staff:secret")
    return name, password


def run(app: FastAPI, options: argparse.Namespace) -> int:
    """Serves until interrupted; opens a share link beside it if asked."""
    import uvicorn

    print(f"Facet is open at http://{options.host}:{options.port}", flush=True)
    if options.share:
        thread = threading.Thread(target=share, args=(options.port,), daemon=True)
        thread.start()
    uvicorn.run(
        app,
        host=options.host,
        port=options.port,
        log_level="warning",
        timeout_graceful_shutdown=3,  # open pages keep a stream: do not wait for them
    )
    return 0


def share(port: int) -> None:
    """Prints a public link, or one sentence where the tunnel cannot be had."""
    import httpx
    from gradio.networking import setup_tunnel

    try:
        link = setup_tunnel("127.0.0.1", port, secrets.token_urlsafe(32), None, None)
    except (OSError, RuntimeError, ValueError, httpx.HTTPError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        print(f"No share link could be opened ({reason}); the local page goes on.", flush=True)
    else:
        print(f"Anyone with this link can use the page for a week: {link}", flush=True)
