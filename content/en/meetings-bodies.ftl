# Standing meetings of a committee.
meeting-body-start = Set up meetings
meeting-body-who = Only the person who chairs a committee can set up its meetings.
meeting-body-title = Set up meetings
meeting-body-committee = Which committee?
meeting-body-when = The first meeting
meeting-body-when-hint = In your district's time, also when the clocks change.
meeting-body-month = Every month on that weekday (2nd Tuesday)
meeting-body-two-weeks = Every other week on that weekday
meeting-body-week = Every week on that weekday
meeting-body-school-day = Every month on that school day (2nd school day)
meeting-body-rule = Other: the rule below
meeting-body-rule-label = Another rule (only for “Other”)
meeting-body-rule-hint = As calendars write it: FREQ=MONTHLY;BYDAY=1MO,3MO
meeting-body-place = Place or link
meeting-body-place-hint = Its members and channels see this; of an open meeting, everybody in the district may.
meeting-wrong-rule = That rule doesn't read, comes more than once a day, or names more than 9,999 dates. One that works: FREQ=MONTHLY;BYDAY=1MO,3MO
meeting-body-more = More settings
meeting-body-name = Name
meeting-body-length = How long?
meeting-body-minutes = { $minutes } minutes
meeting-body-bend = On a day without school
meeting-bend-move = It moves to the next school day
meeting-bend-skip = It is left out
meeting-body-closes = When does the agenda go out?
meeting-body-days =
    { $days ->
        [one] One school day before
       *[other] { $days } school days before
    }
meeting-body-chairs = Who chairs?
meeting-body-preview = Nothing is saved yet: { $name }
meeting-date-moved = • { $when }: no school, so it moves to { $to }
meeting-date-skipped = • { $when }: no school, so it is left out
meeting-body-terms =
    { $days ->
        [one] { $minutes } minutes, chaired by { $chairs }. The agenda goes out one school day before.
       *[other] { $minutes } minutes, chaired by { $chairs }. The agenda goes out { $days } school days before.
    }
meeting-law-switch = Open meeting?
meeting-law-unknown = Whether a law on open meetings applies isn't known, so it counts as if it did: the agenda goes out at least { $hours } hours before and is frozen then, and nothing is decided in chat.
meeting-law-yes = A law on open meetings applies: the agenda goes out at least { $hours } hours before and is frozen then, and nothing is decided in chat.
meeting-law-no = No law on open meetings applies: topics can still be added once the agenda is out.
meeting-law-public = Everybody in the district may read its agenda once it is out: they type /somewhere agendas. I publish it nowhere else.
meeting-law-event = Its next date, with its place, is also in the calendar that everybody on the Discord server sees.
meeting-law-no-advice = This is no legal advice. Ask your district's counsel.
meeting-law-card-public = Everybody in the district may read this: they type /somewhere agendas.
meeting-law-card = This agenda is frozen: what is added now is for the next meeting. Nothing is decided here.
meeting-law-minutes = All of this was decided in the meeting; nothing was decided in chat or by poll.
meeting-body-save = Save it
meeting-body-saved = Saved. The next meeting is { $when }. Its people are told once, in their message of the day.
meeting-body-saved-already = That is saved already. Type /somewhere to see it.
meeting-is-set = { $name } meets regularly. Next: { $line }
meeting-who-reads-body = Its members read this, and those for whom its channels are meant.
meeting-who-reads-public = Everybody in the district may read its agenda once it is out, with who brought what and who leads it. The rest is for those who belong to it.
meeting-only-chairs = Only those who chair it can do that: { $chairs }.

meeting-put = Move this date
meeting-put-label = When is it instead?
meeting-put-hint = Now: { $when }. The others stay where they are.
meeting-put-submit = Save it
meeting-was-put = Moved to { $when }. Those who belong to it are told once.
meeting-change-all = Change all that follow
meeting-rest = More
meeting-rest-date = This date: { $when }
meeting-rest-all = All that follow:
meeting-rest-own = For you:
meeting-pause = Pause until
meeting-pause-label = From which day on may it be again?
meeting-pause-hint = The dates before that are left out.
meeting-is-paused = { $whom }: paused. Next: { $line }
meeting-after-that = After that: { $dates }.
meeting-resume = Go on now
meeting-paused = Paused.

meeting-agenda-title = Agenda: { $name }
meeting-agenda-empty = Nothing is on it yet.
meeting-agenda-off = This meeting is not to be: { $when }.
meeting-agenda-no-school = No school, so no meeting { $when }.
meeting-agenda-hold = Hold the agenda
meeting-agenda-held-open = Held. It goes out when you press “Send the agenda”. A law on open meetings may ask that it be out by { $when }.
meeting-agenda-held = Held. It goes out when you press “Send the agenda”.
meeting-agenda-send = Send the agenda
meeting-agenda-sent = The agenda is out.
meeting-agenda-is-out = The agenda is out already.

meeting-minutes-do = What came of it
meeting-minutes-title = Minutes: { $name }
meeting-minutes-of = { $when }
meeting-minutes-next = What you leave open is carried to the next meeting. The minutes go out once somebody else has approved them, or after { $days } school days unless they are held.
meeting-minutes-ready = The minutes are ready
meeting-minutes-wait = The minutes are ready to be looked at: { $name }, { $when }. They go out after { $days } school days unless somebody holds them.
meeting-minutes-look = Look them over
meeting-minutes-approved = Approved by { $name }.
meeting-minutes-not-yet = Not approved yet.
meeting-minutes-none = There are no minutes yet.
meeting-minutes-empty = Nothing was noted.
meeting-minutes-done = These minutes are out; only what they say can be corrected. A new topic can go on the next agenda.
meeting-minutes-changed = They changed since you saw them. Please look them over again: type /somewhere.
meeting-minutes-held = Held. They go out once somebody approves them.
meeting-approve = Approve
meeting-hold = Hold
meeting-approved = Approved, and posted where the committee is at home.
meeting-building = { $name }, { $when }. What was decided:
meeting-building-more =
    { $count ->
        [one] And one more decision.
       *[other] And { $count } more decisions.
    }
meeting-approved-already = { $name } has approved them already.
meeting-outcome = Write down: { $begin }
meeting-outcome-change = Change: { $begin }
meeting-outcome-title = What came of it?
meeting-outcome-label = What came of it?
meeting-outcome-decided = Decided
meeting-outcome-action = Somebody does something
meeting-outcome-carried = For the next meeting
meeting-outcome-dropped = Dropped
meeting-outcome-line = In one line
meeting-outcome-line-told = In one line; those who raised it read it
meeting-outcome-who = Who is asked to do it?
meeting-outcome-nobody = Nobody in particular
meeting-outcome-what = Please write what is to be done.
meeting-often-carried = Left over { $count } times. Is it still needed?
meeting-was-decided = Decided: { $text }.
meeting-was-action = To be done: { $text }.
meeting-was-carried = For the next meeting: { $text }.
meeting-was-dropped = Dropped: { $text }.
meeting-only-members = Only members of { $name } add topics. Ask one of them to.
meeting-wrong-school-day = Some months have no more than { $most } school days. Please pick a day earlier in its month.
