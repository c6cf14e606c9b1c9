import pytest
from conspectus.stages.figures import agree, statements


@pytest.fixture(scope="module")
def cites(tokens):
    return lambda one, other: agree(*statements(tokens(one, other)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Eleven people were hurt.", "The crash hurt 11 people.", True),
        ("Eleven people were hurt.", "Fourteen people were hurt.", False),
        ("It cost 1,200 crowns.", "It cost 1200 crowns.", True),
        ("It struck at 6:40 a.m.", "It struck at 7:15 a.m.", False),
        ("Eleven people were hurt on the reef.", "People were hurt on the reef.", True),
        ("People were hurt.", "Eleven people were hurt.", True),
        ("The board opened an inquiry.", "The board did not open an inquiry.", False),
        ("He denied the charge.", "He never admitted the charge.", True),
        ("One of them left.", "A man left.", True),
    ],
)
def test_a_source_with_another_figure_or_a_denial_is_not_cited(cites, one, other, expected):
    assert cites(one, other) is expected
