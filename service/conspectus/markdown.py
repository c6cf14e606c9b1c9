"""Text and links that Markdown shows word for word: CommonMark, and GitHub's, which makes links of bare addresses."""

import re
from urllib.parse import quote

_ENTITY = r"&(?=#?\w+;)"
# What opens or closes markup anywhere in a line: of an entity its &, and what makes a bare address a link.
_ANYWHERE = re.compile(rf"[\\`*_\[\]<|~]|{_ENTITY}|:(?=//)|(?<=www)\.", re.IGNORECASE)
# What makes a heading, a quotation, a list or a rule of a line that begins with it.
_AT_START = re.compile(r"^(?:([0-9]+)(?=[.)](?:\s|$))|(?=[#>+-]))")
# What ends an address, or is none of it.
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\s()<>\\`\"|^{}]")


def escape(text: str) -> str:
    """A line of text, without control characters, with a backslash before what would be markup."""
    return _AT_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", text))


def link(text: str, url: str) -> str:
    """A link that shows the text."""
    address = _NOT_IN_ADDRESS.sub(lambda match: quote(match[0].encode("utf-8", "replace"), safe=""), url)
    return "[{}]({})".format(escape(text), re.sub(_ENTITY, r"\\&", address))
