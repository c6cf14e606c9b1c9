"""German: names, forms of values, and sentence templates; entries of even place are part dev, of odd place test."""

import datetime
import random
from typing import Any

ARTICLE = r"^(?:die|der|das) "
CURRENCIES = {"$": "Dollar", "€": "Euro"}
TOWNS = [
    ("Marnheim an der Lenne", "Südlenne"), ("Holtensee", "Nordwalden"), ("Orrhaven", "Sundland"), ("Tarrow", "Westfehn"),
    ("Kesterau", "Aschland"), ("Dunnstedt", "Hohenrode"), ("Brackwerder", "Sundland"), ("Ellernkreuz", "Mittelau"),
]  # fmt: skip
PAPERS = [
    "Holtenseer Bote", "Lenne-Kurier", "Sundländer Zeitung", "Morgenblatt", "Aschländer Echo", "Hafenpost", "Fehner Rundschau",
    "Radio Nordwalden", "Tageskurier", "Allgemeine Chronik", "Stadtanzeiger Kesterau", "Der Beobachter", "Kanal Sechs",
    "Tarrower Nachrichten", "Küstenblatt", "Neue Mittelauer",
]  # fmt: skip
WIRES = ["Meridian", "Nordpress", "UDA"]
REPORTERS = ["", "", "Redaktion", "Nele Abicht", "Tobias Kranz", "Eigener Bericht", "Petra Lund"]
FIRST = {
    "f": ["Ida", "Maren", "Ruth", "Cäcilie", "Johanna", "Friederike", "Ottilie", "Paula", "Greta"],
    "m": ["Owe", "Martin", "Silas", "Viktor", "Hugo", "Detlef", "Anton", "Konrad", "Peer"],
}
LAST = [
    "Hallstein",
    "Brandreth",
    "Okonek",
    "Lindquist",
    "Farnow",
    "Tessler",
    "Maderer",
    "Quandel",
    "Ransmeier",
    "Vossbeck",
]
SOURCES = {
    "disaster": ["die Polizei", "die Feuerwehr", "die Landesregierung", "die Rettungsleitstelle", "der Katastrophenschutz"],
    "strike": ["die Polizei", "das Innenministerium", "die Stadtverwaltung", "eine Polizeisprecherin"],
    "takeover": ["eine mit der Sache vertraute Person", "die Börse", "ein Unternehmenssprecher", "der Vorstand"],
    "verdict": ["das Gericht", "die Staatsanwaltschaft", "eine Gerichtssprecherin", "ein Justizsprecher"],
    "vote": ["die Wahlleitung", "das Wahlamt", "das Staatsfernsehen", "ein Sprecher der Wahlleitung"],
    "aid": ["die Regierung", "das Finanzministerium", "ein Diplomat", "eine Ministeriumssprecherin"],
}  # fmt: skip
ATTRIBUTIONS = [", teilte {src} mit.", ", wie {src} mitteilte.", ", so {src}."]
HEDGES = {
    "about": ["etwa", "rund", "ungefähr"],
    "over": ["mehr als", "über"],
    "least": ["mindestens", "wenigstens"],
    "nearly": ["fast", "knapp", "beinahe"],
}
WHAT = {
    "deaths": "Zahl der Toten", "injured": "Zahl der Verletzten", "displaced": "Zahl der Evakuierten",
    "homes": "Zahl der zerstörten Häuser", "arrested": "Zahl der Festnahmen",
}  # fmt: skip
RISES = [
    "Die {what}, zunächst mit {old:x} angegeben, ist auf {new:x} gestiegen.",
    "Die {what} stieg von {old:x} auf {new:x}.",
    "Zuvor war von {old:x} die Rede gewesen; die {what} liegt jetzt bei {new:x}.",
    "Eine erste Zählung von {old:x} wurde berichtigt, die {what} beträgt nun {new:x}.",
    "Die {what} erhöhte sich auf {new:x}, nach {old:x} in der ersten Meldung.",
    "Die Behörden setzten die {what} auf {new:x} herauf, nachdem sie erst von {old:x} gesprochen hatten.",
]

LEADS = [
    "{deaths} Menschen sind {day} {prep} {town} durch {a_ev} ums Leben gekommen, teilte {src} mit.",
    "{town} trauert: {a_ev} hat {day} {deaths} Menschen das Leben gekostet.",
    "{a_ev} hat {day} {prep} {town} {deaths} Menschen getötet, wie {src} mitteilte.",
    "Die Zahl der Toten nach {a_ev_d} {prep} {town} {day} liegt bei {deaths:x}.",
    "Rettungskräfte waren {prep} {town} noch immer im Einsatz, nachdem {a_ev} {day} {deaths} Menschen getötet hatte.",
    "{a_ev} hat {prep} {town} {deaths} Menschenleben gefordert, so {src}.",
    "In {town} fragen sich die Menschen, wie {a_ev} {day} {deaths} ihrer Nachbarn und Freunde töten konnte.",
    "In {town} hängen die Fahnen auf halbmast für die {deaths:x} Menschen, die {day} bei {a_ev_d} starben.",
    "{src} bestätigte, dass {a_ev} {prep} {town} {day} {deaths} Tote gefordert hat.",
    "{region} hat den Notstand ausgerufen, nachdem {a_ev} {day} {deaths} Menschen das Leben genommen hat.",
    "Es war {day}, als {a_ev} {region} in Trauer stürzte; {deaths} Menschen verloren ihr Leben.",
    "Trauer und Wut schlugen den Politikern entgegen, die nach {town} kamen, wo {day} durch {a_ev} {deaths} Menschen starben.",
]

FACTS: dict[str, list[str]] = {
    "deaths": [
        "{deaths} Menschen kamen bei {ev_d} ums Leben~",
        "{ev} kostete {deaths} Menschen das Leben~",
        "Die Zahl der Toten liegt bei {deaths:x}, wie {src} mitteilte.",
        "Die Behörden geben die Zahl der Todesopfer mit {deaths:x} an.",
        "{ev} forderte {deaths} Todesopfer~",
        "Insgesamt starben {deaths} Menschen~",
        "Die Namen der {deaths:x} Toten sollen erst genannt werden, wenn die Familien zustimmen, sagte {src}.",
        "Krankenhäuser und Retter haben {deaths} Todesfälle bestätigt, für Angehörige wurde ein Telefon geschaltet.",
        "In {town} wurde für die {deaths:x} Toten gebetet.",
        "Angehörige der {deaths:x} Getöteten kamen in einer Turnhalle zusammen, wo Seelsorger warteten.",
        "{src} bestätigte den Tod von {deaths:x} Menschen.",
        "{deaths} Menschen verloren ihr Leben, unter ihnen ein Lehrer, den die halbe Stadt kannte.",
        "Für {deaths} Menschen kam jede Hilfe zu spät.",
        "{src} sprach von {deaths:x} Toten und warnte vor anderen Zahlen, die im Umlauf seien.",
    ],
    "injured": [
        "{injured} Menschen wurden verletzt~",
        "{injured} Verletzte wurden in Krankenhäuser gebracht~",
        "{ev} hinterließ {injured} Verletzte~",
        "Ärzte in {town} behandelten {injured} Verletzte~",
        "Die Zahl der Verletzten wurde mit {injured:x} angegeben.",
        "{src} zählte {injured:x} Verletzte.",
        "{injured} Menschen erlitten Verletzungen, die Bevölkerung wurde zum Blutspenden aufgerufen.",
        "Hinzu kommen {injured} Verletzte~",
        "Drei Krankenhäuser räumten Betten für die {injured:x} Verletzten.",
        "Rettungswagen brachten {injured} Verletzte fort, so {src}.",
        "Die Kliniken meldeten {injured} Verletzte und riefen Personal aus dem Urlaub zurück.",
        "Verletzt wurden {injured} Menschen, teilte {src} mit und bat darum, die Straßen frei zu halten.",
    ],
    "missing": [
        "{missing} Menschen werden noch vermisst~",
        "Suchtrupps suchen nach {missing:x} Vermissten~",
        "Von {missing:x} Menschen fehlt jede Spur~",
        "Noch immer sind {missing} Menschen vermisst gemeldet~",
        "Auf der Liste der Vermissten stehen {missing:x} Namen, sagte {src}.",
        "Für die {missing:x} Vermissten schwindet die Hoffnung.",
        "Angehörige der {missing:x} Vermissten warteten hinter den Absperrungen.",
        "Die Suche nach {missing:x} Vermissten geht mit Hunden und Drohnen weiter~",
        "{src} gab die Zahl der Vermissten mit {missing:x} an.",
        "Da noch {missing} Menschen vermisst werden, bat {src} um Freiwillige für die Suche.",
    ],
    "displaced": [
        "{displaced} Menschen mussten ihre Häuser verlassen~",
        "{displaced} Menschen wurden in Sicherheit gebracht~",
        "{src} forderte {displaced} Anwohner auf, das Gebiet zu verlassen.",
        "Die Behörden evakuierten {displaced} Menschen~",
        "Schulen und Turnhallen nahmen die {displaced:x} Evakuierten auf.",
        "Für {displaced} Menschen ist nun ein Feldbett in der Turnhalle das Zuhause~",
        "Die Zahl der Evakuierten liegt bei {displaced:x}, sagte {src}.",
        "{displaced} Anwohner dürfen bis auf Weiteres nicht zurück in ihre Wohnungen.",
        "Busse brachten {displaced} Evakuierte aus dem Gebiet~",
        "Sorge macht die Unterbringung von {displaced:x} Menschen, die ihr Zuhause verlassen mussten, sagte {src}.",
    ],
    "aid.displaced": [
        "{displaced} Menschen sind in {region} aus ihren Häusern vertrieben worden~",
        "Die Krise hat {displaced} Menschen vertrieben~",
        "Hilfswerke zählen {displaced} Vertriebene in {region}.",
        "In {region} leben {displaced} Menschen in Lagern oder bei Verwandten, seit sie geflohen sind~",
        "Die Zahl der Vertriebenen liegt bei {displaced:x}, teilte {src} mit.",
        "Das Geld ist vor allem für die {displaced:x} Menschen gedacht, die fliehen mussten.",
        "Seit dem Frühjahr haben {displaced} Menschen in {region} ihre Heimat verlassen~",
        "Die Behörden beziffern die Zahl der Geflohenen auf {displaced:x}.",
    ],
    "homes": [
        "{homes} Häuser wurden zerstört~",
        "{homes} Häuser liegen in Trümmern oder müssen abgerissen werden~",
        "{src} sprach von {homes:x} zerstörten Häusern.",
        "{ev} zerstörte {homes} Häuser~",
        "Von {homes:x} Häusern stehen kaum noch die Mauern~",
        "Gutachter führen {homes} Häuser auf der Liste der zerstörten.",
        "Die Zahl der zerstörten Häuser wird mit {homes:x} angegeben, und der Winter naht.",
        "In die {homes:x} zerstörten Häuser wird niemand zurückkehren, sagte {src}.",
        "Statiker kennzeichneten {homes} zerstörte Häuser mit roter Farbe.",
        "Familien verloren {homes} Häuser, sagte {src}, viele waren nicht versichert.",
    ],
    "damage": [
        "Der Schaden wird auf {damage} geschätzt~",
        "{ev} richtete einen Schaden von {damage} an~",
        "Erste Schätzungen sprechen von {damage} Schaden.",
        "{src} bezifferte den Schaden auf {damage}.",
        "Die Beseitigung der Schäden wird {damage} kosten~",
        "Die Verluste belaufen sich auf {damage}~",
        "Wer die Rechnung für den Schaden trägt, nach Rechnung der Behörden {damage}, ist offen.",
        "Mit einem Schaden von {damage} und ohne Rücklagen bat {region} die Hauptstadt um Hilfe.",
        "Der Schaden beträgt {damage:x}, sagte {src}.",
        "Fachleute, die den Ort besichtigten, veranschlagten den Schaden auf {damage}.",
    ],
    "verdict.damage": [
        "Die Kunden verloren durch den Betrug {damage}~",
        "Der Betrug verursachte Verluste von {damage}~",
        "Das Gericht bezifferte den Schaden auf {damage}.",
        "Nach Überzeugung der Anklage kostete das System die Sparer {damage}.",
        "Die Sparer wurden um {damage} betrogen~",
        "Die Verluste durch das System beliefen sich auf {damage}, stellte das Gericht fest.",
        "Nach Rechnung der Richter waren {damage} der Kunden verschwunden, als alles zusammenbrach.",
        "Der Schaden für die Kleinsparer, insgesamt {damage}, wiege schwer, so das Gericht.",
    ],
    "arrested": [
        "{arrested} Menschen wurden festgenommen~",
        "Die Polizei nahm {arrested} Menschen fest~",
        "Es gab {arrested} Festnahmen~",
        "{arrested} Menschen kamen in Gewahrsam~",
        "Die Polizei sprach von {arrested:x} Festgenommenen.",
        "{arrested} Menschen verbrachten die Nacht in der Zelle~",
        "Die Zahl der Festnahmen wurde mit {arrested:x} angegeben.",
        "Anwälte der {arrested:x} Festgenommenen klagten, sie dürften ihre Mandanten nicht sehen.",
        "Die Beamten meldeten {arrested} Festnahmen und beschlagnahmten Handys.",
        "In Handschellen führten Beamte {arrested} Menschen ab, so {src}.",
    ],
    "price": [
        "{buyer} bietet {price} für {target}~",
        "Die Offerte bewertet {target} mit {price}~",
        "Der Kaufpreis beträgt {price}~",
        "{buyer} zahlt {price}~",
        "Die Aktionäre von {target} sollen insgesamt {price} erhalten.",
        "Mit {price} ist es der größte Zukauf in der Geschichte von {buyer}.",
        "Analysten nannten {price} einen stolzen Preis für einen Pumpenbauer.",
        "Um die {price:x} für {target} aufzubringen, leiht sich {buyer} Geld bei vier Banken.",
        "{buyer} bezifferte den Wert des Geschäfts auf {price}.",
        "Der Preis von {price} wird bar bezahlt.",
        "Banken leihen einen Teil der {price:x}, die der Kauf kostet.",
        "Für {price} bekommt der Käufer die Marke, die Patente und fünf Werke.",
    ],
    "jobs": [
        "{jobs} Stellen fallen weg~",
        "Der Zusammenschluss kostet {jobs} Arbeitsplätze~",
        "{buyer} will {jobs} Stellen streichen~",
        "Den Gewerkschaften geht es nicht nur um Lohn: {jobs:x} Stellen sollen gestrichen werden.",
        "{jobs} Beschäftigte verlieren ihren Posten, die meisten in der Verwaltung.",
        "Der Belegschaft wurde gesagt, dass {jobs} Posten wegfallen.",
        "Die Unternehmen planen den Abbau von {jobs:x} Stellen~",
        "Der Stellenabbau wurde mit {jobs:x} beziffert, bald wird mit dem Betriebsrat gesprochen.",
        "Gespart werden soll durch die Streichung von {jobs:x} Posten, so {src}.",
        "{src} gab die Zahl der Entlassungen mit {jobs:x} an.",
    ],
    "takeover.share": [
        "{buyer} kauft {share} von {target}~",
        "Zum Verkauf stehen {share:x} der Aktien~",
        "Nach dem Geschäft hält {buyer} {share} an {target}~",
        "Die Gründerfamilie verkauft {share} des Unternehmens~",
        "Das Angebot umfasst {share} des Grundkapitals.",
        "{share:x} der Aktien wechseln den Besitzer~",
        "Mit {share:x} der Stimmen wird {buyer} größter Aktionär, sagte {src}.",
        "Das Paket der Gründer, {share:x} des Kapitals, geht geschlossen an {buyer}.",
    ],
    "vote.share": [
        "{winner} gewann {share} der Stimmen~",
        "Nach Auszählung aller Zettel hatte {winner} {share:x} der Stimmen.",
        "{winner} holte {share} der abgegebenen Stimmen~",
        "Das Ergebnis für {winner} lautete {share:x}, teilte {src} mit.",
        "Auf {winner} entfielen {share:x} der Stimmen~",
        "{share:x} der Wähler stimmten für {winner}~",
        "{src} gab das Ergebnis für {winner} mit {share:x} an.",
        "Die Endauszählung sah {winner} bei {share:x}, nach einer Nacht des Wartens.",
        "In der Parteizentrale brach Jubel aus, als der Bildschirm {share:x} für {winner} zeigte.",
        "Mit {share:x} übertraf {winner} die Erwartungen der eigenen Partei.",
    ],
    "aid.share": [
        "{share:x} des Geldes sind Zuschüsse~",
        "Zuschüsse machen {share} des Pakets aus~",
        "Der Anteil der Zuschüsse beträgt {share:x}, der Rest sind günstige Kredite.",
        "Nur {share:x} der Summe müssen nicht zurückgezahlt werden~",
        "{share:x} des Pakets sind geschenkt, der Rest ist geliehen~",
        "Diplomaten zufolge sollen {share:x} des Pakets Zuschüsse sein.",
        "Der Rest sind Kredite, sobald {share:x} als Zuschuss geflossen sind.",
        "Die Geber einigten sich darauf, {share} als Zuschuss zu geben.",
    ],
    "vote.votes": [
        "{winner} erhielt {votes} Stimmen~",
        "{votes} Stimmen gingen an {winner}~",
        "{winner} wurde mit {votes:x} Stimmen gewählt~",
        "Die Auszählung ergab für {winner} {votes} Stimmen~",
        "Insgesamt wurden {votes} Stimmen für {winner} abgegeben~",
        "{src} schrieb {winner} {votes} Stimmen zu.",
        "{winner} kam auf {votes} Stimmen, eine neue Zählung wurde ausgeschlossen.",
        "Die {votes:x} Stimmen für {winner} entschieden die Sache.",
    ],
    "aid.votes": [
        "Das Parlament billigte das Paket mit {votes:x} Ja-Stimmen~",
        "{votes:x} Abgeordnete stimmten für das Paket~",
        "Im Parlament hatten {votes:x} Abgeordnete mit Ja gestimmt~",
        "Der Plan war mit {votes:x} Stimmen durch das Parlament gegangen~",
        "Die Zahl der Ja-Stimmen im Parlament betrug {votes:x}, sagte {src}.",
        "Eine Mehrheit von {votes:x} Abgeordneten trug das Paket im Parlament mit.",
        "Als das Parlament abstimmte, hoben {votes:x} Abgeordnete die Hand für das Paket.",
        "Das Ja des Parlaments kam mit {votes:x} Stimmen, nach neunstündiger Debatte.",
    ],
    "amount": [
        "Das Paket hat einen Umfang von {amount}~",
        "{donor} stellt {amount} bereit~",
        "{donor} hat Hilfe in Höhe von {amount} zugesagt~",
        "Die Hilfe beläuft sich auf {amount}~",
        "Insgesamt stehen {amount} bereit~",
        "Die vereinbarte Summe beträgt {amount}~",
        "Die {amount:x} werden in Raten ausgezahlt.",
        "Die Minister besiegelten per Handschlag eine Hilfe von {amount}, sagte {src}.",
        "Mit {amount} an Hilfe kann {region} ein Jahr lang Lehrer und Pflegekräfte bezahlen.",
        "Nach {region} sollen {amount} fließen.",
    ],
    "term": [
        "{defendant} wurde zu {term:x} Jahren Haft verurteilt~",
        "Das Strafmaß beträgt {term:x} Jahre~",
        "{defendant} muss {term:x} Jahre ins Gefängnis~",
        "Die Richter verhängten eine Strafe von {term:x} Jahren Haft~",
        "{term:x} Jahre Gefängnis hielt das Gericht für angemessen.",
        "Es wurde eine Haftstrafe von {term:x} Jahren verhängt, sagte {src}.",
        "{defendant} zeigte keine Regung, als die Strafe von {term:x} Jahren verlesen wurde.",
        "Das Gericht schickte {defendant} für {term:x} Jahre hinter Gitter.",
        "Die Strafe von {term:x} Jahren ist die bisher höchste wegen Betrugs in {region}.",
        "{defendant}, dem {term:x} Jahre hinter Gittern bevorstehen, ging mit Wachleuten durch eine Seitentür.",
    ],
    "magnitude": [
        "Das Erdbeben hatte eine Stärke von {magnitude}~",
        "Der Erdstoß der Stärke {magnitude} war in ganz {region} zu spüren.",
        "Seismologen maßen eine Stärke von {magnitude}.",
        "Das Beben erreichte die Stärke {magnitude}~",
        "Das Geologische Institut gab die Stärke mit {magnitude} an.",
        "Messgeräte verzeichneten ein Beben der Magnitude {magnitude}.",
        "Mit einer Magnitude von {magnitude} gehörte es zu den stärkeren in {region}.",
        "Das Geologische Institut sprach von einer Magnitude von {magnitude}.",
    ],
    "day": [
        "{ev} ereignete sich {day}~",
        "{ev} geschah {day}~",
        "Aufnahmen, die {day} während {ev_g} entstanden, zeigen Menschen auf der Flucht.",
        "{ev} {day:v} war das Schlimmste, was {region} seit Jahrzehnten erlebt hat.",
        "Was {day} bei {ev_d} geschah, hat ganz {region} erschüttert.",
        "Niemand in {town} werde {ev} {day:v} vergessen, sagte eine Anwohnerin.",
        "Als {ev} {day} kam, waren viele nicht darauf gefasst.",
        "{src} sagte, {ev} habe sich {day} ereignet.",
        "Ermittler prüfen alles, was {day} in den Minuten vor {ev_d} geschah.",
        "Es war {day}, dass {ev} geschah, und seither wachsen die Fragen.",
    ],
    "strike.day": [
        "Der Protest fand {day} statt~",
        "Die Streikenden marschierten {day}~",
        "Zu den Zusammenstößen kam es {day}~",
        "Auf die Straße gingen die Streikenden {day}~",
        "Es war {day}, dass die Lage außer Kontrolle geriet.",
        "Der Protest {day:v} war der größte seit Jahren.",
        "Aufnahmen, die {day} während {ev_g} entstanden, zeigen Rauch und Polizeiketten.",
        "{src} sagte, die Versammlung {day} sei angemeldet gewesen.",
    ],
    "takeover.day": [
        "{buyer} gab das Angebot {day} bekannt~",
        "Das Angebot wurde {day} veröffentlicht~",
        "Die Ankündigung kam {day}~",
        "Die beiden Vorstände stellten das Geschäft {day} vor.",
        "Die Aktien von {target} sprangen in die Höhe, als das Angebot {day} bekannt wurde.",
        "Die Ankündigung {day:v} überraschte den Markt.",
        "Es war {day}, dass {buyer} der Börse das Angebot meldete.",
        "Wochenlang war verhandelt worden, bis {buyer} {day} an die Öffentlichkeit ging.",
    ],
    "verdict.day": [
        "Das Urteil fiel {day}~",
        "Das Gericht verkündete {day} sein Urteil~",
        "Der Richterspruch erging {day}~",
        "Der Prozess endete {day} mit dem Urteil~",
        "Das Urteil {day:v} beendet einen der längsten Prozesse in {region}.",
        "Der Richterspruch kam {day}, nach Monaten der Verhandlung.",
        "Der Saal war voll, als das Urteil {day} verlesen wurde.",
        "Es war {day}, dass die Richter ihr Urteil bekannt gaben.",
    ],
    "vote.day": [
        "Die Wähler gingen {day} an die Urnen~",
        "Gewählt wurde {day}~",
        "Die Abstimmung fand {day} statt~",
        "Die Abstimmung {day:v} war die erste nach dem neuen Gesetz.",
        "Vor den Schulen standen {day} lange Schlangen von Wählern.",
        "{src} sagte, die Abstimmung {day} sei ruhig verlaufen.",
        "Der Urnengang {day:v} war zweimal verschoben worden.",
        "Es war {day}, dass {region} wählte.",
    ],
    "aid.day": [
        "Das Abkommen wurde {day} unterzeichnet~",
        "Die Minister unterschrieben das Abkommen {day}~",
        "Das Paket wurde {day} vereinbart~",
        "Beide Seiten setzten {day} ihre Namen unter das Abkommen.",
        "Besiegelt wurde die Vereinbarung {day} nach einer Verhandlungsnacht.",
        "Die Unterzeichnung {day:v} beendet monatelanges Feilschen.",
        "Es war {day}, dass das Abkommen unterzeichnet wurde.",
        "Als das Abkommen {day} unterzeichnet wurde, lächelte niemand in die Kameras.",
    ],
    "decision": [
        "{dec} ist für {decision:b} geplant~",
        "{dec} wurde auf {decision:b} festgesetzt~",
        "{dec} wird für {decision:b} erwartet~",
        "{dec} soll {decision} stattfinden~",
        "Alle Augen richten sich nun auf {decision:b}, den Termin, an dem {dec} ansteht.",
        "Bis {dec} {decision} ansteht, müssen sich alle gedulden, sagte {src}.",
        "{src} nannte {decision:b} als Termin, {dec} werde dann stattfinden.",
        "{dec}, auf {decision:b} gelegt, wird den Streit kaum beenden.",
        "Vorher ändert sich nichts: {dec} ist {decision}, sagte {src}.",
        "Im Kalender steht {dec} {decision}.",
    ],
    "person": [
        "{person:t} wollte keine Fragen beantworten.",
        "{role}, {person}, äußerte sich nicht.",
        "{person}, {who}, sagte, in einigen Tagen wisse man mehr.",
        "{role} heißt {person} und ist {b_age} Jahre alt.",
        "Reporter warteten vergeblich auf {person:t}.",
        "„Wir schulden den Menschen eine Antwort“, sagte {person}, {role}.",
        "Eine Erklärung, unterzeichnet: {person:t}, umfasste vier Zeilen.",
        "Unter denen, die mit der Presse sprachen, war {person:t}.",
        "Als Erstes meldete sich {person} zu Wort, {who}.",
        "{role}, {person} mit Namen, war nicht zu erreichen.",
        "{person:t} sprach von den schwersten Tagen einer langen Laufbahn.",
        "Im Mittelpunkt stand {person}, {who}.",
    ],
    "org": [
        "{org}, {orgwho}, antwortete nicht auf Fragen.",
        "{orgrole} ist {org}~",
        "{src} sagte, {orgrole} sei {org}.",
        "{src} nannte als {orgrole:b} {org}.",
        "Fragen richten sich an {org}, {orgwho}.",
        "{org}, {orgrole}, ließ über einen Anwalt um Geduld bitten.",
        "Als {orgrole:b} hat {org} versprochen, die Akten zu öffnen.",
        "Im Blickpunkt steht {org}, {orgwho}; die Büros dort blieben geschlossen.",
    ],
    "place": [
        "{ev} ereignete sich {place}~",
        "Es geschah {place}~",
        "Eine Absperrung wurde {place} eingerichtet, wo {ev} geschah.",
        "Der Ort des Geschehens {place} war noch abgeriegelt.",
        "Drohnenbilder zeigen, was {ev} {place} hinterließ.",
        "{src} sagte, es sei {place} geschehen.",
        "Auf einer Karte der Behörden ist die Stelle {place} markiert.",
        "Kerzen brennen für das, was {place} geschah.",
    ],
    "quake.place": [
        "Das Epizentrum lag {place}~",
        "Das Zentrum des Bebens befand sich {place}~",
        "Seismologen orteten das Epizentrum {place}.",
        "Das Beben nahm {place} seinen Ausgang, in etwa zehn Kilometern Tiefe.",
        "Das Geologische Institut verortete das Epizentrum {place}.",
        "Das Epizentrum lag {place}, wo die Erde noch immer nicht ruht.",
        "Dörfer {place}, dem Epizentrum, waren auf der Straße nicht zu erreichen.",
        "{src} nannte einen Punkt {place} als Epizentrum.",
    ],
}  # fmt: skip

PAIRS = [
    "{deaths} Menschen wurden getötet und {injured} verletzt~",
    "{ev} tötete {deaths} Menschen und verletzte {injured} weitere~",
    "Es gab {injured} Verletzte und {deaths} Tote~",
    "Neben den {deaths:x} Toten gab es {injured} Verletzte~",
    "{missing} Menschen werden vermisst, der Tod von {deaths:x} ist bestätigt~",
    "{src} sprach von {deaths:x} Toten und {missing:x} Vermissten.",
    "{homes} Häuser wurden zerstört, {displaced} Menschen mussten das Gebiet verlassen~",
    "Weil {homes} Häuser in Trümmern liegen und {displaced} Menschen in Notunterkünften leben, bat {region} um Hilfe.",
    "{arrested} Menschen wurden festgenommen und {injured} verletzt~",
    "Der Tag endete mit {injured:x} Verletzten und {arrested:x} Festnahmen~",
    "{buyer} zahlt {price} und streicht {jobs} Stellen~",
    "Zwei Zahlen stehen für das Geschäft: {jobs:x} Stellen weniger und {price} Kaufpreis.",
    "{votes} Stimmen, das sind {share:x}, gingen an {winner}~",
    "{winner} beendete die Nacht mit {share:x}, also {votes:x} Stimmen.",
    "Der Schaden beträgt {damage}, {homes} Häuser sind zerstört~",
    "{displaced} Menschen haben das Gebiet verlassen, der Schaden wird auf {damage} geschätzt~",
]

CAUSE = ["Die Ursache ist noch unklar.", "Ermittler sagten, für Aussagen zur Ursache sei es zu früh.", "Bis die Ursache feststeht, können Wochen vergehen.", "Sachverständige suchen nach der Ursache."]  # fmt: skip
DUST = ["Schweres Gerät hob Beton und Balken beiseite.", "Staub lag über dem Ort, als die Bagger anrückten."]
FILLERS: dict[str, list[str]] = {
    "disaster": [
        "Die Rettungskräfte arbeiteten die Nacht durch im Scheinwerferlicht.",
        "„So eine Stille habe ich noch nie gehört“, sagte eine Nachbarin.",
        "„Wir sind gerannt und haben uns nicht umgedreht“, sagte eine Frau mit einem Kind auf dem Arm.",
        "Aus dem ganzen Land kam Anteilnahme.",
        "Die Handynetze waren zeitweise überlastet.",
        "Die Zufahrten waren nur für Einsatzfahrzeuge frei.",
        "Freiwillige verteilten Tee, Brot und Decken.",
        "Für die Betroffenen wurde ein Spendenkonto eingerichtet.",
        "Die Ministerpräsidentin brach eine Auslandsreise ab.",
        "Eine Kirche öffnete ihre Türen für alle, die Ruhe suchten.",
        "Familien warteten vor dem Rathaus auf Nachricht.",
        "Viele Geschäfte in der Innenstadt blieben geschlossen.",
        "Die Behörden baten darum, keine Gerüchte zu verbreiten.",
        "Psychologen betreuen die Angehörigen.",
        "Die Opposition verlangte Aufklärung.",
        "Nachbarkreise schickten Personal und Gerät.",
        "Der Lokalsender spielte den ganzen Tag keine Musik.",
        "Ein alter Mann stand am Zaun und wollte nicht nach Hause gehen.",
        "Die Nachricht verbreitete sich in Minuten.",
        "In den Gaststätten gab es kein anderes Thema.",
    ],
    "explosion": [*CAUSE, *DUST],
    "fire": CAUSE,
    "bridge": [*CAUSE, *DUST],
    "quake": DUST,
    "ferry": [*CAUSE, "Schwimmwesten und Koffer trieben in der Dünung.", "Ein Ölfilm glänzte auf dem Wasser."],
    "flood": ["Weiterer Regen ist angesagt.", "Vorerst hat der Regen aufgehört.", "In allen Kellern liefen Pumpen.", "Autos lagen im Schlamm übereinander."],
    "strike": [
        "Straßenbahnen und Busse standen den größten Teil des Tages still.",
        "Der Zug begann friedlich.",
        "Die Polizei setzte Wasserwerfer ein.",
        "Viele Läden hatten ihre Fenster vernagelt.",
        "Studierende schlossen sich mit Trommeln und Pfeifen an.",
        "Beide Seiten gaben einander die Schuld.",
        "Die Regierung nannte die Forderungen unerfüllbar.",
        "Die Arbeitgeber sagten, jeder weitere Tag schade auf Dauer.",
        "„Davon kann man nicht leben“, sagte eine Krankenschwester.",
        "„Ich bin noch nie mitmarschiert“, sagte ein Busfahrer in Uniform.",
        "Auf Transparenten wurden gerechte Löhne gefordert.",
        "Ein Hubschrauber beobachtete die Menge.",
    ],
    "takeover": [
        "Analysten hatten seit Monaten mit so etwas gerechnet.",
        "Der Markt für Industriepumpen schrumpft seit Langem.",
        "Die Aufsicht muss dem Verkauf noch zustimmen.",
        "Die Unternehmen kennen sich gut als Zulieferer.",
        "Die Gewerkschaften verlangten Garantien.",
        "Die Beschäftigten erfuhren davon aus den Nachrichten.",
        "Der Markenname soll bleiben.",
        "Konkurrenten wollten sich nicht äußern.",
        "„Das passt wie der Schlüssel ins Schloss“, sagte ein Fondsmanager.",
        "„Wir sehen uns das genau an“, sagte eine Betriebsrätin.",
        "Das Bild des Gründers hängt noch in der Eingangshalle.",
        "Der Handel mit der Aktie war eine Zeit lang ausgesetzt.",
    ],
    "verdict": [
        "Die Verteidigung will das Urteil prüfen.",
        "Frühere Kunden weinten auf den Zuschauerbänken.",
        "Der Fall hatte jahrelang die Zeitungen gefüllt.",
        "Das Gericht war streng bewacht.",
        "„Das gibt uns etwas zurück“, sagte eine Rentnerin.",
        "„Kein Urteil bringt mir mein Erspartes wieder“, sagte ein Bäcker im Ruhestand.",
        "Die Anklage sprach von grenzenloser Gier.",
        "Wochenlang hatten Gutachter über die Bücher gestritten.",
        "Kameras waren im Saal nicht erlaubt.",
        "Die schriftliche Begründung folgt später.",
        "Draußen hielten Menschen Fotos und Kontoauszüge hoch.",
        "Die Verlesung dauerte fast den ganzen Vormittag.",
    ],
    "vote": [
        "Anhänger tanzten in den Straßen der Hauptstadt.",
        "Beobachter sprachen von einem ruhigen, geordneten Tag.",
        "Der Wahlkampf war bitter gewesen.",
        "Schulen und Steuern waren die großen Themen.",
        "Ausländische Regierungen schickten Glückwünsche.",
        "In den Bergen hielt Regen manche zu Hause.",
        "„Es soll gerecht zugehen, mehr will ich nicht“, sagte eine Wählerin.",
        "„Darauf habe ich lange gewartet“, sagte ein Bauer im Wahllokal.",
        "Die Koalitionsgespräche dürften schwer werden.",
        "Auf die neue Regierung warten leere Kassen.",
        "Die Zeitungen druckten Sonderausgaben.",
        "Beamte prüften die Listen von Hand.",
    ],
    "aid": [
        "Die Gespräche wären mehrmals fast gescheitert.",
        "Hilfswerke sagten, die Hilfe komme spät.",
        "Der Winter in den Bergen wird hart.",
        "Kritiker fürchten, dass Geld versickert.",
        "Prüfer sollen überwachen, wofür es ausgegeben wird.",
        "Vielerorts laufen die Krankenhäuser mit Generatoren.",
        "„Papier macht nicht satt“, sagte ein Bäcker in {town}.",
        "„Es ist ein Anfang“, sagte eine Dorflehrerin.",
        "Die Nachbarländer begrüßten den Schritt.",
        "Die Opposition forderte mehr Offenheit.",
        "Zuerst kommen Straßen, Brunnen und Schulen.",
        "Die Unterzeichnung wurde live im Fernsehen übertragen.",
    ],
}  # fmt: skip

ASIDES: dict[str, list[str]] = {
    "disaster": [
        "Drei Hubschrauber und {b_crew:x} Helfer wurden entsandt.",
        "Im Einsatz waren {b_crew:x} Feuerwehrleute, viele von ihnen Freiwillige.",
        "Im Jahr {b_year} waren bei {a_old_d} in {elsewhere} {b_deaths} Menschen gestorben.",
        "{b_ago} kamen bei {a_old_d} in {elsewhere} {b_deaths} Menschen um.",
        "Viele dachten an das Jahr {b_year}, als bei {a_old_d} in {elsewhere} {b_injured} Menschen verletzt wurden.",
        "Das Schlimmste seit Menschengedenken war {b_year} in {elsewhere} geschehen, mit {b_deaths} Toten bei {a_old_d}.",
        "{b_children} der Toten waren Kinder.",
        "Unter den Toten sind {b_children} Kinder.",
        "{b_care} der Verletzten liegen auf der Intensivstation.",
        "Den Zustand von {b_care} der Verletzten nannten Ärzte kritisch.",
        "Die Regierung richtete einen Hilfsfonds von {b_relief} ein.",
        "Die Regierung gab {b_relief} Soforthilfe für die Familien frei.",
        "Die Versicherer rechnen mit {b_insured}, einem Teil der Rechnung.",
        "Versichert sind davon {b_insured}, sagte ein großer Versicherer.",
        "Die Regierungschefin besuchte {b_spoke} {town} und sprach mit Angehörigen.",
        "„Wir sind am Ende unserer Kräfte“, sagte {b_spoke} ein Feuerwehrmann.",
        "Ein Freiwilliger, {b_namesake}, mit {role_d} nicht verwandt, teilte Suppe an die Helfer aus.",
        "Einer der Helfer, {b_namesake}, hat mit {role_d} nur den Nachnamen gemein.",
    ],
    "explosion": [
        "Der Gasversorger musste {b_year} wegen mangelnder Wartung {b_fine} Strafe zahlen.",
        "{b_ago} wurden in {elsewhere} {b_homes} Häuser zerstört, als ein Kessel barst.",
        "Ein Untersuchungsausschuss tritt {b_inquiry} zusammen.",
        "Die erste Sitzung eines Untersuchungsausschusses ist {b_inquiry}.",
    ],
    "flood": [
        "Beim Hochwasser von {b_year} waren aus denselben Straßen {b_displaced} Menschen evakuiert worden.",
        "Eine ähnliche Flut hatte {b_ago} {b_homes} Häuser zerstört.",
        "Das Parlament berät {b_inquiry} über den Deichbau.",
        "Eine Kommission zum Deichbau tagt {b_inquiry}.",
    ],
    "ferry": [
        "Das Schiff war für {b_capacity:x} Passagiere gebaut.",
        "Die Fähre, für {b_capacity:x} Menschen zugelassen, hatte im Frühjahr in der Werft gelegen.",
        "Die Reederei zahlte {b_year} wegen schadhafter Rettungsboote {b_fine} Strafe.",
        "Die Untersuchung vor dem Seeamt beginnt {b_inquiry}.",
    ],
    "fire": [
        "Die Fabrik beschäftigt {b_capacity:x} Menschen.",
        "Das Werk, in dem {b_capacity:x} Menschen arbeiten, stellt Verpackungen her.",
        "Im Jahr {b_year} hatte die Aufsicht dem Werk eine Strafe von {b_fine} auferlegt.",
        "Eine Anhörung zum Brandschutz ist für {b_inquiry:b} geplant.",
    ],
    "quake": [
        "Es wurden {b_shocks:x} Nachbeben gezählt.",
        "Immer wieder bebte die Erde, insgesamt gab es {b_shocks:x} Nachbeben.",
        "Beim Beben von {b_year} waren in {elsewhere} {b_homes} Häuser eingestürzt.",
        "Das Parlament berät {b_inquiry} über Bauvorschriften.",
    ],
    "bridge": [
        "Die Brücke wurde {b_built} eröffnet.",
        "Die Brücke, {b_built} gebaut, trug eine Hauptstraße.",
        "Die letzte Reparatur {b_ago} kostete {b_repair}.",
        "Im Jahr {b_year} zahlte das Straßenamt wegen verspäteter Prüfungen {b_fine} Strafe.",
    ],
    "strike": [
        "{b_crowd} Menschen nahmen teil.",
        "Die Zahl der Teilnehmer wurde mit {b_crowd:x} angegeben.",
        "Bei einem Marsch in {elsewhere} hatte die Polizei {b_year} {b_arrested} Menschen festgenommen.",
        "{b_ago} wurden bei einem Marsch in {elsewhere} {b_injured} Menschen verletzt.",
        "{b_care} der Verletzten sind Polizisten.",
        "Die Arbeitgeber bieten {b_rise} mehr Lohn.",
        "Die Teuerung liegt bei {b_rise}, sagen die Gewerkschaften.",
        "Die Innenministerin verteidigte {b_spoke} die Polizei.",
        "Der Erzbischof rief {b_spoke} zur Ruhe auf.",
        "Ein Ladenbesitzer, {b_namesake}, mit {role_d} nicht verwandt, klagte über den Verlust einer Wocheneinnahme.",
        "Die Stadt gibt {b_relief} für neue Absperrungen aus.",
        "Ein Gericht hatte der Gewerkschaft {b_year} eine Strafe von {b_fine} auferlegt.",
    ],
    "takeover": [
        "{target} beschäftigt {b_staff:x} Menschen.",
        "{buyer} hat eine Belegschaft von {b_staff:x} Menschen.",
        "Im Jahr {b_year} hatte {buyer} einen Konkurrenten für {b_price} gekauft.",
        "{b_ago} zahlte {buyer} für einen Ventilbauer {b_price}.",
        "Die Aktien von {target} stiegen um {b_rise}.",
        "Zum Handelsschluss lag der Kurs {b_rise} im Plus.",
        "Der Aufsichtsratschef sagte der Belegschaft {b_spoke}, es gebe keinen Grund zur Sorge.",
        "Eine Gewerkschafterin verlangte {b_spoke} Gespräche.",
        "Das Kartellamt hatte {buyer} {b_year} eine Buße von {b_fine} auferlegt.",
        "Ein Aktionär, {b_namesake}, mit {role_d} nicht verwandt, begrüßte das Angebot.",
    ],
    "verdict": [
        "Das Gericht hörte {b_jurors:x} Zeugen.",
        "Insgesamt sagten {b_jurors:x} Zeugen aus.",
        "Im Jahr {b_year} war ein Bankier aus {elsewhere} in einem ähnlichen Fall zu {b_term:x} Jahren verurteilt worden.",
        "{b_ago} schickte ein Gericht in {elsewhere} zwei Makler für {b_term:x} Jahre ins Gefängnis.",
        "{defendant} muss außerdem {b_fine} Geldstrafe zahlen.",
        "Hinzu kommt eine Geldstrafe von {b_fine}.",
        "Ein Anwalt der Opfer zeigte sich {b_spoke} zufrieden.",
        "Die Verteidigung sprach {b_spoke} von einem harten Urteil.",
        "Eines der Opfer, {b_namesake}, trägt denselben Nachnamen, ist mit {role_d} aber nicht verwandt.",
        "Im Opferfonds liegen {b_relief}.",
    ],
    "vote": [
        "Die Wahlbeteiligung lag bei {b_turnout}.",
        "An der Wahl beteiligten sich {b_turnout} der Berechtigten.",
        "{loser} kam mit {b_share} auf den zweiten Platz.",
        "Die Partei von {loser} fiel auf {b_share}.",
        "Im Jahr {b_year} war eine Stichwahl nötig gewesen.",
        "Es gab {b_stations} Wahllokale.",
        "Gewählt wurde in {b_stations:x} Wahllokalen.",
        "Das Parlament hat {b_seats:x} Sitze.",
        "Die Lehrergewerkschaft gratulierte {b_spoke}.",
        "Der scheidende Präsident rief {b_spoke} zur Ruhe auf.",
        "Bei der letzten Wahl {b_ago} hatte die Polizei {b_arrested} Menschen festgenommen.",
        "Ein Bewerber in {elsewhere}, {b_namesake}, hat mit {role_d} nur den Nachnamen gemein.",
    ],
    "aid": [
        "Im Jahr {b_year} hatte {donor} nach einer Dürre {b_amount} gegeben.",
        "Ein früheres Paket {b_ago} umfasste {b_amount}.",
        "Allein {elsewhere} bekommt {b_relief} für das Krankenhaus.",
        "Von dem Geld sind {b_relief} für {elsewhere} vorgesehen.",
        "Die Arbeitslosigkeit in {region} liegt bei {b_share}.",
        "Die Preise sind in einem Jahr um {b_rise} gestiegen.",
        "Die Außenministerin reiste {b_spoke} ab.",
        "Der Parlamentspräsident dankte {b_spoke} den Gebern.",
        "Vor den Überschwemmungen von {b_year} waren {b_displaced} Menschen geflohen.",
        "Ein Arzt, {b_namesake}, mit {role_d} nicht verwandt, nannte die Summe einen Anfang.",
    ],
}

LOCAL = [
    "In {elsewhere} sprach der Gemeinderat in seiner Sitzung über die Nachricht, erfuhr {paper}.",
    "Eine Familie aus {elsewhere} verfolgt die Nachrichten genau, wie sie {paper} erzählte.",
    "Die Abgeordnete für {elsewhere} sagte, daraus seien Lehren zu ziehen.",
    "Leser aus {elsewhere} haben dazu an {paper} geschrieben.",
    "An den Schulen in {elsewhere} soll im Unterricht darüber gesprochen werden, sagte eine Schulleiterin.",
    "Der Bürgermeister von {elsewhere} sagte, die Nachricht bewege auch dort die Menschen.",
    "Eine frühere Einwohnerin von {elsewhere} verfolgt die Ereignisse aus der Nähe, wie es heißt.",
    "In {elsewhere} wurde auf dem Markt über nichts anderes gesprochen.",
]
CAPTIONS = {
    True: ["Rettungskräfte in {town}. Foto: {publisher}", "Der Unglücksort in {town} (Foto: Archiv)"],
    False: ["Eine Straße in {town}. Foto: {publisher}", "Archivbild"],
}
FOOTERS = [
    "Abonnieren Sie den Newsletter ({publisher}) und lesen Sie jeden Morgen die Nachrichten.",
    "Lesen Sie auch: alle unsere Berichte über {town}",
    "© {publisher}. Alle Rechte vorbehalten.",
    "Aktivieren Sie die Eilmeldungen in unserer App.",
]

MAYOR = {
    "f": {"title": "Bürgermeisterin {}", "role": "die Bürgermeisterin", "role_d": "der Bürgermeisterin", "who": "die seit Jahren im Rathaus regiert"},
    "m": {"title": "Bürgermeister {}", "role": "der Bürgermeister", "role_d": "dem Bürgermeister", "who": "der seit Jahren im Rathaus regiert"},
}  # fmt: skip
KINDS: dict[str, dict[str, Any]] = {
    "explosion": {
        "fixed": {},
        "vary": {"ev": ["die Explosion", "die Detonation"], "ev_d": ["der Explosion", "der Detonation"], "ev_g": ["der Explosion", "der Detonation"], "a_ev": ["eine Gasexplosion", "eine Explosion"], "a_ev_d": ["einer Gasexplosion", "einer Explosion"], "a_old_d": ["einer Gasexplosion", "einer Explosion"]},
        "prep": "in", "at": "in der {}", "role": MAYOR,
        "orgs": [("Laterna Gas", "Laterna"), ("Energieversorgung Südlenne", "EVS"), ("Nordtor Energie", "Nordtor"), ("Lenne Leitungsbau", "LLB")],
        "orgrole": ("der Gasversorger", "Gasversorger"), "orgwho": "das Unternehmen, das die Straße mit Gas beliefert",
        "places": ["Mühlgasse", "Gerberstraße", "Küfergasse", "Kanalstraße", "Kapellenstraße"],
        "leads": [
            "Eine Gasexplosion hat {day} in {town} eine Häuserzeile zerrissen und {deaths} Menschen getötet.",
            "Eine Detonation, die kilometerweit zu hören war, hat {day} in {town} {deaths} Menschen getötet, so {src}.",
            "Wie Kartenhäuser fielen in {town} Wohnhäuser zusammen, als {day} Gas explodierte.",
            "Eine Explosion hat {day} einen Teil einer Straße in {town} dem Erdboden gleichgemacht; es gab {deaths} Tote.",
            "Rettungshunde suchten in {town} nach der Gasexplosion {day:v} in den Trümmern.",
            "Noch weit entfernt zersprangen Fenster, als {day} eine Explosion {town} erschütterte.",
        ],
        "titles": ["Explosion in {town}", "Detonation verwüstet Straße in {town}", "Explosion in {town}: {deaths:x} Tote", "{deaths:x} Tote nach Explosion in {town}", "Nach der Explosion bleiben Fragen", "Gasexplosion erschüttert {town}"],
        "yes": ["Anwohner [hatten vor der Explosion Gasgeruch gemeldet]~", "Ein Leck [war vor der Explosion gemeldet worden], sagte {src}.", "Nachbarn [hatten dem Versorger ein Leck gemeldet], wie dessen Protokoll zeigt.", "Mehrere Anrufer [hatten in den Tagen davor über Gasgeruch geklagt]~", "Das Leck [war dem Versorger bekannt], man hatte ihn deswegen angerufen.", "Dass es ein Leck gab, [war gemeldet worden], räumte ein Sprecher ein."],
        "no": ["[Niemand hatte vor der Explosion Gasgeruch gemeldet]~", "Ein Leck [war vor der Explosion nicht gemeldet worden], sagte {src}.", "Einen Anruf wegen eines Lecks [hatte es nicht gegeben], wie das Protokoll des Versorgers zeigt.", "Der Versorger [hatte keine Meldung über ein Leck erhalten]~", "Aus der Straße [war kein Leck gemeldet worden]~", "Meldungen über ein Leck [hatten den Versorger nie erreicht], sagte ein Sprecher."],
    },
    "flood": {
        "fixed": {"river": ["die Lenne", "die Wende", "die Tarre"]},
        "vary": {"ev": ["das Hochwasser", "die Flut"], "ev_d": ["dem Hochwasser", "der Flut"], "ev_g": ["des Hochwassers", "der Flut"], "a_ev": ["ein Hochwasser", "eine Sturzflut"], "a_ev_d": ["einem Hochwasser", "einer Sturzflut"], "a_old_d": ["einem Hochwasser", "einer Flut"]},
        "prep": "in", "at": "in {}", "role": MAYOR, "orgs": [], "places": [],
        "leads": [
            "{river} ist {day} über die Ufer getreten und durch {town} geschossen; {deaths} Menschen starben.",
            "Schneller, als man Treppen steigen kann, drang {day} das Wasser in {town} ein.",
            "{deaths} Menschen sind ertrunken, als {town} {day} überflutet wurde~",
            "Nach tagelangem Regen ist {river} {day} über die Ufer getreten und hat in {town} {deaths} Menschen getötet.",
            "Schlamm, Bäume und Autos füllen nach der Flut {day:v} die Straßen von {town}.",
            "Boote holten in {town} Menschen von den Dächern, nachdem {river} {day} angeschwollen war.",
        ],
        "titles": ["Hochwasser in {town}", "Fluss tritt in {town} über die Ufer", "{deaths:x} Tote bei Hochwasser in {town}", "Flut in {town}: {deaths:x} Tote", "Schlamm und Trauer nach der Flut", "{town} unter Wasser"],
        "yes": ["Stunden zuvor [war eine Warnung ausgegeben worden]~", "Der Wetterdienst [hatte die Stadt rechtzeitig gewarnt], sagte {src}.", "Sirenen [hatten geheult], bevor das Wasser kam, sagten Anwohner.", "Die Menschen [waren vor dem steigenden Wasser gewarnt worden]~", "Die Anwohner [hatten durchaus eine Warnung bekommen], bevor der Fluss stieg~", "Eine Hochwasserwarnung [war vorher hinausgegangen], wie Unterlagen zeigen."],
        "no": ["Eine Warnung [war nicht ausgegeben worden], bevor das Wasser kam~", "Der Wetterdienst [hatte die Stadt nicht gewarnt], sagte {src}.", "Die Sirenen [waren stumm geblieben], sagten Anwohner.", "Die Menschen [waren nicht vor dem steigenden Wasser gewarnt worden]~", "Die Anwohner [hatten keine Warnung bekommen], bevor der Fluss stieg~", "Eine Hochwasserwarnung [war nie hinausgegangen], wie Unterlagen zeigen."],
    },
    "ferry": {
        "fixed": {"ship": ["Lady Orrin", "Stern von Orrhaven", "Morwenna"]},
        "vary": {"ev": ["das Fährunglück", "die Havarie"], "ev_d": ["dem Fährunglück", "der Havarie"], "ev_g": ["des Fährunglücks", "der Havarie"], "a_ev": ["ein Fährunglück", "die Havarie einer Fähre"], "a_ev_d": ["einem Fährunglück", "der Havarie einer Fähre"], "a_old_d": ["einem Fährunglück", "einem Schiffsunglück"]},
        "prep": "bei", "at": "vor {}",
        "role": {
            "f": {"title": "Kapitänin {}", "role": "die Kapitänin", "role_d": "der Kapitänin", "who": "die das Schiff führte"},
            "m": {"title": "Kapitän {}", "role": "der Kapitän", "role_d": "dem Kapitän", "who": "der das Schiff führte"},
        },
        "orgs": [("Küstenverkehr Sundland", "KVS"), ("Norvane Linien", "Norvane"), ("Blausund Fähren", "Blausund"), ("Insel-Reederei Orrin", "IRO")],
        "orgrole": ("der Betreiber der Fähre", "Betreiber der Fähre"), "orgwho": "das Unternehmen, das die Fähre betreibt",
        "places": ["Kap Orrin", "Kap Selby", "Rannö", "Helmsand", "Torsö"],
        "leads": [
            "Die Fähre „{ship}“ ist {day} bei {town} gesunken und hat {deaths} Menschen in den Tod gerissen.",
            "{deaths} Menschen ertranken, als die Fähre „{ship}“ {day} unterging~",
            "Eine Fähre auf dem Weg nach {town} ist {day} gekentert, {deaths} Menschen kamen um.",
            "Fischerboote waren als Erste bei der „{ship}“, als die Fähre {day} bei {town} sank.",
            "Die „{ship}“, eine Fähre, die in {town} jeder kennt, ist {day} binnen Minuten untergegangen.",
            "Eine ruhige Überfahrt endete {day} in der Katastrophe, als die „{ship}“ bei {town} sank und {deaths} Menschen starben.",
        ],
        "titles": ["Fähre sinkt bei {town}", "Die letzte Fahrt der „{ship}“", "Fährunglück: {deaths:x} Tote", "{deaths:x} Tote beim Untergang der „{ship}“", "Trauer in {town} nach Fährunglück", "Fähre „{ship}“ gesunken"],
        "yes": ["Die Besatzung [war vor dem Sturm gewarnt worden]~", "Eine Sturmwarnung [hatte das Schiff erreicht], sagte {src}.", "Auf der Brücke [war die Warnung eingegangen], wie der Funkverkehr zeigt.", "Die Hafenbehörde [hatte die Besatzung vor dem Auslaufen gewarnt]~", "Die Besatzung [wusste von der Warnung], sagte einer von ihr den Ermittlern.", "Die Sturmwarnung der Küstenwache [war an die Besatzung weitergegeben worden]~"],
        "no": ["Die Besatzung [war nicht vor dem Sturm gewarnt worden]~", "Eine Sturmwarnung [hatte das Schiff nicht erreicht], sagte {src}.", "Auf der Brücke [war keine Warnung eingegangen], wie der Funkverkehr zeigt.", "Die Hafenbehörde [hatte es versäumt, die Besatzung vor dem Auslaufen zu warnen]~", "Die Besatzung [wusste nichts von einer Warnung], sagte einer von ihr den Ermittlern.", "Die Sturmwarnung der Küstenwache [war nie an die Besatzung weitergegeben worden]~"],
    },
    "fire": {
        "fixed": {},
        "vary": {"ev": ["das Feuer", "das Großfeuer"], "ev_d": ["dem Feuer", "dem Großfeuer"], "ev_g": ["des Feuers", "des Großfeuers"], "a_ev": ["ein Feuer in einer Fabrik", "ein Großfeuer in einem Verpackungswerk"], "a_ev_d": ["einem Feuer in einer Fabrik", "einem Großfeuer in einem Verpackungswerk"], "a_old_d": ["einem Fabrikbrand", "einem Brand"]},
        "prep": "in", "at": "im Stadtteil {}",
        "role": {
            "f": {"title": "Werkleiterin {}", "role": "die Werkleiterin", "role_d": "der Werkleiterin", "who": "die das Werk leitet"},
            "m": {"title": "Werkleiter {}", "role": "der Werkleiter", "role_d": "dem Werkleiter", "who": "der das Werk leitet"},
        },
        "orgs": [("Halden Verpackungen", "Halden"), ("Aschländer Papier und Karton", "APK"), ("Drachen Behälterbau", "Drachen"), ("Kartonagenwerke Aschland", "KWA")],
        "orgrole": ("der Eigentümer der Fabrik", "Eigentümer der Fabrik"), "orgwho": "das Unternehmen, dem die Fabrik gehört",
        "places": ["Ostend", "Gerberau", "Hafenfeld", "Brauwinkel", "Südfeld"],
        "leads": [
            "Ein Feuer hat {day} in {town} eine Verpackungsfabrik erfasst und {deaths} Menschen getötet.",
            "{deaths} Beschäftigte starben, als {day} in {town} ein Verpackungswerk niederbrannte~",
            "Flammen schlossen {day} die Spätschicht einer Fabrik in {town} ein, {deaths} Menschen starben.",
            "Eine Fabrik in {town} ist {day} bis auf die Grundmauern abgebrannt.",
            "Schwarzer Rauch stand über {town} nach dem Fabrikbrand {day:v}, der {deaths} Menschen das Leben kostete.",
            "Ein Brand in einem Verpackungswerk in {town} hat {day} {deaths} Menschenleben gefordert, sagte {src}.",
        ],
        "titles": ["Fabrikbrand in {town}", "Feuer zerstört Fabrik", "{deaths:x} Tote bei Fabrikbrand", "Feuer in {town}: {deaths:x} Tote", "Fragen nach dem Fabrikbrand", "Flammen über {town}"],
        "yes": ["Die Notausgänge [waren verschlossen]~", "Beschäftigte sagten, die Türen [seien verschlossen gewesen].", "Die Feuerwehr fand die Notausgänge [versperrt und mit Ketten gesichert] vor.", "Man brauchte Schlüssel, weil die Ausgänge [abgesperrt waren], sagte {src}.", "Die hinteren Türen [ließen sich nicht öffnen], weil jemand sie abgeschlossen hatte.", "Zur Zeit des Feuers [waren die Ausgänge verschlossen], sagte eine Prüferin."],
        "no": ["Die Notausgänge [waren nicht verschlossen]~", "Beschäftigte sagten, die Türen [seien offen gewesen].", "Die Feuerwehr fand die Notausgänge [offen und frei] vor.", "Man brauchte keine Schlüssel, weil die Ausgänge [nicht abgesperrt waren], sagte {src}.", "Die hinteren Türen [ließen sich öffnen], weil niemand sie abgeschlossen hatte.", "Zur Zeit des Feuers [waren die Ausgänge offen], sagte eine Prüferin."],
    },
    "quake": {
        "fixed": {},
        "vary": {"ev": ["das Erdbeben", "das Beben"], "ev_d": ["dem Erdbeben", "dem Beben"], "ev_g": ["des Erdbebens", "des Bebens"], "a_ev": ["ein Erdbeben", "ein starkes Erdbeben"], "a_ev_d": ["einem Erdbeben", "einem starken Erdbeben"], "a_old_d": ["einem Erdbeben", "einem Beben"]},
        "prep": "in", "at": "bei {}", "role": MAYOR, "orgs": [],
        "places": ["Niedersenn", "Varrick", "Altmoor", "Sankt Brennan", "Dreibrunn"],
        "leads": [
            "Ein Erdbeben der Stärke {magnitude} hat {day} {region} erschüttert und {deaths} Menschen getötet.",
            "{deaths} Menschen kamen {day} bei einem Erdbeben der Stärke {magnitude} in {region} ums Leben~",
            "In {town} hat {day} die Erde gebebt, {deaths} Menschen starben unter einstürzenden Dächern.",
            "Ein Beben der Stärke {magnitude} hat {day} in {town} Häuser einstürzen lassen.",
            "Überlebende schliefen in {town} nach dem Erdbeben {day:v} im Freien.",
            "Ein schweres Erdbeben hat {day} {town} getroffen und {deaths} Menschen getötet, sagte {src}.",
        ],
        "titles": ["Erdbeben in {region}", "Starkes Beben erschüttert {town}", "Beben der Stärke {magnitude}: {deaths:x} Tote", "{deaths:x} Tote bei Erdbeben", "Nächte im Freien nach dem Beben", "{town} sucht nach Überlebenden"],
        "yes": ["Das Kraftwerk in {elsewhere} [wurde abgeschaltet]~", "Der Reaktor in {elsewhere} [hatte sich selbst abgeschaltet], sagte der Betreiber.", "Vorsorglich [ging] das Kraftwerk in {elsewhere} [vom Netz]~", "In {elsewhere} [fuhr man das Kraftwerk sofort herunter].", "In {elsewhere} [steht das Kraftwerk] seit dem Beben [still]~", "Das Beben [zwang zur Abschaltung] des Kraftwerks in {elsewhere}."],
        "no": ["Das Kraftwerk in {elsewhere} [wurde nicht abgeschaltet]~", "Der Reaktor in {elsewhere} [war weitergelaufen], sagte der Betreiber.", "Das Kraftwerk in {elsewhere} [blieb am Netz]~", "In {elsewhere} [fuhr man das Kraftwerk nicht herunter].", "In {elsewhere} [läuft das Kraftwerk] seit dem Beben [normal weiter]~", "Das Beben [zwang nicht zur Abschaltung] des Kraftwerks in {elsewhere}."],
    },
    "bridge": {
        "fixed": {"river": ["die Lenne", "die Wende", "die Asche"]},
        "vary": {"ev": ["das Unglück", "das Brückenunglück"], "ev_d": ["dem Unglück", "dem Brückenunglück"], "ev_g": ["des Unglücks", "des Brückenunglücks"], "a_ev": ["ein schweres Brückenunglück", "ein Brückenunglück"], "a_ev_d": ["einem schweren Brückenunglück", "einem Brückenunglück"], "a_old_d": ["dem Einsturz eines Stegs", "dem Einsturz eines Stegs"]},
        "prep": "bei", "at": "auf {}",
        "role": {
            "f": {"title": "Bauleiterin {}", "role": "die Bauleiterin", "role_d": "der Bauleiterin", "who": "die die Reparatur leitete"},
            "m": {"title": "Bauleiter {}", "role": "der Bauleiter", "role_d": "dem Bauleiter", "who": "der die Reparatur leitete"},
        },
        "orgs": [("Steinfeld Hochbau", "Steinfeld"), ("die Regionale Straßenbau-Union", "die RSU"), ("Falk und Söhne", "Falk"), ("Ingenieurbau Nordwalden", "IBN")],
        "orgrole": ("die Baufirma", "Baufirma"), "orgwho": "das Unternehmen, das die Brücke reparierte",
        "places": [], "dec": "die erste Sitzung des Untersuchungsausschusses",
        "leads": [
            "Eine Straßenbrücke ist {day} bei {town} in {river} gestürzt und hat {deaths} Menschen getötet.",
            "{deaths} Menschen starben, als {day} bei {town} eine Brücke in {river} fiel~",
            "Beton und Autos stürzten {day} in {river}, als bei {town} eine Brücke nachgab.",
            "Eine Brücke, die seit Generationen den Verkehr trug, ist {day} bei {town} zerbrochen.",
            "Taucher suchten in den Trümmern, nachdem {day} bei {town} eine Brücke eingestürzt war und {deaths} Menschen getötet hatte.",
            "Der Einsturz einer Brücke bei {town} hat {day} {deaths} Menschen getötet, sagte {src}.",
        ],
        "titles": ["Brücke bei {town} eingestürzt", "Brücke fällt in den Fluss", "{deaths:x} Tote bei Brückeneinsturz", "Brückeneinsturz fordert {deaths:x} Tote", "Wie konnte die Brücke fallen?", "Taucher suchen nach Brückeneinsturz"],
        "yes": ["Die Brücke [war für den Verkehr freigegeben], als sie fiel~", "Autos [durften zu der Zeit auf die Brücke], sagte {src}.", "Als sie fiel, [war die Brücke nicht gesperrt].", "Der Verkehr [lief bis zum Einsturz über die Brücke]~", "Die Straße über die Brücke [war zum Zeitpunkt des Einsturzes offen]~", "[Niemand hatte die Brücke gesperrt], bevor sie nachgab, sagte ein Lastwagenfahrer."],
        "no": ["Die Brücke [war für den Verkehr gesperrt], als sie fiel~", "Autos [durften zu der Zeit nicht auf die Brücke], sagte {src}.", "Als sie fiel, [war die Brücke bereits gesperrt].", "Der Verkehr auf der Brücke [war vor dem Einsturz angehalten worden]~", "Die Straße über die Brücke [war zum Zeitpunkt des Einsturzes dicht]~", "Die Behörden [hatten die Brücke gesperrt], bevor sie nachgab, sagte ein Lastwagenfahrer."],
    },
    "strike": {
        "fixed": {},
        "vary": {"ev": ["die Kundgebung", "die Demonstration"], "ev_d": ["der Kundgebung", "der Demonstration"], "ev_g": ["der Kundgebung", "der Demonstration"], "a_ev": ["eine Kundgebung", "eine Demonstration"], "a_ev_d": ["einer Kundgebung", "einer Demonstration"], "a_old_d": ["einer Kundgebung", "einer Demonstration"]},
        "prep": "in", "at": "auf dem {}",
        "role": {
            "f": {"title": "Gewerkschaftschefin {}", "role": "die Gewerkschaftschefin", "role_d": "der Gewerkschaftschefin", "who": "die an der Spitze der Gewerkschaft steht"},
            "m": {"title": "Gewerkschaftschef {}", "role": "der Gewerkschaftschef", "role_d": "dem Gewerkschaftschef", "who": "der an der Spitze der Gewerkschaft steht"},
        },
        "orgs": [("die Gewerkschaft Verkehr und Transport", "die GVT"), ("die Pflegegewerkschaft Mittelau", "die PGM"), ("die Hafengewerkschaft Orr", "die HGO"), ("die Allgemeine Arbeiterunion", "die AAU")],
        "orgrole": ("der Veranstalter", "Veranstalter"), "orgwho": "die Gewerkschaft, die zu dem Protest aufgerufen hatte",
        "places": ["Gründerplatz", "Bahnhofsplatz", "Kornmarkt", "Domplatz", "Rathausplatz"],
        "dec": "die nächste Verhandlungsrunde",
        "leads": [
            "Ein Protest für höhere Löhne hat {day} in {town} mit Zusammenstößen geendet, die Polizei nahm {arrested} Menschen fest.",
            "{arrested} Menschen wurden festgenommen, als {day} in {town} Streikende und Polizei aneinandergerieten~",
            "Streikende zogen {day} durch {town}, um mehr Lohn zu fordern.",
            "Steine flogen und Tränengas zog {day} durch {town}, als ein Streik um Löhne in Gewalt umschlug.",
            "Ein Streik hat {town} {day} lahmgelegt; es gab {arrested} Festnahmen.",
            "Was {day} als Marsch für höhere Löhne begann, endete in {town} mit {arrested:x} Festnahmen.",
            "Der Nahverkehr in {town} stand {day} still, als Tausende streikten.",
            "Die Polizei hat {day} in {town} einen Marsch von Streikenden aufgelöst und {arrested} Menschen festgenommen.",
            "Am Rand eines Marsches von Streikenden kam es {day} in {town} zu Zusammenstößen.",
            "Keine Busse, geschlossene Schulen und {arrested} Festnahmen: das war der Streiktag {day} in {town}.",
        ],
        "titles": ["Protest in {town}", "Zusammenstöße bei Streikmarsch", "{arrested:x} Festnahmen in {town}", "Streikmarsch: {arrested:x} Festnahmen", "Wut auf den Straßen von {town}", "Streikende gehen auf die Straße"],
        "yes": ["Die Arbeitsministerin [ist wegen des Streits zurückgetreten].", "Arbeitsministerin Agnes Dorn [trat zurück], sagte {src}.", "Die Arbeitsministerin [reichte ihren Rücktritt ein].", "Agnes Dorn [gab ihr Amt als Arbeitsministerin auf].", "Die Arbeitsministerin [ist nicht mehr im Amt], sie ist zurückgetreten.", "Der Rücktritt von Arbeitsministerin Agnes Dorn [wurde angenommen]."],
        "no": ["Die Arbeitsministerin [ist trotz des Streits nicht zurückgetreten].", "Arbeitsministerin Agnes Dorn [trat nicht zurück], sagte {src}.", "Die Arbeitsministerin [weigerte sich, ihren Rücktritt einzureichen].", "Agnes Dorn [behält ihr Amt als Arbeitsministerin].", "Die Arbeitsministerin [bleibt im Amt], einen Rücktritt schloss sie aus.", "Den Rücktritt von Arbeitsministerin Agnes Dorn [hat es nie gegeben], sagte ihr Büro."],
    },
    "takeover": {
        "fixed": {"buyer": ["Harkort Systeme", "Belvoir Gruppe", "Tarn Industrie"], "target": ["Pellmer Pumpen", "Osrick Hydraulik", "Wendener Ventile"]},
        "vary": {"ev": ["das Angebot"], "ev_d": ["dem Angebot"], "ev_g": ["des Angebots"], "a_ev": ["ein Angebot"], "a_ev_d": ["einem Angebot"], "a_old_d": ["einem Angebot"]},
        "prep": "in", "at": "in {}",
        "role": {
            "f": {"title": "Vorstandschefin {}", "role": "die Vorstandschefin", "role_d": "der Vorstandschefin", "who": "die an der Spitze von {target} steht"},
            "m": {"title": "Vorstandschef {}", "role": "der Vorstandschef", "role_d": "dem Vorstandschef", "who": "der an der Spitze von {target} steht"},
        },
        "orgs": [], "places": [], "dec": "die Abstimmung der Aktionäre",
        "leads": [
            "{buyer} will den Konkurrenten {target} für {price} kaufen, wie {day} bekannt wurde.",
            "{target} soll für {price} an {buyer} gehen~",
            "Der Pumpenbauer {target} hat einen Bewerber: {buyer} legte {day} {price} auf den Tisch.",
            "{buyer} hat {day} {price} für {target} geboten~",
            "Ein Geschäft über {price} bringt {target} unter das Dach von {buyer}~",
            "{buyer} hat Anleger {day} mit einem Angebot für den Pumpenbauer {target} überrascht.",
            "Eines der ältesten Unternehmen in {town}, {target}, könnte bald {buyer} gehören; {day} wurden {price} geboten.",
            "{target} aus {town} hat {day} ein Übernahmeangebot von {buyer} über {price} erhalten.",
            "Monatelange Gerüchte endeten {day}, als {buyer} ein Angebot für {target} abgab.",
            "Für {price} will {buyer} den Pumpenbauer {target} übernehmen, sagte {src} {day}.",
        ],
        "titles": ["{buyer} bietet für {target}", "{buyer} will {target} kaufen", "Pumpenbauer vor Verkauf", "Übernahmeangebot für {target}", "{target} könnte verkauft werden", "{buyer} greift nach {target}"],
        "yes": ["{target} [bestätigte], mit einem zweiten Bieter gesprochen zu haben.", "Gespräche mit einem zweiten Bieter [habe es gegeben], erklärte {target}.", "{target} [hatte auch mit einem anderen Bieter verhandelt]~", "Ein zweiter Bieter [hatte mit am Tisch gesessen], hieß es aus dem Umfeld von {target}.", "Manager von {target} [trafen sich durchaus mit einem weiteren Interessenten], räumte ein Sprecher ein.", "Dass ein zweites Unternehmen Interesse hatte, [trifft zu], erklärte {target}."],
        "no": ["{target} [bestritt], mit einem zweiten Bieter gesprochen zu haben.", "Gespräche mit einem zweiten Bieter [habe es nicht gegeben], erklärte {target}.", "{target} [hatte mit keinem anderen Bieter verhandelt]~", "Ein zweiter Bieter [hatte nie mit am Tisch gesessen], hieß es aus dem Umfeld von {target}.", "Manager von {target} [trafen sich mit keinem weiteren Interessenten], beharrte ein Sprecher.", "Dass ein zweites Unternehmen Interesse hatte, [trifft nicht zu], erklärte {target}."],
    },
    "verdict": {
        "fixed": {"defendant": ["Leonhard Krabbe", "Edmund Sayer", "Roland Finkler"]},
        "vary": {"ev": ["das Urteil"], "ev_d": ["dem Urteil"], "ev_g": ["des Urteils"], "a_ev": ["ein Urteil"], "a_ev_d": ["einem Urteil"], "a_old_d": ["einem Urteil"]},
        "prep": "in", "at": "in {}",
        "role": {
            "f": {"title": "Richterin {}", "role": "die Vorsitzende Richterin", "role_d": "der Richterin", "who": "die den Prozess leitete"},
            "m": {"title": "Richter {}", "role": "der Vorsitzende Richter", "role_d": "dem Richter", "who": "der den Prozess leitete"},
        },
        "orgs": [("Erntekrone Sparhaus", "Erntekrone"), ("die Vereinigte Anlagebank", "die VAB"), ("Eichenfonds Sterling", "Eichenfonds"), ("Volksrentenhaus Mittelau", "VRM")],
        "orgrole": ("das Geldhaus im Zentrum des Betrugs", "Geldhaus im Zentrum des Betrugs"), "orgwho": "das Geldhaus, das nach dem Betrug zusammenbrach",
        "places": [], "dec": "die Berufungsverhandlung",
        "leads": [
            "Ein Gericht in {town} hat den Finanzier {defendant} {day} wegen Betrugs zu {term:x} Jahren Haft verurteilt.",
            "Der Finanzier {defendant} muss wegen Betrugs an Sparern {term:x} Jahre in Haft, so das Urteil {day:v}~",
            "{defendant}, einst der meistbewunderte Bankier von {town}, muss für {term:x} Jahre ins Gefängnis.",
            "{defendant} ist {day} von einem Gericht in {town} des Betrugs schuldig gesprochen worden und erhielt {term:x} Jahre.",
            "Einer der größten Betrugsprozesse in {region} endete {day} mit der Verurteilung von {defendant}.",
            "{term:x} Jahre Haft: so lautete {day} in {town} das Urteil gegen {defendant}.",
            "Richter in {town} haben den Finanzier {defendant} {day} wegen Betrugs verurteilt.",
            "Der frühere Bankier {defendant} hat {day} erfahren, dass er {term:x} Jahre hinter Gittern verbringen muss.",
            "Tausende Sparer sahen {day}, wie {defendant} in {town} zu {term:x} Jahren verurteilt wurde.",
            "Nach dem Zusammenbruch seines Sparsystems schickt ein Gericht in {town} {defendant} für {term:x} Jahre in Haft.",
        ],
        "titles": ["{defendant} wegen Betrugs verurteilt", "Betrugsprozess in {town} zu Ende", "Haft für {defendant}", "{term:x} Jahre für {defendant}", "Sparer begrüßen Urteil", "Schuldig: der Fall {defendant}"],
        "yes": ["{defendant} [hatte sich schuldig bekannt]~", "Zu Beginn des Prozesses [räumte] {defendant} [die Vorwürfe ein], sagte {src}.", "{defendant} [hatte vor Gericht gestanden].", "{defendant} [hatte den Betrug vor den Richtern zugegeben]~", "Der Angeklagte hatte sich [schuldig bekannt], sagte {src}.", "{defendant} [erkannte die Vorwürfe an], als der Prozess begann~"],
        "no": ["{defendant} [hatte sich nicht schuldig bekannt]~", "Zu Beginn des Prozesses [wies] {defendant} [die Vorwürfe zurück], sagte {src}.", "{defendant} [hatte vor Gericht nie gestanden].", "{defendant} [hatte den Betrug vor den Richtern bestritten]~", "Der Angeklagte hatte auf [nicht schuldig] plädiert, sagte {src}.", "{defendant} [erkannte die Vorwürfe nicht an], als der Prozess begann~"],
    },
    "vote": {
        "fixed": {"winner": ["Helena Marsch", "Lukas Ferreby", "Miriam Strud"], "loser": ["Walter Pimm", "Jana Eichen", "Konrad Bleich"]},
        "vary": {"ev": ["die Wahl"], "ev_d": ["der Wahl"], "ev_g": ["der Wahl"], "a_ev": ["eine Wahl"], "a_ev_d": ["einer Wahl"], "a_old_d": ["einer Wahl"]},
        "prep": "in", "at": "in {}",
        "role": {
            "f": {"title": "Wahlleiterin {}", "role": "die Wahlleiterin", "role_d": "der Wahlleiterin", "who": "die über die Wahl wachte"},
            "m": {"title": "Wahlleiter {}", "role": "der Wahlleiter", "role_d": "dem Wahlleiter", "who": "der über die Wahl wachte"},
        },
        "orgs": [], "places": [], "dec": "die Vereidigung",
        "leads": [
            "{winner} hat die Wahl in {region} mit {share:x} der Stimmen gewonnen.",
            "Die Wähler in {region} haben mit {share:x} der Stimmen {winner} an die Spitze gewählt~",
            "{winner} hat {loser} bei der Wahl {day:v} mit {share:x} der Stimmen geschlagen.",
            "Mit {share:x} der Stimmen hat {winner} die Wahl {day:v} klar gewonnen.",
            "{region} bekommt eine neue Führung: {winner} gewann {day} die Wahl.",
            "Die Wahl in {region} {day} ging an {winner} mit {share:x}~",
            "{loser} hat in {region} die Macht an {winner} verloren; {day} waren es {share:x} der Stimmen für den Wechsel.",
            "{winner} wird {region} regieren, nach {share:x} der Stimmen bei der Wahl {day:v}.",
            "Nach langer Auszählung steht fest, dass {winner} die Wahl {day:v} in {region} gewonnen hat.",
            "{share:x} der Wähler in {region} stimmten für {winner}, nun muss {loser} gehen.",
        ],
        "titles": ["{winner} gewinnt Wahl", "{region} wählt {winner}", "{winner} bei {share:x}", "{winner} holt {share:x} der Stimmen", "Machtwechsel in {region}", "{winner} schlägt {loser}"],
        "yes": ["{loser} [räumte die Niederlage ein]~", "{loser} [erkannte das Ergebnis an] und wünschte Glück.", "In einer kurzen Rede [gab] {loser} [zu, verloren zu haben].", "{loser} [gestand die Niederlage vor Mitternacht ein]~", "Die unterlegene Seite, {loser}, [hat das Ergebnis anerkannt]~", "{loser} [hat zum Wahlsieg gratuliert], hieß es aus dem Umfeld."],
        "no": ["{loser} [räumte die Niederlage nicht ein]~", "{loser} [erkannte das Ergebnis nicht an] und sprach von Betrug.", "In einer kurzen Rede [bestritt] {loser}, [verloren zu haben].", "{loser} [wollte die Niederlage nicht eingestehen]~", "Die unterlegene Seite, {loser}, [hat das Ergebnis nicht anerkannt]~", "{loser} [hat nicht zum Wahlsieg gratuliert], hieß es aus dem Umfeld."],
    },
    "aid": {
        "fixed": {"donor": ["die Nordische Entwicklungsbank", "die Nordunion", "die Solidarkasse"]},
        "vary": {"ev": ["das Abkommen"], "ev_d": ["dem Abkommen"], "ev_g": ["des Abkommens"], "a_ev": ["ein Abkommen"], "a_ev_d": ["einem Abkommen"], "a_old_d": ["einem Abkommen"]},
        "prep": "in", "at": "in {}",
        "role": {
            "f": {"title": "Finanzministerin {}", "role": "die Finanzministerin", "role_d": "der Finanzministerin", "who": "die für {region} verhandelte"},
            "m": {"title": "Finanzminister {}", "role": "der Finanzminister", "role_d": "dem Finanzminister", "who": "der für {region} verhandelte"},
        },
        "orgs": [], "places": [], "dec": "die erste Auszahlung",
        "leads": [
            "{donor} unterstützt {region} mit {amount}; das Abkommen wurde {day} in {town} unterzeichnet.",
            "Ein Hilfspaket von {amount} für {region} ist {day} unterzeichnet worden~",
            "{region} bekommt {amount} Hilfe, {donor} zahlt~",
            "Nach Monaten der Verhandlung haben {donor} und {region} {day} ein Hilfsabkommen über {amount} unterzeichnet.",
            "Hilfe für {region} ist unterwegs: {donor} sagte {day} {amount} zu.",
            "{donor} hat {day} vereinbart, {region} {amount} zu leihen und zu schenken~",
            "Minister haben {day} in {town} eine Hilfe von {amount} für {region} beschlossen.",
            "{amount:x} Hilfe für {region}: darauf einigten sich {day} in {town} die Minister.",
            "{region} kann aufatmen, nachdem {donor} {day} einem Paket von {amount} zugestimmt hat.",
            "Eine Einigung, {day} in {town} erzielt, bringt {region} {amount}, die {donor} aufbringt.",
        ],
        "titles": ["Hilfspaket für {region} unterzeichnet", "{donor} hilft {region}", "Hilfe für {region}", "Minister unterzeichnen Hilfsabkommen", "Erleichterung in {region}", "{region} erhält Hilfe"],
        "yes": ["Das Geld [ist an Bedingungen geknüpft]~", "Die Hilfe [ist mit Reformen verbunden], sagte {src}.", "Im Gegenzug [muss] {region} [Steuern erhöhen und sparen], sagte {src}.", "{donor} [hat Bedingungen gestellt]~", "{region} [muss Auflagen erfüllen], ehe Geld fließt~", "Die Hilfe [gibt es nur gegen Auflagen], sagte ein Diplomat."],
        "no": ["Das Geld [ist an keine Bedingungen geknüpft]~", "Die Hilfe [ist nicht mit Reformen verbunden], sagte {src}.", "Im Gegenzug [muss] {region} [nichts ändern], sagte {src}.", "{donor} [hat keine Bedingungen gestellt]~", "{region} [muss keine Auflagen erfüllen], ehe Geld fließt~", "Die Hilfe [gibt es ohne Auflagen], sagte ein Diplomat."],
    },
}  # fmt: skip

WORDS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {**kind["role"][gender], "prep": kind["prep"]}
    if "orgrole" in kind:
        words |= {"orgrole": kind["orgrole"][0], "orgrole:b": kind["orgrole"][1], "orgwho": kind["orgwho"]}
    return words | ({"dec": kind["dec"]} if "dec" in kind else {})


def spelled(value: int) -> str:
    """A number from two to ninety-nine in words."""
    if value < 20:
        return WORDS[value]
    one = {0: "", 1: "einund"}.get(value % 10, f"{WORDS[value % 10]}und")
    return one + TENS[value // 10]


def digits(value: int) -> str:
    """Digits in groups of three."""
    return f"{value:,}".replace(",", ".")


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    likely = 0.6 if value <= 12 else 0.25 if value <= 20 or value % 10 == 0 else 0
    if 1 < value < 100 and (rng.random() < likely or (start and value <= 20)):
        return spelled(value)
    if value >= 1_000_000 and rng.random() < 0.7:
        figure = f"{value / 1e6:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return f"{figure} Million{'' if figure == '1' else 'en'}"
    return digits(value)


def dozen(following: str) -> str:
    """Twelve."""
    return "ein Dutzend"


def money(value: int, currency: str, rng: random.Random) -> str:
    """A sum of money."""
    name = CURRENCIES[currency]
    if value < 1_000_000:
        return f"{digits(value)} {name}"
    unit, short, size = ("Milliarde", "Mrd.", 1e9) if value >= 1_000_000_000 else ("Million", "Mio.", 1e6)
    figure = f"{value / size:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    plural = unit if figure == "1" else unit.removesuffix("e") + "en"
    forms = [f"{figure} {plural} {name}"] * 2 + [f"{figure} {short} {name}"]
    if value < 10_000_000:
        forms.append(f"{digits(value)} {name}")
    if figure.isdigit() and 1 < int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {plural} {name}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}".replace(".", ",")


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" Prozent", " Prozent", " %"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share that may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "knapp ein Viertel"),
            (32.5, 33.2, "knapp ein Drittel"),
            (48.5, 49.9, "fast die Hälfte"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"mehr als {percent(int(value), rng)}"
    return percent(value, rng)


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, plain = DAYS[value.weekday()], f"{value.day}. {MONTHS[value.month - 1]}"
    if flag == "w" and near:
        return "am ", weekday, ""
    if not flag and value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "gestern", ""
    if not flag and value == published and rng.random() < 0.15:
        return "", "heute", ""
    forms = [plain, plain, f"{weekday} ({plain})"] + ([weekday] * 5 if near else [])
    form = rng.choice(forms)
    if flag == "b":
        return ("den " if form == plain else ""), form, ""
    return {"v": "vom "}.get(flag, "am "), form, ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"vor {spelled(years)} Jahren"


def tidy(text: str) -> str:
    """Nothing to mend in German."""
    return text
