# The sentences of the Discord side. This file is the source; the others hold the same keys and variables.
# What the answering says by itself stands in bot/answering/phrases.py and has its translations in the other files.

## Commands. Descriptions have at most 100 characters.

command-ask = Ask the story in your own words; the answer comes with its exact words
option-ask-question = Your question, or pick one from the list
option-ask-story = One story to ask, if there are several
command-quote = The story's quotes, word for word
command-quote-find = Find quotes by their words or by what they are about
option-quote-find-text = A few words, or pick a quote from the list
command-quote-by = What somebody says in the story
option-quote-by-speaker = A speaker of the story
command-quote-about = Quotes on a topic
option-quote-about-topic = A topic of the story
command-quote-random = A quote by chance
command-sides = What each camp says about a disputed point, in their own words
option-sides-point = A disputed point, or leave it out to choose
command-verify = Check whether a quote is in the story, word for word
option-verify-text = The quote, with its speaker if you like
command-story = What the story is about, who speaks, where it comes from
option-story-story = One of the stories, if there are several
command-topics = Everything you can ask, by topic
command-help = What I can do and how to ask
command-privacy = What I read and what I keep
command-health = For moderators: permissions, connection and knowledge
command-knowledge = For moderators: look after the knowledge
command-knowledge-reload = Read the folder anew, see what would change, and apply it
command-knowledge-check = See what a reload would change, and apply nothing
command-knowledge-rollback = Go back to a version that was in use before
option-knowledge-rollback-version = The version; left out, the one before
command-knowledge-status = What is in use since when, and how I am doing
command-knowledge-unanswered = What was asked in vain, and what to do about it
command-knowledge-add = Write a new entry
option-knowledge-add-story = The story, if there are several
option-knowledge-add-topic = The topic to file it under
command-knowledge-edit = Change an entry
option-knowledge-edit-entry = The entry, by its question or id
command-knowledge-story = Which story a server asks, where there are several
option-knowledge-story-story = The story, or all of them; left out, I say which it is
option-knowledge-story-server = The server; left out, this one

## Buttons and menus. Labels have at most 80 characters.

button-context = In context
button-related = Related
button-share = Share
button-shared = Shared
button-wrong = Wrong?
button-delete = Delete
button-previous = Previous
button-next = Next
button-another = Another one
button-topics = All topics
button-apply = Apply
button-discard = Discard
button-correct = Correct it
button-phrase = Add as phrasing
button-near = Not in the story
button-dismiss = Dismiss
button-back = Back

## Answers

version = version { $version }
date-unknown = date not known
paragraph = paragraph { $number }
quote-too-long = The words stand in paragraph { $paragraph }; they are too long for one message.
quotes-more = { $count ->
    [one] One more quote belongs to this answer; In context shows it.
   *[other] { $count } more quotes belong to this answer; In context shows them.
}
quotes-more-plain = { $count ->
    [one] … and one more quote; /quote by has it.
   *[other] … and { $count } more quotes; /quote by has them.
}
offers-beside-near = The story does answer:
offers-pick-button = Press a button, or ask in other words.
offers-pick-number = Press a number, or ask in other words.
related-heading = You may also want to ask:
related-none = I know no related question. Try /topics.
by-quote = quoted
by-reported = reported
by-narration = the article
by-headline = headline
by-caption = photo caption
by-credit = photo credit
by-sources = source line
by-speaker-quote = { $who }, quoted
by-speaker-reported = reported of { $who }
by-speaker = attributed to { $who }

## Asking

ask-me = Ask me anything about the story, in your own words: mention me with your question, or use /ask.
unreadable-reply = Discord shows me a reply only if it pings me. Turn the @ of the reply on, or mention me with your question.
mentioned-role = You mentioned my role, and Discord does not show me what you wrote. Mention me by name with your question.
message-without-text = There is no text in that message that I could read.
message-is-mine = That is my own answer. Right-click somebody's question.
story-unknown = I know no such story. Pick one from the list.
failed = Something went wrong on my side. It has been noted; please try again in a moment.
changed-command = This command has changed. Discord needs a moment to notice; please try again then.
cooldown-person = One at a time, please: ask me again { $when }.
cooldown-channel = This channel has had many answers just now. It goes on { $when }; /ask answers you privately.

## Buttons when pressed

pressed-old = This button is from an older version of the knowledge; this is what it says now.
pressed-unknown = This button is from another version of the bot. Please ask again.
pressed-gone = The knowledge has changed, and this is no longer in it. Please ask again.
delete-denied = Only the person who asked, and whoever manages messages here, can delete this.
delete-failed = I can't delete this any more. Whoever manages messages here can.
context-paragraph = Paragraph { $number }
context-too-long = This paragraph is too long for one message.
context-none = This answer shows no words of the article.

## Sharing

shared-asked = { $who } asked: { $question }
shared-by = Shared by { $who }
share-again = This is already shared.
share-private = This server lets me answer you only privately, so I can't share it here.
share-failed = I could not post it here. Please try again later.
share-denied = I am not allowed to post in this channel. Somebody who manages the server can change that.
share-missing = I am not allowed to post in this channel. As you manage the server: give me { $permissions } here.

## Wrong?

wrong-title = What is wrong with this answer?
wrong-reason = What is wrong?
wrong-reason-wrong-question = It does not answer my question
wrong-reason-wrong-answer = The story says something else
wrong-reason-wrong-speaker = Somebody else said it
wrong-reason-unfair = It leaves something important out
wrong-reason-other = Something else
wrong-note = What should it say? (optional)
wrong-note-hint = No names or other personal details, please.
wrong-thanks = Thank you. Whoever looks after the answers will see it, without your name.

## Quotes

page-of = { $number } of { $count }
card-context = In context:
quote-about-heading = About: { $topic }
quote-find-heading = Quotes for: { $words }
quote-random-heading = A quote by chance
quote-none-found = No quote in the story fits “{ $words }”. Try a name or another word, or /quote by.
quote-none = The stories hold no quotes.
speaker-unknown = The story has no words of “{ $name }”. It has words of: { $names }.
speaker-none = The story gives nobody's words.
topic-unknown = There are no quotes on “{ $name }”. There are some on: { $names }.
sides-heading = Disputed points
sides-intro = Choose a point to see what each camp says about it, in their own words.
sides-placeholder = Choose a point
sides-none = No story lists disputed points.
sides-unknown = There is no such disputed point. Use /sides alone to choose one.
sides-silent = The story has no words of theirs on this.
sides-too-long = Their words are too long for one message; /quote by shows them one by one.

## Checking a quote

check-more = { $count ->
    [one] One more word or passage differs.
   *[other] { $count } more words or passages differ.
}
check-clamped = The text is long; I looked at its first { $count } characters only.
check-mine = That is my own message: the quotes in it are the story's exact words, and In context shows where they stand.
check-nothing = There is no text that I could check.

## The story

story-date = Date
story-publisher = Publisher
story-sources = Sources
story-speakers = Who speaks
story-address = Read it
story-length = Length
story-questions = Questions
story-quotes = Quotes
story-paragraphs = { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}
story-counts = { $answered } that it answers, { $near } that it does not
story-quote-count = { $count ->
    [one] one, word for word
   *[other] { $count }, word for word
}
stories-heading = Stories
stories-placeholder = Choose a story
stories-more = The first 25 are listed; { $count } more can be chosen with /story.
topics-heading = Topics
topics-intro = Choose a topic to see what you can ask.
topics-placeholder = Choose a topic
topics-none = There is nothing to ask yet.
topic-size = { $count ->
    [one] one question
   *[other] { $count } questions
}
questions-intro = Choose a question to see its answer.
questions-placeholder = Choose a question

## Help and privacy

help-heading = I answer questions about a news story with answers that a person wrote and the story's exact words.
help-ask = Ask with /ask (only you see the answer; Share shows it to everybody), mention me, reply to one of my answers, or write to me directly. A follow-up such as “when?” or “who said that?” leans on the answer before. When the story does not say, I say so.
help-menus = Right-click or hold a message and choose Apps: **{ $answer }** or **{ $check }**.
help-privacy = What I read and keep: /privacy
privacy-heading = What I read and what I keep
privacy-reads = I read what is addressed to me: commands, mentions of me, replies to me, direct messages, and messages that you choose from their menu. Nothing else.
privacy-open = Except here, where whoever runs me has every question answered: { $channels }. What I don't answer there I forget at once.
privacy-memory = Your last question and its answer stay in memory for { $minutes } minutes, so that you can follow up.
privacy-records = A question that I can’t answer is kept for { $days } days, so that it can be answered one day: with how often and when it was asked, never who asked or where. Mails, numbers, links and mentions in it are taken out first.
privacy-records-off = Nothing that you ask is written down.
privacy-reports = With Wrong? the entry, its version and your reason are noted, never who you are. Your note is written only to a log for finding faults, where whoever runs me has turned that on.
privacy-buttons = The Delete button under a public answer holds the id of whoever asked, in Discord itself, so that it works for them.
privacy-nobody = No other service sees your question: I look things up in files, and I write no texts.
privacy-delete = Delete under one of my answers removes it.

## Permissions and health

moderators-only = This command is for this bot's moderators.
moderators-none = This command is for this bot's moderators, and none are set. Whoever runs the bot sets HOME_GUILD and MODERATOR_ROLES or MODERATOR_USERS.
permission-view_channel = View Channel
permission-send_messages = Send Messages
permission-send_messages_in_threads = Send Messages in Threads
permission-read_message_history = Read Message History
health-heading = Health
health-knowledge = Knowledge: version { $version }, { $stories ->
    [one] one story
   *[other] { $stories } stories
}, { $entries ->
    [one] one entry
   *[other] { $entries } entries
}
health-connection = Connection: started { $since }, latency { $latency } ms, { $servers ->
    [one] one server
   *[other] { $servers } servers
}
health-content-unused = Intents: servers, messages, direct messages; message content is not asked for
health-content-used = Intents: servers, messages, direct messages, and message content for { $channels ->
    [one] one open channel
   *[other] { $channels } open channels
}
health-permissions-fine = Permissions: all there in { $channels ->
    [one] the one channel
   *[other] all { $channels } channels
} that I see here
health-permissions-missing = Permissions that are missing here:
health-channel = { $channel }: { $permissions }
health-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
health-hidden = { $count ->
    [one] One channel here is hidden from me
   *[other] { $count } channels here are hidden from me
}
health-refused = Where I could not answer lately:
health-refusal = { $channel }, { $when }: { $permissions }
records-off = Records: off, nothing is kept
records-fine = Records: kept for { $days } days
records-trouble = Records: nothing is written for now, { $problem }. Waiting: { $waiting }, lost: { $lost }. It goes on by itself.
records-problem-locked = for another program holds the database
records-problem-full = for the disk or the database is full
records-problem-read-only = for the database can’t be written
records-problem-damaged = for the database is damaged: move its file away, and a new one is made
records-problem-unreachable = for the database can’t be reached

## Looking after the knowledge

change-heading = What would change: version { $before } → { $after }
change-nothing = Nothing would change: that is what is in use already, version { $version }.
change-unseen = The files differ, but in nothing that anybody would see.
change-stories = Stories:
change-entries = Entries: { $added } added, { $gone } removed, { $changed } changed
change-quotes = Quotes: { $added } new, { $gone } no longer shown
change-own = Questions of the knowledge that would land elsewhere: { $count }
change-astray = New questions that don’t reach their own entry: { $count }
change-asked = Questions asked lately that would land elsewhere: { $count }
change-none-moved = No question that I tried would land elsewhere.
change-left-out = Changed questions that I did not try, for there are many: { $count }
change-attached = The attached file lists everything.
change-part-questions = questions
change-part-answer = answer
change-part-quotes = quotes
change-part-follow-ups = follow-ups
change-part-in-story = whether the story says it
change-part-topic = topic
landing-unsure = several offered
landing-nothing = not in the story
rollback-note = The folder stays as it is: the next reload brings back what it holds.
rollback-none = There is no earlier version: I keep the last few since I was started.
rollback-unknown = I keep no such version. I keep: { $versions }
faults-heading = Nothing has changed, version { $version } goes on: { $count ->
    [one] there is one fault.
   *[other] there are { $count } faults.
}
knowledge-busy = The knowledge is being read already: that began { $since }. Please try again in a moment.
proposal-gone = This proposal is gone: it was applied, discarded or replaced, it is too old, or I was restarted. /knowledge reload makes a new one.
proposal-outdated = The knowledge has changed since this was shown, and nothing was applied. This is what would change now:
proposal-outdated-faulty = The folder has changed since this was shown.
applied = Applied: version { $version } is in use.
discarded = Discarded: version { $version } goes on.
folder-unwritable = Nothing has changed: the knowledge folder could not be written ({ $problem }).
folder-fixed = The knowledge folder is read-only, so entries can’t be changed from here.
story-choose = There are several stories: choose one with the option “story”.
story-all = All stories
server-unknown = I am in no such server.
server-asks = { $server } asks one story: { $story }
server-asks-all = { $server } asks all stories.
server-asks-gone = { $server } is set to the story { $story }, which is no longer there: it asks all stories.
server-story-forgotten = Records are off, so I forget this when I am restarted.
form-title-add = A new entry
form-title-edit = Change an entry
form-questions = Questions, one a line
form-questions-hint = The first is shown to people; the others are how they may ask.
form-questions-hidden = The first is shown to people. More that have no room here and stay: { $count }
form-answer = Answer
form-answer-hint = Short; name whoever’s words it rests on.
form-quotes = Quotes, one a line
form-quotes-hint = The article’s exact words. Leave it empty if the story does not say.
form-speaker = Whose words are the quotes?
form-speaker-hint = It goes for all of the quotes above.
form-speaker-kept = As it is; new quotes are the article’s own words
form-speaker-nobody = Nobody’s: the article’s own words
form-gone = I don’t have this form any more: it is too old, or I was restarted. What you typed is attached; please open the form again.
form-faulty = That can’t be served as it is. Correct it opens the form again with what you wrote.
form-true-words = The story has these words:
edit-entry-gone = This entry is no longer there. Nothing has changed.
edit-entry-changed = Somebody has changed this entry since you opened it. Nothing of yours was written; please open it again with /knowledge edit.
edit-story-gone = This story is no longer there. Nothing has changed.
edit-unusual-file = The entry’s file is written in a way that I can’t change without touching the rest. Please edit it by hand.
edit-no-question = An entry needs at least one question.
edit-no-answer = An entry needs an answer.
edit-nothing-new = The entry has these questions already.
edit-too-long = This entry’s quotes have no room in a form. Please edit its file by hand.
preview-heading = As readers will see { $entry }:
preview-verified = Every quote stands in the article, word for word: { $count }
preview-near = There is no quote: readers are told that the story does not say it.
preview-phrasings = These would lead to { $entry } too, beside “{ $question }”:
unanswered-heading = Asked in vain: { $count }
unanswered-none = Nothing was asked in vain that has not been seen to.
unanswered-off = Nothing that is asked in vain is kept: RECORDS is off.
unanswered-unreadable = The records can’t be read just now; /knowledge status says why.
unanswered-gone = This question is no longer listed: somebody has seen to it.
unanswered-dismissed = Dismissed: it will not be listed again.
unanswered-placeholder = Choose a question to see to it
unanswered-times = { $count }×
unanswered-trend = this week { $now }, the week before { $before }
unanswered-near = nearest:
unanswered-when = First { $first }, last { $last }
unanswered-alike = Asked alike:
unanswered-nearest = What came nearest:
phrasing-heading = Which entry answers this?
phrasing-hint = The questions above become phrasings of it, once you have seen what that changes and applied it.
phrasing-none = No entry comes near. /knowledge add writes a new one.
phrasing-placeholder = Choose an entry
entry-near = { $entry } (not in the story)
status-heading = Knowledge
status-version = Version { $version }, { $since }, { $act }
act-start = as I was started
act-reload = reloaded by { $who }
act-rollback = gone back to by { $who }
act-edit = edited by { $who }
act-signal = reloaded by a signal
status-counts = Stories: { $stories }, entries: { $entries }, phrasings: { $phrasings }, quotes: { $quotes }
status-coverage = Sentences of the article that an entry quotes: { $covered } of { $sentences }
status-earlier = Versions to go back to: { $versions }
status-folder-writable = The folder can be written: /knowledge add and /knowledge edit work
status-folder-fixed = The folder is read-only: what is in it can’t be changed from here
status-up = Started { $since }, memory { $memory } MiB
status-latency = Latency to Discord: { $latency } ms
status-speed = The last answers ({ $count }): half within { $middle } ms, 95% within { $slow } ms
status-wrong = Most often called wrong: { $entries }
status-encoder-on = The sentence encoder is on
status-encoder-off = The sentence encoder is off

## What moderators do, for the audit channel

audit-reload = { $who } read the folder anew: it holds version { $version }.
audit-reload-faulty = { $who } read the folder anew and found it faulty. Faults: { $count }
audit-check = { $who } checked the folder: it holds version { $version }.
audit-check-faulty = { $who } checked the folder and found it faulty. Faults: { $count }
audit-rollback = { $who } looked at going back to version { $version }.
audit-applied = { $who } put version { $version } in use, in place of { $before }. { $summary }
audit-discarded = { $who } discarded version { $version }.
audit-drafted = { $who } drafted a change of the entry { $entry }.
audit-dismissed = { $who } dismissed the question “{ $question }”.
audit-story = { $who } set the story of { $server } to { $story }.
audit-story-all = { $who } let { $server } ask all stories.
audit-signal = A signal put version { $version } in use, in place of { $before }.
audit-signal-faulty = A signal to reload found the folder faulty; version { $version } goes on. Faults: { $count }
