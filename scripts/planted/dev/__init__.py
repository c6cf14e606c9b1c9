"""Part dev: the tables on which rules are made, one module a language."""
