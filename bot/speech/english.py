"""The English that newspapers introduce and quote people with."""

from __future__ import annotations

import re

from bot.answering.quotecheck.vocabulary import HELPERS, LIGHT_WORDS, ORGANISATIONS, SPEECH_VERBS, TITLES
from bot.calendar_names import MONTHS, WEEKDAYS


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(words.split())


SAYING = (SPEECH_VERBS - {"put", "puts", "thinks", "believes", "quoted"}) | word_set(
    "tell saying adding shrugs shrugged laughs laughed smiles jokes joked sighs recalls recalled asks asked "
    "agrees agreed shouted whispered insisting accused accuses described describes praised criticised "
    "criticized blamed dismissed dismisses likened predicted predicts wonders wondered adds speaks spoke tweets "
    "posted joking reckons thinks cautioned cautions boasted boasts pledged testified "
    "estimate estimates estimated arguing demanded demands"
)
THINKING = word_set("believes believed thinks thought knows knew hopes hoped fears feared expects expected feels felt")
# These tell of what somebody said only beside quotation marks.
ONLY_BESIDE_QUOTES = word_set(
    "called calls shrugs shrugged laughs laughed smiles described describes praised criticised criticized asks "
    "asked blamed dismissed dismisses speaks spoke posted agrees agreed likened answers "
    "answered thinks saying adding joking insisting recalls tell sighs put report reports comment comments "
    "promise promises estimate estimates estimated arguing"
)
# So that they tell of indirect speech too.
BESIDE_QUOTES_OR_THAT = word_set(
    "agrees agreed answers answered saying adding joking insisting recalls sighs report reports comment comments "
    "promise promises estimate estimates estimated arguing"
)
# Nouns, or said of a noun, behind an article or a number: 'the claims', 'five added minutes'.
NOUNS_TOO = word_set(
    "states claims claim notes reports report comments comment answers promises promise accused estimate estimates "
    "urges demands added alleged claimed reported promised suggested recalled confirmed repeated announced predicted"
)
# These have somebody or something else behind them, never who says it.
NEVER_INVERTED = word_set(
    "told tell tells accused accuses blamed blames praised criticised criticized described describes called "
    "calls urged urges dismissed dismisses likened asked asks denied denies warned"
)
PRONOUNS = word_set("he she they it i we")
MALE, FEMALE = word_set("he him his himself mr sir lord"), word_set("she her hers herself mrs ms miss lady dame")
DETERMINERS = word_set("a an the my his her its their our this that another one")
OWNERS = word_set("my his her its their our whose")
NUMBERS = word_set("two three four five six seven eight nine ten")
COUNTS = NUMBERS | word_set("one both several some many most all other these those")
AUXILIARIES = word_set("was were is are has had have would will could can may might should must did does do")
# What a further clause begins with.
JOINING = word_set(
    "who whom whose which as when while where after before because since until if though although but whereas unless so"
)
PREPOSITIONS = word_set("of for at in from to with by on off near into around under over about against between among")
COURTESY = word_set("mr mrs ms miss dr sir dame lord lady mx")
# What tells by itself that somebody is a man or a woman.
_MEN = re.compile(r"(?:(?<!per)son|father|brother|husband|uncle|nephew|widower|dad|man|boy|king|prince|lord|waiter)$")
_WOMEN = re.compile(
    r"(?:daughter|mother|sister|wife|aunt|niece|widow|mum|mom|woman|girl|queen|princess|lady|actress|waitress|mistress)$"
)
BODY_WORDS = ORGANISATIONS | word_set(
    "institute university college school hospital fund foundation trust corp corporation inc ltd llc plc gmbh "
    "group ventures homes holdings times post news wire society centre center museum church board authority "
    "service services club orchestra parliament assembly bank airline airlines railway network union federation "
    "alliance campaign initiative press media television radio magazine journal gazette herald guard coalition "
    "charity lab laboratory laboratories factory partners industries systems studio studios theatre theater regulator "
    "watchdog panel jury tribunal inspectorate brigade mission secretariat consortium cooperative municipality town"
)
# How clubs are called; their first word alone means them.
CLUB_WORDS = word_set("athletic united rovers wanderers albion sporting town city fc afc")
# With these, what has a name is neither somebody nor a body that speaks.
NAMED_THINGS = word_set(
    "strait sea ocean river creek gulf cape peninsula mountain mountains cup trophy championship championships highway "
    "motorway avenue dam reef glacier desert treaty accord award prize"
)
# And with these behind "the": they are names of people too.
NAMED_THINGS_WITH_THE = word_set(
    "bridge park lake field fields street road hall house stand ground rock rocks hill hills island islands tower "
    "ferry valley harbour harbor bay forest square gate line castle war games act"
)
MANY = word_set("people men women children parents families heirs claimants sides sources police crews grandchildren")
# Whom articles tell of in numbers, or by no more than that they are people.
CROWDS = word_set(
    "people person man men woman women children parents staff crew crews source sources family families heir heirs "
    "claimant claimants protester protesters campaigner campaigners grower growers descendant descendants statistician "
    "side sides grandchildren great-grandchildren prosecution"
)
COMPANIES = word_set("company firm business startup start-up chain group carrier airline operator retailer developer")
COMPANY_WORDS = word_set(
    "corp corporation inc ltd llc plc gmbh group ventures homes holdings industries systems airlines airways "
    "partners line lines studios networks energy motors foods stores"
)
# Companies too are called by these.
COMPANY_ROLES = word_set(
    "owner developer maker producer operator publisher supplier builder sponsor manufacturer provider"
)
# What "says" something as well, and is no organisation.
THINGS = word_set(
    "report study memo letter statement document review survey article email note paper ruling verdict law bill plan "
    "message notice sign poster contract agreement book film video audit inquiry"
)
# Parts of titles that name nobody by themselves.
_BEFORE_TITLES = word_set(
    "vice deputy prime foreign defence defense interior finance rear senior former acting ex assistant under "
    "state press ministry"
)
_ROLES = (
    COMPANY_ROLES
    | (TITLES - _BEFORE_TITLES)
    | word_set(
        "accountant activist actor actress administrator adviser advisor agent ambassador analyst architect "
        "artist astronaut author baker barrister barman barmaid beekeeper biologist boatbuilder bishop "
        "bookseller boss butcher brother builder captain carer carpenter chairwoman chef caretaker cleaner "
        "chemist clerk client coach commander courier curator colleague commissioner conductor constable "
        "constables consultant co-founder cousin councillor councilor councilman councilwoman correspondent "
        "cyclist dad daughter dean detective decorator dentist developer diplomat doctor driver economist "
        "editor electrician employee engineer epidemiologist executive expert farmer father firefighter fisherman "
        "forward founder fundraiser friend gardener geologist goalkeeper graduate grandfather grandmother "
        "governor guard hairdresser harbourmaster head headmaster headmistress headteacher historian holder "
        "host husband inspector investigator investor journalist keeper landlady landlord lawmaker leader librarian "
        "lieutenant lifeguard maker mathematician mechanic member midfielder mom mediator midwife minister "
        "mother mum nephew niece musician neighbour neighbor novelist nurse organiser organizer owner painter "
        "paramedic pastor partner pensioner pharmacist photographer physicist pilot player plumber playwright "
        "poet passenger commuter bystander hiker climber postman referee umpire merchant substitute archivist "
        "postmistress priest principal producer professor "
        "programmer prosecutor psychologist "
        "pupil quarterback ranger rector relative researcher resident residents retiree runner sailor "
        "salesman scientist seamstress secretary sergeant sheriff shopkeeper singer sister skipper "
        "sociologist soldier solicitor son specialist spokeswoman sponsor strategist striker student "
        "superintendent surgeon surveyor survivor tailor teacher teammate technician tenant therapist trainer "
        "treasurer trustee tutor undersecretary uncle aunt vet veterinarian vicar villager visitor waiter "
        "waitress volunteer warden welder widow widower wife winger winner witness worker writer youngster"
    )
)
# Nobody does anything as one of these.
KIN = word_set(
    "son daughter mother father brother sister husband wife uncle aunt niece nephew widow widower mum mom dad cousin "
    "grandson granddaughter grandfather grandmother grandma grandpa partner friend neighbour neighbor relative"
)
_ROLE_ENDING = re.compile(
    r"(?:grand(?:son|daughter|father|mother|child|ma|pa)|ist|ator|smith|ician|ologist|woman|ograph?er|eer|keeper|maker"
    r"|owner|leader|officer|manager|worker|guard|fighter|driver|dealer)s?$"
)
# What somebody who is no more than "who" does, so that it is said for an office: 'X, who chairs the swimming club'.
OFFICE_VERBS = word_set("chairs heads leads runs owns manages directs presides represents coaches founded edits")
OFFICE_VERBS_PAST = word_set("chaired headed led managed directed founded edited")
# Small words that are somebody's first name too, where another name follows.
FIRST_NAMES = word_set("per will")
NO_NAMES = (
    LIGHT_WORDS.union(MONTHS, WEEKDAYS)
    | HELPERS
    | (SAYING - word_set("estimate estimates demands"))
    | word_set(
        "but and or the a an in on at of for from to with by as if when while after before since until although "
        "though because where why how what who asked sentencing speaking according last this that these those "
        "there here yesterday today tomorrow later earlier meanwhile "
        "however now then once one two three four five six seven eight nine ten eleven twelve everybody nobody "
        "somebody everyone critics supporters outside inside both neither either even only still yet"
    )
)


def may_begin_title(word: str) -> bool:
    """Tell whether a small word may stand before the capitals of an office: 'former Prime Minister'."""
    return word in _BEFORE_TITLES


def gender_of(role: str) -> str | None:
    """Return "m" or "f" if a role tells."""
    called = "" if role.startswith("who ") else role.split(" of ", maxsplit=1)[0]
    heads = [word.casefold().split("-of-")[0] for word in called.split()[-1:]]
    if any(map(_WOMEN.search, heads)):
        return "f"
    return "m" if any(map(_MEN.search, heads)) else None


def is_listed_role(word: str) -> bool:
    """Tell whether a word is one of the nouns that an office, a trade or a kinship is named by."""
    plain = word.casefold()
    return bool({plain, plain.removesuffix("s"), plain.removesuffix("es")} & _ROLES)


def is_role(word: str) -> bool:
    """Tell whether a word can be such a noun: one that is listed, also as 'mother-of-two', or one made like them."""
    head = word.casefold().split("-of-")[0]
    return is_listed_role(head) or bool(_ROLE_ENDING.search(head))


def is_one(word: str) -> bool:
    """Tell whether a word is such a noun for one person: 'a painting by Lund, shows passengers' has none for him."""
    plain = word.casefold()
    return is_role(word) and (plain in _ROLES or not plain.endswith("s") or plain.endswith("ss"))
