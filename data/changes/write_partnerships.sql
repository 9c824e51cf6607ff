insert into partnership by name
select *, $who as changed_by, timezone('UTC', now()) as changed_at from incoming
on conflict (id) do update set
    library = excluded.library, name = excluded.name, name_key = excluded.name_key,
    partners = excluded.partners, themes = excluded.themes, programmes = excluded.programmes,
    gemeenten = excluded.gemeenten, locations = excluded.locations,
    form = excluded.form, level = excluded.level, status = excluded.status,
    start_date = excluded.start_date, end_date = excluded.end_date,
    evaluation_date = excluded.evaluation_date,
    agreement = excluded.agreement, agreement_date = excluded.agreement_date,
    owner = excluded.owner, hours = excluded.hours, budget = excluded.budget,
    intended_result = excluded.intended_result, actual_result = excluded.actual_result,
    note = excluded.note, contributions = excluded.contributions, history = excluded.history,
    removed_at = excluded.removed_at, ended_reason = excluded.ended_reason,
    version = partnership.version + 1,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at
returning id
