"""Part test: tables that share no sentence with those on which rules are made, one module a language."""
