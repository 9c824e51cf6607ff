"""Whatever stands in the cells: each row is offered or refused with its reason, never an error."""

import csv
import io

from hypothesis import Phase, given, settings
from hypothesis import strategies as some

from data.errors import InputRefused
from data.ingest.partnerships import Preview, load_partnerships, read_partnerships
from data.store import Store

HEADER = ("naam", "bibliotheek", "partner", "partnertype", "thema", "gemeente", "status", "start",
          "einde", "uren per jaar")  # fmt: skip
GOOD = ("Lezen", "Bibliotheek Aa", "Vlinder", "basisschool", "PO", "Zaanstad", "actief",
        "1-2-2024", "31-12-2025", "12,5")  # fmt: skip
ODD = ("", " ", "0", "-1", "1e999", "NaN", "31-02-2024", "9999-99-99", "=1+1", "'", ";", "Aa\nBb")
CELL = some.sampled_from(ODD) | some.text(some.characters(exclude_categories=["Cs"]), max_size=12)
# Mostly good, so that what is odd is met beyond the first check of a row too.
ROW = some.tuples(*(some.just(good) | some.just(good) | CELL for good in GOOD))


def offer(store: Store, rows: list[tuple[str, ...]]) -> Preview | InputRefused:
    """What reading the rows leads to: a preview, or why the file as a whole is refused."""
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=";").writerows([HEADER, *rows])
    try:
        return read_partnerships(store, sheet.getvalue().encode(), "x.csv")
    except InputRefused as refused:
        return refused


@settings(max_examples=8, derandomize=True, phases=(Phase.generate,))
@given(some.lists(ROW, min_size=1, max_size=6))
def test_any_row_is_offered_or_refused_and_twice_is_once(rows: list[tuple[str, ...]]) -> None:
    with Store.open(None) as store:
        preview = offer(store, rows)
        if isinstance(preview, InputRefused):
            assert (preview.title and preview.advice) != ""
            return
        offered = {one.row for one in preview.rows}
        refused_rows = {one.row for one in preview.rejected}
        filled = {at for at, row in enumerate(rows, 2) if any(cell.strip() for cell in row)}
        assert offered | refused_rows == filled
        assert offered & refused_rows == set()
        for problem in preview.rejected:
            assert problem.column
            assert problem.reason
        load_partnerships(store, preview, "Anna")
        again = offer(store, rows)
        assert isinstance(again, Preview)
        assert {one.kind for one in again.rows} <= {"unchanged"}
        assert {one.row for one in again.rejected} == refused_rows
