"""Place every gemeente on the tile map: one tile each, neighbours stay neighbours.

Rewrites `tile_row` and `tile_col` of `gemeenten.csv` beside this file (row 0 is north). Run it only
when the list of gemeenten changes. scipy is a development requirement; the product does not need
it. The result is the same on every run (fixed seed).

    python data/reference/make_tiles.py

1. Project the points, add a few points of open water, and link points that lie side by side.
2. Even out the density: links push or pull until each is about one tile long.
3. Assign points to grid cells with the least squared displacement.
4. Anneal: swap tiles or move them to empty cells as long as the links and the outline gain.
"""

import csv
import math
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial import Delaunay
from scipy.spatial.distance import cdist

FILE = Path(__file__).with_name("gemeenten.csv")
SEED = 6
LONGEST_LINK_KM = 38.0
STEPS = 400_000
STRETCH = 1.02  # tiles a unit of evened-out space, so that dense parts need not be pushed far
OUTLINE = 3.0  # price of a side between a tile and nothing: closes holes, smooths the coast
APART = 3.0  # price of linked gemeenten that do not touch
APART_AT_HOME = 6.0  # the same, in one province
# IJsselmeer, Markermeer and Waddenzee (latitude, longitude): keep their tiles empty
WATER = [
    (52.97, 5.20), (52.83, 5.37), (52.68, 5.43), (52.56, 5.22),
    (53.00, 4.97), (53.10, 5.15), (53.28, 5.40), (53.38, 5.70), (53.43, 5.98), (53.44, 6.25),
]  # fmt: skip
# the point inside Rotterdam lies in its harbour; the map wants the city
CENTRES = {"GM0599": (51.92, 4.48)}

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
Cell = tuple[int, int]


def project(points: list[tuple[float, float]]) -> FloatArray:
    """Kilometres east and south (equirectangular at 52.2 N) of latitude-longitude pairs."""
    latitude, longitude = np.array(points).T
    km = 111.32 * np.c_[longitude * math.cos(math.radians(52.2)), -latitude]
    return np.asarray(km, dtype=np.float64)


def link(km: FloatArray) -> IntArray:
    """Pairs of points that lie side by side, without the long ones that cross the sea."""
    pairs = np.array(
        sorted(
            {
                (min(a, b), max(a, b))
                for triangle in Delaunay(km).simplices.tolist()
                for a, b in zip(triangle, triangle[1:] + triangle[:1], strict=True)
            }
        )
    )
    length = np.linalg.norm(km[pairs[:, 0]] - km[pairs[:, 1]], axis=1)
    return np.asarray(pairs[length < LONGEST_LINK_KM], dtype=np.int64)


def even_out(km: FloatArray, links: IntArray) -> FloatArray:
    """Move the points until links are about one long, in their own direction, and none overlap."""
    a, b = links.T
    points = (km - km.mean(0)) / np.median(np.linalg.norm(km[a] - km[b], axis=1))
    gap = points[b] - points[a]
    size = np.linalg.norm(gap, axis=1, keepdims=True)
    wanted = gap / size * np.clip(size, 1.0, 1.3)
    degree = np.bincount(links.ravel(), minlength=len(km))[:, None]
    for _ in range(800):
        pull = (points[b] - points[a] - wanted) * 0.4
        move = np.zeros_like(points)
        np.add.at(move, a, pull)
        np.add.at(move, b, -pull)
        distance = cdist(points, points) + 9 * np.eye(len(points))
        i, j = np.nonzero(distance < 1.0)
        push = (1 / distance[i, j] - 1)[:, None] * (points[i] - points[j])
        np.add.at(move, i, push)
        points += move / np.maximum(degree, 1)
    return np.asarray((points - points.min(0)) * STRETCH + 1, dtype=np.float64)


def assign(points: FloatArray) -> list[Cell]:
    """Give each point its own cell (column, row) with the least total squared displacement."""
    width, height = np.ceil(points.max(0)).astype(int) + 2
    cells = np.array([(x, y) for x in range(width) for y in range(height)])
    _, chosen = linear_sum_assignment(cdist(points, cells, "sqeuclidean"))
    return [(int(x), int(y)) for x, y in cells[chosen]]


class Board:
    """Points on cells, with the price of a change."""

    def __init__(
        self, points: FloatArray, links: IntArray, cells: list[Cell], groups: list[str]
    ) -> None:
        self.points = [(float(x), float(y)) for x, y in points]
        self.cells = cells
        self.groups = groups
        self.at = {cell: i for i, cell in enumerate(cells)}
        self.linked: list[list[int]] = [[] for _ in cells]
        for a, b in links.tolist():
            self.linked[a].append(b)
            self.linked[b].append(a)

    def price(self, moved: tuple[int, ...]) -> float:
        """Price of the links and the place of some points, and of the outline around them."""
        total = 0.0
        for i in moved:
            (x, y), (px, py) = self.cells[i], self.points[i]
            total += 0.15 * ((x - px) ** 2 + (y - py) ** 2)
            for j in self.linked[i]:
                dx, dy = self.cells[j][0] - x, self.cells[j][1] - y
                qx, qy = self.points[j][0] - px, self.points[j][1] - py
                total += (dx - qx) ** 2 + (dy - qy) ** 2
                apart = max(0, abs(dx) - 1, abs(dy) - 1)
                total += (APART_AT_HOME if self.groups[i] == self.groups[j] else APART) * apart
        return total

    def sides(self, cell: Cell) -> int:
        """How many of the four cells beside this one are taken."""
        x, y = cell
        return sum(c in self.at for c in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)))

    def place(self, i: int, cell: Cell) -> None:
        """Put a point on a cell; whoever was there goes to the point's old cell."""
        old, other = self.cells[i], self.at.get(cell)
        self.cells[i], self.at[cell] = cell, i
        if other is None:
            del self.at[old]
        else:
            self.cells[other], self.at[old] = old, other

    def anneal(self, steps: int) -> None:
        """Try random small changes; keep gains, and losses less and less often."""
        rng = random.Random(SEED)
        near = [(x, y) for x in range(-2, 3) for y in range(-2, 3) if (x, y) != (0, 0)]
        for step in range(steps):
            heat = 3.0 * (0.01 / 3.0) ** (step / steps)
            i = rng.randrange(len(self.cells))
            old = self.cells[i]
            dx, dy = rng.choice(near)
            cell = (old[0] + dx, old[1] + dy)
            other = self.at.get(cell)
            moved = (i,) if other is None else (i, other)
            before = self.price(moved) + 2 * OUTLINE * (4 - self.sides(old)) * (other is None)
            self.place(i, cell)
            after = self.price(moved) + 2 * OUTLINE * (4 - self.sides(cell)) * (other is None)
            if after > before and rng.random() >= math.exp((before - after) / heat):
                self.place(i, old)


def main() -> None:
    with FILE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    places = [
        CENTRES.get(row["code"], (float(row["latitude"]), float(row["longitude"]))) for row in rows
    ]
    km = project(places + WATER)
    links = link(km)
    points = even_out(km, links)
    provinces = [row["province"] for row in rows] + ["water"] * len(WATER)
    board = Board(points, links, assign(points), provinces)
    board.anneal(STEPS)
    cells = np.array(board.cells[: len(rows)])
    cells -= cells.min(0)
    for row, (col, line) in zip(rows, cells.tolist(), strict=True):
        row["tile_row"], row["tile_col"] = str(line), str(col)
    with FILE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
