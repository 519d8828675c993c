"""Phrasings for drafts, as people would ask: a whole question first, then key words, chat, and a piece of the quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.speech import Person
from bot.speech.english import KIN, is_listed_role, word_set

_LONGEST_START = 48
_LONGEST_ROLE = 45
# Alone, these say nothing without what somebody is the head of.
_BARE_ROLES = word_set("head chief boss leader owner founder member chair director manager partner secretary president")
# With more, a question is for anything.
_MOST_PHRASES = 2


def called(person: Person | None) -> str:
    """Return what somebody is called in a question."""
    if person is None:
        return "somebody"
    # "Odrenia’s ministry" keeps its capital.
    keeps = person.named or re.match(r"(?!its|their|his|her|my|our)[^\W\d_]+['’]s?\b", person.name, re.IGNORECASE)
    return person.name if keeps else person.name[0].lower() + person.name[1:]


def short(person: Person | None) -> str:
    """Return the shorter name that people use: of a person's name the last word."""
    if person is None or person.is_body or not person.named:
        return called(person)
    return person.name.split()[-1]


def about_words(person: Person | None, phrases: Sequence[str], number: int) -> list[str]:
    """Return questions for what somebody says in a paragraph, which is about what the phrases name."""
    who, brief = called(person), short(person)
    first, second = [*phrases, None, None][:2]
    if first is None:
        return [f"What did {who} say in paragraph {number}?"]
    found = [
        f"What did {who} say about {first}?",
        f"what {_does(person)} {brief} think about {first}",
        f"{brief} on {first}",
    ]
    if second:
        found.append(f"What did {brief} say about {second}?")
    if person and person.role and _may_ask_by(person.role):
        found.append(f"what did the {person.role} say about {first}")
    return found


def all_words(person: Person) -> list[str]:
    """Return questions for what somebody says, whatever it is about."""
    who, brief = called(person), short(person)
    return [f"What did {who} say?", f"what does {brief} say", f"quote from {brief}"]


def who_said(quote: str) -> str:
    """Return the question for whose words a quote is, by its first words."""
    plain = quote.replace('"', "")
    if len(plain) <= _LONGEST_START:
        return f'Who said "{plain.rstrip(",.")}"?'
    start = plain[:_LONGEST_START].rsplit(" ", 1)[0].rstrip(",.;:–—")
    return f'Who said "{start} …"?'


def did_say(person: Person | None, quote: str) -> str:
    """Return the question for whether somebody said a quote, by its first words."""
    return f'Did {called(person)} say "{start_of(quote)}"?'


def _may_do(person: Person) -> bool:
    """Tell whether it may be asked what somebody does: not of whom the text says no more than whose son they are."""
    roles = {word for word in (person.role or "").casefold().split() if is_listed_role(word)}
    return not roles or bool(roles - KIN)


def _does(person: Person | None) -> str:
    """Return the verb of a question for somebody, or for several: 'Two residents of Holm'."""
    many = person is not None and not person.named and re.split(r" (?:of|for|from|at) ", person.name)[0].endswith("s")
    return "do" if many else "does"


def _may_ask_by(role: str) -> bool:
    """Tell whether somebody may be asked for by a role: not by a long one, nor by that of whoever wrote the article."""
    return (
        len(role) <= _LONGEST_ROLE
        and role.casefold() not in _BARE_ROLES
        and not re.search(r"^who |\b(?:author|writer|journalist|reporter|editor)\b", role, re.IGNORECASE)
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
            f"whats {name}",
            f"tell me about {name}",
        ]
    does = [f"what does {brief} do"] if _may_do(person) else []
    found = [f"Who is {name}?", f"whos {brief}", *does, f"tell me about {name}"]
    if person.role and person.role.startswith("who "):
        found.append(f"W{person.role[1:]}?")
    elif person.role and _may_ask_by(person.role):
        found += [f"Who is the {person.role}?", f"name of the {person.role}"]
    return found


def about_passage(phrases: Sequence[str], number: int) -> list[str]:
    """Return questions for what the story tells in a paragraph."""
    if not phrases:
        return [f"What does the story say in paragraph {number}?"]
    first, *others = phrases[:_MOST_PHRASES]
    asked = [f"What does the story say about {first}?", f"tell me about {first}"]
    return [*asked, *(f"what does it say about {other}" for other in others)]


HEADLINE = (
    "What is the headline?",
    "headline",
    "headline of the article",
    "How is the article headlined?",
    "whats the headline say",
    "title of the article",
)
GIST = (
    "What is the story about?",
    "whats this story about",
    "what is it about in short",
    "summary please",
    "sum up the story",
    "give me the gist",
    "tldr",
)
SPEAKERS = (
    "Who is quoted in the story?",
    "who are the people quoted",
    "who gets quoted here",
    "whose words are quoted in the story",
)
AUTHOR = (
    "Who wrote the story?",
    "who wrote this article",
    "whos the author of the article",
    "author of the story",
    "name of the journalist who wrote it",
    "byline",
)
CORRECTION = (
    "What was corrected in the story?",
    "has the article been corrected",
    "correction",
    "what was wrong in an earlier version",
    "was there a mistake in the article",
)
PUBLISHED = (
    "When was the story published?",
    "what day was the article published",
    "publication date",
    "when did the article come out",
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
)
CREDIT = (
    "Whose photo is it?",
    "who took the photo",
    "photo credit",
    "who is the photographer",
)


def age(name: str, brief: str) -> list[str]:
    """Return questions for somebody's age."""
    return [
        f"How old is {name}?",
        f"whats {brief}'s age",
        f"{brief} age",
        f"how old is {brief}",
    ]


def unnamed(role: str) -> list[str]:
    """Return questions for who somebody is whom the text does not name."""
    return [f"Who is the {role}?", f"What is the name of the {role}?", f"name of the {role}", f"which {role} was it"]


def left_open(person: Person | None, topic: str | None) -> list[str]:
    """Return further questions for what somebody would not say."""
    if person is None or topic is None:
        return []
    return [f"what does {short(person)} say to {topic}", f"{short(person)} on {topic}"]
