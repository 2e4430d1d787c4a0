"""`python cli.py …` is the installed `provenance …`."""

from provenance.commands import main

if __name__ == "__main__":
    main()
