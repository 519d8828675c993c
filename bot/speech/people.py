"""Everybody an article names: a full name, its shorter forms, a role, and who 'she' or 'the company' is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.speech.bodies import Bodies
from bot.speech.descriptions import opening_description
from bot.speech.english import (
    BODY_WORDS,
    COMPANIES,
    COMPANY_ROLES,
    DETERMINERS,
    FEMALE,
    MALE,
    MANY,
    NUMBERS,
    OWNERS,
    PREPOSITIONS,
    THINGS,
    gender_of,
    is_role,
)
from bot.speech.kinds import has_age, is_its_own_it, is_many, own_words
from bot.speech.known import Known
from bot.speech.names import Mention, is_short_for
from bot.speech.records import Certainty, Person, Quotation, Report, Span
from bot.speech.roles import role_of
from bot.speech.sentences import Sentence, Subject

_GENDERS = {"he": "m", "she": "f"}
_HIS, _HER = frozenset({"he", "his"}), frozenset({"she", "her"})


class Cast:
    """Everybody who is named, and whom the text has in mind."""

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        """Meet everybody: the full names first, so that shorter ones are known by them."""
        self._text = text
        self.known: list[Known] = []
        self.bodies = Bodies(text)
        self._focus: list[Known] = []
        self._here: list[Known] = []
        self._before: list[Known] = []
        self._many: Known | None = None
        self._paragraph, self._many_at = 0, 0
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
            found = self._antecedent(subject.pronoun)
            unclear = subject.pronoun in _GENDERS or (subject.pronoun == "it" and not self.bodies.clear)
            return found, Certainty.DOUBTFUL if unclear and not found else meant
        bodies = self._organisations(subject, sentence)
        if len(bodies) > 1:
            return None, Certainty.DOUBTFUL
        if bodies and subject.description:
            called = self._text[slice(*subject.description)]
            # "The 480-bed hospital" tells something of it, and is no name.
            if not any(letter.isdigit() for letter in called):
                bodies[0].forms[f"the {called}"] = None
            return bodies[0], meant
        return self._described(subject, sentence), meant

    def tell_of(self, sentence: Sentence, topics: Sequence[Known], speaker: Known | None) -> None:
        """Have in mind which organisations a sentence is about: the next 'it' may be one of them."""
        opening = None if speaker else opening_description(sentence)
        if speaker:
            self.bodies.tell([speaker] if speaker.is_body else [])
        elif opening and opening.head in THINGS:
            self.bodies.tell([], of_thing=True)
        elif opening:
            found, _ = self.resolve(opening, sentence)
            self.bodies.tell([found] if found and found.is_body else [])
        else:
            self.bodies.tell([each for each in topics if each.is_body])

    @property
    def in_mind(self) -> Known | None:
        """Whom the text has been about last."""
        return next((each for each in self._focus if not each.is_body), None)

    def look_at(self, known: Known) -> None:
        """Have somebody in mind: the next 'he' or 'she' may be this one."""
        self._focus = [known, *(each for each in self._focus if each is not known)]

    def begin_paragraph(self) -> None:
        """Whom a new paragraph names comes before whom the last one did that named anybody."""
        self._before, self._here = self._here or self._before, []
        self._paragraph += 1
        if self._many_at < self._paragraph - 1:
            self._many = None
        self.bodies.begin_paragraph()

    def have_here(self, known: Known | None) -> None:
        """Have somebody in the paragraph whom it names, and who may be its next "he" or "she"."""
        if known and known not in self._here and self._is_person(known):
            self._here.append(known)

    def is_introduced(self, mention: Mention, before: int) -> bool:
        """Tell whether the description of somebody begins before a place and ends with their name: 'the head, X'."""
        known = self.of(mention)
        described = known.described if known else None
        return described is not None and described[0] <= before and mention.end == described[1]

    @staticmethod
    def _is_person(known: Known) -> bool:
        """Tell whether a name is surely somebody's, and no place's: of several words, or with a role or a gender."""
        return not known.is_body and not known.many and bool(known.role or known.gender or len(known.words) > 1)

    def _recent(self) -> list[Known]:
        return [*self._focus, *(each for each in self.known if each not in self._focus)]

    def _meet(self, sentence: Sentence, mention: Mention) -> None:
        known = self.of(mention)
        if known is None:
            known = Known(mention.name, mention.words, (mention.start, mention.end), mention.is_body)
            self.known.append(known)
        if mention.words != known.words:
            known.forms[mention.name] = None
        if known.role is None and not mention.owned and (role := role_of(sentence, mention)):
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
        if known is not None and known.gender is None and known.role is None and is_many(sentence, mention):
            known.is_body = True
        if known is None or known.gender or known.is_body or people != {id(known)}:
            return
        words = own_words(sentence, mention)
        male, female = bool(words & _HIS), bool(words & _HER)
        thing = is_its_own_it(sentence, mention) and not has_age(sentence, mention)
        if male != female:
            known.gender = "m" if male else "f"
        known.is_body = thing and not male and not female and self._may_be_body(known)

    def _may_be_body(self, known: Known) -> bool:
        role = self._text[slice(*known.role)].casefold().split() if known.role else []
        return not role or bool(COMPANY_ROLES.intersection(role))

    def _antecedent(self, pronoun: str) -> Known | None:
        """Return whom a pronoun means, None if that may be several people."""
        if pronoun == "it":
            return self.bodies.it
        gender = _GENDERS.get(pronoun)
        if gender is None:
            return None
        found = self._nearest(gender)
        if found:
            found.gender = gender
        return found

    def _nearest(self, gender: str) -> Known | None:
        """Return the only one who fits of those whom this paragraph names, or else the one before."""
        for named in (self._here, self._before):
            fitting = [each for each in named if each.gender in {gender, None}]
            surely = [each for each in fitting if each.gender == gender] or fitting
            if fitting:
                return surely[0] if len(surely) == 1 else None
        last = [each for each in self._focus if not each.is_body and each.gender in {gender, None}]
        return last[0] if last and not self._here and not self._before else None

    def _described(self, subject: Subject, sentence: Sentence) -> Known | None:
        """Return who is described: somebody with that role who was named before, or else somebody without a name."""
        if subject.description is None or subject.head is None:
            return None
        start, end = subject.description
        before = [token for token in sentence.tokens if token.end <= start]
        determiner = before[-1].lower if before else ""
        if subject.head == "them":
            return self._one_of_many((start, end))
        words = _words_of(sentence, subject.description)
        called = [each for each in self._recent() if not each.is_body and self._has_role(each, words)]
        if called and (determiner == "the" or (determiner == "its" and len(called) == 1)):
            return called[0]
        if determiner in OWNERS and not sentence.quotes:
            return None
        return self._unnamed((before[-1].start if determiner in DETERMINERS else start, end))

    def _one_of_many(self, span: Span) -> Known | None:
        """Return 'one of them': of those without a name whom this paragraph or the one before told of."""
        if self._many is None:
            return None
        of_them = self._many.name[0].lower() + self._many.name[1:]
        counted = of_them.split()[0] in NUMBERS
        name = self._text[slice(*span)].removesuffix("them") + ("the " if counted else "") + of_them
        same = next((each for each in self.known if each.name == name), None)
        if same is None:
            same = Known(name, tuple(name.split()), span, is_body=False, unnamed=True)
            self.known.append(same)
        return same

    def _organisations(self, subject: Subject, sentence: Sentence) -> list[Known]:
        """Return the organisations that are described with "the", several where it is not clear which one is meant."""
        span = subject.description
        before = [token.lower for token in sentence.tokens if span and token.end <= span[0]]
        if span is None or subject.head is None or before[-1:] != ["the"]:
            return []
        return self.bodies.called(self.known, subject.head, _words_of(sentence, span))

    def _has_role(self, known: Known, words: set[str]) -> bool:
        return bool(known.role) and words <= set(self._text[slice(*known.role or ())].casefold().split())

    def _unnamed(self, span: Span) -> Known:
        """Return somebody whom the text calls so each time, with the article's own words for a name."""
        words = tuple(self._text[slice(*span)].split())
        same = next((each for each in self.known if each.unnamed and _same_words(each.words, words)), None)
        if same is None:
            shown = " ".join(words)
            same = Known(
                shown[0].upper() + shown[1:],
                words,
                span,
                is_body=_noun_of(words)[-1] in BODY_WORDS | COMPANIES,
                unnamed=True,
                many=_are_many(words),
            )
            self.known.append(same)
        if same.many:
            self._many, self._many_at = same, self._paragraph
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


def _words_of(sentence: Sentence, span: Span) -> set[str]:
    return {token.lower for token in sentence.tokens if span[0] <= token.start < span[1]}


def _labelled(quotations: Sequence[Quotation], met: set[str]) -> list[Person]:
    """Return those who are known by the label of an interview alone."""
    first = {each.speaker: each for each in reversed(quotations) if each.speaker and each.speaker not in met}
    return [Person(name, None, each.pieces[0], speaks=True) for name, each in first.items() if name]


def _noun_of(words: Sequence[str]) -> list[str]:
    """Return a description up to the noun it turns on: 'employees' of 'employees of the company'."""
    end = next((at for at, word in enumerate(words) if at and word.casefold() in PREPOSITIONS), len(words))
    return [word.casefold() for word in words[:end]]


def _are_many(words: Sequence[str]) -> bool:
    """Tell whether a description is of several people."""
    noun = _noun_of(words)
    return any(word.endswith("s") and is_role(word) for word in noun) or bool(MANY.intersection(noun))


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two descriptions differ in their article at most."""
    bare = [[word.casefold() for word in words if word.casefold() not in DETERMINERS] for words in (one, other)]
    return bare[0] == bare[1]
