"""The figures of the pages, computed with pandas from the rows of the store.

A second implementation of the same definitions, for the store without registers: what the
comparison measures, and a check on the SQL besides.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

ACTIVE = ["actief", "evaluatie"]
PIPELINE = ["verkenning", "opstart"]
TABLES = ("partnership", "library", "partner", "theme", "gemeente")
MANY_HOURS, MUCH_BUDGET = 100, 5000


@dataclass(frozen=True)
class Frames:
    """The tables in memory; dates are days since 1970, a missing one is NaN."""

    partnership: pd.DataFrame
    period: pd.DataFrame
    partner: pd.DataFrame
    theme: pd.DataFrame
    gemeente: pd.DataFrame

    @classmethod
    def of(cls, path: Path) -> "Frames":
        """Read everything that the figures need."""
        with duckdb.connect(str(path)) as reader:
            tables = {name: reader.table(name).to_arrow_table() for name in TABLES}
            days = reader.sql(
                "select id as partnership, history[n].status as status, "
                "coalesce(history[n].since - date '1970-01-01', -1e9) as since, "
                "coalesce(history[n + 1].since - date '1970-01-01', 1e9) as until "
                "from (select id, history, unnest(range(1, len(history) + 1)) as n "
                "from partnership)"
            ).df()
        rows = tables["partnership"].drop_columns(["history"]).to_pandas()
        rows = rows[rows["removed_at"].isna()].set_index("id")
        served = tables["library"].to_pandas().set_index("id")["gemeenten"]
        whole = rows["gemeenten"].str.len() == 0
        rows.loc[whole, "gemeenten"] = rows.loc[whole, "library"].map(served)
        for name in ("end_date", "evaluation_date", "agreement_date"):
            rows[name] = pd.to_datetime(rows[name])
        return cls(
            rows,
            days,
            tables["partner"].to_pandas().set_index("id"),
            tables["theme"].to_pandas().set_index("code"),
            tables["gemeente"].to_pandas().set_index("code"),
        )

    def on(self, day: date) -> pd.DataFrame:
        """The partnerships with their status on a day and whether it counts."""
        number = (day - date(1970, 1, 1)).days
        period = self.period[(self.period["since"] <= number) & (self.period["until"] > number)]
        found = self.partnership.drop(columns="status").join(
            period.set_index("partnership")["status"], how="inner"
        )
        found["active"] = found["status"].isin(ACTIVE)
        found["pipeline"] = found["status"].isin(PIPELINE)
        return found

    def key_figures(self, days: list[date]) -> set[tuple[object, ...]]:
        """One row per day."""
        return {self._figures(day) for day in days}

    def _figures(self, day: date) -> tuple[object, ...]:
        found = self.on(day)
        active = found[found["active"]]
        moment = pd.Timestamp(day)
        agreed = (
            active["agreement"].eq(True)
            & ~(active["agreement_date"] > moment)
            & ~(active["end_date"] < moment)
        )
        return (
            day,
            len(active),
            int(found["pipeline"].sum()),
            active["partners"].explode().nunique(),
            active["themes"].explode().nunique(),
            active["gemeenten"].explode().nunique(),
            round(float(active["hours"].sum()), 2),
            round(float(active["budget"].sum()), 2),
            int(agreed.sum()),
        )

    def attention_counts(self, day: date) -> set[tuple[object, ...]]:
        """One row per reason, and one for all together."""
        found, moment = self.on(day), pd.Timestamp(day)
        active = found["active"]
        large = (found["hours"].fillna(0) >= MANY_HOURS) | (
            found["budget"].fillna(0) >= MUCH_BUDGET
        )
        soon = found["end_date"].between(moment, moment + pd.DateOffset(months=6))
        helps = found["contributions"].map(lambda given: any(one["value"] for one in given))
        reasons = {
            "agreement_ended": active & (found["end_date"] < moment),
            "agreement_ends": active & soon,
            "evaluation_overdue": active & (found["evaluation_date"] < moment),
            "no_owner": (active | found["pipeline"]) & found["owner"].isna(),
            "no_agreement": active & ~found["agreement"].eq(True) & large,
            "dormant": found["status"].eq("slapend"),
            "no_goal": active & ~helps,
        }
        counted = {(reason, int(holds.sum())) for reason, holds in reasons.items() if holds.any()}
        return counted | {(None, int(np.logical_or.reduce(list(reasons.values())).sum()))}

    def composition(self, day: date) -> set[tuple[object, ...]]:
        """One row per theme, form, partner type and status."""
        found = self.on(day)[["themes", "form", "partners", "status", "active", "pipeline"]]
        typed = found[["partners", "active", "pipeline"]].explode("partners")
        typed["code"] = typed["partners"].map(self.partner["type"])
        typed = typed.reset_index().drop_duplicates(["id", "code"])
        parts = {
            "theme": found.explode("themes").rename(columns={"themes": "code"}),
            "form": found.rename(columns={"form": "code"}),
            "partner_type": typed,
            "status": found.rename(columns={"status": "code"}),
        }
        return {
            (dimension, code, int(active), int(pipeline), int(count))
            for dimension, rows in parts.items()
            for code, active, pipeline, count in rows.assign(code=rows["code"].fillna(""))
            .groupby("code")
            .agg(active=("active", "sum"), pipeline=("pipeline", "sum"), count=("active", "size"))
            .itertuples()
        }

    def per_gemeente(self, day: date) -> set[tuple[object, ...]]:
        """One row per gemeente."""
        found = self.on(day)
        placed = found.loc[found["active"], ["gemeenten", "themes"]].explode("gemeenten")
        partnerships = placed.groupby("gemeenten").size()
        themes = placed.explode("themes").groupby("gemeenten")["themes"].nunique()
        return {
            (code, int(partnerships.get(code, 0)), int(themes.get(code, 0)))
            for code in self.gemeente.index
        }

    def coverage(self, day: date) -> set[tuple[object, ...]]:
        """Numerator and pipeline per theme and gemeente, and per theme."""
        found = self.on(day)
        found = found[found["active"] | found["pipeline"]].explode("themes")
        found = found[["themes", "gemeenten", "partners", "active", "pipeline"]]
        own = self.theme["register"].reindex(found["themes"]).notna().to_numpy()
        whole = found[~own].explode("gemeenten").assign(location="gemeente")
        cells = pd.concat([whole, self._partners(found[own])])
        keys = ["themes", "gemeenten", "location"]
        reached = cells.groupby(keys)[["active", "pipeline"]].any().reset_index()
        reached["pipeline"] &= ~reached["active"]
        return self._grid(reached.groupby(["themes", "gemeenten"])[["active", "pipeline"]].sum())

    def _partners(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Each partner of the matching type as one location where it stands."""
        rows = rows.explode("partners").dropna(subset="partners")
        known = self.partner.reindex(rows["partners"])
        wanted = self.theme["partner_type"].reindex(rows["themes"])
        rows = rows.assign(stands=known["gemeente"].to_numpy(), location=rows["partners"])
        rows = rows[known["type"].to_numpy() == wanted.to_numpy()].explode("gemeenten")
        return rows.assign(gemeenten=rows["stands"].fillna(rows["gemeenten"]))

    def _grid(self, reached: pd.DataFrame) -> set[tuple[object, ...]]:
        grid: set[tuple[object, ...]] = set()
        every: Any = pd.MultiIndex.from_product([self.theme.index, self.gemeente.index])
        cells = reached.reindex(every, fill_value=0)
        for theme, part in cells.groupby(level=0):
            part = part.droplevel(0).astype(int)
            grid |= {(theme, code, int(a), int(p)) for code, a, p in part.itertuples()}
            # Every gemeente has its school counts, and childcare has none: a total adds up all.
            total = part.sum()
            grid.add((theme, None, int(total["active"]), int(total["pipeline"])))
        return grid
