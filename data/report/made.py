"""A report, made: its files and what is kept of it."""

from dataclasses import dataclass

from core.report import KeptReport, ReportAsked
from data.report.contents import Step, gather, kept_of
from data.report.pdf import report_pdf
from data.report.workbook import report_name, report_workbook
from data.store import Reader

# The PDF takes seconds, whatever the size; the workbook has every row.
_PDF = 0.3


@dataclass(frozen=True)
class Made:
    """The files by their names' ends, the name before that, and what is kept for the next one."""

    name: str
    pdf: bytes
    workbook: bytes
    kept: KeptReport


def make_report(store: Reader, asked: ReportAsked, step: Step) -> Made:
    """Gather the report and make both files of it; `step` hears what is done and may raise."""
    contents = gather(store, asked, lambda what, share: step(what, share * _PDF))
    document = report_pdf(contents, lambda what, share: step(what, share * _PDF))
    workbook = report_workbook(
        store, contents, lambda what, share: step(what, _PDF + share * (1 - _PDF))
    )
    return Made(report_name(contents), document, workbook, kept_of(contents))
