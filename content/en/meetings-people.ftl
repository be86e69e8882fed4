# Picked people who meet.
meeting-body-picked = People I pick
meeting-body-unnamed = Our meetings
meeting-body-few-dates = After these dates it ends.
meeting-body-people = Who chairs, how many it takes
meeting-body-people-title = Chairs and quorum
meeting-body-small = Fewer than five: no chairs, no minutes. Anybody who takes part can move a date.
meeting-ask-in = Ask somebody
meeting-ask-submit = Put on the list
meeting-ask-label = Who should be asked?
meeting-body-role = These will be the meetings of your role as { $seat }: who follows you in it takes part in your place.
meeting-other-role = Ask in another role
meeting-ask-not = Take the last one off
meeting-ask-nobody-yet = Nobody is asked yet.
meeting-ask-somebody = Please put somebody on the list first: press “Ask somebody”.
meeting-ask-enough = Nobody else is left to ask, or the list is full.
meeting-ask-more = { $count } more
meeting-ask-whom = Will be asked: { $names }.
meeting-ask-next = Each says yes or no with one tap. Who says no is not asked why.
meeting-invites = { $name } asks whether you'd meet regularly: { $title }. { $line }
meeting-invites-next = No is fine. You can leave at any time.
meeting-join = I'll take part
meeting-join-not = Not this
meeting-join-after-all = Take part after all
meeting-joined = You take part in { $name }. { $line }
meeting-not-joined = That's fine. The person who asked hears it, nobody else.
meeting-not-there = Not taking part in { $name }: { $seats }.
meeting-leave = Leave these meetings
meeting-left = You have left them, and aren't told of them any more.
meeting-left-last = You were the last one, so these meetings have ended.
meeting-home-invited = You're asked to meet
meeting-wrong-never = That rule never comes within a year.
meeting-quorum = How many must come so that you can decide?
meeting-quorum-none = However many come
meeting-quorum-one = Somebody of each group
meeting-quorum-half = Half of each group
meeting-quorum-number = At least { $count } people
meeting-quorum-is = To decide, it takes: { $quorum }.

# Whose turn it is, and who comes.
meeting-leads = Leads: { $name }.
meeting-leads-who = Who leads this time?
meeting-leads-other = Somebody else leads
meeting-takes-notes = Takes notes: { $name }.
meeting-takes-notes-who = Who takes notes this time?
meeting-takes-notes-other = Somebody else takes notes
meeting-turn-cannot = I can't do my part
meeting-turn-handed-on = That's fine: it went to the next person, and it's your turn soon. Now:
meeting-turn-not-yours = You have no part in this meeting.
meeting-turn-nobody = Nobody else is left to do it. You could leave this date out, or move it.
meeting-swap = Somebody else this time
meeting-coming = I'm coming
meeting-not-coming = I can't come
meeting-send-deputy = My deputy comes
meeting-said-coming = Good: you're expected { $when }.
meeting-said-not = Noted: not { $when }. You can change that until it begins.
meeting-said-deputy = Noted: your deputy comes { $when }, and will be told.
meeting-no-deputy = You have no deputy yet. The person who looks after me can add one.
meeting-reply-late = That meeting has begun, or isn't to be.
meeting-count = { $group }: { $count }
meeting-counts = Coming so far: { $sides }.
meeting-short = Too few people to decide. You can talk; decisions wait until { $when }.
meeting-short-last = Too few people to decide. You can talk; decisions wait until you meet again.
meeting-short-news = { $whom }, { $when }: { $line }
meeting-short-decided = Too few were there to decide. Write what was talked about, or carry it to the next meeting.
meeting-was-short = By what people said, too few were there to decide.
meeting-enough = Enough were there after all
meeting-enough-came = Noted: enough were there to decide.
meeting-stands-in = { $names } asks you to stand in: { $name }. { $line }
meeting-stands-in-one-of-several = You are asked to stand in: { $name }. { $line }
meeting-reminder-early = In a week: { $whom }. { $line }
meeting-soon = In a quarter of an hour: { $whom }. { $line }
meeting-nudge = Tell me just before
meeting-nudge-on = I'll write to you a quarter of an hour before, and when a date changes. Press it again to stop that.
meeting-nudge-nowhere = I would, but I can't write to you yet: type /somewhere and press “Message me here”.
meeting-nudge-off = I won't write to you any more before these meetings.
meeting-topic-minutes =
    { $minutes ->
        [one] { $text } [1 minute]
       *[other] { $text } [{ $minutes } minutes]
    }
meeting-minutes-together = { $minutes } minutes for all of it.
meeting-consent = Settled together, unless somebody wants to talk about one:

# Topics.
meeting-add-minutes = How long will it take?
meeting-add-minutes-none = I don't know
meeting-add-hint-public = An open meeting: everybody in the district may read its agenda. No names of students, please.
meeting-consent-put = Settle with others at once
meeting-consent-take-off = Talk about it after all
meeting-consent-on = It is with those that are settled together. Anybody can ask to talk about it.
meeting-consent-off = It will be talked about.
meeting-consent-all =
    { $count ->
        [one] Settle the one on the consent agenda
       *[other] Settle all { $count } together
    }
meeting-drop-it = Drop it
meeting-open-title = Agendas of open meetings
meeting-open-line = { $name }, { $when }
meeting-open-see = Read the agenda
meeting-open-none = No agenda of an open meeting is out now.
bring-to-meeting = Bring it to a meeting
brought-on = It is the topic “{ $topic }” of a public meeting, { $when }.
brought-waits = It is the topic “{ $topic }” for a public meeting. Its date isn't set yet.
shortcut-bring-does = Bring this to a meeting
bring-where = To which meeting?
bring-reads = Those who meet read it, with your name.
bring-reads-body = Its members and its channels read it, with your name.
bring-reads-public = An open meeting's agenda is read by everybody in the district, with your name.
bring-hint = No names of students, please.
bring-hint-anew = Others there may not read the original: please say it in your own words, without names.
meeting-add-others = By now others read it than the form said. Please look again before you add it.
bring-nothing = There are no words in that message.
bring-nowhere = You have no meetings yet. Type /somewhere to begin some.
meeting-reply-who = Only those who belong to it say whether they come.
meeting-agenda-news = The agenda is out: { $name }, { $when }.
meeting-minutes-news = The minutes are out: { $name }, { $when }.
meeting-minutes-read = Read the minutes
