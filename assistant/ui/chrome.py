"""The parts of the page that never change: header, welcome, composer, footer.

They hold both languages; the page's script shows one of them, so a switch is immediate and what is
being typed is not lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.catalogue.product import Product
from assistant.contract import image_url
from assistant.ui.wording import EXAMPLES, both, both_attributes

_MIC = "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3"
_CAMERA = "M4 7h4l2-3h4l2 3h4v13H4zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z"
_SEND = "M4 12h15M13 6l6 6-6 6"
_MOON = "M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z"
_HEART = "M6 3h12v18l-6-4.5L6 21z"
_YOU = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5"


def _icon(path: str) -> str:
    return f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'


def header_html() -> str:
    """Brand, saved list, memory, language, light and dark."""
    return (
        '<header class="top"><a class="skip" href="#say">'
        + both("skip")
        + '</a><div class="brand"><svg viewBox="0 0 32 32" aria-hidden="true">'
        '<path d="M9 5h14l6 8-13 14L3 13zM3 13h26M9 5l7 22 7-22M12 13l4-8 4 8"/></svg>'
        f"<span><b>Facet</b><small>{both('tagline')}</small></span></div><nav>"
        f'<button data-act="saved" {both_attributes("aria-label", "saved")}>{_icon(_HEART)}'
        '<span id="saved-count" class="count"></span></button>'
        f'<button data-act="memory" {both_attributes("aria-label", "memory")}>'
        f"{_icon(_YOU)}</button>"
        f'<button data-act="theme" {both_attributes("aria-label", "theme")}>{_icon(_MOON)}</button>'
        f'<button data-act="switch" class="lang">{both("language")}</button></nav></header>'
    )


def welcome_html(products: Sequence[Product]) -> str:
    """The first words, things to try, and a strip of pieces."""
    tries = "".join(
        f'<button class="tap w" lang="{language}" data-act="say" '
        f'data-say="{escape(said, quote=True)}">{escape(said)}</button>'
        for language, examples in EXAMPLES.items()
        for said in examples
    )
    strip = "".join(
        f'<button data-act="facts" data-sku="{one.id}" '
        f'aria-label="{escape(_both_names(one), quote=True)}">'
        f'<img src="{image_url(one)}" alt="" width="320" height="320"></button>'
        for one in products
    )
    return (
        f'<section class="welcome"><h1>{both("hero_title")}</h1><p>{both("hero_text")}</p>'
        f'<div class="taps">{tries}</div>'
        f'<p class="ways"><span>{_icon(_MIC)}{both("hint_voice")}</span>'
        f"<span>{_icon(_CAMERA)}{both('hint_photo')}</span></p>"
        f'<div class="strip">{strip}</div></section>'
    )


def _both_names(product: Product) -> str:
    return " / ".join(dict.fromkeys(product.name.values()))


def composer_html(max_photo_bytes: int) -> str:
    """One composer for words, a photo and speech."""
    megabytes = str(max_photo_bytes // 1_000_000)
    return (
        '<div id="aloud" class="aloud" role="status" aria-live="polite"></div>'
        '<div id="picked" role="status" hidden>'
        f'<span class="hint">{both("compare_pick")}</span>'
        f'<button type="button" class="tap main" data-act="versus">'
        f"{both('compare_now').replace('{}', '<b data-picked></b>')}</button>"
        f'<button type="button" data-act="unpick">{both("cancel")}</button></div>'
        f'<form class="composer" id="composer" data-max-bytes="{max_photo_bytes}">'
        '<div class="tray" hidden>'
        '<img id="thumb" alt=""><span id="tray-name"></span>'
        f'<button type="button" id="drop-photo" {both_attributes("aria-label", "remove_photo")}>'
        "&times;</button></div>"
        '<div class="row"><input id="photo" type="file" accept="image/*,.heic,.heif" hidden>'
        f'<button type="button" id="pick" {both_attributes("aria-label", "photo")}>'
        f"{_icon(_CAMERA)}</button>"
        '<textarea id="say" rows="1" maxlength="20000" enterkeyhint="send" '
        f"{both_attributes('placeholder', 'placeholder')} "
        f"{both_attributes('aria-label', 'write')}></textarea>"
        '<div id="recorder" hidden><i class="level"><b></b></i><span id="clock">0:00</span>'
        f'<span class="word">{both("listening")}</span>'
        f'<button type="button" id="cancel" class="word">{both("cancel")}</button></div>'
        '<button type="button" id="mic" aria-pressed="false" '
        f"{both_attributes('aria-label', 'speak')} {both_attributes('data-stop', 'stop')}>"
        f'{_icon(_MIC)}<i class="stop" aria-hidden="true"></i></button>'
        f'<button id="send" {both_attributes("aria-label", "send")}>{_icon(_SEND)}</button></div>'
        f'<p id="trouble" role="alert" hidden data-mic="" '
        f"{both_attributes('data-nomic', 'no_microphone')} "
        f"{both_attributes('data-noload', 'upload_failed', mb=megabytes)} "
        f"{both_attributes('data-toolarge', 'photo_too_large', mb=megabytes)} "
        f"{both_attributes('data-nofile', 'not_a_photo')} "
        f"{both_attributes('data-offline', 'offline')}></p></form>"
    )


def footer_html() -> str:
    """A person to ask, what is kept, and how to be rid of it."""
    return (
        f'<footer class="foot"><p>{both("privacy")}</p>'
        f'<button data-act="handover" data-kind="person" data-sku="">{both("person")}</button>'
        f'<button data-act="memory">{both("memory")}</button>'
        f'<button data-act="restart" {both_attributes("data-sure", "start_over_sure")}>'
        f"{both('start_over')}</button>"
        f'<button data-act="erase" {both_attributes("data-sure", "erase_sure")}>'
        f"{both('erase')}</button></footer>"
    )
