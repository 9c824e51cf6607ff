"""What a public library stands for by law: the five functions of the Wsob, in our own words."""

from dataclasses import dataclass

SOURCE = "Wet stelsel openbare bibliotheekvoorzieningen (Wsob), artikel 5; eigen verwoording"


@dataclass(frozen=True)
class LibraryFunction:
    """One of the five functions: a word for it and what it means to an inhabitant."""

    letter: str
    label: str
    meaning: str


FUNCTIONS = (
    LibraryFunction("a", "Weten", "betrouwbare kennis en informatie voor iedereen"),
    LibraryFunction("b", "Leren", "jezelf ontwikkelen, een leven lang"),
    LibraryFunction("c", "Lezen", "plezier in lezen en kennismaken met literatuur"),
    LibraryFunction("d", "Ontmoeten", "een open plek voor ontmoeting en debat"),
    LibraryFunction("e", "Beleven", "kennismaken met kunst en cultuur"),
)
