select code from status where counts_as = 'active'
