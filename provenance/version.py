"""The version of the package, apart so that nothing has to be imported to read it."""

VERSION = "0.1.0"
