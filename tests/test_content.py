"""The shipped knowledge as a tested artefact: what every entry owes its readers."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import get_args

import pytest

from bot.matching.words import asking_words, words
from bot.stories import Citation, Entry, Story
from bot.stories.article import sentences
from bot.stories.records import SPOKEN
from bot.stories.schema import Kind
from bot.stories.typography import fold
from tests.shipped import STORY

ARTICLE_SHA256 = "b8ff64a8db1795a5052b2e072ee9e8f905b80a0e8ec508955b4233b3817bf3a8"

# Read from the article by eye: whose words stand in which paragraph, in direct and in indirect speech.
SPOKEN_BY = {5: "John Kirby", 7: "Sergei Lavrov", 9: "Sergey Ivanov", 12: "John Kirby"}
REPORTED_OF = {4: "U.S. State Department", 6: "Sergei Lavrov", 8: "Russian government", 11: "President Obama"}
PARAGRAPHS_OF_KIND = {
    "quote": set(SPOKEN_BY),
    "reported": set(REPORTED_OF),
    "headline": {1, 2},
    "caption": {3},
    "credit": {3},
    "sources": {13},
}
# Spoken words stand between these; the article lacks the first opening mark of Lavrov's.
SPEECH = re.compile(r"“[^”]+”|(?<=\n\n)If it looks like a terrorist[^”]+”")


# The one piece that no citation shows: it is shorter than a quote may be.
ATTRIBUTION = "Lavrov said."


def answerable(story: Story) -> list[Entry]:
    """The entries that the story answers."""
    return [entry for entry in story.entries if entry.in_story]


def near(story: Story) -> list[Entry]:
    """The entries that the story does not answer."""
    return [entry for entry in story.entries if not entry.in_story]


def cited(story: Story) -> list[tuple[Entry, Citation]]:
    """Every citation with its entry."""
    return [(entry, citation) for entry in story.entries for citation in entry.citations]


def names_of(story: Story, speaker: str) -> set[str]:
    """All names of a speaker and of the organisation they speak for, and their last name."""
    found = story.speaker(speaker)
    assert found is not None
    organisation = story.speaker(found.organisation) if found.organisation else None
    return {*found.names, found.name.split()[-1], *(organisation.names if organisation else ())}


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Tell whether one of the names stands in a text as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)


def test_the_article_is_the_one_that_was_published() -> None:
    """Not a byte of the article may change."""
    assert hashlib.sha256((STORY / "article.txt").read_bytes()).hexdigest() == ARTICLE_SHA256


def test_there_is_enough_to_ask(shipped_story: Story) -> None:
    """At least 70 answerable and 100 near entries, with at least 20 and 10 phrasings."""
    assert len(answerable(shipped_story)) >= 70
    assert len(near(shipped_story)) >= 100
    few = {entry.id: len(entry.questions) for entry in shipped_story.entries}
    assert {entry.id for entry in answerable(shipped_story) if few[entry.id] < 20} == set()
    assert {entry.id for entry in near(shipped_story) if few[entry.id] < 10} == set()


def test_every_sentence_is_quoted_whole(shipped_story: Story) -> None:
    """Headline, kicker, caption, credit, sources and every sentence stand in citations from end to end."""
    text = shipped_story.article.text
    quoted = {at for _, citation in cited(shipped_story) for at in range(citation.start, citation.end)}
    quoted |= set(range(text.index(ATTRIBUTION), text.index(ATTRIBUTION) + len(ATTRIBUTION)))
    spans = sentences(shipped_story.article)
    assert len(spans) == 19
    for start, end in spans:
        missing = "".join(text[at] for at in range(start, end) if text[at].isalnum() and at not in quoted)
        assert missing == "", text[start:end]


def test_every_answer_has_its_evidence(shipped_story: Story) -> None:
    """An answerable entry has a citation."""
    assert [entry.id for entry in answerable(shipped_story) if not entry.citations] == []


def test_every_quote_is_the_articles_own_text(shipped_story: Story) -> None:
    """A citation is exactly the slice that its offsets name, within the paragraph it names, and without loose space."""
    article = shipped_story.article
    for entry, citation in cited(shipped_story):
        assert citation.quote == article.text[citation.start : citation.end] == citation.quote.strip(), entry.id
        paragraph = article.paragraphs[citation.paragraph - 1]
        assert paragraph.start <= citation.start < citation.end <= paragraph.end, entry.id


def test_no_entry_cites_a_slice_twice(shipped_story: Story) -> None:
    """The citations of an entry differ from each other."""
    for entry in shipped_story.entries:
        slices = [(citation.start, citation.end) for citation in entry.citations]
        assert len(slices) == len(set(slices)), entry.id


def test_every_citation_says_what_kind_of_words_it_shows(shipped_story: Story) -> None:
    """The kind is written, is used somewhere, and belongs to the paragraph it stands in."""
    assert {citation.kind for _, citation in cited(shipped_story)} == set(get_args(Kind))
    for entry, citation in cited(shipped_story):
        allowed = PARAGRAPHS_OF_KIND.get(citation.kind or "", set(range(1, 14)))
        assert citation.paragraph in allowed, f"{entry.id}: {citation.kind} in paragraph {citation.paragraph}"


def test_spoken_words_have_a_speaker_and_others_do_not(shipped_story: Story) -> None:
    """Kinds ``quote`` and ``reported`` name who spoke, as story.yaml writes the name; all others name nobody."""
    known = {speaker.name for speaker in shipped_story.speakers}
    for entry, citation in cited(shipped_story):
        assert (citation.speaker is not None) == (citation.kind in SPOKEN), entry.id
        assert citation.speaker is None or citation.speaker in known, entry.id


def test_every_speaker_is_the_right_one(shipped_story: Story) -> None:
    """Who is said to have spoken did so in that paragraph."""
    for entry, citation in cited(shipped_story):
        if citation.kind in SPOKEN:
            by = SPOKEN_BY if citation.kind == "quote" else REPORTED_OF
            assert citation.speaker == by[citation.paragraph], f"{entry.id}: {citation.quote}"


def test_direct_quotes_are_spoken_words_alone(shipped_story: Story) -> None:
    """A slice is of kind ``quote`` if and only if it lies within one pair of quotation marks: no "said …" in it."""
    speech = [found.span() for found in SPEECH.finditer(shipped_story.article.text)]
    assert len(speech) == 6
    for entry, citation in cited(shipped_story):
        inside = any(start <= citation.start and citation.end <= end for start, end in speech)
        assert inside == (citation.kind == "quote"), f"{entry.id}: {citation.quote}"


def test_near_answers_say_so_first(shipped_story: Story) -> None:
    """Whoever reads only the first words of a near answer knows that the story does not say."""
    odd = {entry.id: entry.answer for entry in near(shipped_story) if not entry.answer.startswith("The story does not")}
    assert odd == {}
    assert [entry.id for entry in answerable(shipped_story) if entry.answer.startswith("The story does not say")] == []


def test_answers_are_short(shipped_story: Story) -> None:
    """An answer has at most 280 characters, on one line, and ends like a sentence."""
    for entry in shipped_story.entries:
        assert len(entry.answer) <= 280, entry.id
        assert "\n" not in entry.answer, entry.id
        assert entry.answer.endswith((".", '."', ".)")), entry.id


def test_answers_that_rest_on_somebodys_words_name_them(shipped_story: Story) -> None:
    """If all evidence of an answer is spoken or reported, the answer names one of those who said it.

    Their office or organisation counts as a name. An answer that also cites the story's own narration may rest on that.
    """
    unnamed = {}
    for entry in answerable(shipped_story):
        speakers = [citation.speaker for citation in entry.citations if citation.speaker]
        if len(speakers) == len(entry.citations):
            names = {name for speaker in speakers for name in names_of(shipped_story, speaker)}
            if not names_somebody(entry.answer, names):
                unnamed[entry.id] = entry.answer
    assert unnamed == {}


def test_quotation_marks_in_an_answer_hold_the_articles_words(shipped_story: Story) -> None:
    """What an answer puts in quotation marks stands in the article, but for the case of its first letter."""
    text = fold(shipped_story.article.text)
    for entry in shipped_story.entries:
        for quoted in re.findall(r'"([^"]+)"', fold(entry.answer)):
            said = quoted.strip(" .,")
            assert said in text or said[0].swapcase() + said[1:] in text, f"{entry.id}: {quoted}"


def test_every_number_in_an_answer_is_the_articles(shipped_story: Story) -> None:
    """An answer brings no figure that neither the article, story.yaml nor the question holds."""
    known = set(re.findall(r"\d+", shipped_story.article.text)) | {shipped_story.date.known}
    for entry in answerable(shipped_story):
        found = set(re.findall(r"\d+", entry.answer)) - known - set(re.findall(r"\d+", entry.question))
        assert not found, f"{entry.id}: {found}"


def test_no_phrasing_stands_under_two_entries(shipped_story: Story) -> None:
    """A question means one entry, also when fillers, capitals and marks are taken off."""
    owners = defaultdict(set)
    for entry in shipped_story.entries:
        for question in entry.questions:
            owners[" ".join(asking_words(question))].add(entry.id)
    assert {phrasing: ids for phrasing, ids in owners.items() if len(ids) > 1} == {}


def test_no_phrasing_is_another_one_shuffled(shipped_story: Story) -> None:
    """Within an entry no two phrasings have the same words: they are written one by one, not permuted."""
    for entry in shipped_story.entries:
        count = Counter(tuple(sorted(words(question))) for question in entry.questions)
        assert [found for found, times in count.items() if times > 1] == [], entry.id


def test_phrasings_are_not_made_from_a_template(shipped_story: Story) -> None:
    """Fewer than a third of an entry's phrasings begin with the same three words."""
    for entry in shipped_story.entries:
        starts = Counter(tuple(words(question)[:3]) for question in entry.questions)
        start, times = starts.most_common(1)[0]
        assert times * 3 < len(entry.questions) or times <= 3, f"{entry.id}: {times} times {' '.join(start)}"


def test_canonical_questions_can_be_shown(shipped_story: Story) -> None:
    """A canonical question fits Discord's autocomplete, ends with a question mark, and stands once."""
    questions = [entry.question for entry in shipped_story.entries]
    assert [question for question in questions if len(question) >= 100 or not question.endswith("?")] == []
    assert len(set(map(str.casefold, questions))) == len(questions)


def test_every_topic_has_a_name(shipped_story: Story) -> None:
    """Topics of entries and topics of story.yaml are the same."""
    assert {entry.topic for entry in shipped_story.entries} == set(shipped_story.topics)


def test_names_mean_one_thing(shipped_story: Story) -> None:
    """No name is listed for two speakers or in two groups of aliases."""
    for groups in ([speaker.names for speaker in shipped_story.speakers], shipped_story.aliases):
        count = Counter(name for group in groups for name in {name.casefold() for name in group})
        assert [name for name, times in count.items() if times > 1] == []


@pytest.mark.parametrize("name", ["ISIS", "Isil", "Daesh", "al-Qaida", "Assad", "State Department"])
def test_the_names_people_use_are_known(shipped_story: Story, name: str) -> None:
    """The aliases hold what readers call the groups and people of the story."""
    assert any(name.casefold() in map(str.casefold, group) for group in shipped_story.aliases)


def test_the_story_says_what_is_known_of_it(shipped_story: Story) -> None:
    """Title, kicker and sources are as printed; what is not known of the date is said."""
    paragraphs = [paragraph.text for paragraph in shipped_story.article.paragraphs]
    assert shipped_story.title == paragraphs[0]
    assert shipped_story.kicker == paragraphs[1]
    assert " ".join(f"[{source}]" for source in shipped_story.sources) == paragraphs[-1]
    assert shipped_story.date.known == "2015"
    assert shipped_story.date.note
    for speaker in shipped_story.speakers:
        if speaker.role:
            assert speaker.role in shipped_story.article.text, speaker.name


def test_disputes_are_told_in_the_camps_own_words(shipped_story: Story) -> None:
    """Every statement is spoken or reported, by whom the article has it; a slice of kind quote is speech alone."""
    assert [dispute.id for dispute in shipped_story.disputes] == ["targets", "motives", "assad", "mistake"]
    speech = [found.span() for found in SPEECH.finditer(shipped_story.article.text)]
    for statement in (each for dispute in shipped_story.disputes for each in dispute.statements):
        by = SPOKEN_BY if statement.kind == "quote" else REPORTED_OF
        assert statement.kind in SPOKEN
        assert statement.speaker == by[statement.paragraph], statement.quote
        inside = any(start <= statement.start and statement.end <= end for start, end in speech)
        assert inside == (statement.kind == "quote"), statement.quote


def test_both_camps_are_heard_on_what_is_hit(shipped_story: Story) -> None:
    """Everybody who speaks is of one of two camps, and each says something on the main point."""
    assert shipped_story.camps == ("United States", "Russia")
    assert all(speaker.camp for speaker in shipped_story.speakers)
    (targets,) = (dispute for dispute in shipped_story.disputes if dispute.id == "targets")
    heard = {speaker.camp for each in targets.statements if (speaker := shipped_story.speaker(each.speaker or ""))}
    assert heard == set(shipped_story.camps)
