"""The pictures as files: what the ledger says of them is so."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assets.studio.cutouts import CUTOUTS_PATH
from assets.studio.designs import Metal, Stone, read_designs
from assets.studio.develop import cut_out, exposed
from assets.studio.gem_colours import body, is_clear, nacre, tint
from assets.studio.ledger import Ledger, sha256
from assets.studio.materials import metal_bsdf, metal_colour, stone_bsdf
from assets.studio.optics import indices
from assets.studio.physical import GEMS
from assets.studio.records import CATALOGUE_DIR, PRODUCTS_PATH

LEDGER = Ledger.read()
PIECES: list[str] = [
    json.loads(line)["id"] for line in PRODUCTS_PATH.read_text(encoding="utf-8").splitlines()
]
CUTOUTS = json.loads(CUTOUTS_PATH.read_text(encoding="utf-8"))


def test_every_picture_in_the_ledger_is_the_file_that_was_written() -> None:
    changed = [
        key
        for key, row in LEDGER.rows.items()
        if sha256((CATALOGUE_DIR / row["file"]).read_bytes()) != row["sha256"]
    ]
    assert changed == []


def test_every_piece_has_its_three_pictures() -> None:
    wanted = {f"{piece}/{view}" for piece in PIECES for view in ("front", "angle", "cutout")}
    assert wanted - set(LEDGER.rows) == set()


def test_every_cutout_has_the_size_that_its_anchors_are_given_in() -> None:
    for piece in PIECES:
        row = CUTOUTS[piece]
        with Image.open(CATALOGUE_DIR / row["image"]) as picture:
            assert picture.mode == "RGBA"
            assert list(picture.size) == row["size_px"], row["image"]


def test_a_cutout_is_clear_round_the_piece_and_solid_in_it() -> None:
    for piece in PIECES[::10]:
        with Image.open(CATALOGUE_DIR / CUTOUTS[piece]["image"]) as picture:
            alpha = np.asarray(picture.getchannel("A"))
        assert alpha.max() > 200, piece
        assert alpha[[0, -1]].max() < 40, piece


def test_a_ledger_row_holds_only_while_its_inputs_and_its_file_do(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "pictures.json", tmp_path)
    ledger.write("R-1/front", "digest", "pictures/R-1.jpg", b"picture")
    again = Ledger.read(tmp_path / "pictures.json", tmp_path)
    assert again.holds("R-1/front", "digest")
    assert not again.holds("R-1/front", "other digest")
    (tmp_path / "pictures/R-1.jpg").write_bytes(b"another")
    assert not again.holds("R-1/front", "digest")


def test_a_write_that_was_cut_off_leaves_the_ledger_readable(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "pictures.json", tmp_path)
    ledger.write("R-1/front", "digest", "R-1.jpg", b"picture")
    (tmp_path / "pictures.json.part").write_text('{"R-1/fro')
    assert Ledger.read(tmp_path / "pictures.json", tmp_path).holds("R-1/front", "digest")


def test_a_piece_that_left_the_catalogue_leaves_the_ledger(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "pictures.json", tmp_path)
    for piece in ("R-1", "R-2"):
        ledger.write(f"{piece}/front", "digest", f"{piece}.jpg", piece.encode())
    assert ledger.forget_others({"R-2/front"}) == ["R-1.jpg"]
    assert list(Ledger.read(tmp_path / "pictures.json", tmp_path).rows) == ["R-2/front"]


def test_paper_comes_out_pale_and_a_dark_piece_dark() -> None:
    linear = np.full((80, 80, 3), 0.4, np.float32)
    linear[30:50, 30:50] = 0.02
    pixels = exposed(linear)
    assert pixels[5, 5].min() > 225
    assert pixels[40, 40].max() < 60


def test_a_cutouts_clear_rim_carries_the_pieces_colour() -> None:
    linear = np.zeros((40, 40, 4), np.float32)
    linear[10:30, 10:30] = (0.8, 0.1, 0.1, 1.0)
    pixels = cut_out(linear, 1.0)
    assert pixels[8, 20, 3] == 0
    assert np.abs(pixels[8, 20, :3].astype(int) - pixels[20, 20, :3].astype(int)).max() < 3


def test_blue_light_is_bent_most_and_by_the_published_dispersion() -> None:
    red, green, blue = indices("diamond")
    assert red < green < blue
    assert blue - red == pytest.approx(0.0265, abs=0.001)  # B to G spans 0.044
    red, _, blue = indices("moissanite")
    assert blue - red > 2 * 0.0265


def test_every_stone_of_the_catalogue_has_its_optics() -> None:
    for design in read_designs():
        for stone in design.stones:
            assert stone_bsdf(stone)["type"], (design.id, stone.stone, stone.colour)


@pytest.mark.parametrize(
    ("stone", "colour", "strongest"),
    [("ruby", "red", 0), ("emerald", "green", 1), ("sapphire", "blue", 2), ("garnet", "red", 0),
     ("peridot", "green", 1), ("aquamarine", "blue", 2), ("jadeite", "green", 1),
     ("lapis lazuli", "blue", 2), ("coral", "red", 0), ("citrine", "yellow", 0)],
)  # fmt: skip
def test_a_stone_shows_the_colour_it_is_named_by(stone: str, colour: str, strongest: int) -> None:
    gem = Stone(stone, colour, "round", 5.0, 5.0)
    assert int(np.argmax(tint(gem) if is_clear(gem) else body(gem))) == strongest


def test_any_gem_in_any_colour_can_be_drawn() -> None:
    for name in GEMS:
        for colour in ("white", "red", "blue", "green", "yellow", "pink", "black", "grey"):
            assert stone_bsdf(Stone(name, colour, "bead", 5.0, 5.0))["type"]


def test_white_pearls_are_paler_than_grey_and_grey_than_black() -> None:
    levels = [
        sum(nacre(Stone("freshwater pearl", colour, "bead", 7.0, 7.0)))
        for colour in ("white", "grey", "black")
    ]
    assert levels == sorted(levels, reverse=True)


def test_metals_differ_as_their_names_do() -> None:
    colours = {
        c: metal_colour(Metal("gold", c, "18k", "none")) for c in ("yellow", "rose", "white")
    }
    assert colours["yellow"][2] < colours["rose"][2] < colours["white"][2]
    assert colours["yellow"][1] > colours["rose"][1]
    silver, black = (
        metal_colour(Metal("silver", "white", "925", plating))
        for plating in ("none", "black rhodium")
    )
    assert min(silver) > min(colours["white"]) > 3 * max(black)


def test_an_unknown_finish_is_refused_by_name() -> None:
    metal = next(d.metal for d in read_designs() if d.metal.metal)
    assert metal_colour(metal, "blackened")[0] < 0.3
    with pytest.raises(ValueError, match="no finish 'glitter'"):
        metal_bsdf(metal, "glitter")
