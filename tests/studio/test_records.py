"""The starter catalogue: rows complete, in closed terms, pictured, and remade from the designs.

What is asserted of rows holds for the pieces that have their pictures; the rest waits.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from assets.studio.build import build, measure
from assets.studio.care import cleaning_level
from assets.studio.designs import CATEGORIES, read_designs
from assets.studio.gems import cut_gem
from assets.studio.mesh import ellipsoid, turn
from assets.studio.physical import carats
from assets.studio.pricing import retail_point
from assets.studio.records import (
    CATALOGUE_DIR,
    PRODUCTS_PATH,
    STAFF_PATH,
    Made,
    publish,
)

Row = dict[str, Any]
ROWS: list[Row] = [
    json.loads(line) for line in PRODUCTS_PATH.read_text(encoding="utf-8").splitlines()
]
STAFF: list[Row] = [
    json.loads(line) for line in STAFF_PATH.read_text(encoding="utf-8").splitlines()
]
IDS = [row["id"] for row in ROWS]
DESIGNS = {design.id: design for design in read_designs()}


def terms(text: str) -> set[str | None]:
    return {None if term == "-" else term for term in text.split(", ")}


KEYS = terms(
    "id, name, description, category, wearer, styles, occasions, metal, metal_colour, purity, "
    "plating, metal_weight_g, stones, setting, clasp, dimensions_mm, length_mm, sizes, "
    "price_minor, currency, nickel, certificate, certificate_number, care, availability, "
    "lead_time_days, image, image_alt, more_images, cutout, pricing, service, post_metal, "
    "hypoallergenic, brand, listed_on, tags"
)
STONE_KEYS = terms(
    "stone, colour, cut, count, carat, length_mm, width_mm, origin, treatment, colour_grade, "
    "clarity, cut_grade"
)
CLOSED = {
    "category": terms("ring, necklace, earrings, bracelet, bangle, pendant, brooch, anklet, set"),
    "wearer": terms("women, men, unisex"),
    "metal": terms(
        "-, gold, silver, platinum, palladium, titanium, tungsten, stainless steel, brass"
    ),
    "metal_colour": terms("-, yellow, rose, white, black, two-tone"),
    "purity": terms("-, 9k, 10k, 14k, 18k, 22k, 925, 990, 999, 9999, pt900, pt950, pt990, pd950"),
    "plating": terms("-, none, rhodium, gold plate, rose gold plate, gold vermeil, black rhodium"),
    "setting": terms("-, prong, bezel, pave, channel, tension, flush, cluster, strung"),
    "clasp": terms(
        "-, lobster, spring ring, toggle, box, slide, magnetic, hook, push back, screw back, "
        "lever back, hinged hoop, fish hook, clip, pin"
    ),
    "nickel": terms("nickel-free, low-release, not-stated"),
    "certificate": terms("-, gia, igi, hrd, ngtc, gic"),
    "availability": terms("in_stock, last_one, to_order, sold_out"),
    "post_metal": terms("-, gold, silver, platinum, titanium, stainless steel"),
    "currency": terms("CNY"),
}
MAIN_CATEGORIES = ("ring", "necklace", "pendant", "earrings", "bracelet", "bangle")
STYLES = terms(
    "classic, minimalist, vintage, art deco, modern, romantic, floral, nature, geometric, "
    "statement, solitaire, halo, pave, three-stone, eternity, stacking, chinese, bohemian, heart, "
    "animal"
)
OCCASIONS = terms(
    "wedding, engagement, anniversary, birthday, graduation, valentine, christmas, new year, "
    "mother's day, father's day, zodiac year, everyday, work, party, new baby"
)
STONE_TERMS = {
    "stone": terms(
        "diamond, moissanite, cubic zirconia, ruby, sapphire, emerald, jadeite, nephrite, "
        "akoya pearl, freshwater pearl, south sea pearl, tahitian pearl, amethyst, citrine, "
        "garnet, aquamarine, morganite, topaz, peridot, opal, turquoise, tourmaline, tanzanite, "
        "onyx, agate, moonstone, lapis lazuli, amber, coral, spinel, malachite, rose quartz, "
        "labradorite, alexandrite, iolite, zircon, quartz"
    ),
    "colour": terms(
        "colourless, white, red, blue, green, yellow, pink, purple, lavender, orange, black, "
        "brown, grey, multicolour"
    ),
    "cut": terms(
        "round, oval, princess, cushion, emerald cut, pear, marquise, asscher, heart, radiant, "
        "baguette, cabochon, bead, carved"
    ),
    "origin": terms("-, natural, laboratory, cultured"),
    "treatment": terms("-, none, heated, oiled, dyed, irradiated, bleached and filled"),
}
FORBIDDEN = re.compile(r"invest|hypoallergenic|heal|lucky|投资|保值|增值|防过敏|治|辟邪", re.I)


def test_ids_are_unique_and_lettered_by_category() -> None:
    assert len(set(IDS)) == len(IDS) >= 60
    assert all(CATEGORIES[row["id"][0]] == row["category"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_row_has_every_key_and_only_closed_terms(row: Row) -> None:
    assert set(row) == KEYS
    for field, allowed in CLOSED.items():
        assert row[field] in allowed, (field, row[field])
    assert set(row["styles"]) <= STYLES
    assert set(row["occasions"]) <= OCCASIONS
    for stone in row["stones"]:
        assert set(stone) == STONE_KEYS
        for field, allowed in STONE_TERMS.items():
            assert stone[field] in allowed, (field, stone[field])
    for field in ("name", "description", "care", "image_alt"):
        assert set(row[field]) == {"en", "zh"}
        assert all(row[field].values())


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_numbers_are_plausible(row: Row) -> None:
    assert (row["metal"] is None) == (row["metal_weight_g"] is None)
    assert row["metal"] is None or 0.05 < row["metal_weight_g"] < 90
    assert 100_00 <= row["price_minor"] <= 200_000_00
    assert all(0 < side < 120 for side in row["dimensions_mm"].values())
    for stone in row["stones"]:
        assert stone["count"] >= 1
        assert stone["carat"] is None or 0 < stone["carat"] < 30
    assert (row["availability"] == "to_order") == (row["lead_time_days"] is not None)
    assert bool(row["sizes"]) == (row["category"] in ("ring", "bangle"))


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_price_by_weight_adds_up_and_any_other_is_fixed(row: Row) -> None:
    pricing = row["pricing"]
    if pricing["mode"] == "fixed":
        assert pricing == {"mode": "fixed"}
        return
    metal = pricing["metal_minor_per_g"] * round(row["metal_weight_g"] * 100)
    assert metal % 100 == 0
    assert row["price_minor"] == metal // 100 + pricing["labour_minor"]
    assert not row["stones"]
    assert row["plating"] == "none"


def test_bare_fine_gold_is_sold_by_weight_and_set_stones_never() -> None:
    modes = {row["id"]: row["pricing"]["mode"] for row in ROWS}
    fine = [row for row in ROWS if row["purity"] in ("22k", "990", "999") and not row["stones"]]
    priced = [row for row in fine if DESIGNS[row["id"]].sale.get("pricing") != "fixed"]
    assert len(priced) >= 3
    assert {modes[row["id"]] for row in priced} == {"by weight"}
    assert {modes[row["id"]] for row in ROWS if row["stones"]} == {"fixed"}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_service_keeps_to_the_cards_of_the_shop(row: Row) -> None:
    service, stones = row["service"], {stone["stone"] for stone in row["stones"]}
    to_order = row["availability"] == "to_order"
    assert service["return_days"] == (0 if to_order else 7)
    if to_order:
        assert service["ships_in_days"] == row["lead_time_days"]
    if row["category"] != "ring":
        assert "resizing" not in service
        return
    rigid = row["metal"] in (None, "titanium", "tungsten", "stainless steel")
    if rigid or stones & {"jadeite", "nephrite"}:
        assert service["resizing"] == "not possible"
    assert (service["resizing"] == "not possible") == ("resize_steps" not in service)
    if service["resizing"] == "free":
        assert not stones
        assert row["metal"] in ("gold", "silver", "platinum")


def test_rings_with_stones_all_round_cannot_be_resized() -> None:
    by_id = {row["id"]: row["service"] for row in ROWS}
    assert by_id["R-012"]["resizing"] == "not possible"  # 25 diamonds round the band
    assert by_id["R-004"] == {
        "ships_in_days": 2,
        "resizing": "free",
        "resize_steps": 4,
        "return_days": 7,
    }
    assert by_id["R-003"]["resizing"] == "charged"


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_touches_the_skin_is_consistent(row: Row) -> None:
    pierced = row["category"] == "earrings" and row["clasp"] != "clip"
    assert (row["post_metal"] is not None) == pierced
    if row["nickel"] == "nickel-free" and row["metal"] == "gold":
        assert row["purity"] in ("18k", "22k", "990", "999", "9999")
    if row["hypoallergenic"] is not None:
        assert row["hypoallergenic"] is True
        assert row["nickel"] == "nickel-free"
        assert row["plating"] == "none"
        assert row["metal"] in ("titanium", "platinum", "gold")
        assert row["post_metal"] in (None, row["metal"], "titanium", "platinum")
        if row["metal"] == "gold":
            assert row["metal_colour"] == "yellow"
            assert row["purity"] in ("18k", "22k", "990", "999", "9999")


def test_coloured_studs_have_titanium_posts_and_hooks_are_of_the_earrings_metal(
    made: list[Made],
) -> None:
    posts = {
        (one.row["plating"], one.row["clasp"]): one.row["post_metal"]
        for one in made
        if one.row["category"] == "earrings" and one.row["metal"] == "silver"
    }
    assert posts["gold plate", "push back"] == posts["gold vermeil", "push back"] == "titanium"
    assert posts["rhodium", "push back"] == posts["none", "push back"] == "silver"
    assert {post for (_, clasp), post in posts.items() if clasp == "fish hook"} == {"silver"}


def test_availability_is_the_best_that_any_size_offers() -> None:
    order = ["in_stock", "last_one", "to_order", "sold_out"]
    for row in ROWS:
        if row["sizes"]:
            offered = [size["availability"] for size in row["sizes"]]
            assert row["availability"] == min(offered, key=order.index), row["id"]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_words_promise_nothing_beyond_the_record(row: Row) -> None:
    text = json.dumps([row["name"], row["description"], row["care"]], ensure_ascii=False)
    assert not FORBIDDEN.search(text)
    if row["metal"] != "gold" or row["purity"] not in ("990", "999", "9999"):
        assert "足金" not in text.replace("足金质软", "")
    treated = [s["treatment"] for s in row["stones"] if s["treatment"] not in (None, "none")]
    assert all(treatment in row["description"]["en"] for treatment in treated)
    if any(s["stone"] == "diamond" and s["origin"] == "laboratory" for s in row["stones"]):
        assert "laboratory-grown" in row["description"]["en"]
        assert "培育" in row["description"]["zh"]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_pictures_are_small_and_square(row: Row) -> None:
    for name in (row["image"], *row["more_images"]):
        path = CATALOGUE_DIR / name
        with Image.open(path) as picture:
            assert picture.format == {".jpg": "JPEG", ".webp": "WEBP"}[path.suffix]
            assert picture.width == picture.height >= 480, name
        assert path.stat().st_size < 120_000, name


def test_a_cutout_has_its_picture_and_anchors_inside_it() -> None:
    for row in ROWS:
        cutout = row["cutout"]
        if cutout is None:
            continue
        with Image.open(CATALOGUE_DIR / cutout["image"]) as picture:
            assert picture.mode == "RGBA", row["id"]
            width, height = picture.size
        assert cutout["mm_per_px"] > 0
        for x, y in cutout["anchors"].values():
            assert 0 <= x <= width, row["id"]
            assert 0 <= y <= height, row["id"]


def test_all_rows_are_remade_from_the_designs(made: list[Made]) -> None:
    catalogue = publish(made)
    assert catalogue.products == ROWS
    assert catalogue.staff == STAFF


def draw(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    cutout = {"image": "cutouts/R-004.webp", "mm_per_px": 0.08, "anchors": {"top": [1, 2]}}
    (folder / "cutouts.json").write_text(json.dumps({"R-004": cutout}), encoding="utf-8")


def test_a_piece_waits_until_its_three_pictures_are_there(made: list[Made], tmp_path: Path) -> None:
    two = [one for one in made if one.design.id in ("R-001", "R-004")]
    draw(tmp_path, "pictures/R-004.jpg", "pictures/R-004-angle.webp")
    assert publish(two, tmp_path).products == []
    draw(tmp_path, "cutouts/R-004.webp")
    catalogue = publish(two, tmp_path)
    assert [row["product_id"] for row in catalogue.staff] == ["R-004"]
    assert catalogue.waiting == ["R-001"]
    (row,) = catalogue.products
    assert row["image"] == "pictures/R-004.jpg"
    assert row["more_images"] == ["pictures/R-004-angle.webp"]
    assert row["cutout"]["anchors"] == {"top": [1, 2]}


def test_the_designs_make_a_whole_shop() -> None:
    geometries = Counter(design.geometry for design in DESIGNS.values())
    pieces = Counter(design.category for design in DESIGNS.values())
    assert len(DESIGNS) >= 360
    assert len(geometries) >= 90
    assert max(geometries.values()) <= 6
    assert all(pieces[category] >= 25 for category in MAIN_CATEGORIES), pieces


def test_common_questions_find_at_least_two_pieces() -> None:
    def count(**wanted: Any) -> int:
        return sum(all(row[key] == value for key, value in wanted.items()) for row in ROWS)

    def with_stone(name: str, **wanted: Any) -> int:
        return sum(
            any(name in stone["stone"] for stone in row["stones"])
            and all(row[key] == value for key, value in wanted.items())
            for row in ROWS
        )

    cheap_gold = [
        row
        for row in ROWS
        if (row["category"], row["metal"]) == ("ring", "gold") and row["price_minor"] < 4000_00
    ]
    assert len(cheap_gold) >= 2
    assert count(category="necklace", metal="silver", metal_colour="white") >= 2
    assert with_stone("pearl", category="earrings") >= 2
    assert with_stone("jadeite", category="bangle") >= 3
    assert count(metal="gold", metal_colour="rose") >= 2
    assert min(with_stone(stone) for stone in ("emerald", "sapphire", "ruby")) >= 2
    assert count(category="ring", wearer="men") >= 2
    assert sum("engagement" in row["occasions"] for row in ROWS) >= 2
    assert sum("zodiac year" in row["occasions"] for row in ROWS) >= 2
    assert Counter(row["nickel"] for row in ROWS)["not-stated"] >= 4


def test_a_sphere_and_a_round_brilliant_weigh_what_the_books_say() -> None:
    ball = ellipsoid(3.0, 3.0, 3.0, 60)
    assert ball.volume_mm3() == pytest.approx(4 / 3 * np.pi * 27, rel=0.01)
    assert ball.turned(turn("x", 33.0)).moved(5, 6, 7).volume_mm3() == pytest.approx(
        ball.volume_mm3()
    )
    diamond = carats("diamond", cut_gem("round", 6.5, 6.5).volume_mm3())
    assert diamond == pytest.approx(1.0, abs=0.06)  # a 6.5 mm round is the trade's one carat


@pytest.mark.parametrize("cut", ["round", "oval", "pear", "marquise", "cushion", "emerald cut"])
def test_cut_gems_are_closed(cut: str) -> None:
    gem = cut_gem(cut, 8.0, 6.0 if cut != "round" else 8.0)
    a, b, c = (gem.vertices[gem.faces[:, i]] for i in range(3))
    area_vectors = np.cross(b - a, c - a) / 2
    assert np.abs(area_vectors.sum(axis=0)).max() < 1e-3  # a closed surface's areas cancel


def test_strictest_stone_sets_the_care() -> None:
    assert cleaning_level(DESIGNS["E-002"]) == "wiped"  # pearl beside diamond
    assert cleaning_level(DESIGNS["R-008"]) == "soap"  # oiled emerald beside diamond
    assert cleaning_level(DESIGNS["R-002"]) == "plain"


def test_earrings_weigh_as_a_pair() -> None:
    design = DESIGNS["E-003"]
    one = sum(p.mesh.volume_mm3() for p in build(design) if p.stone == 0)
    assert measure(design, build(design)).carats[0] == pytest.approx(2 * carats("diamond", one))


@pytest.mark.parametrize(
    ("cny", "printed"), [(283, 279), (1263, 1280), (12_911, 12_880), (45_400, 44_800)]
)
def test_retail_points(cny: float, printed: int) -> None:
    assert retail_point(cny) == printed
