"""Names of people: which word is what, its gender and its six cases."""
