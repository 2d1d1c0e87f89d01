"""Brooches: flowers, leaves, bows and dragonflies, face up, with a pin behind."""

from __future__ import annotations

import numpy as np

from assets.studio.chains import stations
from assets.studio.designs import Design
from assets.studio.emblems import EMBLEMS, setting_points
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    row_of_melee,
    slab_profile,
    smooth_path,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, relief, sweep, turn

UP = np.array([0.0, 0.0, 1.0])


def petal(length: float, width: float, thick: float = 1.0, cup: float = 0.16) -> Mesh:
    """A petal rising from its root at the origin along +y: raised veins, and edges that curl up by
    `cup` of its length.
    """
    shape = outline("pear", length, width, 120) * [1.0, -1.0]
    shape = shape[::-1] + np.array([0.0, length / 2])

    def surface(f: Floats, p: Floats) -> Floats:
        x = p[..., 0] / width
        veins = 0.05 * np.cos(x * 22) * (1 - f**4)
        return thick * (0.62 + 0.38 * np.sqrt(1.0001 - f**6) + veins)

    solid = relief(shape, surface, 36)
    v = solid.vertices.copy()
    v[:, 2] += cup * length * ((v[:, 1] / length) ** 2 + 0.9 * (2 * v[:, 0] / width) ** 2 * 0.5)
    return Mesh(v, solid.faces)


def pin(length: float, z: float = -1.2) -> Mesh:
    """The pin and its catch across the back."""
    spots = [
        (-length / 2, 0, z + 0.6),
        (-length / 2, 0, z),
        (length / 2, 0, z),
        (length / 2, 0, z + 0.6),
    ]
    return wire(spots, 0.4)


def flower(design: Design) -> list[Part]:
    """Layered petals round a middle stone, and melee between them where listed."""
    size, petals = design.mm("size_mm", 34.0), int(design.shape.get("petals", 5))
    parts: list[Part] = []
    for layer, (share, lift) in enumerate(((1.0, 0.0), (0.68, 1.3))):
        blade = petal(size / 2 * share, size * 0.4 * share * 5 / petals + 1.0)
        for k in range(petals):
            angle = 360 / petals * (k + 0.5 * layer)
            parts.append(metal(blade.moved(z=lift).turned(turn("z", angle))))
    centre = design.stones[0]
    z = 2.6
    if centre.cut == "bead":
        parts.append(
            stone(0, "bead", centre.length_mm, centre.width_mm).moved(z=z + 0.35 * centre.width_mm)
        )
        parts.append(
            metal(ellipsoid(0.4 * centre.width_mm, 0.4 * centre.width_mm, 1.2, 14).moved(z=z - 0.6))
        )
    else:
        raised = mounted(0, centre, "prong", 6)
        parts += [part.moved(z=z + 0.55 * centre.width_mm) for part in raised]
    for index in range(1, len(design.stones)):
        gem = design.stones[index]
        reach = 0.5 * centre.width_mm + gem.width_mm * 0.75
        for k in range(gem.count):
            angle = 2 * np.pi * k / gem.count
            at = np.array([reach * np.cos(angle), reach * np.sin(angle), z + 0.8])
            parts += place(
                melee(index, gem.width_mm),
                at,
                np.array([0.25 * np.cos(angle), 0.25 * np.sin(angle), 1.0]),
            )
    return [*parts, metal(pin(size * 0.6))]


def leaf_spray(design: Design) -> list[Part]:
    """A bent stem with leaves in pairs; stones sit at the stem's end or along it."""
    size = design.mm("size_mm", 46.0)
    stem = smooth_path(
        np.array([(-0.1, -0.5, 0), (-0.03, -0.2, 0.02), (0.0, 0.1, 0.03), (0.06, 0.42, 0.02)])
        * size,
        24,
    )
    parts = [metal(sweep(stem, slab_profile(1.2, 1.2, 16, 2.0), False))]
    pairs = int(design.shape.get("pairs", 4))
    for k in range(pairs):
        at = stem[int((0.22 + 0.7 * k / pairs) * (len(stem) - 1))]
        length = size * (0.36 - 0.05 * k)
        for side in (1, -1):
            blade = petal(length, length * 0.42, 0.9, 0.1)
            parts.append(metal(blade.turned(turn("z", -side * (58 - 7 * k)))).moved(*at))
    top = petal(size * 0.22, size * 0.1, 0.9, 0.1)
    parts.append(metal(top.turned(turn("z", -12.0))).moved(*stem[-1]))
    for index, gem in enumerate(design.stones):
        if gem.cut == "bead":
            for k in range(gem.count):
                at = stem[int((0.06 + 0.2 * k) * (len(stem) - 1))] + [
                    gem.width_mm * (0.62 if k % 2 else -0.62),
                    0,
                    0.45 * gem.width_mm,
                ]
                parts.append(stone(index, "bead", gem.length_mm, gem.width_mm).moved(*at))
            continue
        chosen = stem[np.linspace(0.16 * len(stem), 0.96 * len(stem) - 1, gem.count).astype(int)]
        parts += row_of_melee(
            index,
            chosen + UP * (0.6 + 0.45 * gem.width_mm),
            np.tile(UP, (gem.count, 1)),
            gem.width_mm,
        )
    return [*parts, metal(pin(size * 0.26))]


def bow(design: Design) -> list[Part]:
    """A ribbon tied in a bow, melee along its edges, and a stone at the knot."""
    size = design.mm("size_mm", 40.0)
    half_loop = np.array(
        [
            (0.02, 0.0, 0.07),
            (0.2, 0.13, 0.1),
            (0.42, 0.19, 0.05),
            (0.5, 0.06, 0.02),
            (0.4, -0.08, 0.0),
            (0.2, -0.05, 0.0),
            (0.02, 0.0, 0.0),
        ]
    )
    tail = np.array(
        [(0.02, -0.02, 0.02), (0.1, -0.16, 0.04), (0.19, -0.3, 0.02), (0.3, -0.46, 0.0)]
    )
    ribbon = slab_profile(0.9, size * 0.1, 28, 5.0)
    parts: list[Part] = []
    for side in (1.0, -1.0):
        for shape in (half_loop, tail):
            path = smooth_path(shape * [side, 1.0, 1.0] * size, 20)
            parts.append(
                metal(sweep(path, ribbon, False, SweepFrame(normals=ribbon_normals(path))))
            )
            if len(design.stones) > 1 and shape is tail:
                gem = design.stones[1]
                spots = path[np.linspace(10, len(path) - 6, gem.count // 2).astype(int)]
                parts += row_of_melee(
                    1,
                    spots + UP * (0.6 + 0.45 * gem.width_mm),
                    np.tile(UP, (len(spots), 1)),
                    gem.width_mm,
                )
    centre = design.stones[0]
    knot = size * 0.11
    at = np.array([0.0, 0.0, knot + 0.35 * centre.width_mm])
    if centre.cut == "bead":
        parts.append(stone(0, "bead", centre.length_mm, centre.width_mm).moved(*at))
    else:
        parts += place(mounted(0, centre, "bezel"), at, UP)
    return [
        *parts,
        metal(ellipsoid(knot, knot * 0.9, knot * 0.8, 16)),
        metal(pin(size * 0.5, -2.0)),
    ]


def ribbon_normals(path: Floats) -> Floats:
    """Normals that let a ribbon lie half on its face, so that it shows from above."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    hint = np.array([0.0, 0.35, 1.0])
    normals = hint - (along @ hint)[:, None] * along
    return np.asarray(normals / np.linalg.norm(normals, axis=1, keepdims=True))


def dragonfly(design: Design) -> list[Part]:
    """Four long wings set with stones, a jointed body and two eyes."""
    size = design.mm("size_mm", 44.0)
    wing_stone, body_stone = design.stones[0], design.stones[1]
    parts: list[Part] = []
    for side in (1.0, -1.0):
        for base, degrees, length in ((0.12, 78.0, 0.52), (0.03, 106.0, 0.44)):
            rim = outline("pear", length * size, length * size * 0.3, 160) * [1.0, -1.0]
            rim = rim[::-1] + np.array([0.0, length * size / 2])
            path = np.column_stack([rim, np.full(len(rim), 1.0)])
            frame = sweep(stations(path, 160)[0], slab_profile(0.8, 0.8, 12, 2.0), True)
            vein = wire([(0, 0, 1.0), (0, length * size * 0.97, 1.0)], 0.3)
            spin = turn("z", -side * degrees)
            parts.append(metal(frame, vein).turned(spin).moved(y=base * size, z=1.0))
            for k in range(wing_stone.count // 4):
                along = length * size * (0.45 + 0.4 * k / max(1, wing_stone.count // 4 - 1))
                at = spin @ np.array([0.0, along, 0.0]) + [0.0, base * size, 2.6]
                unit = mounted(0, wing_stone, "bezel")
                parts += place(unit, at, UP, spin @ np.array([0.0, 1.0, 0.0]))
    joints = body_stone.count
    for k in range(joints):
        at = np.array([0.0, size * (0.16 - 0.62 * k / joints), 2.2])
        parts += place(melee(1, body_stone.width_mm), at, UP)
    spine = wire([(0, 0.2 * size, 1.4), (0, -0.1 * size, 1.5), (0, -0.5 * size, 1.2)], 0.9, 0.5)
    eyes = [ellipsoid(1.3, 1.3, 1.3, 14).moved(x, 0.235 * size, 2.2) for x in (-1.25, 1.25)]
    return [*parts, metal(spine, *eyes), metal(pin(size * 0.4))]


def emblem_brooch(design: Design) -> list[Part]:
    """A drawing of `emblems` as a brooch, its sides lifted by `lift` of its width; stones sit in
    raised seats at its setting points.
    """
    figure, size = str(design.shape["figure"]), design.mm("size_mm", 40.0)
    thick, wall = design.mm("thickness_mm", 2.0), design.mm("wall_mm", 0.7)
    sheet = EMBLEMS[figure](thick / size, int(design.shape.get("cells", 240)))
    lean = turn("z", design.mm("tilt_deg", 0.0))
    lift = design.mm("lift", 0.0) / size
    solid = lifted(sheet.solid(size, 0.0, wall / size), lift)
    parts = [metal(solid.turned(lean))]
    points = setting_points(figure, sum(gem.count for gem in design.stones))
    taken = 0
    for index, gem in enumerate(design.stones):
        own = points[taken::1][: gem.count]
        taken += gem.count
        rise = sheet.height_at(own) * size + wall / 2 + 0.3 * gem.width_mm
        rise += lift * (own[:, 0] * size) ** 2
        spots = np.column_stack([own * size, rise]) @ lean.T
        for at in spots:
            unit = (
                melee(index, gem.width_mm) if gem.cut == "round" else mounted(index, gem, "bezel")
            )
            parts += place(unit, at, UP)
    wide, tall, _ = solid.extent_mm()
    back = pin(0.45 * size, -1.4).turned(turn("z", 90.0 if tall > wide else 0.0))
    return [*parts, metal(back.turned(lean))]


def lifted(mesh: Mesh, curve: float) -> Mesh:
    """Both sides of a flat solid raised by `curve` times the square of x."""
    v = mesh.vertices.copy()
    v[:, 2] += curve * v[:, 0] ** 2
    return Mesh(v, mesh.faces)


def wreath(design: Design) -> list[Part]:
    """Leaves overlapping round a circle, with stones as berries among them."""
    size, leaves = design.mm("size_mm", 36.0), int(design.shape.get("leaves", 22))
    reach = size * 0.385
    angle = np.linspace(0, 2 * np.pi, 181)[:-1]
    stem = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), np.full(180, 0.6)])
    parts = [metal(sweep(stem, slab_profile(1.3, 1.3, 14, 2.0), True))]
    for k in range(leaves):
        degrees = 360 / leaves * k
        side = 1 if k % 2 else -1
        blade = petal(size * 0.2, size * 0.078, 0.8, 0.12).moved(z=0.7 + 0.35 * (k % 3))
        blade = blade.turned(turn("z", 28.0 * side)).moved(x=reach)
        parts.append(metal(blade.turned(turn("z", degrees))))
    for index, gem in enumerate(design.stones):
        for k in range(gem.count):
            a = 2 * np.pi * (k + 0.5 + 0.33 * index) / gem.count
            out = reach + (0.05 * size if k % 2 else -0.05 * size)
            at = np.array([out * np.cos(a), out * np.sin(a), 2.6])
            if gem.cut == "bead":
                berry = stone(index, "bead", gem.length_mm, gem.width_mm)
                parts.append(berry.moved(*(at + UP * 0.2 * gem.width_mm)))
            else:
                parts += place(melee(index, gem.width_mm), at + UP * 0.2 * gem.width_mm, UP)
    return [*parts, metal(pin(size * 0.6, -0.6).moved(y=-0.2 * size))]


def starburst(design: Design) -> list[Part]:
    """Long and short rays from a middle stone, the long ones set with stones that shrink from
    nothing in size: the second group runs out along them.
    """
    size, rays = design.mm("size_mm", 40.0), int(design.shape.get("rays", 8))
    centre = design.stones[0]
    parts: list[Part] = []
    for k in range(2 * rays):
        long = size / 2 if k % 2 == 0 else size * 0.33
        width = size * (0.085 if k % 2 == 0 else 0.06)
        ridge = ray(long, width, 1.9)
        parts.append(metal(ridge.turned(turn("z", 180.0 / rays * k))))
    raised = mounted(0, centre, "prong", 6)
    parts += [part.moved(z=1.6 + 0.5 * centre.width_mm) for part in raised]
    for index, gem in enumerate(design.stones[1:], start=1):
        each = gem.count // rays
        for k in range(rays):
            spin = turn("z", 360.0 / rays * k)
            for j in range(each):
                along = 0.5 * centre.width_mm + 0.9 + gem.width_mm * (0.5 + 1.15 * j)
                at = spin @ np.array([0.0, along, 1.9 + 0.25 * gem.width_mm])
                parts += place(melee(index, gem.width_mm), at, UP)
    return [*parts, metal(pin(size * 0.5))]


def ray(length: float, width: float, thick: float) -> Mesh:
    """A pointed, ridged bar from the origin along +y."""
    rim = np.array(
        [(0.0, -0.3), (width / 2, 0.12 * length), (0.0, length), (-width / 2, 0.12 * length)]
    )
    closer = np.concatenate(
        [rim + s * (np.roll(rim, -1, axis=0) - rim) for s in (0.0, 0.25, 0.5, 0.75)]
    ).reshape(4, 4, 2)
    shape = closer.transpose(1, 0, 2).reshape(-1, 2)
    return relief(shape, lambda f, _p: 0.4 + (thick - 0.4) * (1 - f), 6)
