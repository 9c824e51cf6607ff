"""One sheet of a decision's workbook: typed cells, one look, printed on A4."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date | None
Style = Literal["plain", "bold", "title", "head", "group", "hundredth", "score", "share", "total"]

_A4 = 9
_ACCENT, _GROUND = "#0f5f66", "#f4f5f2"
_LOOKS: dict[Style, dict[str, object]] = {
    "plain": {"text_wrap": True},
    "bold": {"text_wrap": True, "bold": True},
    "title": {"bold": True, "font_size": 14, "font_color": _ACCENT},
    "head": {"text_wrap": True, "bold": True, "font_color": "#ffffff", "bg_color": _ACCENT},
    "group": {"text_wrap": True, "bold": True, "bg_color": _GROUND},
    "hundredth": {"num_format": "0.00"},
    "score": {"align": "center"},
    "share": {"num_format": "0%", "align": "right"},
    "total": {"num_format": "0.0", "bold": True, "bg_color": _GROUND},
}


class Sheet:
    """A worksheet with columns of these widths; `top` is the first row below the frozen ones."""

    def __init__(
        self,
        book: xlsxwriter.Workbook,
        name: str,
        widths: Iterable[float],
        *,
        top: int = 1,
        left: int = 0,
        landscape: bool = False,
    ) -> None:
        self.page: Worksheet = book.add_worksheet(name)
        self.formats = {
            style: book.add_format({"valign": "top", **look}) for style, look in _LOOKS.items()
        }
        self._date = book.add_format({"valign": "top", "align": "left", "num_format": "dd-mm-yyyy"})
        for at, width in enumerate(widths):
            self.page.set_column(at, at, width)
        self.page.freeze_panes(top, left)
        self.page.repeat_rows(0, top - 1)
        self.page.set_paper(_A4)
        self.page.fit_to_pages(1, 0)
        self.page.set_footer("&L&A&R&P van &N")
        if landscape:
            self.page.set_landscape()

    def write(self, row: int, column: int, value: Value, style: Style = "plain") -> None:
        """A text stays a text, whatever it starts with; None leaves an empty cell."""
        form = self.formats[style]
        if value is None:
            self.page.write_blank(row, column, None, form)
        elif isinstance(value, str):
            self.page.write_string(row, column, value, form)
        elif isinstance(value, date):
            self.page.write_datetime(row, column, value, self._date)
        else:
            self.page.write_number(row, column, value, form)

    def row(self, row: int, values: Sequence[Value], style: Style = "plain") -> None:
        """Values side by side, from the first column on."""
        for column, value in enumerate(values):
            self.write(row, column, value, style)

    def formula(
        self, row: int, column: int, formula: str, value: str | float, style: Style = "total"
    ) -> None:
        """A formula with what it gives, for programs that show a workbook without computing."""
        self.page.write_formula(row, column, formula, self.formats[style], value)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """Headings in the first row, with a filter, and the rows below."""
        self.row(0, headings, "head")
        last = 0
        for last, values in enumerate(rows, 1):
            self.row(last, values)
        self.page.autofilter(0, 0, last, len(headings) - 1)
