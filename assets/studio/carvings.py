"""A plaque under the chisel: reliefs of any outline, raised and grooved stroke by stroke on a grid.

A `Sheet` holds, over a grid in drawing units, how far each point lies inside the silhouette and how
high the surface stands there. Drawings work in units of the piece's height (y up, centre at the
origin); `solid` scales them to mm. Heights add by the larger value, as overlapping forms do in low
relief.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.studio.fittings import smooth_path
from assets.studio.mesh import Floats, Ints, Mesh

Point = Sequence[float]
OUTSIDE = -1e3


class Sheet:
    """A drawing `width` by `height` units, with `cells` grid steps to one unit."""

    def __init__(self, width: float, height: float, cells: int = 200) -> None:
        self.step = 1.0 / cells
        across = np.arange(-width / 2 - 0.03, width / 2 + 0.03 + self.step, self.step)
        upward = np.arange(-height / 2 - 0.03, height / 2 + 0.03 + self.step, self.step)
        self.x, self.y = np.meshgrid(across, upward)
        self.inside = np.full(self.x.shape, OUTSIDE)
        self.top = np.zeros(self.x.shape)

    def near(self, points: Floats, reach: float) -> tuple[slice, slice]:
        """The window of the grid within `reach` of the points."""
        low = points.min(axis=0) - reach - 4 * self.step
        high = points.max(axis=0) + reach + 4 * self.step
        columns = np.searchsorted(self.x[0], [low[0], high[0]])
        rows = np.searchsorted(self.y[:, 0], [low[1], high[1]])
        return slice(*rows), slice(*columns)

    def lay_on(
        self, where: tuple[slice, slice], reach: Floats, rise: Floats | float, edge: float
    ) -> None:
        """Adds a form: `reach` is how far inside its rim a point lies; it rounds up to `rise` over
        `edge`.
        """
        share = np.clip(reach / edge, 0, 1)
        height = rise * np.sqrt(1 - (1 - share) ** 2)
        top = self.top[where]
        self.top[where] = np.where(reach > 0, np.maximum(top, height), top)
        self.inside[where] = np.maximum(self.inside[where], reach)

    def oval(self, at: Point, rx: float, ry: float, rise: float, turn_deg: float = 0.0) -> None:
        """A dome on an ellipse."""
        where = self.near(np.array([at], dtype=float), max(rx, ry))
        x, y = self.x[where] - at[0], self.y[where] - at[1]
        cosine, sine = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
        away = np.hypot((cosine * x + sine * y) / rx, (cosine * y - sine * x) / ry)
        self.lay_on(where, (1 - away) * min(rx, ry), rise, min(rx, ry))

    def boss(self, at: Point, rx: float, ry: float, rise: float, edge: float) -> None:
        """A flat-topped ellipse that rounds off over `edge`."""
        where = self.near(np.array([at], dtype=float), max(rx, ry))
        away = np.hypot((self.x[where] - at[0]) / rx, (self.y[where] - at[1]) / ry)
        self.lay_on(where, (1 - away) * min(rx, ry), rise, edge)

    def polygon(
        self, points: Sequence[Point] | Floats, rise: float, edge: float, rounding: float = 0.0
    ) -> Floats:
        """A closed outline raised as a slab with a rounded edge; returns the reach inside it."""
        shape = np.asarray(points, dtype=float)
        where = self.near(shape, rounding)
        reach = polygon_reach(self.x[where], self.y[where], shape) + rounding
        self.lay_on(where, reach, rise, edge)
        whole = np.full(self.x.shape, OUTSIDE)
        whole[where] = reach
        return whole

    def stroke(
        self,
        points: Sequence[Point] | Floats,
        radii: float | Sequence[float],
        rise: float,
        smooth: int = 6,
        scales: float = 0.0,
    ) -> None:
        """A raised, tapering, round-backed line; `scales` cuts it into so many rows of scales a
        unit of length.
        """
        path, radius = as_path(points, radii, smooth)
        where = self.near(path, float(radius.max()))
        away, along, wide, side = stroke_fields(self.x[where], self.y[where], path, radius)
        reach = wide - away
        height = np.asarray(rise * wide / radius.max())
        if scales:
            row = along * scales
            shingle = (row + 0.35 * np.cos(6.0 * side / np.maximum(wide, 1e-9))) % 1.0
            height = height * (0.8 + 0.28 * shingle)
        self.lay_on(where, reach, height, max(float(radius.max()), 1e-6))

    def groove(
        self, points: Sequence[Point] | Floats, width: float, depth: float, smooth: int = 6
    ) -> None:
        """A soft line cut into what stands there."""
        path, radius = as_path(points, width, smooth)
        where = self.near(path, 3 * width)
        away, *_ = stroke_fields(self.x[where], self.y[where], path, radius)
        self.top[where] -= depth * np.exp(-((away / width) ** 2))

    def add(self, reach: Floats, rise: Floats | float, edge: float) -> None:
        """Lays on a form whose reach is known over the whole grid."""
        self.lay_on((slice(None), slice(None)), reach, rise, edge)

    def height_at(self, points: Floats) -> Floats:
        """How high the surface stands at points (N, 2), in drawing units."""
        columns = np.searchsorted(self.x[0], points[:, 0]).clip(0, self.x.shape[1] - 1)
        rows = np.searchsorted(self.y[:, 0], points[:, 1]).clip(0, self.x.shape[0] - 1)
        return np.asarray(self.top[rows, columns])

    def cut(self, reach: Floats) -> None:
        """Saws out everything where `reach`, over the whole grid, is positive."""
        self.inside = np.minimum(self.inside, -reach)

    def disc(self, at: Point, radius: float) -> Floats:
        """Reach inside a circle over the whole grid, for `cut`."""
        return np.asarray(radius - np.hypot(self.x - at[0], self.y - at[1]))

    def soften(self, passes: int = 1) -> None:
        """Rubs the surface down: each pass averages every point with its four neighbours."""
        for _ in range(passes):
            padded = np.pad(self.top, 1, mode="edge")
            around = padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:]
            self.top = np.where(self.inside > self.step, 0.5 * self.top + 0.125 * around, self.top)

    def solid(self, scale_mm: float, back: float = 0.0, wall: float = 0.02) -> Mesh:
        """The relief as a closed solid; `back` mirrors that share of the front behind, and `wall`
        is how thick the rim stands, in drawing units.
        """
        x, y, top = self.x.copy(), self.y.copy(), np.maximum(self.top, 0.0)
        self.snap_to_rim(x, y)
        top = np.where(self.inside > 0, top, np.minimum(top, 0.0))
        rows, columns = x.shape
        index = np.arange(rows * columns).reshape(rows, columns)
        a, b = index[:-1, :-1].ravel(), index[:-1, 1:].ravel()
        c, d = index[1:, 1:].ravel(), index[1:, :-1].ravel()
        faces = np.concatenate([np.column_stack([a, b, c]), np.column_stack([a, c, d])])
        faces = faces[(self.inside.ravel()[faces] > 0).any(axis=1)]
        used, flat = np.unique(faces, return_inverse=True)
        front = np.column_stack([x.ravel(), y.ravel(), top.ravel() + wall / 2])[used]
        rear = np.column_stack([x.ravel(), y.ravel(), -back * top.ravel() - wall / 2])[used]
        return closed(front * scale_mm, rear * scale_mm, flat.reshape(-1, 3))

    def snap_to_rim(self, x: Floats, y: Floats) -> None:
        """Moves the grid points just outside the silhouette onto its rim, so the edge runs
        smooth.
        """
        slope_y, slope_x = np.gradient(np.maximum(self.inside, -6 * self.step), self.step)
        steep = np.maximum(slope_x**2 + slope_y**2, 0.05)
        shift = np.clip(np.where(self.inside <= 0, -self.inside, 0.0), 0, 1.5 * self.step)
        x += np.clip(shift * slope_x / steep, -1.2 * self.step, 1.2 * self.step)
        y += np.clip(shift * slope_y / steep, -1.2 * self.step, 1.2 * self.step)


def closed(front: Floats, rear: Floats, faces: Ints) -> Mesh:
    """Two sheets of like points joined along every free edge."""
    count = len(front)
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    code, mirrored = edges[:, 0] * count + edges[:, 1], edges[:, 1] * count + edges[:, 0]
    rim = edges[~np.isin(code, mirrored)]
    start, end = rim[:, 0], rim[:, 1]
    walls = [
        np.column_stack([start, start + count, end + count]),
        np.column_stack([start, end + count, end]),
    ]
    return Mesh(
        np.concatenate([front, rear]),
        np.concatenate([faces, faces[:, ::-1] + count, *walls]),
    ).oriented()


def as_path(
    points: Sequence[Point] | Floats, radii: float | Sequence[float], smooth: int
) -> tuple[Floats, Floats]:
    """A smooth line through the points with a radius at each of its own points."""
    knots = np.asarray(points, dtype=float)
    given = np.resize(np.atleast_1d(np.asarray(radii, dtype=float)), len(knots))
    if np.size(radii) not in (1, len(knots)):
        given = np.interp(
            np.linspace(0, 1, len(knots)), np.linspace(0, 1, np.size(radii)), np.asarray(radii)
        )
    if len(knots) < 3 or smooth < 2:
        return knots, given
    path = smooth_path(knots, smooth)
    return path, np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(knots)), given)


def stroke_fields(
    x: Floats, y: Floats, path: Floats, radius: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """At each point: distance to the line, arc length there, the line's radius there, and the
    signed distance to its side.
    """
    best = np.full(x.shape, 1e6)
    along, wide, side = np.zeros(x.shape), np.full(x.shape, radius[0]), np.zeros(x.shape)
    reached = 0.0
    for (start, r0), (end, r1) in zip(
        zip(path, radius, strict=True), zip(path[1:], radius[1:], strict=False), strict=False
    ):
        step = end - start
        length = max(float(np.hypot(*step)), 1e-9)
        share = np.clip(((x - start[0]) * step[0] + (y - start[1]) * step[1]) / length**2, 0, 1)
        dx, dy = x - start[0] - share * step[0], y - start[1] - share * step[1]
        r_here = r0 + share * (r1 - r0)
        away = np.hypot(dx, dy)
        nearer = away - r_here < best - wide
        best = np.where(nearer, away, best)
        along = np.where(nearer, reached + share * length, along)
        side = np.where(nearer, (step[0] * dy - step[1] * dx) / length, side)
        wide = np.where(nearer, r_here, wide)
        reached += length
    return best, along, wide, side


def polygon_reach(x: Floats, y: Floats, shape: Floats) -> Floats:
    """Signed distance to a polygon's edge, positive inside (even-odd rule)."""
    nearest = np.full(x.shape, 1e9)
    within = np.zeros(x.shape, dtype=bool)
    for start, end in zip(shape, np.roll(shape, -1, axis=0), strict=True):
        step = end - start
        length = max(float(step @ step), 1e-18)
        share = np.clip(((x - start[0]) * step[0] + (y - start[1]) * step[1]) / length, 0, 1)
        away = (x - start[0] - share * step[0]) ** 2 + (y - start[1] - share * step[1]) ** 2
        nearest = np.minimum(nearest, away)
        crosses = (start[1] > y) != (end[1] > y)
        if start[1] != end[1]:
            at = start[0] + (y - start[1]) * step[0] / step[1]
            within ^= crosses & (x < at)
    return np.asarray(np.where(within, 1.0, -1.0) * np.sqrt(nearest))
