"""Krachtenanalyse: sliders, saving, a force field; and the style that fits the partner."""

from pathlib import Path

from tests.pages.conftest import drawn, texts, visit


def test_a_partner_is_assessed_and_gets_a_style(example: Path) -> None:
    at = visit("forces")
    first = next(one for one in at.button if (one.key or "").startswith("inschatten_"))
    at = first.click().run()
    at.slider[0].set_value(5).run()
    [row] = drawn(at, "Partners naar belang en invloed")
    assert (row["influence"], row["name"]) == (5, first.label.replace("\\", ""))
    at = next(one for one in at.button if one.label == "Inschatting opslaan").click().run()
    assert "is opgeslagen" in texts(at)
    assert "**1** ingeschat" in texts(at)
    at = at.switch_page("pages/influence_styles.py").run()
    assert "**Onderbouwen**" in texts(at)


def test_a_force_is_added_to_a_field(example: Path) -> None:
    at = visit("forces")
    at.text_input(key="kracht_veld_naam").set_value("Leescoalitie").run()
    at = next(one for one in at.button if one.label == "Maken").click().run()
    at.text_input(key="kracht_veld_wat").set_value("Wethouder wil het").run()
    at = next(one for one in at.button if one.label == "Toevoegen").click().run()
    assert not at.exception
    assert "De drijvende krachten tellen op tot 3, de remmende tot 0" in texts(at)
