"""The main text of a page of HTML, by trafilatura; the echo of it is what offsets count in."""

from conspectus.errors import MissingExtra


def main_text(html: str, index: int) -> str:
    """The text of a page's article, paragraphs on lines of their own; "" where it has none.

    Raises MissingExtra, naming the document, if trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise MissingExtra(f"documents[{index}].html", "html") from None
    # Precision over recall: a missed paragraph costs less than a cookie banner in the summary.
    return trafilatura.extract(html, favor_precision=True, include_comments=False, include_tables=False) or ""
