"""The network of partners: who stands where, and what it says."""

from typing import Any

import pytest

from core.charts.network import partner_graph
from core.partner_network import (
    MOST_LIBRARIES,
    MOST_MARKS,
    REST,
    ROOM_Y,
    Node,
    network,
)
from core.partner_network_wording import described, network_findings, on_one_person


def row(id_: int, libraries: str = "A", themes: str = "P", **more: Any) -> dict[str, Any]:
    usual = {"partnerships": 2, "hours": 10.0 * id_, "total": 9, "owned": 2, "owners": ["Anna"]}
    return {
        "id": id_,
        "name": f"Partner {id_}",
        "libraries": [
            {"id": ord(one), "name": f"Bieb {one}", "partnerships": 1} for one in libraries
        ],
        "themes": [
            {"code": one, "label": one, "theme_group": "education", "partnerships": 2}
            for one in themes
        ],
        **usual,
        **more,
    }


def test_nodes_and_ties() -> None:
    found = network([row(1, "AB", "PQ"), row(2, "A", "P")], "hours")
    kinds = [one.kind for one in found.nodes]
    assert [kinds.count(kind) for kind in (Node.PARTNER, Node.LIBRARY, Node.THEME)] == [2, 2, 2]
    assert (len(found.edges), found.total, found.shown) == (6, 9, 2)
    by_id = {one.id: one for one in found.nodes}
    assert (by_id["partner-1"].size, by_id["partner-1"].ties) == (10.0, 4)
    assert (by_id["library-65"].partnerships, by_id["library-65"].ties) == (2, 2)
    assert by_id["theme-P"].partnerships == 4
    assert network([row(1)], "partnerships").nodes[0].size == 2.0


def test_the_same_data_is_the_same_picture_without_two_on_one_spot() -> None:
    rows = [row(id_, "AB"[id_ % 2], "PQ"[id_ // 20]) for id_ in range(1, 40)]
    found = network(rows, "hours")
    assert found == network(rows, "hours")
    partners = [one for one in found.nodes if one.kind == Node.PARTNER]
    assert all(-1 < one.x < 1 and -1 < one.y < 1 for one in partners)
    for at, one in enumerate(partners):
        for other in partners[at + 1 :]:
            assert abs(one.x - other.x) + abs(one.y - other.y) > ROOM_Y / 2
    assert {one.x for one in found.nodes if one.kind == Node.LIBRARY} == {-1.0}
    assert {one.x for one in found.nodes if one.kind == Node.THEME} == {1.0}


def test_more_than_can_be_drawn_is_left_out() -> None:
    rows = [row(id_, "ABCDEFGH", "PQRST") for id_ in range(1, 200)]
    found = network(rows, "hours")
    assert 0 < found.shown < len(rows)
    assert len(found.nodes) + len(found.edges) <= MOST_MARKS


def test_many_libraries_with_few_partnerships_are_one() -> None:
    letters = [chr(at) for at in range(65, 65 + MOST_LIBRARIES + 6)]
    rows = [row(1, "".join(letters)), row(2, letters[-1]), row(3, letters[-1])]
    found = network(rows, "hours")
    libraries = [one for one in found.nodes if one.kind == Node.LIBRARY]
    assert len(libraries) == MOST_LIBRARIES
    [rest] = [one for one in libraries if one.which == REST]
    assert (rest.name, rest.partnerships) == ("7 andere bibliotheken", 7)
    assert f"Bieb {letters[-1]}" in {one.name for one in libraries}


def test_nothing_and_one() -> None:
    assert network([], "hours").nodes == ()
    [one] = network([row(1, "", "")], "hours").nodes
    assert (one.x, one.y, one.theme_group) == (0.0, 0.0, "")


def test_findings() -> None:
    said = network_findings(
        [row(1, "AB", "PQ"), row(2), row(3, owners=["Anna", "Bert"]), row(4, owned=1)]
    )
    assert said == [
        "**Partner 1** heeft de meeste verbindingen: 4 bibliotheken en thema’s samen.",
        r"**1 partner** werkt met meer dan één bibliotheek: Partner 1 \(2\).",
        "**1 partner** met meer samenwerkingen hangt aan één persoon of functie: "
        r"Partner 2 \(aan Anna\).",
    ]
    assert network_findings([row(1, partnerships=1)]) == []
    assert network_findings([row(1, partnerships=1), row(2, "B", partnerships=1)]) == [
        "Geen van deze partners werkt met meer dan één bibliotheek."
    ]


@pytest.mark.parametrize(
    "more", [{"partnerships": 1}, {"owned": 1}, {"owners": []}, {"owners": ["A", "B"]}]
)
def test_on_one_person_is_two_or_more_of_one_owner(more: dict[str, Any]) -> None:
    assert on_one_person([row(1)]) != []
    assert on_one_person([row(1, **more)]) == []


def test_described() -> None:
    [one, *_] = network([row(1)], "hours").nodes
    assert described(one) == "2 samenwerkingen, 10 uur per jaar"


def test_every_kind_has_a_shape_of_its_own() -> None:
    built = partner_graph().to_dict()
    [shape] = [
        one["encoding"]["shape"] for one in built["layer"] if "shape" in one.get("encoding", {})
    ]
    assert len(set(shape["scale"]["range"])) == len(shape["scale"]["domain"]) == 3
