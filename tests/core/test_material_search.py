"""The ranking: how a word fits goes before where it stands, and more never counts less."""

import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from core.material_search import (
    EXCERPT,
    Fit,
    Place,
    Searchable,
    excerpt,
    folded,
    indexed,
    is_too_short,
    looked_for,
    marked,
    points,
    search,
)

WORDS = ["kinderopvang", "school", "intentieovereenkomst", "vve", "opvang", "taal", "lezen", "plan"]
texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
shelves = st.lists(st.tuples(texts, texts, texts), max_size=8)


def shelf(*titles_and_texts: tuple[str, str] | tuple[str, str, str]) -> list[Searchable]:
    return [
        Searchable(str(at), one[0], tuple(one[2:]), one[1])
        for at, one in enumerate(titles_and_texts)
    ]


def keys(materials: Iterable[Searchable], typed: str) -> list[str]:
    return [one.key for one in search(indexed(materials), typed).found]


def test_a_whole_word_goes_before_a_beginning_an_ending_and_a_typing_error() -> None:
    found = keys(
        shelf(
            ("Overeenkimst", ""),
            ("Samenwerkingsovereenkomst", ""),
            ("Overeenkomsten", ""),
            ("Overeenkomst", ""),
        ),
        "overeenkomst",
    )
    assert found == ["3", "2", "1", "0"]


def test_the_title_goes_before_the_labels_and_those_before_the_text() -> None:
    found = keys(shelf(("Een", "vve"), ("Twee", "", "vve"), ("Vve", "")), "vve")
    assert found == ["2", "1", "0"]


def test_how_a_word_fits_goes_before_where_it_stands() -> None:
    assert keys(shelf(("Schoolplan", ""), ("Iets", "de school")), "school") == ["1", "0"]


def test_points_order_as_the_page_explains() -> None:
    ordered = sorted(itertools.product(Fit, Place), key=lambda one: points(*one))
    assert ordered == list(itertools.product(Fit, Place))
    assert len({points(*one) for one in ordered}) == len(ordered)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("intentieoverenkomst", "intentieovereenkomst"),
        ("intenteovreenkomst", "intentieovereenkomst"),
        ("kinderopvnag", "kinderopvang"),
        ("schol", "school"),
        ("scohol", "school"),
        ("INTENTIE", "intentieovereenkomst"),
        ("coordinator", "coördinator"),
        ("Coördinator", "coordinator"),
        ("coo\u0308rdinator", "coördinator"),
        ("één", "een"),
    ],
)
def test_small_errors_case_and_accents_make_no_difference(typed: str, word: str) -> None:
    assert keys(shelf((f"Iets met {word}", "")), typed) == ["0"]


@pytest.mark.parametrize("word", ["samenwerkingsovereenkomst", "intentieovereenkomsten"])
def test_the_end_of_a_compound_is_found(word: str) -> None:
    assert keys(shelf((word, "")), "overeenkomst") == ["0"]


@pytest.mark.parametrize(("typed", "word"), [("format", "informatie"), ("taal", "betaalt")])
def test_letters_in_the_middle_of_another_word_are_not(typed: str, word: str) -> None:
    assert keys(shelf((word, "")), typed) == []


@pytest.mark.parametrize(
    ("typed", "word"),
    [("vva", "vve"), ("boek", "zoek"), ("school", "sgoll"), ("tchool", "school"), ("a", "taal")],
)
def test_other_words_are_no_typing_errors(typed: str, word: str) -> None:
    assert keys(shelf((word, "")), typed) == []


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    # Boytsov 2011: restricted Damerau. Swapping two neighbours is one step, and no letter is
    # changed twice: CA to ABC takes three (in the unrestricted distance two).
    [("ca", "abc", 3), ("kinderopvang", "kindreopvang", 1), ("kitten", "sitting", 3)],
)
def test_the_distance_is_optimal_string_alignment(one: str, other: str, distance: int) -> None:
    assert OSA.distance(one, other) == distance


def test_each_word_must_be_there_and_little_words_do_not_count() -> None:
    materials = shelf(("Format voor de vve", ""), ("Format", ""), ("Vve", ""))
    assert keys(materials, "een format voor het vve") == ["0"]
    assert looked_for("een format voor het vve") == ("format", "vve")
    assert looked_for("de het") == ("de", "het")
    assert looked_for("plan b, fase 2") == ("plan", "fase", "2")
    assert looked_for("b") == ("b",)


@pytest.mark.parametrize(
    ("typed", "is_short"),
    [("a", True), ("é", True), ("a b", True), ("ab", False), ("a vve", False), ("", False)],
)
def test_one_letter_is_too_short_to_search_with(typed: str, is_short: bool) -> None:
    assert is_too_short(typed) == is_short


def test_without_one_that_has_all_words_those_with_the_most() -> None:
    finding = search(indexed(shelf(("Format", ""), ("Vve format", ""))), "vve format wethouder")
    assert finding.partial
    assert [one.key for one in finding.found] == ["1"]


@pytest.mark.parametrize("typed", ["", "   ", "!?", "***", "\x00", "de" * 300])
def test_nothing_to_look_for_finds_nothing(typed: str) -> None:
    assert keys(shelf(("Format", "vve")), typed) == []


def test_on_an_empty_shelf() -> None:
    assert search(indexed([]), "vve").found == ()


@given(shelves, texts)
def test_more_of_what_is_looked_for_never_counts_less(
    shelf_: list[tuple[str, str, str]], typed: str
) -> None:
    """A word of the query put into a text, then into the title, raises the points or keeps them."""
    for word in looked_for(typed):
        for at, (title, label, text) in enumerate(shelf_):
            counts = []
            for changed in (
                (title, label, text),
                (title, label, f"{text} {word}"),
                (title, f"{label} {word}", f"{text} {word}"),
                (f"{title} {word}", f"{label} {word}", f"{text} {word}"),
            ):
                alone = [Searchable("x", changed[0], (changed[1],), changed[2])]
                found = search(indexed(alone), word).found
                counts.append(found[0].points if found else 0)
            assert counts == sorted(counts), at


@given(shelves, texts)
def test_the_order_is_that_of_the_points(shelf_: list[tuple[str, str, str]], typed: str) -> None:
    finding = search(indexed(shelf(*shelf_)), typed)
    counted = [one.points for one in finding.found]
    assert counted == sorted(counted, reverse=True)
    assert len({one.key for one in finding.found}) == len(finding.found)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_marking_loses_no_letter(text: str, words: list[str]) -> None:
    import unicodedata

    pieces = marked(text, [folded(one) for one in words])
    assert "".join(piece for piece, _ in pieces) == unicodedata.normalize("NFC", text)


def test_marked_are_whole_words_as_they_were_typed() -> None:
    assert marked("De Coördinator (vve).", {"coordinator", "vve"}) == [
        ("De ", False),
        ("Coördinator", True),
        (" (", False),
        ("vve", True),
        (").", False),
    ]


def test_an_excerpt_shows_where_the_words_stand_together() -> None:
    text = "vve " + "niets " * 100 + "de intentieovereenkomst voor vve hier " + "niets " * 100
    shown = excerpt(text, {"vve", "intentieovereenkomst"})
    assert "intentieovereenkomst voor vve" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


@given(st.text(max_size=900), st.lists(st.sampled_from(WORDS), max_size=3))
def test_an_excerpt_is_short(text: str, words: list[str]) -> None:
    assert len(excerpt(text, words)) <= EXCERPT + 4


def test_among_five_thousand() -> None:
    materials = shelf(*((f"Stuk {at} over lezen", f"tekst {at} school") for at in range(5_000)))
    materials.append(Searchable("x", "Intentieovereenkomst", (), ""))
    index = indexed(materials)
    assert [one.key for one in search(index, "intentieoverenkomst").found] == ["x"]
    assert len(search(index, "school").found) == 5_000
    assert search(index, "stuk 4711").found[0].key == "4711"
