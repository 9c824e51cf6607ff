"""The report for a board: gathered from the store, as a PDF and as a workbook; what is kept."""
