"""Where things stand: what a scroll leaves in sight, and what a phone has room for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_shop, say, settled

pytestmark = [pytest.mark.browser, pytest.mark.weights]

# Words and buttons of a comparison that are cut off or lie over one another.
CROWDED = """[...document.querySelectorAll('#live .versus :is(.name, td, .act, .act span)')]
  .filter((one) => one.checkVisibility() && (one.scrollWidth > one.clientWidth + 1
    && getComputedStyle(one).display !== 'inline')
    || one.matches('.act') && (one.offsetWidth < 48 || one.offsetHeight < 48)
    || one.matches('.act span') && one.offsetWidth > one.parentElement.offsetWidth)
  .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.fixture
def phone(browser: Browser, shop: str) -> Iterator[Page]:
    """A new shopper's page on a phone, in English, where nothing moves by itself."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en-US", reduced_motion="reduce"
    )
    opened = context.new_page()
    open_shop(opened, shop)
    yield opened
    context.close()


def heard(page: Page, words: str) -> None:
    say(page, words)
    page.wait_for_function("!document.querySelector('#composer.busy')", timeout=60_000)
    settled(page)


@pytest.mark.parametrize(("count", "number"), [("two", 2), ("three", 3), ("four", 4)])
def test_a_phone_has_room_for_a_comparison(phone: Page, count: str, number: int) -> None:
    heard(phone, "pearl earrings under 5000")
    heard(phone, f"compare the first {count}")
    expect(phone.locator("#live .versus th.card")).to_have_count(number)
    assert phone.evaluate(CROWDED) == []
    table = phone.locator("#live .versus")
    assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1180), (1440, 900)])
def test_what_was_said_last_stands_right_under_the_header(
    phone: Page, width: int, height: int
) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    heard(phone, "pearl earrings under 5000")
    heard(phone, "thank you")  # a short answer leaves the page short
    header = phone.locator(".top").bounding_box()
    said = phone.locator("#live .said").bounding_box()
    assert header is not None
    assert said is not None
    assert header["y"] == 0  # it stays while the page scrolls
    assert header["height"] <= said["y"] < header["height"] + 48


def test_another_panel_begins_at_its_top(phone: Page) -> None:
    heard(phone, "pearl earrings under 5000")
    phone.locator("#live .card .open").first.click()
    phone.locator(".drawer [data-kind=viewing]").click()
    expect(phone.locator(".drawer .slip")).to_be_visible()
    assert phone.locator(".drawer").evaluate("(one) => one.scrollTop") == 0
