"""The store in pandas, and the figures of the page: what the three alternatives share.

Everything is read once at the start, into memory, as their documentation does with a file.
"""

import os
from dataclasses import dataclass

import duckdb
import pandas as pd

SHOWN = 25
KEY_FIGURES = ("Samenwerkingen", "Partners", "Gemeenten", "Uren per jaar")


@dataclass(frozen=True)
class Frames:
    """The partnerships, and a row for each gemeente, theme and partner of one."""

    partnerships: pd.DataFrame
    gemeenten: pd.DataFrame
    themes: pd.DataFrame
    partners: pd.DataFrame


@dataclass(frozen=True)
class Shown:
    """What stands on the page under some filters."""

    figures: dict[str, str]
    heatmap: pd.DataFrame
    by_theme: pd.DataFrame
    by_form: pd.DataFrame


def load() -> Frames:
    """All that the page is made of, from the copy of the store that COMPARE_STORE names."""
    with duckdb.connect(os.environ["COMPARE_STORE"], read_only=True) as store:
        partnerships = store.sql("""
            select p.id as partnership, p.hours, s.label as status, s.counts_as, p.form
            from partnership p join status s on s.code = p.status
            where p.removed_at is null""").df()
        gemeenten = store.sql("""
            select partnership, name as gemeente
            from partnership_gemeente join gemeente on code = gemeente""").df()
        themes = store.sql("""
            select partnership, t.label as theme
            from (select id as partnership, unnest(themes) as code from partnership)
            join theme t using (code)""").df()
        partners = store.sql("select partnership, partner from partnership_partner").df()
    return Frames(partnerships, gemeenten, themes, partners)


def choices(frames: Frames) -> dict[str, list[str]]:
    """What can be chosen in each filter."""
    return {
        "gemeente": sorted(frames.gemeenten["gemeente"].unique()),
        "thema": sorted(frames.themes["theme"].unique()),
        "status": sorted(frames.partnerships["status"].unique()),
    }


def shown(frames: Frames, gemeenten: list[str], themes: list[str], statuses: list[str]) -> Shown:
    """The figures under these filters; an empty list is no restriction."""
    places, about = frames.gemeenten, frames.themes
    chosen = frames.partnerships
    if gemeenten:
        places = places[places["gemeente"].isin(gemeenten)]
        chosen = chosen[chosen["partnership"].isin(places["partnership"])]
    if themes:
        about = about[about["theme"].isin(themes)]
        chosen = chosen[chosen["partnership"].isin(about["partnership"])]
    if statuses:
        chosen = chosen[chosen["status"].isin(statuses)]
    else:
        chosen = chosen[chosen["counts_as"] == "active"]
    places = places[places["partnership"].isin(chosen["partnership"])]
    about = about[about["partnership"].isin(chosen["partnership"])]
    partners = frames.partners[frames.partners["partnership"].isin(chosen["partnership"])]
    cells = places.merge(about, on="partnership").groupby(["gemeente", "theme"], as_index=False)
    heatmap = cells["partnership"].nunique()
    largest = heatmap.groupby("gemeente")["partnership"].sum().nlargest(SHOWN).index
    values = (
        len(chosen),
        partners["partner"].nunique(),
        places["gemeente"].nunique(),
        chosen["hours"].sum(),
    )
    said = [f"{value:,.0f}".replace(",", ".") for value in values]
    return Shown(
        dict(zip(KEY_FIGURES, said, strict=True)),
        heatmap[heatmap["gemeente"].isin(largest)],
        _counted(about, "theme"),
        _counted(chosen, "form"),
    )


def _counted(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    counted = rows.groupby(by, as_index=False)["partnership"].nunique()
    return counted.sort_values("partnership")
