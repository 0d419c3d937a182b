# Every sentence of the app in English. The same messages stand in ru.ftl.

## Around every page
site-name = Reference
skip-to-main = Skip to main content
language = Language
leave = Leave this page
nav = Sections
nav-answers = What was told
nav-answer = Answer
nav-timeline = Over time
nav-map = Everywhere
nav-compare = Compare
nav-laws = Law texts
nav-brief = Print
back = Back
continue = Continue
wait = One moment…
warning = Warning
error = Error
problem-title = There is a problem
information = This is legal information, not advice.
yes = Yes
no = No
or = or
none = None
change = Change
add = Add
skip = Skip this

## The first screen
start-title = Reference
start-text = Look up how a document made in one place is treated in another, by the texts in force there on the day.
start-interview = Start
start-laws = Read the texts
start-kept = Nothing you enter is stored or sent. It is gone when you close this page.
start-exit = To leave at once, press “Leave this page”, or Shift three times, or Esc three times.
start-help = What this is, and what it cannot do

## Help
help-title = What this is
help-what-title = What it answers
help-what = It answers whether a marriage made in one place counts in another, for what, and how firm that is. It answers from the law itself: facts go in, provisions are applied, and the answer shows every step, who reads the law otherwise, and what is not known.
help-kept-title = What it keeps
help-kept = Nothing. There are no cookies, no storage, no addresses with your answers in them, and not one request over the network: law and engine are inside this page.
help-cannot = It cannot hide that this page or file was opened, or what somebody sees over your shoulder. If this device is watched, use another.
help-exit-title = Leaving at once
help-exit = “Leave this page”, Shift three times or Esc three times blank the page, forget what was told and show a calendar instead. The Back button then leads to where you were before this page.
help-words-title = How firm an answer is

## The interview
ask-purpose = What should the marriage count for?
ask-forum = Where should the marriage count?
ask-on = For which day do you ask?
ask-celebration-on = On which day was the wedding, or will it be?
hint-forum = The country or part of a country whose answer you need. Type its name or a city in it.
hint-on = Law changes; what counted last year may not count today.
hint-date = Leave the day, or the day and the month, empty if you do not know them.
hint-place = Begin to type; other names and large cities are understood too.
hint-later = For example a stamp, an entry in a register, a refusal, a judgment, a move, a death.
hint-plans = Tick what you think of doing: the answer will say what each may bring there. You can skip this.
why-we-ask = Why we ask this
why-question-purpose = Many laws give a marriage effect for one purpose and not for another: for a residence permit, say, but not for inheritance.
why-question-forum = Each place decides by its own law whether a marriage made elsewhere counts there.
why-question-on = The answer is given by the law, and by what courts and authorities had said, on that day.
why-celebration-place = Nearly every law starts from the law of the place where the wedding was held.
why-celebration-on = Whether the wedding made a marriage is judged by the law of its day.
why-later = A judgment, a register entry or a move can give a marriage effect, take it away, or change nothing. The answer says which.
why-plans = Only so that the answer can say what each of these may bring you there. It does not change whether the marriage counts.
why-rules = These rules read it:
why-reading = A rule on the way to the answer reads it.
dont-know = I don’t know
questions-left =
    { $count ->
        [one] { $count } question left that can change the answer
       *[other] { $count } questions left that can change the answer
    }
caption-first = Spouse A
caption-second = Spouse B
caption-union = { $who }: earlier union { $number }
spouse-first = A
spouse-second = B
purpose-status = Being married at all
form-civil = A public office or registrar
form-religious = A clergyman or religious body
form-customary = By custom, without an office
form-consular = A consulate or embassy
form-proxy = With somebody standing in for one of you
form-remote = By video, with somebody somewhere else
form-common_law = No ceremony: by living as spouses
present-all = All were there, where it was held
present-not-all = Somebody was elsewhere
count-0 = No
count-1 = Yes, once
count-2 = Yes, twice
count-3 = Yes, three times or more
no-nationality = None: no state’s national
no-such-place = No such place
nationality = Nationality
nationality-more = Nationality { $number }
place = Place
place-more = Place { $number }
add-another = Add another
on-today = Today
on-another-day = Another day
on-another-hint = In the past, to see what counted then
permission-for = What for
permission-spouse = To whom
events-none = No, nothing
event-number = Event { $number }
event-what = What happened
event-by = Whose office or court
event-on = When
event-add = Add another event
plan-audience = Who could see it?
date-day = Day
date-month = Month
date-year = Year
places-found-label = Places found
places-found =
    { $count ->
        [0] No place found
        [one] { $count } place found
       *[other] { $count } places found
    }
problem-choose_one = Choose one of these
problem-day_missing_year = Enter at least a year
problem-day_not_real = Enter a real date, such as 4 1 2018
problem-day_needs_all = Enter day, month and year
problem-place_missing = Enter a place
problem-place_not_known = Choose a place from the list that appears as you type
refused-title = These answers do not fit together

## What was told
check-title = Check what you told
section-question = What you ask
section-celebration = The wedding
section-first = Spouse A
section-second = Spouse B
section-between = Between the two
section-since = Since then, and plans
section-presumed = Taken as ordinary
presumed-hint = You were not asked about these; they are taken in their ordinary sense. Change any that was different: it can change the answer.
not-told = Not told
to-answer = See the answer
go-on-asking = Answer more questions

## The answer
answer-title = Answer
nothing-yet-title = Nothing to answer yet
nothing-yet = Tell first which place you ask about.
asked = { $place } · { $day } · for: { $purpose }
register-legend = For whom it is told
register-couple = For us
register-caseworker = For a caseworker
register-lawyer = For a lawyer
do-not-rely = Do not rely on this at a desk before talking to a lawyer who knows you.
stale-before = The law used here is past its review date: { $laws }. Check it before relying on this answer.
stale-item = { $law } (review by { $day })
protect-head = Protection comes first
protect-young = One of the spouses was under 18 at the wedding.
protect-consent = One of the spouses did not consent freely.
protect-help = Nobody owes a marriage they did not choose. A child protection service, a shelter or a legal-aid group can help, and need not be told by the other spouse or the family.
valid-first = The marriage is valid by the law of { $place }.
valid-elsewhere = What follows is about { $place } only: where the marriage is valid, it stays valid.
answer-one = In { $place } the marriage is { $outcome }.
answer-none = In { $place } there is no single answer: { $each }.
says-letter = by the words of { $provision }, { $says }
says-letter-bare = by the words of the law, { $says }
says-courts = the courts: { $says }
says-authorities = the authorities: { $says }
since = { $outcome } since { $day }
silent-searched = no decision is known (searched { $day })
silent-not-searched = not looked for
planned = The wedding is still to come: this is for its day, by the law known today.
head-firm = How firm this is
head-readings = Who reads the law how
head-why = Why
head-exposure = What saying it may bring
head-change = What would change it
head-next = What to do next
head-notes = Notes
head-duties = Duties under treaties and courts above the state
head-receipt = Receipt: every law relied on
outcome-recognised = Recognised
outcome-recognised_as_registered_partnership = Treated as something else: a registered partnership
outcome-recognised_limited_purpose = Recognised for this purpose only
outcome-recognised_limited_status = Recognised for some purposes only
outcome-not_recognised = Not recognised
outcome-open = No single outcome
verdict-settled = Settled
verdict-untested = Untested
verdict-contested = Contested
verdict-depends = Depends
verdict-discretionary = A decision for an authority
verdict-undecided = Undecided
verdict-not_covered = Not covered
verdict-silent = Silent
verdict-why-settled = The words of the law and those who apply it agree.
verdict-why-untested = Only the words of the law speak; no one who applies them is known to have said so.
verdict-why-contested = Those who read this law do not read it the same way; each reading and who holds it is shown.
verdict-why-depends = Facts that are missing would change it; they are named.
verdict-why-discretionary = The law leaves this to an authority that has not decided; it is named.
verdict-why-undecided = The law itself has a gap or contradicts itself here; where, is shown.
verdict-why-not_covered = We lack law that is needed; which, is named. This is a gap of ours, not of the law.
also = Also: { $list }.
also-stale = past its review date
divided = Equal ranks are divided.
rests-on-knowledge = Some of the law that spoke rests on knowledge: no source was opened for it. The derivation marks which.
then-held = As then held, by what was known that day: { $verdict }, { $outcome }. As now held: the answer above.
stance-letter = The words of the law
stance-courts = Courts
stance-authorities = Authorities
reading-alone = The words of the law read this way alone: { $outcome }.
held-nobody = held by nobody we know of
held-by = { $body } ({ $rank }, { $form }), { $day }
held-until = until { $day }
held-not-counted = shown, not counted on the day asked
for-purposes = for: { $purposes }
all-purposes = all purposes
on-knowledge = rests on knowledge, no source opened
could-be = Could be: { $outcomes }
by-provision = by { $provision }
treated-as = as { $name } ({ $law })
degree = { $degree }
undone-by = Can be undone by: { $by }
mode-assert = If you say you are married
mode-deny = If you deny it
mode-silence = If you stay silent
exposure-none-in-mode = Nothing found in what was looked at.
exposure-nothing = Nothing found in: { $covered }. Not looked at: { $not }. Nothing found is not the same as safe.
exposure-coverage = Looked at: { $covered }. Not looked at: { $not }.
nothing-listed = nothing is listed
everything-else = everything else
exposure-administrative = administrative law
exposure-penal = criminal law
exposure-criminal = criminal law
exposure-immigration = immigration law
exposure-family = family law
exposure-status = status
exposure-practice = practice without law
firm-may_engage = may be engaged
firm-engages = engaged
exposure-who = who: { $who }
exposure-depends = turns on: { $facts }
from-day = from { $day }
answer-this = Answer this
change-fact = { $text }
change-power = A decision of an authority: { $text }
change-gap = A gap in the law at { $id }: { $text }
change-conflict = A contradiction in the law at { $id }: { $text }
change-law = Law that we lack: { $text }
change-division = Equal ranks that differ: { $text }
change-flip = Added to the words of the law, this reading changes the outcome: { $readings }
change-presumed = Taken as ordinary because left out, and it matters: { $fact } = { $value }.
change-purpose = For { $purpose }, { $stance }: { $outcome }.
change-nothing = Nothing that the law base knows of, short of a change of the law itself.
next-lawyer = Take this answer, with its sources, to a lawyer or a legal-aid group who know the place, before any desk sees a paper.
next-facts = Find out the facts named above and ask again.
next-power = A lawyer can tell who may ask that authority, by when, and what it looks at.
next-missing = Have a lawyer of that place check the law we lack.
next-settled = Keep the certificate and what it rests on together, and ask again when the law or your plans change.
next-divorce = To end a marriage that is not recognised there, look to a court of a place that recognises it.
next-divorce-ask = Ask about divorce in { $place }
next-protection = Whoever has or seeks protection need not turn to an authority of the state they fled, nor get its papers: the state of refuge has to help instead (Refugee Convention, arts 12 and 25).
next-protected = You told that one of you has or seeks protection. Do not turn to an authority of the state you fled and do not ask it for papers. Where a rule wants one, the state of refuge gives a substitute (Refugee Convention, arts 12 and 25).
why-stance = { $stance }: every step
stance-same = Same as the words of the law.
step-yes = ✓ yes
step-no = ✗ no
step-open = ? open
step-bar-yes = ✓ stands in the way
step-bar-no = ✗ does not stand in the way
step-bar-open = ? open
step-bar = bar: { $bar }
step-kind-clause = clause
step-kind-exception = exception
step-kind-reading = reading
step-kind-foreign = foreign law
step-kind-table = table
step-kind-presumed = presumed
step-kind-given = given
step-kind-act = official act
step-kind-open = open
law-of = law of { $place }
as-at = as at { $day }
read-text = Read the text
step-facts = reads: { $facts }
duty-executed = Carried out: { $text }.
duty-without = Without it: { $outcome }.
receipt-engine = Engine { $engine}, and the whole law base as one signed file:
receipt-key = The law base is signed with the development key: it proves that the file is whole, not who made it.
receipt-law = checked { $checked }, review by { $review }
checklist = Checklist
checklist-result = Result
checklist-condition = Condition
checklist-rule = Rule
checklist-facts = Facts it reads
irac-issue = Issue
irac-issue-text = Whether the marriage counts in { $place } on { $day } for the purpose: { $purpose }.
irac-rule = Rule
irac-no-rule = No rule of that place spoke.
irac-application = Application
irac-conclusion = Conclusion
irac-contrary = Contrary reading

## Over time
timeline-title = Over time
timeline-text = Move the day to see the answer change, and what changed it.
timeline-slider = Day
timeline-day = Day asked
timeline-show-day = Show this day
timeline-lived = As lived: each day by what was known on it
timeline-known = As now known
timeline-basis = Seen from
timeline-stretches = Every stretch of days
timeline-from-until = { $from } to { $until }
timeline-from-on = { $from } and on
timeline-because = because of: { $cause }
timeline-empty = No day of this case can be told: the day of the wedding is not known.
timeline-ask = Use this day for the answer
timeline-position = { $day }: { $verdict }
cause-law = law
cause-reading = a reading
cause-act = an act
cause-celebration = the wedding

## Everywhere
map-title = Everywhere
map-text = The same case, asked of every place on the same day.
map-list = List
map-map = Map
map-show = Show as
map-purpose = Purpose
map-day = Day
map-change-day = Show this day
map-count =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
map-danger = Nothing here shows danger. A marriage may count where it is not safe to say so.
map-boundaries = Boundaries show where a law is applied, not sovereignty. Small places are dots. Shapes: Natural Earth.
map-find = Find a place in the list
map-label = Map of the world
map-in = Closer
map-out = Farther
map-whole = Whole world
map-north = Move up
map-south = Move down
map-west = Move left
map-east = Move right
map-open = No single outcome
map-pick = Choose a place on the map, or in the list, to see its answer.
map-picked = Chosen place
map-ask = Ask about { $place }
map-exposure =
    { $count ->
        [one] saying it may bring: { $count } consequence found
       *[other] saying it may bring: { $count } consequences found
    }
map-key = Key
map-untested-key = pale lines: only the words of the law say so

## Compare
compare-title = Compare
compare-text = Two places, or two days, side by side.
compare-left = First
compare-right = Second
compare-place = Place
compare-day = Day
compare-same = Both give the same outcome, as firm.
compare-differs = They differ.
compare-row-outcome = Outcome
compare-row-firm = How firm
compare-row-exposure = What saying it may bring
compare-row-change = What it depends on
compare-row-rule = Deciding rule

## Law texts
laws-title = Law texts
laws-text = Every text this page answers from: in our own words, with its dates, sources, rules and examples.
laws-search = Search the texts
laws-search-hint = Words, an article, or a place
laws-found =
    { $count ->
        [0] Nothing found
        [one] { $count } passage found
       *[other] { $count } passages found
    }
laws-more = The first { $count } are shown.
laws-places = Places
laws-place-none = No text of its own: the tables of the world speak for it.
laws-of = Law of { $place }
laws-says = What the law there says on { $day }
laws-instruments = Instruments
laws-all = All places
laws-meta = { $number } adopted { $adopted }
laws-checked = Checked { $checked }, review by { $review }
laws-stale = past its review date
laws-sources = Sources
laws-opened = opened { $day }
laws-rules = The rules, as the program runs them
laws-examples = Examples
laws-in-force = In force from { $from }
laws-in-force-until = In force from { $from } until { $until }
laws-contents = In this text
laws-shared = Shared words
topic-same_sex_marriage = Marriage of two of one sex
topic-registered_partnership = Registered partnership
topic-foreign_same_sex_marriage = Marriage of two of one sex made elsewhere
topic-same_sex_acts = Acts between adults of one sex
topic-promotion_law = Law against speaking of it
topic-marriage_age = Age of marriage
topic-first_cousins = First cousins
topic-uncle_niece = Uncle or aunt and niece or nephew
topic-polygamy = A second marriage during the first
topic-proxy_form = Wedding with somebody standing in
topic-remote_form = Wedding by video
topic-religious_form = Religious wedding
topic-affinity = Related by marriage
topic-adoption = Related by adoption
value-open = open
value-not_open = not open
value-closed_to_new = closed to new couples
value-none = none
value-full = counts as a marriage
value-as_partnership = counts as a registered partnership
value-limited = counts for some purposes
value-record_only = an entry in the register only
value-legal = no offence
value-partly = an offence in part
value-criminal = an offence
value-yes = yes
value-minors = where minors may hear
value-no = no
value-allowed = possible
value-conditional = possible under conditions
value-prohibited = prohibited
value-not_allowed = not possible
value-available = possible
value-available_to_some = possible for some
value-void = makes no marriage
value-voidable = stands until a court annuls it
value-no_civil_effect = no effect in law
value-civil_effect = a marriage in law
value-civil_effect_if_registered = a marriage where registered
value-only_form = the only form
value-unknown = not known
value-contested = contested
value-by_tie = not the same for all
value-not_counted = does not count
ages = women { $female }, men { $male }
ages-with-consent = with a permission: { $ages }

## Print
brief-title = Print
brief-text = A brief to print or save as PDF. Choose how much of your story it holds; what is left out is not in the file at all.
brief-level = For whom
brief-us = For us: everything told
brief-lawyer = For our lawyer: all that the law reads, without your plans and what they may bring
brief-officer = For an officer: the question, the wedding and the law, nothing more about you
brief-print = Print or save as PDF
brief-preview = This is what is printed:
brief-heading = Brief
brief-facts = What was told
brief-sources = Sources
