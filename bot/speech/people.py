"""Everybody an article names: a full name, its shorter forms, a role, and who 'she' or 'the company' is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.speech.clauses import Sentence, Subject
from bot.speech.english import (
    BODY_WORDS,
    COMPANIES,
    COMPANY_ROLES,
    COMPANY_WORDS,
    DETERMINERS,
    FEMALE,
    MALE,
    OWNERS,
    SAYING,
    THINKING,
    gender_of,
)
from bot.speech.names import Mention, is_short_for
from bot.speech.records import Certainty, Person, Quotation, Report, Span
from bot.speech.roles import role_of

_HIS, _HER, _ITS = frozenset({"he", "his", "him"}), frozenset({"she", "her"}), frozenset({"it", "its"})


@dataclass
class Known:
    """Somebody on the way to a ``Person``."""

    name: str
    words: tuple[str, ...]
    first: Span
    is_body: bool
    role: Span | None = None
    described: Span | None = None
    forms: dict[str, None] = field(default_factory=dict)
    gender: str | None = None
    unnamed: bool = False


class Cast:
    """Everybody who is named, and whom the text has in mind."""

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        """Meet everybody: the full names first, so that shorter ones are known by them."""
        self._text = text
        self.known: list[Known] = []
        self._focus: list[Known] = []
        met = [(sentence, mention) for sentence in sentences for mention in sentence.mentions]
        for sentence, mention in sorted(met, key=lambda pair: len(pair[1].words) == 1):
            self._meet(sentence, mention)
        for sentence, mention in met:
            self._learn_kind(sentence, mention)

    def of(self, mention: Mention) -> Known | None:
        """Return whom a name means."""
        same = next((each for each in self.known if each.words == mention.words and not each.unnamed), None)
        if same is not None:
            return same
        fitting = [each for each in self.known if is_short_for(mention.words, each.words)]
        # Of a family, whom the story is about is called by the last name alone, the others by their whole names.
        last = [each for each in fitting if each.words[-1] == mention.words[-1]]
        return last[0] if last else next((each for each in self._recent() if each in fitting), None)

    def resolve(self, subject: Subject, sentence: Sentence) -> tuple[Known | None, Certainty]:
        """Return who the subject of a sentence is, and how that is told."""
        if subject.mention is not None:
            return self.of(subject.mention), Certainty.NAMED if subject.sure else Certainty.GUESSED
        meant = Certainty.MEANT if subject.sure else Certainty.GUESSED
        if subject.pronoun is not None:
            return self._antecedent(subject.pronoun), meant
        return self._described(subject, sentence), meant

    @property
    def in_mind(self) -> Known | None:
        """Whom the text has been about last."""
        return next((each for each in self._focus if not each.is_body), None)

    def look_at(self, known: Known) -> None:
        """Have somebody in mind: the next 'he' or 'she' may be this one."""
        self._focus = [known, *(each for each in self._focus if each is not known)]

    def _recent(self) -> list[Known]:
        return [*self._focus, *(each for each in self.known if each not in self._focus)]

    def _meet(self, sentence: Sentence, mention: Mention) -> None:
        known = self.of(mention)
        if known is None:
            known = Known(mention.name, mention.words, (mention.start, mention.end), mention.is_body)
            self.known.append(known)
        if mention.words != known.words:
            known.forms[mention.name] = None
        if known.role is None and (role := role_of(sentence, mention)):
            known.role = role
            known.described = min(role[0], mention.start), max(role[1], mention.end)
            known.gender = known.gender or gender_of(self._text[slice(*role)])
        if mention.courtesy:
            known.gender = "m" if mention.courtesy in MALE else "f" if mention.courtesy in FEMALE else known.gender
            known.is_body = False

    def _learn_kind(self, sentence: Sentence, mention: Mention) -> None:
        """Whoever is named alone in a sentence is its 'he', 'she' or 'it'."""
        known = self.of(mention)
        people = {id(self.of(each)) for each in sentence.mentions if not each.after_preposition}
        if known is None or known.gender or known.is_body or people != {id(known)}:
            return
        words = _own_words(sentence, mention)
        male, female = bool(words & _HIS), bool(words & _HER)
        thing = any(token.lower in _ITS for token in sentence.tokens if token.start > mention.end)
        if male != female:
            known.gender = "m" if male else "f"
        known.is_body = thing and not male and not female and self._may_be_body(known)

    def _may_be_body(self, known: Known) -> bool:
        role = self._text[slice(*known.role)].casefold().split() if known.role else []
        return not role or bool(COMPANY_ROLES.intersection(role))

    def _antecedent(self, pronoun: str) -> Known | None:
        if pronoun not in {"he", "she", "it"}:
            return None
        gender = {"he": "m", "she": "f"}.get(pronoun)
        fitting = [each for each in self._focus if each.is_body == (pronoun == "it")]
        found = next((each for each in fitting if each.gender in {gender, None} or gender is None), None)
        if found and gender:
            found.gender = gender
        return found

    def _described(self, subject: Subject, sentence: Sentence) -> Known | None:
        """Return who is described: somebody with that role who was named before, or else somebody without a name."""
        if subject.description is None or subject.head is None:
            return None
        start, end = subject.description
        before = [token for token in sentence.tokens if token.end <= start]
        determiner = before[-1].lower if before else ""
        if determiner == "the":
            words = {token.lower for token in sentence.tokens if start <= token.start < end}
            found = next((each for each in self._recent() if self._is_called(each, subject.head, words)), None)
            if found:
                return found
        if determiner in OWNERS and not sentence.quotes:
            return None
        return self._unnamed((before[-1].start if determiner in DETERMINERS else start, end))

    def _is_called(self, known: Known, head: str, words: set[str]) -> bool:
        role = self._text[slice(*known.role)].casefold().split() if known.role else []
        if not known.is_body or known.unnamed:
            return words <= set(role)
        name = {word.casefold() for word in known.words}
        is_company = not name & (BODY_WORDS - COMPANY_WORDS) and known in self._focus
        return head in name or (head in COMPANIES and is_company)

    def _unnamed(self, span: Span) -> Known:
        """Return somebody whom the text calls so each time, with the article's own words for a name."""
        words = tuple(self._text[slice(*span)].split())
        same = next((each for each in self.known if each.unnamed and _same_words(each.words, words)), None)
        if same is None:
            shown = " ".join(words)
            same = Known(
                shown[0].upper() + shown[1:], words, span, is_body=words[-1].casefold() in BODY_WORDS, unnamed=True
            )
            self.known.append(same)
        return same

    def people(self, quotations: Sequence[Quotation], reports: Sequence[Report]) -> list[Person]:
        """Return those who speak or have a role, in the order of the text; organisations only if they speak."""
        speakers = {each.speaker for each in quotations} | {each.speaker for each in reports}
        known = [each for each in self.known if each.name in speakers or (each.role and not each.is_body)]
        people = [self._person(each, speaks=each.name in speakers) for each in known]
        people += _labelled(quotations, {each.name for each in people})
        return sorted(people, key=lambda each: each.described)

    def _person(self, known: Known, *, speaks: bool) -> Person:
        role = self._text[slice(*known.role)] if known.role else None
        described = known.described or known.first
        forms, named = tuple(known.forms), not known.unnamed
        return Person(known.name, role, described, forms, known.is_body, speaks, named)


def _labelled(quotations: Sequence[Quotation], met: set[str]) -> list[Person]:
    """Return those who are known by the label of an interview alone."""
    first = {each.speaker: each for each in reversed(quotations) if each.speaker and each.speaker not in met}
    return [Person(name, None, each.pieces[0], speaks=True) for name, each in first.items() if name]


def _own_words(sentence: Sentence, mention: Mention) -> set[str]:
    """Return the words behind a name up to what its bearer says or thinks: who is 'she' there may be somebody else."""
    found: set[str] = set()
    for token in sentence.tokens:
        if token.start > mention.end and token.lower in SAYING | THINKING:
            break
        if token.start > mention.end:
            found.add(token.lower)
    return found


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two descriptions differ in their article at most."""
    bare = [[word.casefold() for word in words if word.casefold() not in DETERMINERS] for words in (one, other)]
    return bare[0] == bare[1]
