"""`python -m bench [part ...] [--partnerships N ...] [--rounds R]`; `--help` lists the parts.

Prints plain tables: for each figure the median, the target and whether it is met. A benchmark
is not a test: the exit code says only whether it ran.
"""

import argparse
from collections.abc import Callable, Iterable

from bench import (
    backups,
    changes,
    charts,
    consideration,
    factsheets,
    imports,
    live_session,
    materials,
    pandas_comparison,
    queries,
    record,
    register,
    report,
    rerun,
    scoring,
    scoring_click,
    selection,
    together,
    without_names,
)
from bench.timing import ROUNDS

SIZES = (10_000, 100_000)
PARTS: dict[str, Callable[[Iterable[int], int], None]] = {
    "queries": queries.run,
    "pandas": pandas_comparison.run,
    "register": register.run,
    "rerun": rerun.run,
    "record": record.run,
    "changes": changes.run,
    "together": together.run,
    "import": imports.run,
    "backups": backups.run,
    "charts": charts.run,
    "selection": selection.run,
    "consideration": consideration.run,
    "report": report.run,
    "scoring": scoring.run,
    "scoring-click": scoring_click.run,
    "live-session": live_session.run,
    "materials": materials.run,
    "factsheets": factsheets.run,
    "without-names": without_names.run,
}


def main() -> None:
    """Run the parts that were asked for, by default all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="*", metavar="part", help=f"from: {', '.join(PARTS)}")
    parser.add_argument("--partnerships", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="R")
    parser.add_argument(
        "--quick", action="store_const", const=1, dest="rounds", help="the same as --rounds 1"
    )
    asked = parser.parse_args()
    if unknown := set(asked.part) - set(PARTS):
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    for part in asked.part or PARTS:
        PARTS[part](asked.partnerships, asked.rounds)


if __name__ == "__main__":
    main()
