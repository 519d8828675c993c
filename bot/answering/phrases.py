"""The few sentences the program says by itself; everything else a curator or the article said."""

from __future__ import annotations

NOTHING_ASKED = "I see no question there. Ask me something about the story, in your own words."
TOO_LONG = "That is more than I can take in. Ask it in a sentence or two, please."
GREETING = "Hello! Ask me anything about the story, and I'll answer with its exact words."
THANKS = "You're welcome. Ask away if there is more you'd like to know about the story."
ABOUT_ME = (
    "I'm a bot. I answer questions about the story with answers that a person wrote and the story's exact words, "
    "and I say so when the story does not say."
)
CHATTER = "Ask me a question about the story, and I'll look for its exact words."
UNKIND = "I'm sorry if that didn't help. I can only tell what the story says; try asking in other words."
OTHER_TASK = "I can't do that. I only answer questions about the story, with its exact words."
OTHER_LANGUAGE = "I only understand English so far. Ask me about the story in English, please."
NOT_ABOUT_STORY = "The story does not say. I only know what stands in it: ask me about that."
NOT_SAID = "The story does not say."
NEAREST = "The nearest things it does say answer these questions:"
CLOSE_CALL = "I'm not sure what you mean. Did you mean one of these?"
GOES_ON = "The article goes on:"
BEFORE_THAT = "Before that, the article has:"
NOTHING_FURTHER = "There is nothing further: that is where the article ends."
NOTHING_BEFORE = "There is nothing before that: it is how the article begins."
SAID_BY = "In the story: {who}."
