"""The few sentences the program says by itself; everything else a curator or the article said."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Phrase(str):
    """An English sentence that knows its key and what was filled in, so that it can be shown in another language."""

    key: str
    values: Mapping[str, object]

    def __new__(cls, key: str, text: str, values: Mapping[str, object] = MappingProxyType({})) -> Phrase:
        """Make a phrase; ``values`` are what ``format`` has filled in."""
        phrase = super().__new__(cls, text)
        phrase.key, phrase.values = key, values
        return phrase

    def format(self, *_: object, **values: object) -> Phrase:
        """Fill in the placeholders, by name only."""
        return Phrase(self.key, super().format(**values), values)


NOTHING_ASKED = Phrase(
    "phrase-nothing-asked", "I see no question there. Ask me something about the story, in your own words."
)
TOO_LONG = Phrase("phrase-too-long", "That is more than I can take in. Ask it in a sentence or two, please.")
GREETING = Phrase("phrase-greeting", "Hello! Ask me anything about the story, and I'll answer with its exact words.")
THANKS = Phrase("phrase-thanks", "You're welcome. Ask away if there is more you'd like to know about the story.")
ABOUT_ME = Phrase(
    "phrase-about-me",
    "I'm a bot. I answer questions about the story with answers that a person wrote and the story's exact words, "
    "and I say so when the story does not say.",
)
GOODBYE = Phrase("phrase-goodbye", "Goodbye! Come back whenever you want to know what the story says.")
ASK_ME = Phrase(
    "phrase-ask-me",
    "Ask whatever you want to know about the story: who said what, when, where, how many. /topics has it all.",
)
PRIVACY = Phrase(
    "phrase-privacy",
    "I keep no names and no messages, only questions that I could not answer, for a while. /privacy tells the rest.",
)
MISTAKEN = Phrase(
    "phrase-mistaken",
    "I'm sorry. Try it in other words; on Discord, Wrong? under an answer lets a person look at it.",
)
SORROW = Phrase("phrase-sorrow", "I'm sorry to hear that. I'm only a bot that can tell what one story says.")
CHATTER = Phrase("phrase-chatter", "Ask me a question about the story, and I'll look for its exact words.")
UNKIND = Phrase(
    "phrase-unkind", "I'm sorry if that didn't help. I can only tell what the story says; try asking in other words."
)
OTHER_TASK = Phrase(
    "phrase-other-task", "I can't do that. I only answer questions about the story, with its exact words."
)
OTHER_LANGUAGE = Phrase(
    "phrase-other-language", "I only understand English so far. Ask me about the story in English, please."
)
NOT_ABOUT_STORY = Phrase(
    "phrase-not-about-story", "I found nothing on that in the story. Try other words, or see /topics."
)
NOT_SAID = Phrase("phrase-not-said", "The story does not say. The nearest things it does say answer these questions:")
NOT_FOUND = Phrase("phrase-not-found", "I found no answer to that in the story. It does answer these questions:")
NOTHING_NEAR = Phrase("phrase-nothing-near", "The story does not say, and it has nothing near to that.")
CLOSE_CALL = Phrase("phrase-close-call", "I'm not sure what you mean. Did you mean one of these?")
GOES_ON = Phrase("phrase-goes-on", "The article goes on:")
BEFORE_THAT = Phrase("phrase-before-that", "Before that, the article has:")
NOTHING_FURTHER = Phrase("phrase-nothing-further", "There is nothing further: that is where the article ends.")
NOTHING_BEFORE = Phrase("phrase-nothing-before", "There is nothing before that: it is how the article begins.")
ONLY_REPORTED = Phrase(
    "phrase-only-reported", "The story does not give the very words that were spoken. It reports them like this:"
)
AT_PLACE = Phrase("phrase-at-place", "There the article has:")
NO_SUCH_PLACE = Phrase("phrase-no-such-place", "The article has no such place; it is not that long.")
WORD_FOR_WORD = Phrase("phrase-word-for-word", "Yes, word for word:")
SAID_BY = Phrase("phrase-said-by", "In the story: {who}.")

# Of a quote check: first whose words they are, if somebody else was named, and then whether they were changed.
EXACT = Phrase("phrase-exact", "These are the story's exact words.")
EXACT_REPORTED = Phrase(
    "phrase-exact-reported", "These are the story's exact words. They report what was said; they are no quote of it."
)
EXACT_WORD = Phrase("phrase-exact-word", "The story has this word; one word alone says little about who said what.")
COMMON_WORD = Phrase(
    "phrase-common-word",
    "The story has “{posted}”, but so has nearly every text. Give me a few words of the quote together, and I'll check "
    "them.",
)
THEIRS = Phrase("phrase-theirs", "These are {speaker}'s words.")
REPORTED_OF_THEM = Phrase("phrase-reported-of-them", "The story reports this of {speaker}.")
NOT_THEIRS = Phrase("phrase-not-theirs", "These are {speaker}'s words, not {named}'s.")
NOT_REPORTED_OF_THEM = Phrase("phrase-not-reported-of-them", "The story reports this of {speaker}, not of {named}.")
NOBODYS = Phrase("phrase-nobodys", "These are the story's own words, not {named}'s: it gives them to nobody.")
PARTLY_THEIRS = Phrase("phrase-partly-theirs", "Not all of these words are {named}'s.")
NOT_AT_ALL_THEIRS = Phrase("phrase-not-at-all-theirs", "None of these words are {named}'s.")
ELSE_EXACT = Phrase("phrase-else-exact", "The words themselves are exact.")
ALSO_ALTERED = Phrase("phrase-also-altered", "And the words are changed.")
ALTERED = Phrase("phrase-altered", "The story has this with other words.")
TURNED = Phrase("phrase-turned", "A word that changes the meaning differs:")
STITCHED = Phrase(
    "phrase-stitched", "The pieces are from different places of the story; they do not follow each other there."
)
REORDERED = Phrase("phrase-reordered", "The story has these pieces in another order.")
NOT_IN_STORY = Phrase("phrase-not-in-story", "The story does not have these words.")
NO_WORDS = Phrase("phrase-no-words", "There are no words in it to check.")
NOT_THESE_WORDS = Phrase("phrase-not-these-words", "The story does not have these words: “{posted}”")
ADDED = Phrase("phrase-added", "“{posted}” was added.")
LEFT_OUT = Phrase("phrase-left-out", "“{said}” was left out.")
CHANGED = Phrase("phrase-changed", "“{posted}” is “{said}” in the story.")
UNMARKED = Phrase(
    "phrase-unmarked",
    "There are no quotation marks in it, so I compared all of it; put the quoted words in quotation marks to have just "
    "these checked.",
)
ELSEWHERE = Phrase("phrase-elsewhere", "That does not mean that nobody said them elsewhere; I only know this story.")
NEAREST = Phrase("phrase-nearest", "The nearest that the story has:")
IN_FULL = Phrase("phrase-in-full", "The whole sentence:")
