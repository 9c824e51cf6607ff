"""A portfolio in which everything that people name or write holds one word, to look for."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from core.agreement import Agreement
from core.consideration_table import ConsiderationTable
from core.contact_person import ContactPerson
from core.coverage import Definition
from core.criteria import CriteriaSet, Criterion
from core.decision import Action, OptionOutcome, Review
from core.factsheet_words import FactsheetWords
from core.filters import Filters
from core.force_field import Force, ForceField
from core.forces import Assessment
from core.gemeente_figures import GemeenteFigures
from core.health import HealthCheck, Judged
from core.library_style import LibraryStyle
from core.material import HiddenGuide, Material, StoredFile
from core.partner import Alias, Distinct
from core.report import Figures, KeptReport
from core.saved_view import SavedView
from core.scenario import Imagined, Scenario
from core.step_plan import Check, CheckProgress, StepPlan, StepTemplate
from core.strategy import Choice, Strategy
from core.wish import Wish
from core.yearly_result import YearlyResult
from data import (
    agreements,
    considerations,
    contact_persons,
    criteria_sets,
    decisions,
    factsheet_documents,
    forces,
    health,
    materials,
    merging,
    partner_register,
    reviews,
    saved_views,
    scenarios,
    sessions,
    step_plans,
    strategies,
    yearly_results,
)
from data.documents import make
from data.report import kept
from data.store import Store
from tests.decided import decided
from tests.portfolio import ALKMAAR, ZAANSTAD, Portfolio
from tests.weighing import noted, scored

MARK = "Kwarts"
DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Marked:
    """The numbers of some of what was made."""

    partnership: int
    partner: int
    consideration: int
    decision: int
    force_field: int
    material: int

    def on_page(self, page: str, what: str = "") -> dict[str, int | str]:
        """What the address of a page says to show one of these; `what` where there are several."""
        found: dict[str, dict[str, int | str]] = {
            "partnership": {"nr": self.partnership},
            "gemeente_factsheet": {"plaats": "GM0479"},
            "consideration: a decision": {"besluit": self.decision},
            "consideration: a session": {"afweging": self.consideration, "stap": "Samen"},
            "forces: a force field": {"wie": self.partner, "veld": self.force_field},
            "materials: one of them": {"materiaal": self.material},
            "partner_register: a partner": {"partner": self.partner},
            "step_plan: of a partnership": {"plan": self.partnership, "planfase": 1},
        }
        return found.get(f"{page}: {what}" if what else page, {})


def marked(store: Store) -> Marked:
    """Fill an empty store with one or two of everything that people name or write."""
    made = Portfolio(store)
    library = made.library(f"Bibliotheek {MARK}", ZAANSTAD, ALKMAAR)
    school = made.partner(f"Basisschool {MARK}", "basisschool", ZAANSTAD)
    double = made.partner(f"Basisschool De {MARK}", "basisschool", ZAANSTAD)
    other = made.partner(f"Stichting {MARK}", None, ALKMAAR)
    for id_ in ("09KW00", "10KW00", "11KW00"):
        made.location("po", id_, ZAANSTAD, 100)
    made.ask("update location set name = $1 || id, place = $2, kind = $2", f"School {MARK} ", MARK)
    made.ask(
        "insert into register_load (register, file_name, measure_date, locations, loaded_by) "
        "values ('po', ?, ?, 3, ?)", f"{MARK}.csv", DAY, MARK,
    )  # fmt: skip
    made.link(school, "po", "09KW00")
    labels = (f"Samen met Stichting {MARK}", f"Meer {MARK}")
    made.ask(
        "update library set goal_sets = ? where id = ?",
        [{
            "valid_from": date(2020, 1, 1),
            "goals": [{"code": code, "label": label, "weight": 50.0}
                      for code, label in zip("AB", labels, strict=True)],
        }], library,
    )  # fmt: skip
    everything: dict[str, Any] = {
        "partners": [school, other],
        "programmes": [f"Lezen met {MARK}", "de Bibliotheek op school po"],
        "gemeenten": [ZAANSTAD],
        "locations": ["10KW00", f"{MARK}99"],
        "owner": f"Anna {MARK}",
        "intended_result": f"Meer lezen bij {MARK}",
        "actual_result": f"Gelukt bij {MARK}",
        "note": f"Bel {MARK}",
        "hours": 40.0,
        "contributions": [
            {"goal": "A", "value": 3, "realised": 2, "reason": f"Omdat {MARK} het wil"}
        ],
        "form": "convenant",
        "start_date": date(2024, 1, 1),
        "evaluation_date": date(2025, 1, 1),
    }
    first = made.partnership(f"Voorlezen {MARK}", **everything)
    second = made.partnership(f"Taalhuis {MARK}", partners=[double], gemeenten=[ALKMAAR])
    made.partnership(
        f"Over {MARK}", partners=[other], status="beeindigd", end_date=date(2025, 6, 1),
        ended_reason=f"Ruzie met {MARK}",
    )  # fmt: skip
    return _written(store, library, (first, second), (school, double, other))


def _written(
    store: Store, library: int, partnerships: tuple[int, int], partners: tuple[int, int, int]
) -> Marked:
    """What is written about it: one document of each kind at least."""
    first, second = partnerships
    school, double, other = partners
    who = f"Anna {MARK}"
    text = f"Gesproken met {MARK}"
    own = Criterion(
        code="P1", label=f"Past bij {MARK}", group="passendheid", question=f"Wil {MARK}?",
        anchor_1=f"{MARK} niet", anchor_3=f"{MARK} soms", anchor_5=f"{MARK} wel",
    )  # fmt: skip
    criteria_sets.make_criteria_set(
        store, f"Set {MARK}", CriteriaSet(library=library, criteria=(own,)), who
    )
    table = ConsiderationTable(library=library, criteria=(own,), criteria_name=f"Set {MARK}")
    table = table.adding(f"Voorlezen {MARK}", first).adding(f"Idee {MARK}")
    weighed = considerations.make_consideration(store, f"Door met {MARK}?", table, who)[0]
    session = sessions.open_session(store, weighed, who)
    person = sessions.join(store, session["id"], f"Bob {MARK}")
    sessions.enter_as(store, person, [scored("AP1", "4"), noted("AP1", text)])
    sessions.reveal(store, session["id"], 1)
    sessions.close_session(store, session["id"], who)
    outcome = tuple(
        OptionOutcome(
            option=one, total=(40.0, 60.0), groups={"passendheid": (0.4, 0.6)}, band="bespreken",
            rank=rank, preconditions={},
        )
        for rank, one in enumerate("AB", 1)
    )  # fmt: skip
    decision = decided(
        consideration=weighed, outcome=outcome, question=f"Door met {MARK}?",
        library=f"Bibliotheek {MARK}",
        options=table.options, criteria=(own,), criteria_name=f"Set {MARK}", points={"P1": 100.0},
        took_part=(f"Bob {MARK}", f"Cor {MARK}"), finding=f"Idee {MARK} staat voorop.",
        certainty=(f"Voorlezen {MARK} wint soms.",), decision=f"We gaan door met {MARK}.",
        chosen=("A",), actions=(Action(what=f"Bel {MARK}", owner=who, due=DAY),),
    )  # fmt: skip
    taken = decisions.take_decision(store, decision, who)[0]
    reviews.add_review(
        store,
        Review(
            decision=taken, option="A", reviewed_on=date(2027, 1, 1), by=who, scores=(),
            conclusion=text,
        ),
        who,
    )  # fmt: skip
    agreements.make_agreement(
        store, Agreement(partnership=first, what=f"Bel {MARK}", owner=who, note=text, due=DAY), who
    )
    health.add_health_check(
        store,
        HealthCheck(
            partnership=first, checked_on=DAY, by=who,
            judged=(Judged(condition="trust", score=2, note=text),),
        ),
        who,
    )  # fmt: skip
    yearly_results.add_yearly_result(
        store, YearlyResult(partnership=first, year=2025, intended=text, actual=text), who
    )
    for day in (date(2025, 10, 1), DAY):
        forces.assess(
            store,
            Assessment(
                partner=school, day=day, influence=day.month % 5 + 1, interest=3, stance=1,
                brings=4, asks=2, of_person=text, of_organisation=text, shared=text,
                bringing=text, wanting=text, note=text, by=who,
            ),
            who,
        )  # fmt: skip
    field = make(
        store, forces.FIELD, f"Krachten rond {MARK}",
        ForceField(forces=(Force(what=f"{MARK} helpt", drives=True, strength=3),)), who,
    )[0]  # fmt: skip
    contact_persons.add_contact_person(
        store,
        f"Basisschool {MARK}",
        ContactPerson(
            partner=school, name=f"Dirk {MARK}", role=f"Directeur {MARK}", phone="075 123 45 67",
            email=f"dirk@{MARK}.nl", note=text,
        ),
        who,
    )  # fmt: skip
    imagined = Imagined(
        name=f"Nieuw met {MARK}", library=library, theme="PO", gemeenten=(ZAANSTAD,),
        partners=(f"Nieuwe {MARK}", f"Andere {MARK}"), locations=2, hours=10.0,
    )  # fmt: skip
    scenarios.make_scenario(
        store, f"Stoppen met {MARK}", who, Scenario(stopped=(second,), imagined=(imagined,))
    )
    material = _written_for_others(store, library, first, school)
    strategy = Strategy(
        library=library, ambition=text, goals=("A",), goals_words=text, spots=("PO.GM0361",),
        spots_words=text, partners=(school, other), partners_words=text, considerations=(weighed,),
        considerations_words=text, choices=(Choice(what=text, owner=who, due=DAY),),
    )  # fmt: skip
    strategies.make_strategy(store, f"Samen met {MARK}", strategy, who)
    saved_views.keep_view(store, f"Alles van {MARK}", SavedView(words=MARK), who)
    make(store, merging.DISTINCT, f"{MARK} en {MARK}", Distinct(partners=(double, other)), who)
    make(store, partner_register.ALIAS, f"De oude {MARK}", Alias(partner=school), who)
    return Marked(first, school, weighed, taken, field, material)


def _written_for_others(store: Store, library: int, partnership: int, partner: int) -> int:
    """What is written for a plan, a factsheet, a report and to work with; the material's number."""
    who, text = f"Anna {MARK}", f"Gesproken met {MARK}"
    own = Check(number=200_000, phase=1, text=f"{MARK} tekent")
    checks = (*step_plans.shipped().checks(), own)
    progress = CheckProgress(
        partnership=partnership, number=own.number, state="skipped", owner=who, due=DAY,
        evidence=text, link=f"https://{MARK}.nl/plan", reason=text, settled_on=DAY,
    )  # fmt: skip
    wish = Wish(
        partnership=partnership, partner=partner, subject="other", other=f"Stoep van {MARK}",
        weight=4, text=text,
    )  # fmt: skip
    factsheet = FactsheetWords(
        library=library, gemeente=479, story=text, ask=text, partnership=partnership
    )
    filters = Filters(measure_date=date(2025, 11, 28), libraries=(library,), themes=("PO",))
    report = KeptReport(
        made_on=date(2025, 11, 28),
        filters=filters,
        definition=Definition.CONTACT,
        figures=Figures.model_validate(dict.fromkeys(Figures.model_fields, 1)),
    )
    for kind, content in (
        (step_plans.PLAN, StepPlan(partnership=partnership, checks=checks, phase=1)),
        (step_plans.TEMPLATE, StepTemplate(library=library, checks=checks)),
        (step_plans.CHECK, progress),
        (step_plans.WISH, wish),
        (
            factsheet_documents.FIGURES,
            GemeenteFigures(library=library, gemeente=479, year=2025, members=9),
        ),
        (factsheet_documents.STYLE, LibraryStyle(library=library, colour=(90, 20, 20))),
        (factsheet_documents.WORDS, factsheet),
        (kept.KIND, report),
        (materials.HIDDEN, HiddenGuide(guide="mbo")),
    ):
        make(store, kind, f"Van {MARK}", content, who)
    upload = f"Notulen met {MARK}".encode()
    stored = StoredFile(
        name=f"{MARK}.txt", extension="txt", size=len(upload), sha256=sha256(upload).hexdigest()
    )
    material = Material(
        title=f"Afspraken met {MARK}", kind="format", summary=text, text=text, themes=("PO",),
        programmes=(f"Lezen met {MARK}",), maker=who, link=f"https://{MARK}.nl", file=stored,
        checked_on=DAY,
    )  # fmt: skip
    return materials.make_material(store, material, who, upload)[0]
