"""From what was read in an article to draft entries: people, quotations, paragraphs, and what it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.drafting import phrasings
from bot.drafting.asking import about_figures
from bot.drafting.drafts import Citer, Desk, Draft, DraftCitation, DraftFile, listed, slug, some
from bot.drafting.itself import Itself
from bot.drafting.keyphrases import KeyPhrases
from bot.drafting.near import Near
from bot.drafting.originals import Original
from bot.drafting.passages import Part, Passages, Shape, Span
from bot.speech import Certainty, Person, Quotation, Reading
from bot.stories import Article, Paragraph
from bot.stories.around import Around
from bot.stories.article import read_article, sentences

# A longer answer is told in other words than the quote's.
_LONGEST_TOLD = 280
_LONGEST_ANSWER = 900
# Before a name with which a sentence begins: "The operator, ".
_LONGEST_LEAD = 15
_MOST_LISTED, _MOST_FIGURES = 8, 4
_IS_WHAT = re.compile(r",\s(?:which|an?|the)\s")
_DOUBLE = '"“”„«»'
_GUESS = "Who says this is a guess: check it."
_NOBODY = "The text does not tell who says this: add `speaker:` to the quotes, and name them in the answer."
_DOUBTFUL = "Who says this? The text does not surely tell: add `speaker:`, and name them in the answer."
_NOT_IN_STORY = """\
What readers will ask and the story does not say. Delete what it does say after all. Write many more like these: it is
from them that the bot learns when to hold back."""


@dataclass(frozen=True)
class Drafter:
    """Makes the drafts of one article."""

    original: Original
    article: Article
    reading: Reading

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.original, self.article, self.reading)

    @cached_property
    def _phrases(self) -> KeyPhrases:
        return KeyPhrases(self.article, [_called(each) for each in self.reading.people if each.named])

    @cached_property
    def _citer(self) -> Citer:
        return Citer(self.article)

    @cached_property
    def _people(self) -> dict[str | None, Person]:
        return {person.name: person for person in self.reading.people}

    def files(self) -> list[DraftFile]:
        """Return the files of entries, those without an entry left out."""
        desk = Desk()
        quotes, told = self._asked_plainly([*self._of_quotes()], [*self._of_told()])
        made = [
            DraftFile("people", "Who is who", "Who is who in the story.", desk.sound(self._of_people())),
            DraftFile("quotes", "What people say", "What people say, in their own words.", desk.sound(quotes)),
            DraftFile("paragraphs", "What happened", "What the story tells, by paragraph.", desk.sound(told)),
            DraftFile("article", "About the article", "The article itself.", desk.sound(self._of_article())),
            DraftFile("not-in-story", "Not in the story", _NOT_IN_STORY, desk.sound(self._near())),
        ]
        return [file for file in made if file.drafts]

    def _asked_plainly(self, *files: Sequence[Draft]) -> Iterator[list[Draft]]:
        """Ask the first entry with somebody's words also for what they say at all."""
        waiting = {person.name: person for person in self.reading.people if person.named and not person.is_body}
        for drafts in files:
            found = []
            for draft in drafts:
                speakers = dict.fromkeys(each.speaker for each in draft.citations if each.speaker in waiting)
                plain = [text for name in speakers if name for text in phrasings.all_words(waiting.pop(name))]
                found.append(replace(draft, questions=[*draft.questions, *plain]))
            yield found

    def _near(self) -> Iterator[Draft]:
        has_byline = bool(self._passages.around(Around.BYLINE))
        near = Near(self.original, self.article, self.reading.people, has_byline, self._introduction, self._narrated)
        return near.drafts()

    def _narrated(self, start: int, end: int) -> DraftCitation | None:
        return self._citer.cite(start, end, "narration")

    def _text(self, span: Span) -> str:
        return " ".join(self.article.text[slice(*span)].split())

    # People.

    def _of_people(self) -> Iterator[Draft]:
        for person in self.reading.people:
            around = self._passages.sentence_at(person.described[0])
            told = _introduced(person) if person.role else self._topic(person, around)
            if person.named and told:
                yield Draft(
                    slug("who is", person.name), phrasings.about_person(person), told, self._introduction(person)
                )

    def _topic(self, person: Person, around: Span | None) -> str | None:
        """Return the sentence that first tells of somebody without a role, if it begins with them.

        Of a body it must say what it is: "Blue Line said that it was late" does not.
        """
        if person.is_body and not _IS_WHAT.match(self.article.text, person.described[1]):
            return None
        told = self._text(around) if around and person.described[0] - around[0] <= _LONGEST_LEAD else ""
        return told if 0 < len(told) <= _LONGEST_TOLD else None

    def _introduction(self, person: Person) -> tuple[DraftCitation, ...]:
        """Cite the words that introduce somebody, or else the sentence around them."""
        around = self._passages.sentence_at(person.described[0])
        cited = self._citer.cite(*person.described, "narration") if person.role else None
        return some(cited or (self._citer.cite(*around, "narration") if around else None))

    # Quotations.

    def _of_quotes(self) -> Iterator[Draft]:
        for quotation in self.reading.quotations:
            speaker = quotation.speaker
            cited = [self._citer.cite(*piece, "quote", speaker) for piece in quotation.pieces]
            if quotation.within:
                cited.append(self._citer.cite(*quotation.within, "reported" if speaker else "narration", speaker))
            elif any(cited):
                introductions = self._passages.introductions(quotation.pieces)
                cited += [self._citer.cite(*part, "narration") for part in introductions]
            asked = self.reading.asked.get(quotation.paragraph)
            if any(cited):
                yield self._quote(quotation, some(*cited, self._citer.cite(*asked, "narration") if asked else None))

    def _quote(self, quotation: Quotation, citations: Sequence[DraftCitation]) -> Draft:
        speaker, number = quotation.speaker, quotation.paragraph
        person, phrases = self._people.get(speaker), self._phrases.of(quotation.pieces)
        asked = self.reading.asked.get(number)
        words = self._text(quotation.pieces[0])
        questions = phrasings.about_words(person, phrases, number) if phrases else [phrasings.did_say(person, words)]
        quote = phrasings.who_said(words)
        notes = (_NOBODY,) if speaker is None else (_GUESS,) if quotation.certainty is Certainty.GUESSED else ()
        return Draft(
            slug(phrasings.short(person), "on", *phrases[:1]) if phrases else slug(phrasings.short(person), "quote"),
            [*questions, quote, *some(self._text(asked) if asked else None)],
            self._said(quotation, phrases),
            citations,
            notes=notes,
        )

    def _said(self, quotation: Quotation, phrases: Sequence[str]) -> str:
        """Return the words themselves if they are short, or else what they are about; either way with who says it."""
        if quotation.within and quotation.within[1] - quotation.within[0] <= _LONGEST_TOLD:
            return self._attributed(self._text(quotation.within), quotation.speaker)
        who, quotes = quotation.speaker or "Somebody", [self._text(piece) for piece in quotation.pieces]
        if sum(map(len, quotes)) <= _LONGEST_TOLD and not any(mark in quote for quote in quotes for mark in _DOUBLE):
            quoted = [f'"{quote.rstrip(",")}"' for quote in quotes]
            return f"{who} said: {listed(quoted)}"
        return f"{who} spoke of {listed(phrases[:2])}." if phrases else f"{who} said so."

    # What the story itself tells.

    def _of_told(self) -> Iterator[Draft]:
        headings: list[DraftCitation] = []
        for paragraph in self.article.paragraphs:
            shape = self._passages.shape(paragraph)
            if shape is Shape.HEADLINE and paragraph.number > 2:
                headings += some(self._citer.cite(paragraph.start, paragraph.end, "headline"))
            parts = self._passages.told(paragraph) if shape is Shape.BODY else []
            citations = some(*map(self._cited, parts))
            if citations:
                yield self._told(paragraph, parts, [*citations, *headings])
                headings = []

    def _cited(self, part: Part) -> DraftCitation | None:
        cited = self._citer.cite(*part.span, "reported" if part.is_reported else "narration", part.speaker)
        return replace(cited, note=_DOUBTFUL) if cited and part.doubtful else cited

    def _told(self, paragraph: Paragraph, parts: Sequence[Part], citations: Sequence[DraftCitation]) -> Draft:
        phrases = self._phrases.of([part.span for part in parts])
        only = {part.speaker for part in parts}
        person = self._people.get(next(iter(only))) if len(only) == 1 else None
        words = [phrasings.short(person), *phrases[:1]] if person else phrases[:2]
        asked = self.reading.asked.get(paragraph.number)
        return Draft(
            slug(*words) if words else slug("paragraph", str(paragraph.number)),
            [*self._asking(paragraph.number, parts, phrases), *some(self._text(asked) if asked else None)],
            self._all_told([each for each in citations if each.kind != "headline"]),
            citations,
        )

    def _all_told(self, citations: Sequence[DraftCitation]) -> str:
        """Return all that a paragraph tells, as far as an answer holds it: some of its questions ask for each part."""
        told = [_stopped(self._telling(each)) for each in citations]
        while len(told) > 1 and len(" ".join(told)) > _LONGEST_ANSWER:
            told.pop()
        return " ".join(told)

    def _asking(self, number: int, parts: Sequence[Part], phrases: Sequence[str]) -> list[str]:
        """Return questions for what a paragraph tells, and for what it reports of somebody."""
        told = read_article("\n\n".join(self._text(part.span) for part in parts))
        found = [asked for span in sentences(told) for asked in about_figures(told.text[slice(*span)])][:_MOST_FIGURES]
        found += [] if all(part.is_reported for part in parts) else phrasings.about_passage(phrases, number)
        for speaker in dict.fromkeys(part.speaker for part in parts if part.speaker):
            of_them = self._phrases.of([part.span for part in parts if part.speaker == speaker])
            found += phrasings.about_words(self._people.get(speaker), of_them, number)
        return found

    def _telling(self, citation: DraftCitation) -> str:
        """Return words as they stand, with who says it where they do not say so themselves."""
        told = " ".join(citation.quote.split())
        short = told if len(told) <= _LONGEST_ANSWER else "The story tells this in these words."
        return self._attributed(short, citation.speaker)

    def _attributed(self, told: str, speaker: str | None) -> str:
        named = speaker is None or speaker.split()[-1] in told
        return told if named else f"Of {phrasings.called(self._people.get(speaker))}: {told}"

    # The article itself.

    def _of_article(self) -> Iterator[Draft]:
        itself = Itself(self.original, self.article, self._passages)
        yield from itself.headline()
        yield from self._gist()
        yield from self._speakers()
        yield from itself.around()

    def _gist(self) -> Iterator[Draft]:
        told = (self._cited(part) for each in self._passages.of_shape(Shape.BODY) for part in self._passages.told(each))
        lead = next((citation for citation in told if citation), None)
        if lead is not None:
            yield Draft("gist", phrasings.GIST, self._telling(lead), (lead,))

    def _speakers(self) -> Iterator[Draft]:
        first = {each.speaker: each.pieces[0] for each in reversed(self.reading.quotations) if each.speaker}
        names = sorted(first, key=lambda name: first[name])
        cited = [self._citer.cite(*first[name], "quote", name) for name in names[:_MOST_LISTED]]
        quoted = listed([phrasings.called(self._people.get(name)) for name in names])
        yield Draft("who-is-quoted", phrasings.SPEAKERS, f"The story quotes {quoted}.", some(*cited))


def _called(person: Person) -> str:
    """Return the words by which somebody is called."""
    role = person.role if person.role and not person.role.startswith("who ") else ""
    return " ".join((person.name, role, *person.forms))


def _introduced(person: Person) -> str:
    """Say what the story calls somebody."""
    role = person.role or ""
    return f"{person.name}, {role}." if role.startswith("who ") else f'The story calls {person.name} "{role}".'


def _stopped(told: str) -> str:
    """End a part of a sentence as one."""
    return told if re.search(r"[.!?…:][\"'”’)\]]*$", told) else f"{told}."
