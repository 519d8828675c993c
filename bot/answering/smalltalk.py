"""Telling what is not a question about the story at all: nothing, greetings, thanks, insults, other bots' commands."""

from __future__ import annotations

import re
import unicodedata

from bot.answering import phrases
from bot.matching.words import clean, english

LONGEST_QUESTION = 1_500
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMMAND = re.compile(r"^\s*(?:[!/.$?;%&+=>-]|[a-z]{1,3}!)[a-z][\w-]*\b", re.IGNORECASE)


def _whole(words: str, then: str = "") -> re.Pattern[str]:
    """Match a message that is nothing but these words, what may follow them, and punctuation."""
    follow = rf"(?:[\s,!.]+(?:{then}))*" if then else ""
    return re.compile(rf"(?:{words}){follow}[\s!.?,:;)(~*]*", re.VERBOSE)


def _within(words: str) -> re.Pattern[str]:
    """Match a message that holds these words anywhere."""
    return re.compile(rf".*\b(?:{words})\b.*", re.VERBOSE | re.DOTALL)


_EVERYBODY = r"there|all|every(?:one|body)|guys|folks|bot|you|y'?all|friend|mate|again|verbatim"
_HOW_ARE_YOU = (
    r"how(?:'?s|\ is|\ are|re)?\ (?:it\ going|you|you\ doing|things|u|ya|your\ day)(?:\ doing)?(?:\ today)?|what'?s\ up"
)
_WHOLE_MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        _whole(
            rf"""hi+|hello+|hey+|heya|yo|hiya|howdy|greetings|sup|wassup|g[mn]|morning|evening
            |good\ (?:morning|afternoon|evening|day|night)|good\ ?night|bye+|goodbye|see\ (?:you|ya)|cya
            |{_HOW_ARE_YOU}""",
            rf"{_EVERYBODY}|{_HOW_ARE_YOU}",
        ),
        phrases.GREETING,
    ),
    (
        _whole(
            r"""(?:(?:ok(?:ay)?|great|cool|nice)[\s,]+)?
            (?:thanks?|thx|ty|tysm|thank\ (?:you|u)|cheers|much\ appreciated|appreciate\ it)""",
            r"""you|so|very|a|lot|much|bot|man|mate|bro|guys|that|this|was|is|helped|helpful|ur|you're|your|the|best|bye
            |for|help|really|again|awesome|great|perfect""",
        ),
        phrases.THANKS,
    ),
    (
        _whole(
            r"""(?:good|great)\ bot|nice\ one|well\ done|love\ (?:this|the|you)(?:\ bot)?
            |(?:that|this)(?:'?s|\ is|\ was)\ (?:great|helpful|perfect|awesome)"""
        ),
        phrases.THANKS,
    ),
    (
        _whole(
            r"""yes|yeah|yep|no|nope|nah|ok(?:ay)?|k|lol|lmao|huh|what|hm+|wow|nice|cool|sure|maybe|idk|really|same|true
            |tell\ me\ more|go\ on|what\ do\ (?:you|u)\ mean|i\ see|i\ do\ ?n[o']t\ (?:know|understand)""",
            r"bye|ok|lol|then|same|bro|man|dude",
        ),
        phrases.CHATTER,
    ),
    (
        _whole(
            r"""(?:(?:you(?:'?re|\ are)|ur|u\ r|(?:this|that)(?:\ bot)?(?:'?s|\ is)
             |what\ an?)?\ ?(?:an?\ |so\ |such\ |the\ |just\ )*)?
            (?:stupid|dumb|useless|idiot(?:ic)?|trash|garbage|worthless|bad|terrible|awful|worst|shit|crap|lame|moron)""",
            r"bot|thing|program|machine|ever|af|idiot",
        ),
        phrases.UNKIND,
    ),
    (
        _whole(
            r"shut\ up|go\ away|fuck\ (?:you|off|this)|stfu|screw\ you|(?:you|u)\ suck|i\ hate\ (?:you|this)",
            _EVERYBODY,
        ),
        phrases.UNKIND,
    ),
    (
        _whole(
            r"""(?:who|what)\ (?:are|r)\ (?:you|u)|help(?:\ me)?|commands|info|ping
            |(?:what|how)\ (?:can|do|does)\ (?:you|u|this\ bot)\ (?:do|work|help)(?:\ me)?"""
        ),
        phrases.ABOUT_ME,
    ),
)
_MENTIONED: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        _within(
            r"""(?:are|r)\ (?:you|u)\ (?:an?\ |even\ |just\ |really\ |actually\ )*
            (?:bot|human|person|real|robot|ai|program|machine|people|alive|sentient|chatgpt|gpt)
            |(?:who|what)\ (?:made|built|created|programmed|coded)\ (?:you|u)
            |who(?:m)?\ do\ (?:you|u)\ (?:support|back|believe|root\ for)
            |(?:which|whose)\ side\ (?:are|r)\ (?:you|u)\ on
            |(?:your|ur)\ (?:fav(?:ou?rite)?|name|opinion|hobby|birthday|age|mother|girlfriend|boyfriend)"""
        ),
        phrases.ABOUT_ME,
    ),
    (
        _within(
            r"""(?:ignore|forget|disregard|override)
            \ (?:(?:all|everything|any|your|the|my|previous|prior|above|earlier|of)\ )*
            (?:instructions?|rules?|prompts?|article|story|system|training|guidelines|constraints)
            |pretend\ (?:to|you|that)|(?:repeat|say)\ (?:this\ )?after\ me|act\ as|role-?play
            |(?:you\ are|from)\ now(?:\ on)?|jailbreak|developer\ mode|system\ prompt"""
        ),
        phrases.OTHER_TASK,
    ),
    (
        re.compile(
            r"""(?:(?:please|pls|can\ you|could\ you|hey|bot)\ )*
            (?:write|code|compose|draw|generate|imagine|translate|sing|play|roll|flip\ a\ coin|solve|calculate
            |tell\ me\ a\ (?:joke|story|poem|riddle)|make\ me|remind\ me\ to|set\ a)\b
            (?!.*\b(?:article|story|quote)\b).*""",
            re.VERBOSE | re.DOTALL,
        ),
        phrases.OTHER_TASK,
    ),
)


def reply_to_no_question(text: str) -> str | None:
    """Return the fitting line for what can't be read as a question, or None."""
    if len(text) > LONGEST_QUESTION:
        return phrases.TOO_LONG
    plain = clean(text)
    if not _LETTER.search(plain):
        return phrases.NOTHING_ASKED
    return phrases.OTHER_LANGUAGE if _foreign(plain) else None


def reply_to_small_talk(text: str) -> str | None:
    """Return the fitting line for what is most likely no question about a story, or None."""
    if _COMMAND.match(text):
        return phrases.OTHER_TASK
    plain = clean(text)
    if not plain.isascii():
        plain = " ".join("".join(letter for letter in plain if unicodedata.category(letter) != "So").split())
    patterns = (*_WHOLE_MESSAGES, *_MENTIONED)
    return next((reply for pattern, reply in patterns if pattern.fullmatch(plain)), None)


def _foreign(plain: str) -> bool:
    """Tell whether most letters are of another script than Latin, or the small words those of another language."""
    if not plain.isascii():
        letters = [letter for letter in plain if letter.isalpha()]
        if sum("LATIN" not in unicodedata.name(letter, "") for letter in letters) * 2 > len(letters):
            return True
    small = _LETTERS.findall(plain)
    foreign = sum(map(english().foreign.__contains__, small))
    return foreign >= 2 and foreign > sum(map(english().light.__contains__, small))
