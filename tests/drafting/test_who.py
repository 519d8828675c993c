"""Who is who in a started story, and what is asked for them."""

from __future__ import annotations

from tests.drafting.started import Start, load


def test_what_somebody_chairs_is_asked_for(start: Start) -> None:
    """In a question of its own words."""
    story = load(start("Ferry stays\n\n“It sails at night,” said Ann Hill, who chairs the rowing club.\n"))
    (who,) = [entry for entry in story.entries if entry.topic == "people"]
    assert (who.answer, who.questions[-1]) == ("Ann Hill, who chairs the rowing club.", "Who chairs the rowing club?")


def test_one_firm_is_one_speaker(start: Start) -> None:
    """What the text calls "the company" has that for an alias; of several people it is asked what they "do"."""
    text = (
        "Seats recalled\n\nPell & Norrin said it was sorry. The Road Products Authority, the national regulator, "
        "was not.\n\nOwners should stop using the seats, the company said. The regulator said so too.\n\n"
        "Two former clerks of the mill told this paper that the steel was cheap.\n"
    )
    story = load(start(text))
    assert [(each.name, each.aliases) for each in story.speakers] == [
        ("Pell & Norrin", ("the company",)),
        ("Road Products Authority", ("the regulator",)),
        ("Two former clerks of the mill", ()),
    ]
    asked = {question for entry in story.entries for question in entry.questions}
    assert "what do two former clerks of the mill think about the steel" in asked


def test_nobody_asks_what_a_son_does(start: Start) -> None:
    """Of whom the text only says whose son they are."""
    story = load(start("Ferry stays\n\nHer son, Bo Lind, wept. The mayor, Ann Hill, did not.\n"))
    asked = {question for entry in story.entries for question in entry.questions}
    assert {"Who is Bo Lind?", "what does Hill do"} <= asked
    assert "what does Lind do" not in asked


def test_whom_the_text_does_not_name_is_a_near_question(start: Start) -> None:
    """But not whom it does, nor somebody whose role is another's."""
    text = (
        "Ferry stays\n\nA welder, Bo Lind, asked an architect from Holm, a supplier and a young engineer. "
        "“It stays,” said the mayor, Ann Hill. A mayor has to say so, and an engineers' report does.\n"
    )
    near = {entry.id: entry.answer for entry in load(start(text)).entries if not entry.in_story}
    assert near["architect-name"] == "The story does not name the architect."
    assert "engineer-name" in near
    assert {"welder-name", "mayor-name", "engineers-name", "supplier-name"}.isdisjoint(near)


def test_what_somebody_says_can_be_asked_for_as_such(start: Start) -> None:
    """Of the first entry with their words, of indirect speech too; after 'who is Koski?' people ask what she said."""
    said = (
        "“It sails at night,” said Ann Hill.",
        "“It stays,” said Ann Hill.",
        "Mayor Olof Koski said they were late.",
    )
    text = "\n\n".join(("Ferry stays", *said))
    asked = {question: entry.answer for entry in load(start(text)).entries for question in entry.questions}
    assert asked["What did Ann Hill say?"] == 'Ann Hill said: "It sails at night"'
    assert asked["what does Koski say"] == "Mayor Olof Koski said they were late."


def test_names_that_two_people_share_are_nobodys_alias(start: Start) -> None:
    """An alias that means two people would be a fault."""
    text = "Two Hills\n\n“We saw it all,” said Ann Hill. “We saw nothing,” said Bo Hill.\n"
    assert [each.aliases for each in load(start(text)).speakers] == [(), ()]


def test_whom_the_text_gives_no_role_is_told_of_in_its_own_words(start: Start) -> None:
    """By the sentence that begins with them; who only turns up in one gets no entry."""
    text = (
        "Ferry stays\n\nAnn Hill, 63, said that the ferry had been late all winter.\n\n"
        "As it had been known for a long time in Holm, Red Star Group said that it would pay.\n\n"
        "Blue Line Group said that it would not. Harbour Group, a firm that sells ferries, said nothing.\n\n"
        "It said that it would. Harbour Group said that it had been late.\n"
    )
    who = {entry.questions[0]: entry.answer for entry in load(start(text)).entries if entry.topic == "people"}
    assert who == {
        "Who is Ann Hill?": "Ann Hill, 63, said that the ferry had been late all winter.",
        "What is Harbour Group?": "Harbour Group, a firm that sells ferries, said nothing.",
    }


def test_a_bare_office_is_asked_for_by_nobody(start: Start) -> None:
    """'The head' may be anybody's."""
    story = load(start("Ferry stays\n\n“It sails at night,” said its head, Ann Hill.\n"))
    asked = {question for entry in story.entries for question in entry.questions}
    assert "Who is Ann Hill?" in asked
    assert not any("the head" in question for question in asked)
