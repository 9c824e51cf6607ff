select 'theme' as list, code, label, label as spelling, position from theme
union all select 'theme', code, label, code, position from theme
union all select 'theme', code, label, alias, position from theme_alias join theme on code = theme
union all select 'status', code, label, label, position from status
union all select 'status', code, label, code, position from status
union all select 'status', code, label, alias, position from status_alias join status on code = status
union all select 'partner_type', label, label, label, position from partner_type
union all select 'partner_type', label, label, alias, position
    from partner_type_alias join partner_type on label = partner_type
union all select 'form', label, label, label, position from form
union all select 'form', label, label, alias, position from form_alias join form on label = form
union all select 'level', label, label, label, position from level
union all select 'programme', label, label, label, 0 from programme
union all select 'goal', code, label, code, 0 from goal
order by list, position, code
