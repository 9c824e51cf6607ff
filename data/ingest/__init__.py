"""Reading what libraries have: spreadsheets of partnerships and registers of locations."""
