select option, criterion from consideration_cell where consideration = $consideration
