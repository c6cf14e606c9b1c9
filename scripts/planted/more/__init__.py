"""Part more: tables of other authors than those of dev, on which rules are made as well, one module a language."""
