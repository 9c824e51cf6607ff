select code, label from goal order by code
