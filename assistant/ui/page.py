"""The Gradio page: static parts, live parts, and one bridge from the page's script to handlers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Protocol

import gradio as gr

from assistant.catalogue.product import Product
from assistant.terms import LANGUAGES, Language
from assistant.ui.chrome import composer_html, footer_html, header_html, welcome_html
from assistant.ui.handlers import PageHandlers
from assistant.ui.view import View
from assistant.ui.wording import say

_TURNS_AT_ONCE = 8
_CHECK_S = 1.0
# Reads what the browser remembers before the server is asked.
_LOAD_JS = """(session, language) => [session, localStorage.getItem('facet-language')
  || ((navigator.language || '').startsWith('zh') ? 'zh' : 'en')]"""


class Status(Protocol):
    """What is still loading, how far it is, and what could not be loaded."""

    def loading(self) -> tuple[str, ...]: ...
    def progress(self) -> Mapping[str, float]: ...
    def failed(self) -> Mapping[str, str]: ...


def build_page(
    handlers: PageHandlers,
    status: Status,
    strip: Sequence[Product],
    secret: str,
    max_photo_bytes: int = 20_000_000,
) -> gr.Blocks:
    """The page. ``strip`` are pieces to show at first; ``secret`` seals the browser's session id;
    a larger photo is refused before it is sent."""
    with gr.Blocks(title="Facet", analytics_enabled=False, fill_width=True) as page:
        session = gr.BrowserState("", storage_key="facet-session", secret=secret)
        language = gr.Textbox("en", visible="hidden", elem_id="language")
        gr.HTML(header_html(), padding=False)
        warming = gr.HTML("", elem_id="warming", padding=False)
        gr.HTML(welcome_html(strip), elem_id="welcome", padding=False)
        thread = gr.HTML("", elem_id="thread", padding=False)
        live = gr.HTML("", elem_id="live", padding=False)
        gr.HTML(footer_html(), padding=False)
        with gr.Column(elem_id="dock"):
            pills = gr.HTML("", elem_id="pills", padding=False)
            notice = gr.HTML("", elem_id="notice", padding=False)
            gr.HTML(composer_html(max_photo_bytes), elem_id="compose", padding=False)
        drawer = gr.HTML("", elem_id="drawer", padding=False)
        count = gr.HTML("", elem_id="count-source", visible="hidden")
        bridge = gr.Textbox("", visible="hidden", elem_id="bridge", max_lines=1)
        go = gr.Button("go", visible="hidden", elem_id="bridge-go")
        parts = [thread, live, pills, drawer, count, session, notice]

        def on_event(payload: str, session_id: str) -> Iterator[list[Any]]:
            for view in handlers.handle(payload, session_id):
                yield _updates(view)

        def on_load(session_id: str, language_name: str) -> list[Any]:
            return _updates(handlers.load(session_id, language_name))

        def on_tick() -> tuple[str, gr.Timer]:
            return warming_html(status), gr.Timer(active=bool(_waiting(status)))

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        go.click(
            on_event,
            [bridge, session],
            parts,
            trigger_mode="multiple",
            concurrency_limit=_TURNS_AT_ONCE,
            **quiet,
        )
        page.load(
            on_load,
            [session, language],
            parts,
            js=_LOAD_JS,
            concurrency_limit=_TURNS_AT_ONCE,
            **quiet,
        )
        timer = gr.Timer(_CHECK_S)
        timer.tick(on_tick, None, [warming, timer], concurrency_limit=_TURNS_AT_ONCE, **quiet)
        page.load(on_tick, None, [warming, timer], concurrency_limit=_TURNS_AT_ONCE, **quiet)
    return page


def warming_html(status: Status) -> str:
    """'Warming up: voice 43%', in both languages; empty when all is ready."""
    lines = "".join(
        f'<span class="w" lang="{language}">{escape(_warming(status, language))}</span>'
        for language in LANGUAGES
    )
    if not (status.loading() or status.failed()):
        return ""
    return f'<p class="warming" role="status">{lines}</p>'


def _warming(status: Status, language: Language) -> str:
    progress, colon = status.progress(), ": " if language == "en" else "："
    joiner = ", " if language == "en" else "、"
    sentences = []
    for key, parts in (("warming", _waiting(status)), ("not_loaded", tuple(status.failed()))):
        if parts:
            words = [
                say(f"part_{part}", language) + _share(progress.get(part, 0)) for part in parts
            ]
            sentences.append(say(key, language) + colon + joiner.join(words))
    return " · ".join(sentences)


def _waiting(status: Status) -> tuple[str, ...]:
    """Parts that are on their way; one that failed is not."""
    return tuple(part for part in status.loading() if part not in status.failed())


def _share(fraction: float) -> str:
    """' 43%' of a download; nothing where none is counted, or where it is done."""
    return f" {fraction:.0%}" if 0 < fraction < 1 else ""


def _updates(view: View) -> list[Any]:
    values = (
        view.thread,
        view.live,
        view.pills,
        view.drawer,
        view.saved_count,
        view.session_id,
        view.notice,
    )
    return [gr.skip() if value is None else value for value in values]
