"""What its sentence tells of a name: whether it is a man's, a woman's or a body's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from bot.speech.english import HELPERS, LIGHT_WORDS, PREPOSITIONS, SAYING, THINKING
from bot.speech.names import Mention
from bot.speech.sentences import Sentence
from bot.speech.tokens import Token

_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,3}\s*,")
_MOST_BEFORE_THAT = 7


def own_words(sentence: Sentence, mention: Mention) -> set[str]:
    """Return the words behind a name up to what its bearer says or thinks: who is 'she' there may be somebody else.

    So is 'her' in 'she learned from her', but not in 'she taught her sons'.
    """
    found: set[str] = set()
    behind = words_behind(sentence, mention)
    for at, token in enumerate(behind):
        if token.lower in SAYING | THINKING:
            break
        if token.lower != "him" and not (token.lower == "her" and not _owns(sentence, behind[at : at + 2])):
            found.add(token.lower)
    return found


def has_age(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name has an age behind it, as people's have: 'Ann Hill, 61,'."""
    return _AGE.match(sentence.text, mention.end) is not None


def is_many(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether one name is spoken of as several, as clubs are: 'Kelvar have won', but not 'Bo and Ann have won'."""
    before = [token.lower for token in sentence.tokens if token.end <= mention.start][-1:]
    behind = [token.lower for token in words_behind(sentence, mention)][:1]
    near = sentence.text[mention.end : mention.end + 1] == " "
    return near and behind[:1] in (["have"], ["are"], ["say"]) and not HELPERS.union({"and", "or", "if"}) & {*before}


def words_behind(sentence: Sentence, mention: Mention) -> list[Token]:
    """Return the words that follow a name in its sentence."""
    return [token for token in sentence.tokens if token.start > mention.end]


def is_its_own_it(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether 'its' or an 'it' that does something means a name, up to what its bearer says and right there."""
    behind = words_behind(sentence, mention)
    said = next((at for at, token in enumerate(behind) if token.lower in SAYING | THINKING), None)
    if said is None:
        return any(map(partial(_is_it, sentence), behind))
    # "Said that it", "said in a statement on Monday that it".
    after = [token.lower for token in behind[said + 1 : said + 1 + _MOST_BEFORE_THAT]]
    first = said + 1 + (after.index("that") + 1 if "that" in after else 0)
    acts = any(token.lower in {"it", "its"} for token in behind[first : first + 1])
    return acts or any(map(partial(_is_it, sentence), behind[:said]))


def _is_it(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is the 'its' or the 'it' of what was named, and not what somebody did something to."""
    following = sentence.tokens[sentence.tokens.index(token) + 1 :][:1]
    goes_on = any(sentence.text[token.end : each.start] == " " and each.lower not in PREPOSITIONS for each in following)
    return token.lower == "its" or (token.lower == "it" and goes_on)


def _owns(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Tell whether 'her' stands before what is hers."""
    if len(words) == 1 or sentence.text[words[0].end : words[1].start] != " ":
        return False
    return words[1].lower not in PREPOSITIONS | LIGHT_WORDS
