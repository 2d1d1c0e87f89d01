"""The page in a real browser: typed, photo and spoken turns, and everything that can be tapped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, open_shop, say, settled

pytestmark = [pytest.mark.browser, pytest.mark.weights]
PICTURES = ROOT / "assets" / "catalogue" / "pictures"


def test_a_typed_turn_gives_cards_with_price_and_stock(page: Page) -> None:
    say(page, "gold rings under 4000")
    settled(page)
    cards = page.locator("#live .card")
    expect(cards.first).to_be_visible()
    for card in cards.all():
        price = card.locator(".price").inner_text()
        assert int("".join(c for c in price.split("\n")[0] if c.isdigit())) <= 4000
        assert card.locator(".stock").inner_text()


def test_a_photo_turn_finds_the_piece_in_the_photo(page: Page) -> None:
    page.set_input_files("#photo", PICTURES / "P-004.jpg")
    expect(page.locator(".tray")).to_be_visible()
    page.click("#send")
    settled(page)
    assert page.locator("#live .card").first.get_attribute("data-sku") == "P-004"
    expect(page.locator("#live .said .chip img")).to_be_visible()


def test_a_spoken_turn_shows_what_was_heard(page: Page) -> None:
    page.click("#mic")
    expect(page.locator("#recorder")).to_be_visible()
    page.wait_for_function("document.querySelector('#clock').textContent >= '0:07'", timeout=60_000)
    page.click("#mic")
    settled(page)
    heard = page.locator("#live .said").inner_text().lower()
    assert "sapphire" in heard
    pills = " ".join(page.locator(".pill").all_inner_texts()).lower()
    assert "ring" in pills
    assert "sapphire" in pills


def test_removing_a_wish_searches_again(page: Page) -> None:
    say(page, "gold rings under 4000")
    settled(page)
    expect(page.locator("#live .answer .text")).to_contain_text("4,000")
    page.locator(".pill", has_text="4,000").locator(".drop").click()
    expect(page.locator(".pill", has_text="4,000")).to_have_count(0)
    expect(page.locator("#thread .said")).to_have_count(1)
    expect(page.locator("#live .card")).not_to_have_count(0)
    expect(page.locator("#live .answer .text")).not_to_contain_text("4,000")


def test_a_card_opens_its_facts_and_escape_closes_them(page: Page) -> None:
    say(page, "pearl earrings")
    settled(page)
    page.locator("#live .card .open").first.click()
    drawer = page.locator(".drawer")
    expect(drawer).to_be_visible()
    expect(drawer.locator("dt")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    page.locator("#live .card .open").first.click()  # the same piece again
    expect(drawer).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#live .act.compare").nth(0).click()
    page.locator("#live .act.compare").nth(1).click()
    page.click("[data-act=versus]")
    page.wait_for_selector("#live .versus")
    expect(drawer).to_be_hidden()


@pytest.mark.parametrize("number", [2, 3, 4])
def test_two_to_four_cards_are_compared(page: Page, number: int) -> None:
    say(page, "jade bangles")
    settled(page)
    compare = page.locator("#live .act.compare")
    compare.nth(0).click()
    expect(page.locator("#picked")).to_contain_text("Choose one more")
    expect(page.locator("[data-act=versus]")).to_be_hidden()
    for place in range(1, number):
        compare.nth(place).click()
    if number < 4:  # the fourth is the last that there is room for
        expect(page.get_by_role("button", name=f"Compare {number} pieces")).to_be_visible()
        page.click("[data-act=versus]")
    expect(page.locator("#live .versus th.card")).to_have_count(number)
    expect(page.locator("#thread .said")).to_have_count(1)
    expect(page.locator("#picked")).to_be_hidden()


def test_a_piece_chosen_for_a_comparison_can_be_left_out_again(page: Page) -> None:
    say(page, "jade bangles")
    settled(page)
    compare = page.locator("#live .act.compare")
    for place in (0, 1, 0):
        compare.nth(place).click()
    expect(compare.nth(0)).to_have_attribute("aria-pressed", "false")
    expect(compare.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#picked")).to_contain_text("Choose one more")
    compare.nth(1).click()
    expect(page.locator("#picked")).to_be_hidden()


def test_a_saved_piece_is_on_the_list(page: Page) -> None:
    say(page, "emerald ring")
    settled(page)
    page.locator("#live .act.save").first.click()
    expect(page.locator("#saved-count")).to_have_text("1")
    page.click("[data-act=saved]")
    expect(page.locator(".drawer .card")).to_have_count(1)
    page.locator(".drawer .act.save").click()
    expect(page.locator("#saved-count")).to_have_text("")
    expect(page.locator("#live .act.save").first).to_have_attribute("aria-pressed", "false")


def test_similar_asks_for_pieces_like_it(page: Page) -> None:
    say(page, "pendants")
    settled(page)
    first = page.locator("#live .card").first.get_attribute("data-sku")
    page.locator("#live .act.similar").first.click()
    expect(page.locator("#thread .said")).to_have_count(1)
    settled(page)
    assert first not in [c.get_attribute("data-sku") for c in page.locator("#live .card").all()]


def test_the_whole_page_switches_to_chinese(page: Page) -> None:
    say(page, "silver necklaces")
    settled(page)
    page.click("[data-act=switch]")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("#say")).to_have_attribute("placeholder", "四千以内的金戒指…")
    expect(page.locator(".act.similar").first).to_contain_text("类似")
    expect(page.locator(".pill", has_text="银")).to_have_count(1)


def test_errors_come_in_the_page_language(page: Page) -> None:
    page.click("[data-act=switch]")
    page.set_input_files(
        "#photo", {"name": "broken.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
    )
    page.click("#send")
    settled_problem = page.locator("#live .answer .text")
    expect(settled_problem).to_contain_text("照片打不开")


def test_a_photo_that_is_too_large_is_refused_before_it_is_sent(page: Page, tmp_path: Path) -> None:
    big = tmp_path / "big.jpg"
    with big.open("wb") as out:
        out.truncate(50_000_000)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.set_input_files("#photo", big)
    expect(page.locator("#trouble")).to_contain_text("20 MB")
    expect(page.locator(".tray")).to_be_hidden()
    assert not [url for url in sent if "upload" in url]


def test_a_draft_and_its_photo_come_back_when_the_shop_cannot_be_reached(page: Page) -> None:
    page.route("**/page/upload", lambda route: route.abort())
    page.set_input_files("#photo", PICTURES / "P-004.jpg")
    say(page, "something like this")
    expect(page.locator("#trouble")).to_be_visible()
    expect(page.locator("#say")).to_have_value("something like this")
    expect(page.locator(".tray")).to_be_visible()


def test_escape_cancels_a_recording(page: Page) -> None:
    page.fill("#say", "a draft")
    page.click("#mic")
    expect(page.locator("#recorder")).to_be_visible()
    expect(page.locator("#mic")).to_have_attribute("aria-label", "Stop and send")
    page.keyboard.press("Escape")
    expect(page.locator("#recorder")).to_be_hidden()
    expect(page.locator("#say")).to_have_value("a draft")
    expect(page.locator("#live .said")).to_have_count(0)


def test_earlier_answers_stay_and_what_is_said_goes_to_the_live_region(page: Page) -> None:
    say(page, "pearl earrings")
    settled(page)
    say(page, "under 5000")
    expect(page.locator("#thread .said")).to_contain_text("pearl earrings")
    settled(page)
    expect(page.locator("#aloud")).not_to_be_empty()
    assert page.locator("#aloud").inner_text() in page.locator("#live .answer").inner_text()


def test_starting_over_gives_an_empty_table(page: Page) -> None:
    say(page, "gold rings under 4000")
    settled(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("[data-act=restart]")
    expect(page.locator("#live .said")).to_contain_text("start over")
    settled(page)
    expect(page.locator("#thread .said")).to_have_count(0)
    expect(page.locator(".pill")).to_have_count(0)


def test_a_reload_keeps_the_conversation(page: Page, shop: str) -> None:
    say(page, "gold rings under 4000")
    settled(page)
    page.reload()
    page.wait_for_selector("body.ready")
    expect(page.locator("#thread .said")).to_contain_text("gold rings under 4000")
    expect(page.locator("#thread .card").first).to_be_visible()
    expect(page.locator(".pill")).not_to_have_count(0)


def test_erasing_forgets_everything(page: Page) -> None:
    say(page, "gold rings under 4000")
    settled(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("[data-act=erase]")
    expect(page.locator("#thread .said")).to_have_count(0)
    expect(page.locator(".pill")).to_have_count(0)
    page.reload()
    page.wait_for_selector("body.ready")
    expect(page.locator("#thread .said")).to_have_count(0)


def test_a_thumb_down_takes_a_reason(page: Page) -> None:
    say(page, "brooches")
    settled(page)
    page.locator("#live .thumbs .down").click()
    page.fill("#live .thumbs input", "too expensive")
    page.locator("#live .thumbs form button").click()
    expect(page.locator("#live .thumbs")).to_contain_text("Thank you.")


def test_the_keyboard_alone_can_send_and_open(page: Page) -> None:
    page.focus("#say")
    page.keyboard.type("sapphire pendant")
    page.keyboard.press("Enter")
    settled(page)
    page.locator("#live .card .open").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".drawer")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_nothing_scrolls_sideways_and_targets_are_large(
    browser: Browser, shop: str, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()
    open_shop(page, shop)
    say(page, "四千以内的金戒指")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll('button, textarea')].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width && box.height && (box.height < 47.5 || box.width < 44);
        }).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert small == []
    context.close()


def test_the_browser_asks_nobody_else(browser: Browser, shop: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2].split(":")[0]))
    open_shop(page, shop)
    say(page, "gold")
    settled(page)
    context.close()
    assert hosts <= {"127.0.0.1", ""}


def test_one_shoppers_page_is_not_anothers(browser: Browser, shop: str, page: Page) -> None:
    say(page, "gold rings")
    settled(page)
    context = browser.new_context()
    other = context.new_page()
    open_shop(other, shop)
    expect(other.locator("#thread .said")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, shop: str, scheme: Any) -> None:
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1, or 3 to 1 for large text."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    open_shop(page, shop)
    welcome = page.evaluate(CONTRAST)
    say(page, "gold rings under 8000")
    settled(page)
    page.wait_for_function("!document.getAnimations().some((one) => one.playState == 'running')")
    assert welcome + page.evaluate(CONTRAST) == []
    context.close()


# Text nodes whose colour is too close to the first opaque ground behind them.
CONTRAST = """() => {
  const rgba = (css) => css.match(/[\\d.]+/g).map(Number)
    .map((v, i) => css.startsWith('color(') && i < 3 ? v * 255 : v);
  const light = (c) => c.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const c = rgba(getComputedStyle(one).backgroundColor);
      if (c.length < 4 || c[3] > .9) return c;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const one of document.querySelectorAll('body *')) {
    const words = [...one.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!words.length || !box.width || style.visibility === 'hidden') continue;
    if (one.closest('.aloud, .skip')) continue;
    const [a, b] = [light(rgba(style.color)), light(ground(one))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05), large = parseFloat(style.fontSize) >= 24;
    const words_are_faint = ratio < (large ? 3 : 4.5);
    if (words_are_faint) bad.push(`${one.className} ${words[0].data.slice(0, 20)} ${ratio}`);
  }
  return bad;
}"""
