"""The shared filters: from the link, narrowing each other, in words, and emptied."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.filters import Filters, today
from core.wording import long_date
from pages.shared import filters as shared
from tests.pages.conftest import visit

REGION = "Zaanstreek-Waterland"


def said(at: AppTest) -> str:
    [line] = [one.value for one in at.caption if one.value.startswith("U ziet ")]
    return str(line).replace("\\", "")


def chosen(at: AppTest) -> Filters:
    found: Filters = at.session_state[shared.FIELD]
    return found


def test_without_a_link_everything_is_shown(example: Path) -> None:
    at = visit()
    assert chosen(at) == Filters(measure_date=today())
    assert said(at) == (
        f"U ziet alle bibliotheken · alle thema’s · peildatum vandaag, {long_date(today())}"
    )


def test_a_link_sets_every_filter(example: Path) -> None:
    at = visit()
    library = at.multiselect(key="bibliotheek").options[0]
    at = visit(
        bibliotheek=library,
        regio=REGION,
        gemeente=["Zaanstad", "Purmerend"],
        thema=["Primair onderwijs", "Kinderopvang"],
        status="Actief",
        peildatum="2024-06-01",
    )
    assert not at.exception
    assert not at.warning
    found = chosen(at)
    assert len(found.libraries) == 1
    assert found.regions == ("NH-ZWA",)
    assert found.gemeenten == ("GM0479", "GM0439")
    assert found.themes == ("PO", "KOV")
    assert found.statuses == ("actief",)
    assert found.measure_date == date(2024, 6, 1)
    assert said(at) == (
        f"U ziet {library} · {REGION} · Zaanstad en Purmerend · Primair onderwijs en "
        "Kinderopvang · status Actief · peildatum 1 juni 2024"
    )


@pytest.mark.parametrize("page", ["", "coverage", "intake", "sources"])
def test_every_page_shows_the_choice_of_the_link(example: Path, page: str) -> None:
    at = visit(page, regio=REGION, peildatum="2024-06-01")
    assert said(at) == f"U ziet alle bibliotheken · {REGION} · alle thema’s · peildatum 1 juni 2024"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"bibliotheek": "Bestaat Niet"}, "bibliotheek “Bestaat Niet”"),
        ({"regio": "Atlantis"}, "regio “Atlantis”"),
        ({"gemeente": "Zaanstadt"}, "gemeente “Zaanstadt”"),
        ({"thema": "toverij"}, "thema “toverij”"),
        ({"status": "slaperig"}, "status “slaperig”"),
        ({"peildatum": "ooit"}, "peildatum “ooit”"),
        ({"peildatum": "1850-01-01"}, "peildatum “1850"),
        # Within the region there is no such gemeente.
        ({"regio": REGION, "gemeente": "Alkmaar"}, "gemeente “Alkmaar”"),
    ],
)
def test_what_a_link_asks_in_vain_is_said(example: Path, asked: dict[str, str], named: str) -> None:
    at = visit(**asked)
    assert not at.exception
    [notice] = [one.value.replace("\\", "") for one in at.warning]
    assert named in notice
    assert "Dat deel van de filters is overgeslagen." in notice
    assert chosen(at).gemeenten == chosen(at).themes == chosen(at).statuses == ()
    assert chosen(at).measure_date == today()


def test_good_values_of_a_link_stay_beside_an_unknown_one(example: Path) -> None:
    at = visit(thema=["toverij", "Primair onderwijs"])
    assert chosen(at).themes == ("PO",)
    assert "toverij" in at.warning[0].value


def test_a_region_narrows_the_gemeenten(example: Path) -> None:
    at = visit()
    everywhere = at.multiselect(key="gemeente").options
    assert len(everywhere) == 342
    at.multiselect(key="gemeente").set_value(["Zaanstad", "Alkmaar"]).run()
    at.multiselect(key="regio").set_value([REGION]).run()
    within = at.multiselect(key="gemeente").options
    assert "Zaanstad" in within
    assert "Alkmaar" not in within
    assert len(within) < 20
    assert chosen(at).gemeenten == ("GM0479",)
    assert "Alkmaar" in at.warning[0].value


def test_clear_empties_every_filter(example: Path) -> None:
    at = visit(regio=REGION, gemeente="Zaanstad", thema="Kinderopvang", peildatum="2024-06-01")
    [button] = [one for one in at.button if one.label == "Wis filters"]
    button.click().run()
    assert chosen(at) == Filters(measure_date=today())
    assert said(at).startswith("U ziet alle bibliotheken · alle thema’s · peildatum vandaag")
    assert not at.query_params


def test_a_page_switch_keeps_the_choice(example: Path) -> None:
    at = visit()
    at.multiselect(key="thema").set_value(["Kinderopvang"]).run()
    for page in ("coverage", "intake", "sources", "overview"):
        at.switch_page(f"pages/{page}.py").run()
        assert chosen(at).themes == ("KOV",)
