import pytest
from conspectus.stages.cite import text_fragment


@pytest.mark.parametrize(
    ("url", "quote", "expected"),
    [
        ("https://a.example/x", "Nobody was hurt.", "https://a.example/x#:~:text=Nobody%20was%20hurt."),
        (
            "https://a.example/x",
            "Eight of the injured, who were cut, were treated at the quay-side.",
            "https://a.example/x#:~:text=Eight%20of%20the%20injured%2C,treated%20at%20the%20quay%2Dside.",
        ),
        ("https://a.example/x#top", "a & b", "https://a.example/x#top:~:text=a%20%26%20b"),
        ("https://a.example/x#top:~:text=old", "new", "https://a.example/x#top:~:text=new"),
        ("https://a.example/", "两\n行", "https://a.example/#:~:text=%E4%B8%A4%20%E8%A1%8C"),
        ("mailto:a@b.example", "x", ""),
        ("", "x", ""),
        ("javascript:alert(1)", "x", ""),
        ("http://[broken", "x", "http://[broken#:~:text=x"),
    ],
)
def test_links_point_at_the_words(url, quote, expected):
    assert text_fragment(url, [quote]) == expected


def test_a_link_marks_every_piece_of_a_quote():
    assert text_fragment("https://a.example/x", ["Nobody was hurt", " ", "the ferry sank"]) == (
        "https://a.example/x#:~:text=Nobody%20was%20hurt&text=the%20ferry%20sank"
    )
