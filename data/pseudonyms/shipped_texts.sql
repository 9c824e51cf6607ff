-- Texts that come with the product: their words say nothing of anybody.
select unnest([label, description]) as text from theme
union all select label from programme
union all select label from partner_type
union all select unnest([label, description]) from form
union all select label from level
union all select unnest([label, description]) from status
union all select label from goal
union all select unnest([label, question, anchor_1, anchor_3, anchor_5, literature]) from criterion
union all select name from gemeente
union all select name from region
