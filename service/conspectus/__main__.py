"""`python -m conspectus` is the command line."""

from conspectus.cli import main

main()
