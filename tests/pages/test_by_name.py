"""Choices that are called the same are told apart."""

from pages.shared.by_name import told_apart


def test_the_second_of_a_name_gets_a_number() -> None:
    assert told_apart({1: "Ster", 2: "Maan", 3: "Ster", 4: "Ster"}) == {
        1: "Ster",
        2: "Maan",
        3: "Ster (2)",
        4: "Ster (3)",
    }
