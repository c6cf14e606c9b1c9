"""English: names, forms of values, and sentence templates; entries of even place are part dev, of odd place test."""

import datetime
import random
from typing import Any

ARTICLE = r"^the "
CURRENCIES = {"$": "dollars", "€": "euros"}
TOWNS = [
    ("Marden Quay", "Calder County"), ("Holtby", "the Wend Valley"), ("Port Selwick", "Orrin Province"),
    ("Tarrow", "the Upper Lenne"), ("Kesterly", "Ashmark"), ("Dunvale", "West Ostrey"), ("Brackhaven", "the Sund coast"),
    ("Ellerton Cross", "Mirrow County"),
]  # fmt: skip
PAPERS = [
    "Holtby Courier", "Ostrey Gazette", "Calder Mail", "Morning Ledger", "Wend Valley Echo", "Harbour Post",
    "Ashmark Sentinel", "Lenne Chronicle", "Radio Selwick", "Northern Dispatch", "City Observer", "Daily Beacon",
    "Channel Six News", "Tarrow Times", "Mirrow Herald", "Coast Report",
]  # fmt: skip
WIRES = ["Meridian", "Corvus News Agency", "United Wire"]
REPORTERS = ["", "", "Staff reporter", "Nell Abery", "Tobias Crane", "By our correspondent", "Priya Lund", "Newsroom"]
FIRST = {
    "f": ["Ida", "Maren", "Ruth", "Celia", "Joan", "Tamsin", "Odette", "Pauline", "Greta"],
    "m": ["Owen", "Martin", "Silas", "Victor", "Hugh", "Desmond", "Anton", "Callum", "Piers"],
}
LAST = [
    "Hale",
    "Brandreth",
    "Okoro",
    "Lindqvist",
    "Farrow",
    "Tessler",
    "Maddern",
    "Quayle",
    "Ransome",
    "Voss",
    "Adeyemi",
]
SOURCES = {
    "disaster": ["police", "the fire brigade", "the regional government", "rescue officials", "the civil defence office"],
    "strike": ["police", "the interior ministry", "the city council", "a police spokeswoman"],
    "takeover": ["people close to the board", "the stock exchange", "a company spokesman", "the companies"],
    "verdict": ["court officials", "the prosecutor's office", "a court spokeswoman", "the court"],
    "vote": ["the election commission", "election officials", "state television", "a commission spokesman"],
    "aid": ["government officials", "the finance ministry", "diplomats", "a ministry spokeswoman"],
}  # fmt: skip
ATTRIBUTIONS = [", {src} said.", ", according to {src}.", ", {src} said in a statement."]
HEDGES = {
    "about": ["about", "around", "some", "roughly"],
    "over": ["more than", "over"],
    "least": ["at least"],
    "nearly": ["nearly", "almost"],
}
WHAT = {
    "deaths": "number of dead", "injured": "number of injured", "displaced": "number of people forced from their homes",
    "homes": "number of homes destroyed", "arrested": "number of arrests",
}  # fmt: skip
# What the publisher itself had said before, and what it says now.
RISES = [
    "The {what}, put at {old:x} in first reports, has risen to {new:x}.",
    "The {what} rose to {new:x} from {old:x}.",
    "Earlier the {what} had been given as {old:x}; it now stands at {new:x}.",
    "An earlier count of {old:x} was revised, and the {what} is now {new:x}.",
    "The {what} has climbed to {new:x}, up from the {old:x} first reported.",
    "Authorities raised the {what} to {new:x}, having first spoken of {old:x}.",
]

LEADS = [
    "{deaths} people have died after {a_ev} {prep} {town} {day}, {src} said.",
    "{town} was in mourning after {a_ev} {day} that left {deaths} people dead.",
    "{a_ev} {prep} {town} {day} killed {deaths} people, {src} said.",
    "The death toll from {a_ev} {prep} {town} {day} has been put at {deaths:x}.",
    "Rescuers were still at work {prep} {town} after {a_ev} {day}, in which {deaths} people were killed.",
    "{a_ev} has cost {deaths} lives {prep} {town}, according to {src}.",
    "People in {town} are asking how {a_ev} {day} could kill {deaths} of their neighbours and friends.",
    "Flags flew at half-mast in {town} for the {deaths:x} people who died in {a_ev} {day}.",
    "{src} confirmed that {a_ev} {prep} {town} {day} had claimed {deaths} lives.",
    "{region} has declared a state of emergency after {a_ev} {day} which took the lives of {deaths} people.",
    "It was {day} that {a_ev} brought {region} to a standstill; {deaths} people are known to have died.",
    "Grief and anger met officials who came to {town} after {a_ev} killed {deaths} people {day}.",
]

FACTS: dict[str, list[str]] = {
    "deaths": [
        "{deaths} people were killed in {ev}~",
        "{ev} claimed the lives of {deaths} people~",
        "The death toll stands at {deaths:x}, according to {src}.",
        "Officials put the number of dead at {deaths:x}.",
        "{ev} left {deaths} people dead~",
        "In all, {deaths} people died~",
        "The names of the {deaths:x} people who died will not be published until their families agree, {src} said.",
        "Hospitals and rescue teams have confirmed {deaths} deaths, and a telephone line was set up for relatives.",
        "Prayers were said in {town} for the {deaths:x} dead.",
        "Relatives of the {deaths:x} people killed gathered at a school hall, where counsellors were waiting.",
        "{src} confirmed that {deaths} people had died.",
        "{deaths} people lost their lives, among them a teacher known to half the town.",
        "For {deaths} people help came too late.",
        "{src} said {deaths} were dead and warned against rumours of other figures.",
    ],
    "injured": [
        "{injured} people were injured~",
        "{injured} people were taken to hospital with injuries~",
        "{ev} left {injured} people injured~",
        "Doctors in {town} treated {injured} people who had been hurt~",
        "The number of injured was given as {injured:x}.",
        "{src} counted {injured:x} injured.",
        "{injured} people suffered injuries, and blood donors were asked to come forward.",
        "Another {injured:x} people were hurt~",
        "Beds were cleared in three hospitals for the {injured:x} people injured.",
        "Ambulances brought in {injured} wounded, {src} said.",
        "Hospitals reported {injured} injured and called staff back from leave.",
        "{injured} were hurt, according to {src}, which asked people to keep the roads free for ambulances.",
    ],
    "missing": [
        "{missing} people are still missing~",
        "Search teams are looking for {missing} missing people~",
        "{missing} people remain unaccounted for~",
        "There was no trace of {missing} people~",
        "The list of the missing has {missing:x} names, {src} said.",
        "Hopes faded for the {missing:x} people who are missing.",
        "Relatives of the {missing:x} missing waited behind the barriers.",
        "The search for {missing} missing people goes on with dogs and drones~",
        "{src} put the number of missing at {missing:x}.",
        "With {missing} people missing, {src} asked volunteers to join the search.",
    ],
    "displaced": [
        "{displaced} people had to leave their homes~",
        "{displaced} people were evacuated~",
        "{src} ordered {displaced} residents to leave the area.",
        "The authorities moved {displaced} people to safety~",
        "Schools and sports halls took in the {displaced:x} people who had been moved out.",
        "For {displaced} people, home is now a camp bed in a gymnasium~",
        "The number of people forced from their homes is {displaced:x}, {src} said.",
        "{displaced} residents have been told to stay away from their homes until further notice.",
        "Buses carried {displaced} evacuees out of the area~",
        "Among the worries is shelter for {displaced} people driven from their homes, {src} said.",
    ],
    "aid.displaced": [
        "{displaced} people have been driven from their homes in {region}~",
        "The crisis has displaced {displaced} people~",
        "Aid groups count {displaced} displaced people in {region}.",
        "In {region}, {displaced} people live in camps or with relatives since they fled their homes~",
        "The number of displaced stands at {displaced:x}, according to {src}.",
        "The money is meant above all for the {displaced:x} people who had to flee their homes.",
        "Since the spring {displaced} people in {region} have had to leave home~",
        "Officials put the number of people who have fled their homes at {displaced:x}.",
    ],
    "homes": [
        "{homes} homes were destroyed~",
        "{homes} houses were reduced to rubble or will have to be pulled down~",
        "{src} said {homes} houses had been destroyed.",
        "{ev} destroyed {homes} homes~",
        "Of {homes} houses little more than the walls is left~",
        "Surveyors have listed {homes} houses as destroyed.",
        "The number of homes destroyed was put at {homes:x}, and winter is near.",
        "No one will be able to return to the {homes:x} homes that were destroyed, {src} said.",
        "Engineers marked {homes} wrecked houses with red paint.",
        "Families lost {homes} homes, {src} said, and many had no insurance.",
    ],
    "damage": [
        "The damage is put at {damage}~",
        "{ev} caused damage of {damage}~",
        "First estimates speak of damage worth {damage}.",
        "{src} estimated the damage at {damage}.",
        "Repairing what was destroyed will cost {damage}~",
        "Losses come to {damage}~",
        "The bill for the damage, {damage} by the reckoning of {src}, has still to be shared out.",
        "With damage of {damage} and no budget for it, {region} has turned to the capital.",
        "Damage was valued at {damage:x}, {src} said.",
        "Experts who walked the site put the cost of the damage at {damage}.",
    ],
    "verdict.damage": [
        "Customers lost {damage} in the fraud~",
        "The fraud caused losses of {damage}~",
        "The court put the damage at {damage}.",
        "Prosecutors said the scheme had cost savers {damage}.",
        "Savers were cheated of {damage}~",
        "Losses from the scheme came to {damage}, the court found.",
        "By the judges' reckoning {damage} of customers' money was gone when the scheme collapsed.",
        "The damage done to small savers, {damage} in all, weighed heavily, the court said.",
    ],
    "arrested": [
        "{arrested} people were arrested~",
        "Police arrested {arrested} people~",
        "Officers made {arrested} arrests~",
        "{arrested} people were detained~",
        "Police said {arrested} people had been taken into custody.",
        "{arrested} people spent the night in cells~",
        "The number of arrests was given as {arrested:x}.",
        "Lawyers for the {arrested:x} people arrested complained that they could not see their clients.",
        "There were {arrested} arrests, and mobile phones were seized.",
        "Officers led away {arrested} people in handcuffs, {src} said.",
    ],
    "price": [
        "{buyer} is offering {price} for {target}~",
        "The offer values {target} at {price}~",
        "The purchase price is {price}~",
        "{buyer} will pay {price}~",
        "Shareholders of {target} are to receive {price} in all.",
        "At {price}, the deal is the largest in the history of {buyer}.",
        "Analysts called {price} a full price for a maker of pumps.",
        "To raise the {price:x} it is paying for {target}, {buyer} will borrow from four banks.",
        "{buyer} put the value of the transaction at {price}.",
        "The price, {price}, will be paid in cash.",
        "Banks are lending part of the {price:x} that the purchase costs.",
        "For {price} the buyer gets the brand, the patents and five plants.",
    ],
    "jobs": [
        "{jobs} jobs are to go~",
        "The merger will cost {jobs} jobs~",
        "{buyer} plans to cut {jobs} jobs~",
        "Unions fear for more than pay: {jobs:x} jobs are to be cut.",
        "{jobs} employees will lose their posts, most of them in administration.",
        "Staff were told that {jobs} posts would disappear.",
        "The companies intend to shed {jobs} jobs~",
        "Job cuts were put at {jobs:x}, and talks with the works council begin soon.",
        "Savings will come from cutting {jobs} posts, according to {src}.",
        "{src} put the number of redundancies at {jobs:x}.",
    ],
    "takeover.share": [
        "{buyer} is buying {share} of {target}~",
        "The stake on sale amounts to {share} of the shares~",
        "After the deal {buyer} will hold {share} of {target}~",
        "The founding family is selling {share} of the company~",
        "The offer covers {share:x} of the share capital.",
        "{share} of the shares will change hands~",
        "With {share:x} of the votes, {buyer} will be the largest shareholder, {src} said.",
        "The founders' stake of {share:x} goes to {buyer} in one block.",
    ],
    "vote.share": [
        "{winner} won {share} of the vote~",
        "With all ballots counted, {winner} had {share:x} of the vote.",
        "{winner} took {share} of the votes cast~",
        "{winner}'s share of the vote was {share:x}, according to {src}.",
        "Support for {winner} came to {share}~",
        "{share} of voters chose {winner}~",
        "{src} gave {winner}'s result as {share:x}.",
        "The final count showed {winner} on {share:x}, after a night of waiting.",
        "At party headquarters a cheer went up when the screen showed {share:x} for {winner}.",
        "A result of {share:x} for {winner} was more than the party had hoped for.",
    ],
    "aid.share": [
        "{share} of the money comes as grants~",
        "Grants make up {share} of the package~",
        "The share of grants is {share:x}, the rest being cheap loans.",
        "Only {share:x} of the sum need not be paid back~",
        "{share} of the package is a gift, the remainder a loan~",
        "Diplomats said {share:x} of the package would be grants.",
        "Loans make up the rest once {share:x} has been paid in grants.",
        "The donors agreed that {share:x} of it would be given as grants.",
    ],
    "vote.votes": [
        "{winner} received {votes} votes~",
        "{votes} votes went to {winner}~",
        "{winner} was elected with {votes} votes~",
        "The count gave {winner} {votes} votes~",
        "In total {votes} ballots were cast for {winner}~",
        "{src} credited {winner} with {votes} votes.",
        "{winner}'s tally was {votes} votes, and a recount was ruled out.",
        "The {votes:x} votes for {winner} settled the matter.",
    ],
    "aid.votes": [
        "Parliament approved the package with {votes:x} votes in favour~",
        "{votes:x} members of parliament voted for the package~",
        "In parliament {votes:x} members had voted yes~",
        "The plan had passed parliament with {votes:x} votes~",
        "The yes votes in parliament numbered {votes:x}, {src} said.",
        "A majority of {votes:x} members backed the package in parliament.",
        "When parliament voted, {votes:x} hands went up for the package.",
        "Parliament's approval came with {votes:x} votes for the plan, after a debate of nine hours.",
    ],
    "amount": [
        "The package is worth {amount}~",
        "{donor} will provide {amount}~",
        "{donor} has promised {amount} in aid~",
        "The aid comes to {amount}~",
        "In all, {amount} will be made available~",
        "The sum agreed is {amount}~",
        "The {amount:x} will be paid out in stages.",
        "Ministers shook hands on {amount}, {src} said.",
        "With {amount} from {donor}, {region} can pay teachers and nurses for a year.",
        "A total of {amount:x} is to flow to {region}.",
    ],
    "term": [
        "{defendant} was sentenced to {term:x} years in prison~",
        "The sentence is {term:x} years~",
        "{defendant} must go to prison for {term:x} years~",
        "The judges imposed a prison term of {term:x} years~",
        "{term:x} years in prison is what the court thought right.",
        "A jail term of {term:x} years was handed down, {src} said.",
        "{defendant} showed no emotion as the sentence of {term:x} years was read out.",
        "The court sent {defendant} to jail for {term:x} years.",
        "The {term:x}-year sentence is the longest for fraud in {region} so far.",
        "{defendant}, who faces {term:x} years behind bars, left by a side door with guards.",
    ],
    "magnitude": [
        "The earthquake had a magnitude of {magnitude}~",
        "The {magnitude}-magnitude tremor was felt across {region}.",
        "Seismologists measured a magnitude of {magnitude}.",
        "The quake measured {magnitude}~",
        "Its strength was put at magnitude {magnitude} by the geological institute.",
        "Instruments recorded a quake of magnitude {magnitude}.",
        "At magnitude {magnitude}, it was one of the stronger quakes in {region}.",
        "The geological institute gave the magnitude as {magnitude}.",
    ],
    "day": [
        "{ev} happened {day}~",
        "{ev} took place {day}~",
        "Pictures taken {day}, when {ev} happened, show people running for safety.",
        "{ev}, which happened {day}, was the worst in {region} for decades.",
        "{day:p} {evn} has shaken all of {region}.",
        "No one in {town} will forget {day:p} {evn}, a resident said.",
        "When {ev} came {day}, many people were taken by surprise.",
        "{src} said {ev} had happened {day}.",
        "Investigators are going through all that was done {day} in the minutes before {ev}.",
        "It was {day} that {ev} happened, and the questions have grown ever since.",
    ],
    "strike.day": [
        "The protest took place {day}~",
        "The strikers marched {day}~",
        "The clashes broke out {day}~",
        "Strikers took to the streets {day}~",
        "It was {day} that things got out of hand.",
        "{day:p} protest was the largest in years.",
        "Pictures taken {day} during {ev} show smoke and lines of police.",
        "{src} said permission had been given for the march {day}.",
    ],
    "takeover.day": [
        "{buyer} announced the offer {day}~",
        "The offer was made public {day}~",
        "The announcement came {day}~",
        "The two boards presented the deal {day}.",
        "Shares in {target} jumped when the offer became known {day}.",
        "{day:p} announcement of the offer surprised the market.",
        "It was {day} that {buyer} told the stock exchange of its offer.",
        "Talks had gone on for weeks before {buyer} went public {day}.",
    ],
    "verdict.day": [
        "The verdict was delivered {day}~",
        "The court gave its verdict {day}~",
        "Judgment was pronounced {day}~",
        "The trial ended {day} with the verdict~",
        "{day:p} verdict ends one of the longest trials in {region}.",
        "The verdict came {day}, after months of hearings.",
        "The court room was full when the verdict was read {day}.",
        "It was {day} that the judges announced their verdict.",
    ],
    "vote.day": [
        "Voters went to the polls {day}~",
        "The election was held {day}~",
        "Polling took place {day}~",
        "{day:p} election was the first under the new law.",
        "People queued outside schools to vote {day}.",
        "{src} said polling {day} had been calm.",
        "The vote {day} had been moved twice before.",
        "It was {day} that {region} voted.",
    ],
    "aid.day": [
        "The agreement was signed {day}~",
        "Ministers signed the agreement {day}~",
        "The package was agreed {day}~",
        "Both sides put their names to the agreement {day}.",
        "The deal was sealed {day} after a night of talks.",
        "{day:p} agreement ends months of haggling.",
        "It was {day} that the agreement was signed.",
        "When the agreement was signed {day}, nobody smiled for the cameras.",
    ],
    "decision": [
        "{dec} is planned for {decision:b}~",
        "{dec} has been set for {decision:b}~",
        "{dec} is due {decision}~",
        "{dec} will take place {decision}~",
        "All eyes are now on {decision:b}, the date of {dec}.",
        "People will have to wait until {decision:b} for {dec}, {src} said.",
        "{src} gave {decision:b} as the date for {dec}.",
        "{dec}, fixed for {decision:b}, is unlikely to end the quarrel.",
        "Until {dec} {decision}, nothing will change, {src} said.",
        "The calendar has {dec} down for {decision:b}.",
    ],
    "person": [
        "{person:t} declined to answer questions.",
        "The {role}, {person}, made no comment.",
        "{person}, {who}, said more would be known within days.",
        "The {role} was named as {person}, {b_age}.",
        "Reporters waited in vain for {person:t}.",
        "\"We owe people an answer,\" said {person}, the {role}.",
        "A statement signed by the {role}, {person}, ran to four lines.",
        "Among those questioned by reporters was {person:t}.",
        "It was {person}, {who}, who first spoke in public.",
        "The {role}, named by {src} as {person}, was not available.",
        "{person:t} spoke of the hardest days of a long career.",
        "Much attention fell on {person}, {who}.",
    ],
    "org": [
        "{org}, {orgwho}, did not reply to questions.",
        "The {orgrole} is {org}~",
        "{src} said {org} was the {orgrole}.",
        "{src} named the {orgrole} as {org}.",
        "Questions are being asked of {org}, {orgwho}.",
        "A lawyer for {org}, the {orgrole}, asked for patience.",
        "As the {orgrole}, {org} has promised to open its files.",
        "Attention turned to {org}, {orgwho}, whose offices stayed shut.",
    ],
    "place": [
        "{ev} happened {place}~",
        "It happened {place}~",
        "A cordon was set up {place}, where {ev} happened.",
        "The scene, {place}, was still closed off.",
        "Drone pictures show what {ev} left behind {place}.",
        "{src} gave the scene of {ev} as {place:b}.",
        "A map released by the authorities marks {place:b} as the spot.",
        "Candles have been lit for what happened {place}.",
    ],
    "quake.place": [
        "The epicentre was {place}~",
        "The centre of the quake lay {place}~",
        "Seismologists located the epicentre {place}.",
        "It struck {place}, at a depth of about ten kilometres.",
        "The geological institute gave the epicentre as {place:b}.",
        "The epicentre lay {place}, where the ground is still moving.",
        "Villages {place}, the epicentre, could not be reached by road.",
        "{src} named {place:b} as the epicentre.",
    ],
}  # fmt: skip

PAIRS = [
    "{deaths} people were killed and {injured} injured~",
    "{ev} killed {deaths} people and injured {injured} others~",
    "{injured} people were hurt and {deaths} died~",
    "Besides the {deaths:x} dead there were {injured} injured~",
    "{missing} people are missing and {deaths} are confirmed dead~",
    "{src} spoke of {deaths:x} dead and {missing:x} missing.",
    "{homes} homes were destroyed and {displaced} people had to leave the area~",
    "With {homes} houses in ruins and {displaced} people in shelters, {region} asked for help.",
    "{arrested} people were arrested and {injured} hurt~",
    "The day ended with {injured} injured and {arrested} arrests~",
    "{buyer} pays {price} and will cut {jobs} jobs~",
    "The deal has two figures that matter, {jobs:x} jobs lost and {price} paid.",
    "{votes} votes, or {share:x} of those cast, went to {winner}~",
    "{winner} ended the night with {share:x} of the vote, which is {votes} ballots.",
    "The damage comes to {damage}, with {homes} homes gone~",
    "{displaced} people have left the area, and damage is put at {damage}~",
]

FILLERS: dict[str, list[str]] = {
    "disaster": [
        "Rescuers worked through the night under floodlights.",
        "Helicopters circled above the area for hours.",
        '"I have never heard such silence," a neighbour said.',
        '"We ran and did not look back," said a woman with a child in her arms.',
        "Condolences came from across the country.",
        "Mobile phone networks were overloaded for a time.",
        "Roads around the scene were closed to all but emergency vehicles.",
        "Volunteers handed out tea, bread and blankets.",
        "A fund for those affected has been opened.",
        "The governor cut short a trip abroad.",
        "A church opened its doors to anyone who needed rest.",
        "Families waited for news outside the town hall.",
        "Many shops in the centre stayed closed.",
        "Officials asked people not to spread rumours.",
        "Psychologists are looking after the relatives.",
        "The opposition called for a full account of what went wrong.",
        "Neighbouring districts sent crews and equipment.",
        "Local radio played no music all day.",
        "An old man stood by the fence and would not go home.",
        "The news was on every screen within minutes.",
    ],
    "explosion": [
        "The cause is not yet clear.",
        "Investigators said it was too early to speak of a cause.",
        "What caused it may not be known for weeks.",
        "Experts are looking for the cause.",
        "Heavy machines lifted away concrete and beams.",
        "Dust hung over the scene as excavators moved in.",
    ],
    "fire": [
        "The cause is not yet clear.",
        "Investigators said it was too early to speak of a cause.",
        "What caused it may not be known for weeks.",
        "Experts are looking for the cause.",
    ],
    "bridge": [
        "The cause is not yet clear.",
        "Investigators said it was too early to speak of a cause.",
        "What caused it may not be known for weeks.",
        "Experts are looking for the cause.",
        "Heavy machines lifted away concrete and beams.",
        "Dust hung over the scene as excavators moved in.",
    ],
    "quake": ["Heavy machines lifted away concrete and beams.", "Dust hung over the scene as excavators moved in."],
    "ferry": [
        "The cause is not yet clear.",
        "Investigators said it was too early to speak of a cause.",
        "What caused it may not be known for weeks.",
        "Experts are looking for the cause.",
        "Lifejackets and suitcases drifted in the swell.",
        "Oil glittered on the water.",
    ],
    "flood": [
        "More rain is forecast.",
        "The rain has stopped for now.",
        "Pumps were running in every cellar.",
        "Cars lay on top of one another in the mud.",
    ],
    "strike": [
        "Trams and buses stood still for much of the day.",
        "The march began peacefully.",
        "Police used water cannon.",
        "Many shops had boarded up their windows.",
        "Students joined in with drums and whistles.",
        "Both sides blamed each other.",
        "The government called the demands impossible to meet.",
        "Employers said every further day would do lasting harm.",
        '"We cannot live on this," a nurse said.',
        '"I have never marched before," said a bus driver in uniform.',
        "Banners called for fair wages.",
        "Helicopters watched the crowd from above.",
    ],
    "takeover": [
        "Analysts had expected a deal of this kind for months.",
        "The market for industrial pumps has been shrinking.",
        "Regulators have still to approve the sale.",
        "The companies know each other well as suppliers.",
        "Unions asked for guarantees.",
        "Employees heard of it from the news.",
        "The brand name is to be kept.",
        "Rivals declined to comment.",
        '"It fits like a key in a lock," one fund manager said.',
        '"We shall look at it with open eyes," said a works council member.',
        "The founder's portrait still hangs in the lobby.",
        "Trading in the shares was stopped for a time.",
    ],
    "verdict": [
        "The defence said it would study the ruling.",
        "Former customers wept in the public gallery.",
        "The case had filled the newspapers for years.",
        "Security at the court was tight.",
        '"This gives us something back," a pensioner said.',
        '"No sentence brings my savings home," said a retired baker.',
        "The prosecution spoke of greed without limits.",
        "Experts had argued for weeks over the accounts.",
        "Cameras were not allowed in the room.",
        "The written ruling will follow later.",
        "Outside, people held up photographs and bank statements.",
        "The presiding judge read for most of the morning.",
    ],
    "vote": [
        "Supporters danced in the streets of the capital.",
        "Observers spoke of a calm and orderly day.",
        "The campaign had been bitter.",
        "Schools and taxes were the main themes.",
        "Foreign governments sent their good wishes.",
        "Rain kept some people at home in the hills.",
        '"I want things to be fair, that is all," a voter said.',
        '"I have waited a long time for this," said a farmer at the polling station.',
        "Coalition talks are likely to be hard.",
        "The new head of government faces empty coffers.",
        "Newspapers printed special editions.",
        "Officials checked the lists by hand.",
    ],
    "aid": [
        "Talks had nearly broken down more than once.",
        "Aid groups said the help came late.",
        "The winter will be hard in the mountains.",
        "Critics fear that money will trickle away.",
        "Auditors are to check how it is spent.",
        "Hospitals run on generators in many places.",
        '"Paper does not fill a plate," a baker in {town} said.',
        '"It is a beginning," said a village teacher.',
        "Neighbouring countries welcomed the step.",
        "The opposition asked for more openness.",
        "Roads, wells and schools come first.",
        "The signing was shown live on television.",
    ],
}

# Figures, dates and names of other things.
ASIDES: dict[str, list[str]] = {
    "disaster": [
        "Three helicopters and {b_crew:x} rescuers were sent to the scene.",
        "{b_crew:x} firefighters, many of them volunteers, took part in the work.",
        "In {b_year}, {a_old} in {elsewhere} killed {b_deaths} people.",
        "{b_ago}, {b_deaths} people died in {a_old} in {elsewhere}.",
        "It recalled {a_old} in {elsewhere} in {b_year}, when {b_injured} people were injured.",
        "The worst in living memory was {a_old} in {elsewhere} in {b_year}, which cost {b_deaths} lives.",
        "{b_children} of the dead were children.",
        "Among those who died were {b_children} children.",
        "{b_care} of the injured are in intensive care.",
        "Doctors described the condition of {b_care} of the injured as critical.",
        "An aid fund of {b_relief} was set up by the government.",
        "The government released {b_relief} in emergency aid for the families.",
        "Insurers expect to pay {b_insured}, a part of the whole bill.",
        "Insurance will cover {b_insured}, one large insurer said.",
        "The prime minister visited {town} {b_spoke} and spoke to relatives.",
        '"We are at the limit of our strength," a fire officer said {b_spoke}.',
        "A neighbour, {b_namesake}, no relation of the {role}, handed out soup to the helpers.",
        "One of the helpers, {b_namesake}, shares only a surname with the {role}.",
    ],
    "explosion": [
        "The gas supplier was fined {b_fine} in {b_year} for poor maintenance.",
        "{b_ago}, {b_homes} homes were destroyed when a boiler burst in {elsewhere}.",
        "A public inquiry opens {b_inquiry}.",
        "The first hearing of a public inquiry will be {b_inquiry}.",
    ],
    "flood": [
        "In the flood of {b_year}, {b_displaced} people had been moved out of the same streets.",
        "A similar flood {b_ago} destroyed {b_homes} homes.",
        "Parliament will debate flood defences {b_inquiry}.",
        "A commission on flood defences meets {b_inquiry}.",
    ],
    "ferry": [
        "The ship was built for {b_capacity:x} passengers.",
        "The ferry, licensed to carry {b_capacity:x} people, had been in dock in the spring.",
        "The shipping line paid a fine of {b_fine} in {b_year} over worn lifeboats.",
        "The maritime inquiry begins {b_inquiry}.",
    ],
    "fire": [
        "The factory employs {b_capacity:x} people.",
        "The plant, where {b_capacity:x} people work, makes packaging.",
        "In {b_year} inspectors fined the plant {b_fine}.",
        "A hearing on fire safety is planned for {b_inquiry:b}.",
    ],
    "quake": [
        "{b_shocks:x} aftershocks were counted.",
        "The ground shook again and again, with {b_shocks:x} aftershocks in all.",
        "In the quake of {b_year}, {b_homes} homes had collapsed in {elsewhere}.",
        "Parliament will discuss building rules {b_inquiry}.",
    ],
    "bridge": [
        "The bridge was opened in {b_built}.",
        "Built in {b_built}, the bridge carried a main road.",
        "The last repairs, {b_ago}, cost {b_repair}.",
        "In {b_year}, the road authority paid a fine of {b_fine} over late inspections.",
    ],
    "strike": [
        "{b_crowd} people took part.",
        "The crowd was put at {b_crowd}.",
        "At a march in {elsewhere} in {b_year}, police arrested {b_arrested} people.",
        "{b_ago}, {b_injured} people were hurt at a march in {elsewhere}.",
        "{b_care} of the injured are police officers.",
        "The employers offer a rise of {b_rise}.",
        "Inflation has reached {b_rise}, the unions say.",
        "The interior minister defended the police {b_spoke}.",
        "The archbishop called for calm {b_spoke}.",
        "A shopkeeper, {b_namesake}, not related to the {role}, said he had lost a week's takings.",
        "The city will spend {b_relief} on new barriers.",
        "A court fined the union {b_fine} in {b_year}.",
    ],
    "takeover": [
        "{target} employs {b_staff:x} people.",
        "{buyer} has a workforce of {b_staff:x}.",
        "In {b_year} {buyer} bought a rival for {b_price}.",
        "{b_ago}, {buyer} paid {b_price} for a maker of valves.",
        "Shares in {target} rose {b_rise}.",
        "The share price was up by {b_rise} at the close.",
        "The chairman told staff {b_spoke} that there was no reason to worry.",
        "A union secretary asked for talks {b_spoke}.",
        "The competition authority fined {buyer} {b_fine} in {b_year}.",
        "A shareholder, {b_namesake}, not related to the {role}, welcomed the bid.",
    ],
    "verdict": [
        "The court heard {b_jurors:x} witnesses.",
        "In all, {b_jurors:x} witnesses gave evidence.",
        "In {b_year} a banker in {elsewhere} was jailed for {b_term} years in a like case.",
        "{b_ago}, a court in {elsewhere} sent two brokers to prison for {b_term} years.",
        "{defendant} must also pay a fine of {b_fine}.",
        "The sentence comes with a fine of {b_fine}.",
        "A lawyer for the victims said {b_spoke} that he was content.",
        "The defence spoke {b_spoke} of a hard ruling.",
        "One of the victims, {b_namesake}, bears the same surname as the {role} but is no relation.",
        "A fund for victims holds {b_relief}.",
    ],
    "vote": [
        "Turnout was {b_turnout}.",
        "{b_turnout} of those entitled to vote took part.",
        "{loser} came second with {b_share}.",
        "{loser}'s party fell to {b_share}.",
        "In {b_year} the winner had needed a second round.",
        "There were {b_stations} polling stations.",
        "Ballots were cast at {b_stations} polling stations.",
        "Parliament has {b_seats:x} seats.",
        "The union of teachers sent its good wishes {b_spoke}.",
        "The outgoing president asked for calm {b_spoke}.",
        "At the last election, {b_ago}, police had made {b_arrested} arrests.",
        "A candidate in {elsewhere}, {b_namesake}, has nothing to do with the {role} of that surname.",
    ],
    "aid": [
        "In {b_year} {donor} gave {b_amount} after a drought.",
        "An earlier package, {b_ago}, was worth {b_amount}.",
        "{elsewhere} alone will get {b_relief} for its hospital.",
        "Of the money, {b_relief} is set aside for {elsewhere}.",
        "Unemployment in {region} stands at {b_share}.",
        "Prices have risen by {b_rise} in a year.",
        "The foreign minister flew home {b_spoke}.",
        "The speaker of parliament thanked the donors {b_spoke}.",
        "{b_displaced} people had fled during the floods of {b_year}.",
        "A doctor, {b_namesake}, no relation of the {role}, called the sum a beginning.",
    ],
}

LOCAL = [
    "In {elsewhere}, the town council spoke about the news at its meeting, the {paper} has learned.",
    "A family from {elsewhere} followed the news closely, they told the {paper}.",
    "The member of parliament for {elsewhere} told the {paper} that lessons had to be drawn.",
    "Readers in {elsewhere} have written to the {paper} about the news.",
    "Schools in {elsewhere} will talk about it in class, a head teacher told the {paper}.",
    "The mayor of {elsewhere} said the news had moved people there too.",
    "A former resident of {elsewhere} is following events from nearby, the {paper} understands.",
    "In {elsewhere}, people spoke of little else at the market.",
]
CAPTIONS = {
    True: ["Rescue workers in {town}. Photo: {publisher}", "The scene in {town} (Photo: archive)"],
    False: ["A street in {town}. Photo: {publisher}", "File picture"],
}
FOOTERS = [
    "Subscribe to the {publisher} newsletter and get the news every morning.",
    "Read more: all our reports on {town}",
    "© {publisher}. All rights reserved.",
    "Sign up for alerts in our app.",
]

ROLE_MAYOR = {"title": "Mayor {}", "role": "mayor", "who": "who has led the town council for years"}

KINDS: dict[str, dict[str, Any]] = {
    "explosion": {
        "fixed": {},
        "vary": {"ev": ["the explosion", "the blast"], "evn": ["explosion", "blast"], "a_ev": ["a gas explosion", "an explosion"], "a_old": ["a gas explosion", "an explosion"]},
        "prep": "in", "at": "in {}",
        "role": ROLE_MAYOR,
        "orgs": [("Lantern Gas", "Lantern"), ("Calder Fuel Supply", "CFS"), ("Northgate Energy", "Northgate"), ("Wend Pipeline Services", "WPS")],
        "orgrole": "gas supplier", "orgwho": "which supplies the street with gas",
        "places": ["Mill Lane", "Tanner Street", "Cooper's Row", "Canal Street", "Chapel Road"],
        "leads": [
            "A gas explosion tore through a row of houses in {town} {day}, killing {deaths} people.",
            "A blast that was heard for miles killed {deaths} people in {town} {day}, {src} said.",
            "Houses fell like cards when gas exploded in {town} {day}.",
            "An explosion flattened part of a street in {town} {day}, leaving {deaths} people dead.",
            "Rescue dogs were searching the rubble in {town} after {day:p} gas explosion.",
            "Windows broke half a mile away when an explosion shook {town} {day}.",
        ],
        "titles": ["Explosion in {town}", "Blast wrecks street in {town}", "{town} explosion: {deaths:x} dead", "{deaths:x} killed in {town} blast", "After the blast: questions in {town}", "Gas explosion shakes {town}"],
        "yes": ["Residents [had reported a smell of gas] before the blast~", "A leak [had been reported] before the explosion, {src} said.", "Neighbours [had told the supplier of a leak], as its own log shows.", "Several callers [had complained of a smell of gas] in the days before~", "The leak [was known to the supplier], which had been called about it.", "That there was a leak [had been reported], a spokesman admitted."],
        "no": ["[Nobody had reported a smell of gas] before the blast~", "A leak [had not been reported] before the explosion, {src} said.", "There [had been no call about a leak], as the supplier's log shows.", "The supplier [had received no report of a leak]~", "[No leak had been reported] in the street~", "Reports of a leak [had never reached the supplier], a spokesman said."],
    },
    "flood": {
        "fixed": {"river": ["the Lenne", "the Wend", "the Tarrow Water"]},
        "vary": {"ev": ["the flood", "the flooding"], "evn": ["flood", "flooding"], "a_ev": ["a flood", "flash flooding"], "a_old": ["a flood", "a flood"]},
        "prep": "in", "at": "in {}", "role": ROLE_MAYOR, "orgs": [], "orgrole": "", "orgwho": "", "places": [],
        "leads": [
            "{river} burst its banks {day} and swept through {town}, killing {deaths} people.",
            "Floodwater rushed into {town} {day} faster than people could climb the stairs.",
            "{deaths} people drowned when {river} flooded {town} {day}~",
            "After days of rain, {river} overflowed {day} and left {deaths} people dead in {town}.",
            "Mud, broken trees and cars fill the streets of {town} after {day:p} flood.",
            "Boats took people from roofs in {town} after {river} rose {day}.",
        ],
        "titles": ["Flood in {town}", "River bursts its banks in {town}", "{deaths:x} dead in {town} flood", "{town} flood kills {deaths:x}", "Mud and grief after flood", "{town} under water"],
        "yes": ["A warning [had been issued] hours before~", "The weather service [had warned the town in time], {src} said.", "Sirens [had sounded] before the water came, residents said.", "People [had been warned] of the rising water~", "Residents [did get a warning] before the river rose~", "A flood warning [went out beforehand], as records show."],
        "no": ["[No warning had been issued] before the water came~", "The weather service [had not warned the town], {src} said.", "Sirens [had stayed silent], residents said.", "People [had not been warned] of the rising water~", "Residents [got no warning] before the river rose~", "A flood warning [never went out], as records show."],
    },
    "ferry": {
        "fixed": {"ship": ["Lady of Orrin", "Star of Selwick", "Morwenna", "Sea Thistle"]},
        "vary": {"ev": ["the sinking", "the disaster"], "evn": ["sinking", "disaster"], "a_ev": ["the sinking of a ferry", "a ferry disaster"], "a_old": ["a ferry accident", "a ferry accident"]},
        "prep": "near", "at": "off {}",
        "role": {"title": "Captain {}", "role": "captain", "who": "who commanded the ship"},
        "orgs": [("the Coastal Transit Authority", "the CTA"), ("Norvane Lines", "Norvane"), ("Blue Sound Ferries", "Blue Sound"), ("the Island Shipping Company", "the ISC")],
        "orgrole": "operator of the ferry", "orgwho": "which runs the ferry",
        "places": ["Cape Orrin", "Selby Point", "Gull Island", "the Teeth rocks", "Ranny Head"],
        "leads": [
            "The ferry {ship} sank near {town} {day}, killing {deaths} people.",
            "{deaths} people drowned when the ferry {ship} went down {day}~",
            "A ferry on its way to {town} capsized {day}, and {deaths} people died.",
            "Fishing boats were first to reach the {ship} after the ferry sank near {town} {day}.",
            "The {ship}, a ferry known to everyone in {town}, went down {day} within minutes.",
            "A calm crossing ended in disaster {day} when the {ship} sank near {town} with the loss of {deaths} lives.",
        ],
        "titles": ["Ferry sinks near {town}", "The last voyage of the {ship}", "Ferry disaster: {deaths:x} dead", "{deaths:x} die as ferry {ship} sinks", "Grief in {town} after ferry sinks", "Ferry {ship} goes down"],
        "yes": ["The crew [had been warned] of the storm~", "A storm warning [had reached the ship], {src} said.", "The bridge [had received the warning], radio logs show.", "Port control [had warned the crew] before the ship left~", "The crew [knew of the warning], one of them told investigators.", "The coastguard's storm warning [had been passed on to the crew]~"],
        "no": ["The crew [had not been warned] of the storm~", "[No storm warning had reached the ship], {src} said.", "The bridge [had received no warning], radio logs show.", "Port control [had failed to warn the crew] before the ship left~", "The crew [knew nothing of a warning], one of them told investigators.", "The coastguard's storm warning [had never been passed on to the crew]~"],
    },
    "fire": {
        "fixed": {},
        "vary": {"ev": ["the fire", "the blaze"], "evn": ["fire", "blaze"], "a_ev": ["a factory fire", "a fire at a factory"], "a_old": ["a factory fire", "a fire"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "plant manager {}", "role": "plant manager", "who": "who runs the plant"},
        "orgs": [("Halden Packaging", "Halden"), ("Ashmark Board and Paper", "ABP"), ("Kite Containers", "Kite"), ("General Wrapping Works", "GWW")],
        "orgrole": "owner of the factory", "orgwho": "which owns the factory",
        "places": ["the Eastgate district", "the Old Docks", "Brewery Park", "the Tannery quarter", "Southfield"],
        "leads": [
            "Fire swept through a packaging factory in {town} {day}, killing {deaths} people.",
            "{deaths} workers died when a packaging plant burned down in {town} {day}~",
            "Flames trapped the late shift in a factory in {town} {day}, and {deaths} people died.",
            "A factory in {town} burned to the ground {day}.",
            "Black smoke hung over {town} after {day:p} factory fire, which killed {deaths} people.",
            "A fire {day} at a packaging plant in {town} cost {deaths} lives, {src} said.",
        ],
        "titles": ["Factory fire in {town}", "Fire destroys factory", "{deaths:x} dead in factory fire", "{town} fire kills {deaths:x} workers", "Questions after factory fire", "Flames over {town}"],
        "yes": ["The emergency exits [were locked]~", "Workers said the doors [had been locked].", "Firefighters found the emergency exits [locked and chained].", "Keys were needed because the exits [had been locked], {src} said.", "The back doors [could not be opened], as someone had locked them.", "At the time of the fire the exits [were locked], an inspector said."],
        "no": ["The emergency exits [were not locked]~", "Workers said the doors [had been open].", "Firefighters found the emergency exits [open and clear].", "[No keys were needed because the exits had been left unlocked], {src} said.", "The back doors [could be opened], as nobody had locked them.", "At the time of the fire the exits [were open], an inspector said."],
    },
    "quake": {
        "fixed": {},
        "vary": {"ev": ["the earthquake", "the quake"], "evn": ["earthquake", "quake"], "a_ev": ["an earthquake", "a strong earthquake"], "a_old": ["an earthquake", "a quake"]},
        "prep": "in and around", "at": "near {}", "role": ROLE_MAYOR, "orgs": [], "orgrole": "", "orgwho": "",
        "places": ["Lower Senn", "Varrick", "Oldmarsh", "St Brennan", "Three Wells"],
        "leads": [
            "An earthquake of magnitude {magnitude} struck {region} {day}, killing {deaths} people.",
            "{deaths} people were killed {day} when a {magnitude}-magnitude earthquake shook {region}~",
            "The earth shook in {town} {day}, and {deaths} people died under falling roofs.",
            "A quake measuring {magnitude} brought down houses in {town} {day}.",
            "Survivors in {town} slept in the open after {day:p} earthquake.",
            "A powerful earthquake hit {town} {day}, leaving {deaths} dead, {src} said.",
        ],
        "titles": ["Earthquake hits {region}", "Strong quake shakes {town}", "Quake of magnitude {magnitude} kills {deaths:x}", "{deaths:x} dead in earthquake", "Nights in the open after quake", "{town} digs for survivors"],
        "yes": ["The power station at {elsewhere} [was shut down]~", "The reactor in {elsewhere} [had switched itself off], the operator said.", "As a precaution the power station in {elsewhere} [went off the grid]~", "Operators [shut the power station] at {elsewhere} at once.", "At {elsewhere} the power station [has stopped running] since the quake~", "The tremor [forced the power station] in {elsewhere} [to close]."],
        "no": ["The power station at {elsewhere} [was not shut down]~", "The reactor in {elsewhere} [had kept running], the operator said.", "The power station in {elsewhere} [stayed on the grid]~", "Operators [did not shut the power station] at {elsewhere}.", "At {elsewhere} the power station [has run on as normal] since the quake~", "The tremor [did not force the power station] in {elsewhere} [to close]."],
    },
    "bridge": {
        "fixed": {"river": ["the Lenne", "the Wend", "the Ashwater"]},
        "vary": {"ev": ["the collapse", "the collapse of the bridge"], "evn": ["collapse", "bridge collapse"], "a_ev": ["the collapse of a road bridge", "a bridge collapse"], "a_old": ["the collapse of a footbridge", "the collapse of a footbridge"]},
        "prep": "near", "at": "on {}",
        "role": {"title": "site engineer {}", "role": "site engineer", "who": "who was in charge of the repairs"},
        "orgs": [("Stonefield Construction", "Stonefield"), ("Regional Road Builders", "RRB"), ("Falk and Sons", "Falk"), ("Ostrey Civil Engineering", "OCE")],
        "orgrole": "contractor for the repairs", "orgwho": "which was repairing the bridge",
        "places": [], "dec": "the first hearing of the inquiry",
        "leads": [
            "A road bridge over {river} collapsed near {town} {day}, killing {deaths} people.",
            "{deaths} people died {day} when a bridge near {town} fell into {river}~",
            "Concrete and cars fell into {river} {day} as a bridge near {town} gave way.",
            "A bridge that had carried traffic for generations broke apart near {town} {day}.",
            "Divers were searching {river} after a bridge near {town} collapsed {day} and killed {deaths} people.",
            "{day:p} bridge collapse near {town} killed {deaths} people, {src} said.",
        ],
        "titles": ["Bridge collapses near {town}", "Bridge falls into river", "{deaths:x} dead in bridge collapse", "Bridge collapse kills {deaths:x}", "How could the bridge fall?", "Divers search river after bridge collapse"],
        "yes": ["The bridge [was open to traffic] when it fell~", "Cars [were allowed on the bridge] at the time, {src} said.", "When it fell, the bridge [had not been closed].", "Traffic [was running over the bridge] right up to the collapse~", "The road over the bridge [was open] at the time of the collapse~", "[Nobody had closed the bridge] before it gave way, a lorry driver said."],
        "no": ["The bridge [was closed to traffic] when it fell~", "Cars [were not allowed on the bridge] at the time, {src} said.", "When it fell, the bridge [had been closed].", "Traffic [had been stopped on the bridge] before the collapse~", "The road over the bridge [was shut] at the time of the collapse~", "The authorities [had closed the bridge] before it gave way, a lorry driver said."],
    },
    "strike": {
        "fixed": {},
        "vary": {"ev": ["the protest", "the march"], "evn": ["protest", "march"], "a_ev": ["a protest", "a march"], "a_old": ["a protest", "a march"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "union leader {}", "role": "leader of the union", "who": "who leads the union"},
        "orgs": [("the Transport Workers' Union", "the TWU"), ("the Health and Care Union", "the HCU"), ("the Port and Dock Workers' League", "the PDWL"), ("the General Labour Federation", "the GLF")],
        "orgrole": "union behind the protest", "orgwho": "which had called the protest",
        "places": ["Founders' Square", "Station Square", "Corn Market", "Parliament Green", "Liberty Place"],
        "dec": "the next round of talks",
        "leads": [
            "A protest over pay in {town} ended in clashes {day}, and police arrested {arrested} people.",
            "{arrested} people were arrested {day} when strikers and police clashed in {town}~",
            "Strikers marched through {town} {day} to demand higher pay.",
            "Stones flew and tear gas drifted through {town} {day} as a strike over pay turned violent.",
            "A strike brought {town} to a halt {day}; police made {arrested} arrests.",
            "What began as a march for higher pay {day} ended with {arrested} people in custody in {town}.",
            "Public transport in {town} stood still {day} as thousands went on strike.",
            "Police broke up a strikers' march in {town} {day} and arrested {arrested} people.",
            "Clashes broke out in {town} {day} on the fringe of a march by strikers.",
            "Buses did not run, schools were shut, and {arrested} people had been arrested by the end of a day of strikes in {town} {day}.",
            "Streets were blocked in {town} {day} when workers walked out over pay.",
            "After a strike rally in {town} {day}, {arrested} people found themselves in police cells.",
        ],
        "titles": ["Protest in {town}", "Clashes at strike march", "{arrested:x} arrested in {town} clashes", "Strike march: {arrested:x} held", "Anger on the streets of {town}", "Strikers take to the streets"],
        "yes": ["The labour minister [has resigned] over the dispute.", "Labour minister Agnes Dorn [stepped down], {src} said.", "The labour minister [handed in her resignation].", "Agnes Dorn [gave up her post] as labour minister.", "The labour minister [is no longer in office], having resigned.", "The resignation of the labour minister, Agnes Dorn, [was accepted]."],
        "no": ["The labour minister [has not resigned] over the dispute.", "Labour minister Agnes Dorn [did not step down], {src} said.", "The labour minister [refused to hand in her resignation].", "Agnes Dorn [is staying in her post] as labour minister.", "The labour minister [remains in office], having ruled out resigning.", "The resignation of the labour minister, Agnes Dorn, [was never offered], her office said."],
    },
    "takeover": {
        "fixed": {"buyer": ["Harcourt Systems", "Belvoir Group", "Tarn Industries"], "target": ["Pellmore Pumps", "Osric Flow", "Wending Valves"]},
        "vary": {"ev": ["the offer", "the bid"], "evn": ["offer", "bid"], "a_ev": ["an offer", "a bid"], "a_old": ["an offer", "a bid"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "chief executive {}", "role": "chief executive", "who": "who runs {target}"},
        "orgs": [], "orgrole": "", "orgwho": "", "places": [], "dec": "the shareholders' vote",
        "leads": [
            "{buyer} wants to buy its rival {target} for {price}, it was announced {day}.",
            "{target} is to be taken over by {buyer} for {price}~",
            "The pump maker {target} has a new suitor: {buyer} put {price} on the table {day}.",
            "{buyer} made an offer of {price} for {target} {day}~",
            "A deal worth {price} will bring {target} under the roof of {buyer}~",
            "{buyer} surprised investors {day} with a bid for the pump maker {target}.",
            "One of {town}'s oldest companies, {target}, may soon belong to {buyer}, which offered {price} {day}.",
            "{target} of {town} received a takeover offer from {buyer} {day}, worth {price}.",
            "Months of rumour ended {day} when {buyer} bid for {target}.",
            "For {price}, {buyer} is to take over the pump maker {target}, {src} said {day}.",
        ],
        "titles": ["{buyer} bids for {target}", "{buyer} to buy {target}", "Pump maker to be sold", "Takeover offer for {target}", "{target} may be sold", "{buyer} reaches for {target}"],
        "yes": ["{target} [confirmed] that it had held talks with a second bidder.", "There [were talks with a second bidder], {target} said.", "{target} [had been negotiating with another bidder] too~", "A second bidder [had been at the table], people close to {target} said.", "Managers of {target} [did meet another interested party], a spokesman admitted.", "That a second company was interested [is true], {target} said."],
        "no": ["{target} [denied] that it had held talks with a second bidder.", "There [were no talks with a second bidder], {target} said.", "{target} [had not been negotiating with any other bidder]~", "A second bidder [had never been at the table], people close to {target} said.", "Managers of {target} [met no other interested party], a spokesman insisted.", "That a second company was interested [is untrue], {target} said."],
    },
    "verdict": {
        "fixed": {"defendant": ["Lionel Crabbe", "Edmund Sayer", "Roland Finch"]},
        "vary": {"ev": ["the verdict", "the ruling"], "evn": ["verdict", "ruling"], "a_ev": ["a verdict", "a ruling"], "a_old": ["a verdict", "a ruling"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "Judge {}", "role": "presiding judge", "who": "who presided over the trial"},
        "orgs": [("Crown Harvest Savings", "Crown Harvest"), ("Allied Investment Bank", "AIB"), ("Sterling Oak Fund", "Sterling Oak"), ("People's Pension House", "PPH")],
        "orgrole": "firm at the centre of the fraud", "orgwho": "which collapsed after the fraud",
        "places": [], "dec": "the appeal hearing",
        "leads": [
            "A court in {town} sentenced the financier {defendant} to {term:x} years in prison for fraud {day}.",
            "The financier {defendant} was jailed for {term:x} years {day} for defrauding savers~",
            "{defendant}, once the most admired banker in {town}, is going to prison for {term:x} years.",
            "{defendant} was found guilty of fraud by a court in {town} {day} and given {term:x} years.",
            "One of the biggest fraud trials in {region} ended {day} with the conviction of {defendant}.",
            "{term:x} years in prison: that was the sentence passed on {defendant} in {town} {day}.",
            "Judges in {town} convicted the financier {defendant} of fraud {day}.",
            "The former banker {defendant} heard {day} that he must spend {term:x} years in prison.",
            "Thousands of savers saw {defendant} sentenced to {term:x} years in {town} {day}.",
            "A court in {town} has jailed {defendant} for {term:x} years over the collapse of his savings scheme.",
            "The trial of the financier {defendant} closed {day} with a sentence of {term:x} years.",
            "Fraud on a grand scale has brought {defendant} a sentence of {term:x} years, passed in {town} {day}.",
        ],
        "titles": ["{defendant} convicted of fraud", "Fraud trial ends in {town}", "Court jails {defendant}", "{term:x} years for {defendant}", "Savers welcome verdict", "Guilty: the fall of {defendant}"],
        "yes": ["{defendant} [had pleaded guilty]~", "At the start of the trial {defendant} [admitted the charges], {src} said.", "{defendant} [had confessed] in court.", "{defendant} [had owned up to the fraud] before the judges~", "The plea had been [guilty], {src} said.", "{defendant} [accepted the charges] when the trial opened~"],
        "no": ["{defendant} [had pleaded not guilty]~", "At the start of the trial {defendant} [denied the charges], {src} said.", "{defendant} [had never confessed] in court.", "{defendant} [had disputed the fraud] before the judges~", "The plea had been [not guilty], {src} said.", "{defendant} [rejected the charges] when the trial opened~"],
    },
    "vote": {
        "fixed": {"winner": ["Helena Marsh", "Lucas Ferreby", "Miriam Stroud"], "loser": ["Walter Pym", "Janet Oakes", "Conrad Blythe"]},
        "vary": {"ev": ["the election", "the vote"], "evn": ["election", "vote"], "a_ev": ["an election", "a vote"], "a_old": ["an election", "a vote"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "election chief {}", "role": "head of the election commission", "who": "who heads the election commission"},
        "orgs": [], "orgrole": "", "orgwho": "", "places": [], "dec": "the swearing-in",
        "leads": [
            "{winner} has won the election in {region} with {share:x} of the vote.",
            "Voters in {region} have chosen {winner} as their new leader, with {share:x} of the vote~",
            "{winner} beat {loser} in {day:p} election, taking {share} of the vote.",
            "With {share:x} of the vote, {winner} was the clear winner of the election held {day}.",
            "{region} has a new leader: {winner} won the election {day}.",
            "The election in {region} {day} went to {winner}, who took {share:x}~",
            "{loser} has lost power in {region} to {winner}, who won {share:x} of the vote {day}.",
            "{winner} will govern {region} after winning {share:x} of the vote {day}.",
            "After a long count, {winner} was declared the winner of {day:p} election in {region}.",
            "{share:x} of voters in {region} backed {winner}, who now takes over from {loser}.",
            "An era ended in {region} {day} when voters turned from {loser} to {winner}.",
            "The winner in {region} is {winner}, on {share:x} of the vote~",
        ],
        "titles": ["{winner} wins election", "{region} elects {winner}", "{winner} on {share:x}", "{winner} takes {share:x} of vote", "Change of power in {region}", "{winner} beats {loser}"],
        "yes": ["{loser} [conceded defeat]~", "{loser} [accepted the result] and wished the winner well.", "In a short speech {loser} [admitted having lost].", "{loser} [acknowledged the defeat] before midnight~", "The loser, {loser}, [has recognised the result]~", "{loser} [telephoned the winner to concede], aides said."],
        "no": ["{loser} [refused to concede defeat]~", "{loser} [did not accept the result] and spoke of fraud.", "In a short speech {loser} [denied having lost].", "{loser} [would not acknowledge the defeat]~", "The loser, {loser}, [has not recognised the result]~", "{loser} [has made no call to concede], aides said."],
    },
    "aid": {
        "fixed": {"donor": ["the Development Bank", "the Northern Union", "the Solidarity Fund"]},
        "vary": {"ev": ["the agreement", "the deal"], "evn": ["agreement", "deal"], "a_ev": ["an agreement", "a deal"], "a_old": ["an agreement", "a deal"]},
        "prep": "in", "at": "in {}",
        "role": {"title": "Finance Minister {}", "role": "finance minister", "who": "who led the talks for {region}"},
        "orgs": [], "orgrole": "", "orgwho": "", "places": [], "dec": "the first payment",
        "leads": [
            "{donor} will support {region} with {amount}, under an agreement signed in {town} {day}.",
            "An aid package of {amount} for {region} was signed {day}~",
            "{region} is to receive {amount} in aid from {donor}~",
            "After months of talks, {donor} and {region} signed an aid agreement worth {amount} {day}.",
            "Help is on its way to {region}: {donor} pledged {amount} {day}.",
            "{donor} agreed {day} to lend and give {region} {amount}~",
            "Ministers meeting in {town} {day} signed off aid of {amount} for {region}.",
            "{amount:x} in aid for {region}: that is what ministers agreed in {town} {day}.",
            "{region} can breathe again after {donor} agreed {day} to an aid package of {amount}.",
            "An agreement reached {day} in {town} brings {region} {amount} from {donor}.",
            "{donor} is coming to the aid of {region} with {amount}~",
            "{day:p} signing in {town} opens the way for {amount} in aid to {region}.",
        ],
        "titles": ["Aid package for {region} signed", "{donor} helps {region}", "Help for {region}", "Ministers sign aid agreement", "Relief in {region} over aid", "{region} gets aid"],
        "yes": ["The money [comes with conditions]~", "The aid [is tied to reforms], {src} said.", "In return {region} [has to raise taxes and cut spending], {src} said.", "{donor} [attached conditions] to the package~", "{region} [must meet conditions] before it sees the money~", "Strings [are attached] to the aid, diplomats said."],
        "no": ["The money [comes without conditions]~", "The aid [is not tied to reforms], {src} said.", "In return {region} [does not have to change anything], {src} said.", "{donor} [attached no conditions] to the package~", "{region} [need not meet any conditions] before it sees the money~", "[No strings are attached] to the aid, diplomats said."],
    },
}  # fmt: skip

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {
        "role": kind["role"]["role"],
        "who": kind["role"]["who"],
        "title": kind["role"]["title"],
        "prep": kind["prep"],
    }
    return words | {name: kind[name] for name in ("orgrole", "orgwho", "dec") if kind.get(name)}


def spelled(value: int) -> str:
    """A number below a hundred in words."""
    if value < 20:
        return ONES[value]
    return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    if value < 100 and (
        start or rng.random() < (0.6 if value <= 12 else 0.25 if value <= 20 or value % 10 == 0 else 0)
    ):
        return spelled(value)
    if value >= 1_000_000 and rng.random() < 0.7:
        text = f"{value / 1e6:.2f}".rstrip("0").rstrip(".") + " million"
        return f"A total of {text}" if start else text
    return f"A total of {value:,}" if start else f"{value:,}"


def dozen(following: str) -> str:
    """Twelve."""
    return "a dozen"


def money(value: int, currency: str, rng: random.Random) -> str:
    """A sum of money."""
    unit, short, size = ("billion", "bn", 1e9) if value >= 1_000_000_000 else ("million", "m", 1e6)
    if value < 1_000_000:
        return rng.choice((f"{currency}{value:,}", f"{value:,} {CURRENCIES[currency]}"))
    figure = f"{value / size:.3f}".rstrip("0").rstrip(".")
    forms = [f"{currency}{figure} {unit}", f"{currency}{figure}{short}", f"{figure} {unit} {CURRENCIES[currency]}"]
    if value < 10_000_000:
        forms.append(f"{currency}{value:,}")
    if figure.isdigit() and int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {unit} {CURRENCIES[currency]}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}"


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" percent", "%", " per cent"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share that may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "nearly a quarter"),
            (32.5, 33.2, "nearly a third"),
            (48.5, 49.9, "nearly half"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"more than {percent(int(value), rng)}"
    return percent(value, rng)


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, month = DAYS[value.weekday()], MONTHS[value.month - 1]
    forms = [f"{value.day} {month}", f"{month} {value.day}", f"{weekday}, {value.day} {month}"]
    if flag == "p":
        return "", weekday if near else f"{month} {value.day}", "'s"
    if near:
        forms += [weekday] * 5
    if flag == "w" and near:
        return "on ", weekday, ""
    if flag == "b":
        return "", rng.choice(forms), ""
    if value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "yesterday", ""
    if value == published and rng.random() < 0.15:
        return "", "today", ""
    return "on ", rng.choice(forms), ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"{spelled(years)} years ago"


def tidy(text: str) -> str:
    """Nothing to mend in English."""
    return text
