"""Phrasings for drafts, as people would ask: a whole question first, then key words, chat, and a piece of the quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.quotecheck.vocabulary import LIGHT_WORDS
from bot.speech import Person
from bot.speech.english import word_set

_LONGEST_START = 48
_LONGEST_ROLE = 45
_MANY = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*\s+((?:[a-z-]+\s)??[a-z-]+s)\b")
_MONEY = re.compile(r"[$£€]\s?\d|\b\d[\d,.]*\s+(?:dollars|pounds|euros|crowns|cents|million|billion)\b")
_NOT_COUNTED = word_set("percent per million billion thousand years year months days hours minutes out of in to and or")


def called(person: Person | None) -> str:
    """Return what somebody is called in a question."""
    if person is None:
        return "somebody"
    return person.name if person.named else person.name[0].lower() + person.name[1:]


def short(person: Person | None) -> str:
    """Return the shorter name that people use: of a person's name the last word."""
    if person is None or person.is_body or not person.named:
        return called(person)
    return person.name.split()[-1]


def about_words(person: Person | None, phrases: Sequence[str], number: int) -> list[str]:
    """Return questions for what somebody says in a paragraph, which is about what the phrases name."""
    who, brief = called(person), short(person)
    first, second, third = [*phrases, None, None, None][:3]
    if first is None:
        return [f"What did {who} say in paragraph {number}?"]
    found = [
        f"What did {who} say about {first}?",
        f"{brief} on {first}",
        f"what does {brief} think about {first}",
        f"who talked about {first}",
    ]
    if second:
        found += [f"What did {brief} say about {second}?", f"{brief} {second} quote"]
    if third:
        found.append(f"whats {brief} saying about {third}")
    if person and person.role and _may_ask_by(person.role):
        found.append(f"what did the {person.role} say about {first}")
    return found


def all_words(person: Person) -> list[str]:
    """Return questions for what somebody says, whatever it is about."""
    who, brief = called(person), short(person)
    return [f"What did {who} say?", f"what does {brief} say", f"quote from {brief}", f"what did {brief} tell them"]


def who_said(quote: str) -> str:
    """Return the question for whose words a quote is, by its first words."""
    plain = quote.replace('"', "")
    if len(plain) <= _LONGEST_START:
        return f'Who said "{plain.rstrip(",.")}"?'
    start = plain[:_LONGEST_START].rsplit(" ", 1)[0].rstrip(",.;:–—")
    return f'Who said "{start} …"?'


def _may_ask_by(role: str) -> bool:
    """Tell whether somebody may be asked for by a role: not by a long one, nor by that of whoever wrote the article."""
    return len(role) <= _LONGEST_ROLE and not re.search(
        r"^who |\b(?:author|writer|journalist|reporter|editor)\b", role, re.IGNORECASE
    )


def start_of(quote: str) -> str:
    """Return the first words of a quote, with an ellipsis if it goes on."""
    plain = " ".join(quote.replace('"', "").split())
    if len(plain) <= _LONGEST_START:
        return plain.rstrip(",.")
    return f"{plain[:_LONGEST_START].rsplit(' ', 1)[0].rstrip(',.;:–—')} …"


def about_person(person: Person) -> list[str]:
    """Return questions for who somebody is."""
    name, brief = person.name, short(person)
    if person.is_body:
        return [
            f"What is {name}?",
            f"who or what is {name}",
            f"whats {name}",
            f"tell me about {name}",
            f"info on {name}",
        ]
    found = [
        f"Who is {name}?",
        f"whos {brief}",
        f"who is this {brief}",
        f"{name} who is that",
        f"what does {brief} do",
        f"{brief} job",
        f"tell me about {name}",
        f"What is {name}'s role?",
    ]
    if person.role and person.role.startswith("who "):
        found.append(f"W{person.role[1:]}?")
    elif person.role and _may_ask_by(person.role):
        found += [f"Who is the {person.role}?", f"name of the {person.role}"]
    return found


def about_passage(phrases: Sequence[str], number: int) -> list[str]:
    """Return questions for what the story tells in a paragraph."""
    first, second, third = [*phrases, None, None, None][:3]
    if first is None:
        return [f"What does the story say in paragraph {number}?"]
    both = f"{first} and {second}" if second else first
    found = [f"What does the story say about {both}?", f"tell me about {first}", f"what happened with {first}"]
    if second:
        found += [f"{first} {second}", f"what about {second}"]
    if third:
        found += [f"What about {third}?", f"anything on {third}"]
    return found


def counted(text: str, phrases: Sequence[str]) -> list[str]:
    """Return 'how many' where something is counted, and 'how much' where money is."""
    counts = [noun for noun in _MANY.findall(text) if not (_NOT_COUNTED | LIGHT_WORDS) & set(noun.split())]
    found = [f"How many {noun}?" for noun in counts[:2]]
    return [*found, f"how much money for {phrases[0]}"] if phrases and _MONEY.search(text) else found


HEADLINE = (
    "What is the headline?",
    "headline",
    "headline of the article",
    "How is the article headlined?",
    "whats the headline say",
    "title of the article",
    "what title does the article have",
)
GIST = (
    "What is the story about?",
    "whats this story about",
    "what is it about in short",
    "summary please",
    "short summary of the story",
    "sum up the story",
    "give me the gist",
    "tldr",
)
SPEAKERS = (
    "Who is quoted in the story?",
    "who are the people quoted",
    "list of the people quoted",
    "who gets quoted here",
    "whose words are quoted in the story",
)
AUTHOR = (
    "Who wrote the story?",
    "who wrote this article",
    "whos the author of the article",
    "author of the story",
    "who is this article by",
    "name of the journalist who wrote it",
    "byline",
)
PUBLISHED = (
    "When was the story published?",
    "what day was the article published",
    "publication date",
    "date of publication of the article",
    "when did the article come out",
    "how old is this article",
)
SOURCES = (
    "What are the sources of the story?",
    "sources",
    "list of sources",
    "which sources does the article name",
    "where does the article have this from",
)
PHOTO = (
    "What does the photo show?",
    "whats in the picture",
    "photo caption",
    "what does the caption say",
    "describe the photo",
)
CREDIT = (
    "Whose photo is it?",
    "who took the photo",
    "photo credit",
    "credit of the picture",
    "who is the photographer",
)


def age(name: str, brief: str) -> list[str]:
    """Return questions for somebody's age."""
    return [
        f"How old is {name}?",
        f"What is {name}'s age?",
        f"whats {brief}'s age",
        f"{brief} age",
        f"how old is {brief}",
        f"{name} date of birth",
        f"{brief} birthday",
    ]


def birthplace(name: str, brief: str) -> list[str]:
    """Return questions for where somebody comes from."""
    return [
        f"Where was {name} born?",
        f"Where does {name} come from?",
        f"where was {brief} born",
        f"where is {brief} from originally",
        f"{name} birthplace",
        f"{brief} hometown",
        f"where did {brief} grow up",
    ]


def family(name: str, brief: str) -> list[str]:
    """Return questions for somebody's family."""
    return [
        f"Is {name} married?",
        f"is {brief} married or single",
        f"Does {name} have children?",
        f"does {brief} have kids",
        f"{name} husband or wife",
        f"{brief} family",
    ]
