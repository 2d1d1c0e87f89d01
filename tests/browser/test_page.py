"""The page in a real browser: typed, photo and spoken turns, and everything that can be tapped."""

from __future__ import annotations

from pathlib import Path

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
    expect(page.locator("#live .said .chip")).to_be_visible()


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
    before = page.locator("#live .card").count()
    page.locator(".pill", has_text="4,000").click()
    expect(page.locator(".pill", has_text="4,000")).to_have_count(0)
    expect(page.locator("#live .card")).not_to_have_count(before)


def test_a_card_opens_its_facts_and_escape_closes_them(page: Page) -> None:
    say(page, "pearl earrings")
    settled(page)
    page.locator("#live .card .open").first.click()
    drawer = page.locator(".drawer")
    expect(drawer).to_be_visible()
    expect(drawer.locator("dt")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_two_cards_are_compared(page: Page) -> None:
    say(page, "jade bangles")
    settled(page)
    page.locator("#live .act.compare").nth(0).click()
    expect(page.locator("#picked")).to_be_visible()
    page.locator("#live .act.compare").nth(1).click()
    expect(page.locator("#live .card")).to_have_count(2)


def test_a_saved_piece_is_on_the_list(page: Page) -> None:
    say(page, "emerald ring")
    settled(page)
    page.locator("#live .act.save").first.click()
    expect(page.locator("#saved-count")).to_have_text("1")
    page.click("[data-act=saved]")
    expect(page.locator(".drawer .card")).to_have_count(1)


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


def test_screenshots_for_the_readme(page: Page, tmp_path: Path) -> None:
    say(page, "a gift with sapphire")
    settled(page)
    page.screenshot(path=tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 50_000
