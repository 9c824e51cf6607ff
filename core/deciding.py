"""Making a decision of a consideration: all that is known and agreed, as a frozen copy."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pydantic import ValidationError

from core.certainty import Certainty
from core.certainty_wording import certainty_in_words
from core.consideration_table import ConsiderationTable, reasons
from core.decision import Action, Cell, DecidedCell, Decision, OptionOutcome, Spread
from core.verdict import Scores, Verdict, rank
from core.verdict_wording import band_in_words, finding, ranking


def outcomes(found: Sequence[Verdict], sure: Certainty | None) -> tuple[OptionOutcome, ...]:
    """The verdicts as they are frozen, best first; those that are level share a rank."""
    chances = {one.code: one for one in sure.chances} if sure else {}
    return tuple(
        OptionOutcome(
            option=one.code,
            total=one.total,
            groups=one.groups,
            band=band_in_words(one),
            rank=rank(found, one),
            preconditions=one.preconditions,
            first_near=chances[one.code].near[0] if one.code in chances else None,
            first_free=chances[one.code].free[0] if one.code in chances else None,
        )
        for one in found
    )


def decide(
    *,
    consideration: int,
    question: str,
    library: str | None,
    table: ConsiderationTable,
    scores: Scores,
    notes: Mapping[Cell, str],
    spreads: Mapping[Cell, Sequence[Spread]],
    found: Sequence[Verdict],
    sure: Certainty | None,
    took_part: Iterable[str],
    decision: str,
    chosen: Iterable[str],
    actions: Iterable[Action],
    review_on: date | None,
    decided_on: date,
    agreement: float | None,
    raters: int,
    data_version: str,
) -> tuple[Decision | None, list[str]]:
    """The decision, or what is wrong with what was typed, in Dutch."""
    cells = [
        DecidedCell(
            option=option.code,
            criterion=code,
            score=scores.get((option.code, code)),
            unsure=scores.get((option.code, code), 0) is None,
            note=notes.get((option.code, code), ""),
            spread=tuple(spreads.get((option.code, code), ())),
        )
        for option in table.options
        for code in table.codes
    ]
    certain = certainty_in_words(table, sure) if sure else []
    try:
        return Decision(
            consideration=consideration,
            question=question,
            library=library,
            decided_on=decided_on,
            took_part=tuple(took_part),
            options=table.options,
            criteria=table.criteria,
            criteria_name=table.criteria_name,
            criteria_version=table.criteria_version,
            points=table.points,
            cells=tuple(cells),
            outcome=outcomes(found, sure),
            finding=finding(found),
            certainty=(*ranking(table, scores, found), *certain),
            agreement=agreement,
            raters=raters,
            decision=decision,
            chosen=tuple(chosen),
            actions=tuple(actions),
            review_on=review_on,
            data_version=data_version,
        ), []
    except ValidationError as error:
        return None, reasons(error)
