"""The tables of the planted corpus, one module a language."""
