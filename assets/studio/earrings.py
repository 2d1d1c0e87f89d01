"""Studs and climbers: one of the pair in face axes, with its post or clip.

`scene` sets out the two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from assets.studio.designs import Design, Stone
from assets.studio.ear_fittings import post
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.heads import halo_round
from assets.studio.mesh import Floats, Mesh, ellipsoid, relief, turn

UP = np.array([0.0, 0.0, 1.0])


def stud(design: Design) -> list[Part]:
    """A stone on a post, in prongs or a bezel; a second group makes a ring of melee round it."""
    gem = design.stones[0]
    length, width = gem.length_mm, gem.width_mm
    if gem.cut == "bead":
        cup = ellipsoid(0.3 * width, 0.3 * width, 0.14 * width, 14).moved(z=-0.46 * width)
        pearl = [stone(0, "bead", length, width), metal(cup, post(-0.5 * width, design.clasp))]
        return pearl + top_accent(design, width)
    parts = mounted(0, gem, design.setting, int(design.shape.get("prongs", 4)))
    parts.append(metal(post(-0.6 * width, design.clasp)))
    if len(design.stones) > 1:
        parts += halo_round(1, gem, half(design, 1), -0.02 * width)
    return parts


def top_accent(design: Design, width: float) -> list[Part]:
    """A melee stone resting at the pearl's upper edge."""
    if len(design.stones) < 2:
        return []
    small = design.stones[1].width_mm
    return place(
        melee(1, small),
        np.array([0.0, 0.5 * width + 0.35 * small, 0.12 * width]),
        np.array([0.0, 0.35, 1.0]),
    )


def half(design: Design, index: int) -> Stone:
    """A stone group as one earring has it: the record counts the pair."""
    gem = design.stones[index]
    return replace(gem, count=gem.count // 2)


def shaped_stud(design: Design) -> list[Part]:
    """A small shape in metal on a post: a ball, flower, star, heart, bar, leaf, knot or button."""
    kind, size = str(design.shape.get("stud", "ball")), design.mm("stud_mm", 5.0)
    if kind == "ball":
        hollow = ellipsoid(size / 2 - 0.4, size / 2 - 0.4, size / 2 - 0.4, 16).flipped()
        ball = ellipsoid(size / 2, size / 2, size / 2, 24)
        return [metal(ball, hollow, post(-0.48 * size, design.clasp))]
    return [
        metal(*FACES[kind](design, size), post(0.1, design.clasp)),
        *face_stones(design, kind, size),
    ]


def flower_face(_design: Design, size: float) -> list[Mesh]:
    """Five rounded petals."""
    petal = relief(
        outline("pear", size * 0.56, size * 0.46),
        lambda f, _p: 0.5 + 0.55 * np.sqrt(1.0001 - f**2),
    )
    petal = petal.turned(turn("z", 180.0)).moved(y=size * 0.29)
    return [petal.turned(turn("z", 72.0 * k)) for k in range(5)]


def star_face(_design: Design, size: float) -> list[Mesh]:
    """Five arms ground to a ridge."""
    tips = np.radians(90 + 36.0 * np.arange(10))
    reach = np.where(np.arange(10) % 2 == 0, size / 2, size * 0.215)
    corners = np.column_stack([reach * np.cos(tips), reach * np.sin(tips)])
    edge = np.concatenate(
        [a + (b - a) * np.linspace(0, 1, 8, endpoint=False)[:, None]
         for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    )  # fmt: skip
    return [relief(edge, lambda f, _p: 0.6 + 0.16 * size * (1 - f), 30)]


def heart_face(_design: Design, size: float) -> list[Mesh]:
    """A softly pillowed heart."""
    shape = outline("heart", size, size * 1.05, 160)
    return [relief(shape, lambda f, _p: 0.5 + 0.13 * size * np.sqrt(1.0001 - f**2.4), 30)]


def bar_face(design: Design, size: float) -> list[Mesh]:
    """An upright bar, square-edged."""
    wide = design.mm("face_mm", 2.0)
    a, b = wide / 2, size / 2
    side = np.linspace(0, 1, 12, endpoint=False)[:, None]
    corners = np.array([(a, -b), (a, b), (-a, b), (-a, -b)])
    edge = np.concatenate(
        [p + (q - p) * side for p, q in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    )
    return [relief(edge, lambda f, _p: 1.1 - 0.25 * f**10, 20)]


def leaf_face(_design: Design, size: float) -> list[Mesh]:
    """A pointed leaf with a midrib and slanting veins."""
    shape = outline("marquise", size, size * 0.5, 160)

    def veins(f: Floats, p: Floats) -> Floats:
        x, y = p[..., 0], p[..., 1]
        rib = 0.28 * np.exp(-((x / (0.035 * size)) ** 2))
        cut = 0.16 * np.cos(2 * np.pi * (y - 0.75 * np.abs(x)) / (0.13 * size)) * (1 - f)
        return np.asarray(0.75 + rib + cut - 0.3 * f**4)

    return [relief(shape, veins, 60).turned(turn("z", -24.0))]


def button_face(_design: Design, size: float) -> list[Mesh]:
    """A high round dome with a turned rim, hollow behind."""
    dome = relief(
        outline("round", size, size),
        lambda f, _p: (
            0.9 + 0.22 * size * np.sqrt(1.0001 - f**2) + 0.5 * np.exp(-(((f - 0.9) / 0.05) ** 2))
        ),
        60,
    )
    inner = relief(
        outline("round", size - 1.6, size - 1.6),
        lambda f, _p: 0.35 + 0.2 * size * np.sqrt(1.0001 - f**2),
    )
    return [dome, inner.moved(z=0.02).flipped()]


FACES: dict[str, Callable[[Design, float], list[Mesh]]] = {
    "flower": flower_face,
    "star": star_face,
    "heart": heart_face,
    "bar": bar_face,
    "leaf": leaf_face,
    "button": button_face,
}


def face_stones(design: Design, kind: str, size: float) -> list[Part]:
    """Small stones on a shaped face: a file along a bar, else one in the middle."""
    if not design.stones:
        return []
    gem = half(design, 0)
    unit = melee(0, gem.width_mm)
    if kind == "bar":
        step = gem.width_mm * 1.14
        rows = [(k - (gem.count - 1) / 2) * step for k in range(gem.count)]
        return [part.moved(y=y, z=1.05 + 0.25 * gem.width_mm) for y in rows for part in unit]
    lift = {"star": 0.55 + 0.15 * size, "heart": 0.5 + 0.13 * size}.get(kind, 0.9)
    return [part.moved(z=lift + 0.2 * gem.width_mm) for part in unit]


def blossom_stud(design: Design) -> list[Part]:
    """Petals of the second kind of stone, points inwards, about a round one in the middle."""
    middle, petal = half(design, 0), half(design, 1)
    parts: list[Part] = melee(0, middle.width_mm, 6)
    reach = middle.width_mm / 2 + petal.length_mm / 2 + 0.25
    unit = mounted(1, petal, "prong")
    for k in range(petal.count):
        angle = np.pi / 2 + 2 * np.pi * k / petal.count
        outward = np.array([np.cos(angle), np.sin(angle), 0.0])
        tilted = 0.18 * outward + UP
        up = -outward if petal.cut == "pear" else outward
        parts += place(unit, reach * outward - 0.1 * middle.width_mm * UP, tilted, up)
    back = relief(outline("round", 2.0 * reach, 2.0 * reach), lambda f, _p: np.full_like(f, 0.5), 6)
    z = -0.62 * petal.width_mm - 0.2
    return [*parts, metal(back.scaled(0.72, 0.72, 1.0).moved(z=z), post(z, design.clasp))]


def climber(design: Design) -> list[Part]:
    """Stones growing smaller up a curve that follows the ear's edge, on one post and a hook."""
    groups = [half(design, k) for k in range(len(design.stones))]
    sizes = [(index, gem) for index, gem in enumerate(groups) for _ in range(gem.count)]
    bend = design.mm("bend_mm", 15.0)
    parts: list[Part] = []
    spots: list[tuple[float, float, float]] = []
    turned, before = 0.0, 0.0
    for index, gem in sizes:
        turned += (before + gem.width_mm * 0.56) / bend
        before = gem.width_mm * 0.56
        angle = turned
        spot = (bend * (1 - np.cos(angle)), bend * np.sin(angle), 0.0)
        spots.append((spot[0], spot[1], -0.42 * gem.width_mm))
        parts += [part.moved(*spot) for part in melee(index, gem.width_mm)]
    rail = wire(spots, 0.42)
    hook = wire(
        [spots[-1], (spots[-1][0], spots[-1][1], -3.0),
         (spots[-3][0], spots[-3][1], -4.2), (spots[-5][0], spots[-5][1], -3.6)], 0.36,
    )  # fmt: skip
    first = sizes[0][1].width_mm
    pin = post(-0.5 * first, design.clasp).moved(*spots[0][:2])
    return [*parts, metal(rail, hook, pin)]
