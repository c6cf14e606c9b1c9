"""The version, in a module of its own so that nothing heavy is needed to ask for it."""

__version__ = "0.1.0"
