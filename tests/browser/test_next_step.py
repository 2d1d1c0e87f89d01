"""The next step in a real browser: cards, shared lists, memory, edited wishes, gifts and sets."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_shop, say, settled
from tests.browser.test_page import CONTRAST

pytestmark = [pytest.mark.browser, pytest.mark.weights]

# What can be tapped in the panel and is too small for a finger.
SMALL = """[...document.querySelectorAll('button, a, summary, select, input, textarea')]
  .filter((one) => one.closest('.drawer') && one.checkVisibility() && one.type !== 'hidden')
  .filter((one) => {
    const box = (one.closest('.choice') || one).getBoundingClientRect();
    return box.height < 47.5 || box.width < 44;
  }).map((one) => one.outerHTML.slice(0, 90))"""


def heard(page: Page, words: str) -> None:
    say(page, words)
    page.wait_for_function("!document.querySelector('#composer.busy')", timeout=60_000)
    settled(page)


def panel(page: Page, opener: str) -> None:
    page.locator(opener).first.click()
    page.wait_for_selector("#drawer.open .drawer")


def test_a_card_is_read_before_it_is_handed_over_and_stays_on_the_list(page: Page) -> None:
    heard(page, "gold rings for my mother")
    panel(page, "#live .card .open")
    page.locator(".drawer [data-kind=viewing]").click()
    slip = page.locator(".drawer .slip")
    expect(slip).to_contain_text("Mother", ignore_case=True)
    page.fill(".drawer textarea", "Saturday afternoon")
    page.locator(".drawer .tap.main").click()
    expect(page.locator(".drawer .slip.handed")).to_contain_text("Saturday afternoon")
    page.keyboard.press("Escape")
    panel(page, "[data-act=saved]")
    page.locator(".drawer .next details summary").click()
    expect(page.locator(".drawer .slip.handed")).to_be_visible()


def test_a_shared_list_opens_for_anyone_without_scripts_until_it_is_taken_back(
    page: Page, browser: Browser, shop: str
) -> None:
    heard(page, "pearl earrings")
    for place in (0, 1):
        page.locator("#live .act.save").nth(place).click()
    panel(page, "[data-act=saved]")
    page.locator("[data-act=share]").click()
    link = page.locator("[data-whole]")
    expect(link).to_contain_text(f"{shop}/list/")
    address = link.inner_text()
    page.locator("[data-act=copy]").click()
    expect(page.locator("[data-act=copy]")).to_have_text("Copied")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    reader = context.new_page()
    reader.goto(address)
    expect(reader.locator(".pieces li")).to_have_count(2)
    expect(reader.locator(".pieces img").first).to_be_visible()
    reader.locator(".switch").click()
    expect(reader.locator("html")).to_have_attribute("lang", "zh-CN")
    page.locator("[data-act=unshare]").click()
    expect(page.locator("[data-act=share]")).to_be_visible()
    gone = reader.goto(address)
    assert gone is not None
    assert gone.status == 404
    context.close()


def test_what_is_remembered_is_edited_and_forgotten(page: Page) -> None:
    heard(page, "remember my ring size is US 7")
    panel(page, ".top [data-act=memory]")
    page.locator(".memo summary").click()
    page.fill(".memo input[name=ring_size_mm]", "8")
    page.locator(".memo .tap.main").click()
    expect(page.locator(".memo")).to_contain_text("US 8")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-act=unmemos]").click()
    expect(page.locator(".memo")).to_have_count(0)
    expect(page.locator(".drawer")).to_contain_text("not asked me to remember")


def test_a_pill_is_changed_by_the_keyboard_alone(page: Page) -> None:
    heard(page, "gold rings")
    page.locator(".pill .word", has_text="gold").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#drawer.open .sheet")
    page.locator(".choice input[name='want.metal'][value=gold]").focus()
    page.keyboard.press("Space")
    page.locator(".choice input[name='want.metal'][value=silver]").focus()
    page.keyboard.press("Space")
    page.locator(".sheet .tap.main").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer.open")).to_have_count(0)
    expect(page.locator(".pill .word", has_text="silver")).to_be_focused()
    expect(page.locator(".pill .word", has_text="gold")).to_have_count(0)


def test_a_pill_says_not_that_and_undo_takes_it_back(page: Page) -> None:
    heard(page, "gold rings")
    panel(page, ".pill .word:text('gold')")
    page.locator(".drawer [name='not.metal']").click()
    expect(page.locator(".pill .word", has_text="not gold")).to_have_count(1)
    settled(page)
    page.locator(".pills .undo").click()
    expect(page.locator(".pill .word", has_text="not gold")).to_have_count(0)


def test_an_amount_that_cannot_be_keeps_the_form_open(page: Page) -> None:
    heard(page, "gold rings in US 7")
    panel(page, ".pill .word:text('54.4')")
    page.fill(".drawer input[name=ring_size_mm]", "seven")
    page.locator(".drawer .tap.main").click()
    expect(page.locator(".drawer .problem")).to_be_visible()
    expect(page.locator("#composer.busy")).to_have_count(0)
    page.fill(".drawer input[name=ring_size_mm]", "6")
    page.locator(".drawer .tap.main").click()
    expect(page.locator(".pill .word", has_text="51.9")).to_have_count(1)


def test_a_tap_ends_the_talk_for_somebody_else(page: Page) -> None:
    heard(page, "送妈妈的金戒指")
    gift = page.locator(".pill.gift")
    expect(gift).to_have_count(1)
    gift.locator(".drop").click()
    expect(gift).to_have_count(0)
    settled(page)
    expect(page.locator(".pill")).not_to_have_count(0)


def test_a_set_shows_its_total_and_each_piece_can_be_swapped(page: Page) -> None:
    heard(page, "san jin set under 60000")
    cards = page.locator("#live .set .card")
    expect(cards).to_have_count(3)
    expect(page.locator("#live .set .total")).to_contain_text("Together")
    before = [card.get_attribute("data-sku") for card in cards.all()]
    page.locator("#live .set .swap").nth(1).click()
    expect(cards.nth(1)).not_to_have_attribute("data-sku", str(before[1]), timeout=60_000)
    settled(page)
    after = [card.get_attribute("data-sku") for card in cards.all()]
    assert (before[0], before[2]) == (after[0], after[2])
    assert before[1] != after[1]


def test_answers_to_a_question_bear_their_counts(page: Page) -> None:
    heard(page, "rings")
    counts = page.locator("#live .tap small").all_inner_texts()
    assert counts
    assert all(int(count) > 0 for count in counts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "height", "locale"), [(390, 844, "zh-CN"), (820, 1180, "en-US"), (1440, 900, "zh-CN")]
)
def test_every_panel_is_large_enough_legible_and_fits(
    browser: Browser, shop: str, scheme: Any, width: int, height: int, locale: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=locale,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    open_shop(page, shop)
    heard(page, "送妈妈的金戒指，不要钻石，八千以内")
    heard(page, "记住我妈妈戴内地12号戒指")
    page.locator("#thread .act.save").first.click()
    pills = page.locator(".pill button.word")
    openers = ["#thread .card .open", ".top [data-act=memory]", "[data-act=saved]"]
    for opener in [*openers, *(f".pill:nth-child({n}) button.word" for n in (2, 4))]:
        panel(page, opener)
        if page.locator(".drawer [data-act=share]").count():
            page.locator(".drawer [data-act=share]").click()
            page.wait_for_selector(".drawer [data-whole]")
        for summary in page.locator(".drawer details:not([open]) summary").all():
            summary.click()
        assert page.evaluate(SMALL) == [], opener
        assert page.evaluate(CONTRAST) == [], opener
        assert page.evaluate("document.querySelector('.drawer').scrollWidth") <= width
        page.keyboard.press("Escape")
    assert pills.count() > 2
    context.close()
