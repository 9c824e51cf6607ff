select label from partner_type order by position
