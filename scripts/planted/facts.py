"""What kinds of events there are, which facts each has, and the range of each figure.

The yes-or-no fact of a kind is named beside its templates: the table of a kind has it as "question".
"""

import datetime

# What each kind of event, of those that a part has, always tells of, and what else it may.
ALWAYS: dict[str, tuple[str, ...]] = {
    "explosion": ("deaths", "day"),
    "flood": ("deaths", "day"),
    "ferry": ("deaths", "day"),
    "fire": ("deaths", "day"),
    "quake": ("deaths", "day", "magnitude"),
    "bridge": ("deaths", "day"),
    "strike": ("arrested", "day"),
    "takeover": ("price", "day"),
    "verdict": ("term", "day"),
    "vote": ("share", "day"),
    "aid": ("amount", "day"),
    "train": ("deaths", "day"),
    "avalanche": ("deaths", "day"),
    "crush": ("deaths", "day"),
    "theft": ("stolen", "day"),
}
SOMETIMES: dict[str, tuple[str, ...]] = {
    "explosion": ("injured", "missing", "displaced", "homes", "damage", "place", "person", "org"),
    "flood": ("missing", "displaced", "homes", "damage", "injured", "person"),
    "ferry": ("injured", "missing", "place", "person", "org"),
    "fire": ("injured", "displaced", "damage", "place", "person", "org", "arrested"),
    "quake": ("injured", "missing", "displaced", "homes", "damage", "place", "person"),
    "bridge": ("injured", "missing", "damage", "person", "org", "decision"),
    "strike": ("injured", "damage", "place", "decision", "person", "org"),
    "takeover": ("jobs", "share", "decision", "person"),
    "verdict": ("damage", "decision", "person", "org"),
    "vote": ("votes", "decision", "person", "arrested"),
    "aid": ("share", "votes", "displaced", "decision", "person"),
    "train": ("injured", "missing", "damage", "place", "person", "org"),
    "avalanche": ("injured", "missing", "displaced", "place", "person"),
    "crush": ("injured", "arrested", "place", "person", "org"),
    "theft": ("accounts", "arrested", "decision", "person", "org"),
}
NO_DAYS = datetime.timedelta(0)
# Events that are over only at night: papers report the day after.
LATER = {"vote": datetime.timedelta(1), "strike": datetime.timedelta(1)}
DISASTERS = frozenset({"explosion", "flood", "ferry", "fire", "quake", "bridge", "train", "avalanche", "crush"})
IN_OFFICE_HOURS = frozenset({"takeover", "verdict", "aid"})
COUNTS = frozenset(
    {"deaths", "injured", "missing", "displaced", "arrested", "homes", "jobs", "votes", "term", "accounts"}
)
ALL_COUNTED = COUNTS - {"votes", "term"}  # counts that may still grow
MONEY = frozenset({"damage", "price", "amount", "stolen"})
DATES = frozenset({"day", "decision"})
NAMES = frozenset({"person", "org", "place"})
RISING = ("deaths", "injured", "displaced", "homes", "arrested", "accounts")
RANGES: dict[str, tuple[int, int]] = {
    "deaths": (4, 48),
    "injured": (9, 340),
    "missing": (3, 60),
    "displaced": (240, 48_000),
    "arrested": (6, 140),
    "homes": (18, 900),
    "jobs": (180, 1_900),
    "term": (4, 18),
    "votes": (164, 297),
    "vote.votes": (210_000, 3_400_000),
    "aid.displaced": (40_000, 2_600_000),
    "flood.displaced": (900, 240_000),
    "explosion.displaced": (120, 4_000),
    "fire.displaced": (120, 3_000),
    "explosion.homes": (6, 60),
    "explosion.damage": (2_000_000, 60_000_000),
    "fire.damage": (2_000_000, 120_000_000),
    "bridge.damage": (2_000_000, 90_000_000),
    "strike.damage": (1_000_000, 20_000_000),
    "verdict.damage": (20_000_000, 900_000_000),
    "ferry.injured": (9, 120),
    "fire.injured": (9, 120),
    "strike.injured": (9, 140),
    "bridge.injured": (5, 60),
    "bridge.missing": (3, 25),
    "train.injured": (9, 240),
    "train.missing": (3, 20),
    "train.damage": (2_000_000, 60_000_000),
    "avalanche.deaths": (4, 30),
    "avalanche.injured": (9, 40),
    "avalanche.missing": (3, 25),
    "avalanche.displaced": (120, 3_000),
    "crush.injured": (20, 340),
    "accounts": (4_000, 900_000),
    "stolen": (3_000_000, 600_000_000),
    "quake.deaths": (12, 460),
    "quake.injured": (80, 2_400),
    "damage": (2_000_000, 900_000_000),
    "price": (40_000_000, 8_000_000_000),
    "amount": (30_000_000, 4_000_000_000),
}
# Another value of a fact lies within half and twice its range, but where there are no more members of parliament.
RIVAL_RANGES = {"aid.votes": (150, 330)}
# Figures of other things: the fact they are labelled with, and their range.
BACKGROUND: dict[str, tuple[str, tuple[int, int]]] = {
    "b_deaths": ("deaths", (3, 40)),
    "b_injured": ("injured", (5, 60)),
    "b_homes": ("homes", (15, 120)),
    "b_displaced": ("displaced", (300, 4_000)),
    "b_arrested": ("arrested", (8, 60)),
    "b_crew": ("helpers", (35, 240)),
    "b_capacity": ("capacity", (750, 990)),
    "b_staff": ("staff", (5_100, 9_000)),
    "b_age": ("age", (34, 66)),
    "b_jurors": ("witnesses", (21, 70)),
    "b_seats": ("seats", (120, 150)),
    "b_crowd": ("crowd", (2_000, 30_000)),
    "b_stations": ("polling_stations", (1_200, 9_000)),
    "b_shocks": ("aftershocks", (14, 80)),
    "b_relief": ("relief", (1_000_000, 9_000_000)),
    "b_repair": ("repairs", (1_000_000, 6_000_000)),
    "b_fine": ("fine", (200_000, 900_000)),
    "b_insured": ("insured", (10_000_000, 90_000_000)),
    "b_price": ("price", (20_000_000, 900_000_000)),
    "b_amount": ("amount", (10_000_000, 600_000_000)),
    "b_turnout": ("turnout", (48, 79)),
    "b_share": ("other_share", (11, 24)),
    "b_rise": ("share_rise", (4, 19)),
    "b_term": ("term", (2, 9)),
}
B_MONEY = frozenset({"b_relief", "b_repair", "b_fine", "b_insured", "b_price", "b_amount"})
B_PERCENT = frozenset({"b_turnout", "b_share", "b_rise"})


def range_of(kind: str, fact: str) -> tuple[int, int]:
    """The range of a figure in events of a kind."""
    return RANGES.get(f"{kind}.{fact}") or RANGES[fact]
