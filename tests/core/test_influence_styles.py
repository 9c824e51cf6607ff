"""Communication styles: the advice is total and sensible, the self-check says what is least."""

import csv
from itertools import product
from pathlib import Path

from core.influence_styles import QUESTIONS, STYLES, advice, practice, profile

PARTNER_TYPES = Path(__file__).parents[2] / "data" / "reference" / "partner_types.csv"
GRID = list(product(range(1, 6), range(1, 6), range(-2, 3)))


def test_every_quadrant_and_stance_has_an_advice_with_a_reason_and_another_second() -> None:
    for influence, interest, stance in GRID:
        found = advice(influence, interest, stance)
        assert {found.style, found.second} <= set(STYLES)
        assert found.style != found.second
        assert found.reason.endswith(".")


def test_who_is_against_is_never_pressed_and_who_is_with_us_is_never_left() -> None:
    for influence, interest, stance in GRID:
        found = advice(influence, interest, stance)
        if stance < 0:
            assert found.style in {"bridge", "disengage"}
            assert "assert" not in {found.style, found.second}
        if stance > 0:
            assert "disengage" not in {found.style, found.second}
        # Who has much at stake or much influence is heard, also when it is against.
        if influence >= 3 or interest >= 3:
            assert found.style != "disengage"


def test_every_style_is_advised_somewhere_and_asked_for_twice() -> None:
    assert {advice(*one).style for one in GRID} == set(STYLES)
    asked = [style for style, _ in QUESTIONS]
    assert all(asked.count(style) == 2 for style in STYLES)


def test_the_self_check_names_what_is_used_much_and_little() -> None:
    answers = {
        at: {"assert": 5, "bridge": 1}.get(style, 3) for at, (style, _) in enumerate(QUESTIONS)
    }
    used = profile(answers)
    assert next(iter(used)) == "assert"
    said = practice(used)
    assert "**Stellen** het meest" in said
    assert "**Onderzoeken** het minst" in said
    assert "Oefen eens met onderzoeken: vragen, luisteren" in said
    assert "**Onderbouwen, Inspireren en Onderzoeken** het minst" in practice(
        {"assert": 5, "persuade": 1, "attract": 1, "bridge": 1, "disengage": 3}
    )
    assert "even veel" in practice(profile(dict.fromkeys(range(10), 3)))


def test_a_sentence_suits_the_type_of_partner() -> None:
    """Whoever is no school, gemeente or childcare is not spoken to as one."""
    types = [row["label"] for row in csv.DictReader(PARTNER_TYPES.open())]
    said = {one: STYLES["bridge"].sentence_to(one) for one in types}
    assert "raad" in said["gemeente"]
    assert "leerkrachten" in said["basisschool"]
    assert "voorlezen" in said["kinderopvang"]
    assert "cliënten" in said["welzijn"]
    assert said["welzijn"] == said["boekhandel"] == STYLES["bridge"].sentence_to(None)
    for style in STYLES.values():
        assert len({style.sentence_to(one) for one in types}) == 4
