# Standing meetings: two roles that meet.
meeting-start = Meet with somebody
meeting-nobody = Nobody to meet is left: you meet already, or nobody has that role now.
meeting-whom = { $name } ({ $seat })
meeting-form-title = Offer two times
meeting-form-submit = Look it over
meeting-form-with = Who would you like to meet?
meeting-form-first = One time that suits you
meeting-form-second = Another one
meeting-form-hint = In your district's time. They pick one of the two.
meeting-form-how = How would you meet?
meeting-form-often = How often?
meeting-how-person = In person
meeting-how-phone = By phone
meeting-how-video = By video
meeting-how-person-interpreter = In person, with an interpreter
meeting-how-phone-interpreter = By phone, with an interpreter
meeting-often-month = Once a month
meeting-often-two-weeks = Every two weeks
meeting-often-week = Every week
meeting-terms = { $minutes } minutes. { $often }. { $how }.

meeting-wrong-past = That time has passed. Please pick one to come.
meeting-wrong-no-school = There is no school on { $when }. Please pick another day.
meeting-wrong-same = Both times are the same. Please offer two different ones.
meeting-wrong-choice = Please pick one from the list.

meeting-preview-title = Nothing is sent yet
meeting-preview-to = For { $whom }. One of these:
meeting-preview-next = They pick one with one tap, or offer other times. A day without school moves a meeting to the next school day.
meeting-send = Send
meeting-dropped = Nothing was sent.
meeting-sent-already = Those times were sent already. Type /somewhere to see them.
meeting-sent = Sent. { $name } can pick one. Is there something you'd like to talk about?
meeting-take-back = Take it back
meeting-taken-back = Taken back. Nobody has to pick a time.

meeting-offer-asks = { $name } ({ $seat }) would like to meet with you. { $terms } Which time suits you?
meeting-offer-asks-once = { $name } can't make it then. Which of these suits you, just this once?
meeting-offer-waits = { $name } can pick a time: { $times }.
meeting-offer-past = { $name } picked none of these, and they have passed: { $times }. Take them back to offer others.
meeting-neither = Neither suits me
meeting-offer-over = That offer is over. Type /somewhere to see where things are.
meeting-offer-yours = You offered these times. The other side picks one.
meeting-offered-already = Times are on offer already. Type /somewhere to see them.
meeting-pick-past = That time has passed. Please pick another, or offer other times.
meeting-agreed = You meet with { $whom } { $when }. I'll remind you both the day before.
meeting-offer-times = Offer two times

meeting-with = You and { $whom }
meeting-next = { $when }, { $minutes } minutes.
meeting-no-time = No time is agreed yet.
meeting-without-a-time = No time is agreed yet with { $whom }.
meeting-who-reads = Only those who meet read this.
meeting-see = See it all
meeting-promised = Promised
meeting-topics = To talk about
meeting-topic = • { $text } ({ $name })
meeting-topic-withdrawn = a topic that was withdrawn
meeting-topic-carried =
    { $count ->
        [one] • { $text } ({ $name }, left over from last time)
       *[other] • { $text } ({ $name }, left over { $count } times)
    }
meeting-last = Last time, { $when }
meeting-noted-by = Written down by { $name }

meeting-add = Add a topic
meeting-add-title = Something to talk about
meeting-add-submit = Add it
meeting-add-label = What would you like to talk about?
meeting-add-hint-next = For the next time. Only those who meet read it. No names of students, please.
meeting-add-hint-body = For { $when }. Its members and channels read it. No student names, please.
meeting-add-hint-body-next = For the next time. Its members and channels read it. No names of students, please.
meeting-add-hint = For { $when }. Only those who meet read it. No names of students, please.
meeting-add-empty = Please write what you'd like to talk about.
meeting-add-long = That has { $count } characters; { $most } fit. Please shorten it.
meeting-add-full = There are { $most } topics already, more than one meeting holds. Please talk about some first.
meeting-added = It's on the list.
meeting-take-off = Take off: { $begin }
meeting-taken-off = It's off the list.

meeting-other-time = Offer another time
meeting-cancel = Not this time
meeting-cancel-title = Not this time
meeting-cancel-submit = Leave it out
meeting-cancel-reason = Why? (you can leave this empty)
meeting-cancel-hint = Only those who meet read it. The meetings after it stay.
meeting-cancel-hint-body = Its members and channels read it. The meetings after it stay.
meeting-cancel-others = By now others read it than the form said. Please look again before you send it.
meeting-cancelled = Left out: { $when }. Those who meet will be told.
meeting-uncancel = Undo
meeting-uncancelled = It's on again: { $when }.
meeting-changed-meanwhile = Somebody changed this meanwhile. Type /somewhere to see how it is now.
meeting-end = End these meetings
meeting-ended = These meetings have ended. What was written stays with those who took part.
meeting-ended-already = These meetings have ended. You can begin again from /somewhere.
meeting-is-ended = These meetings have ended.
meeting-was-ended = These meetings have ended: { $whom }.
meeting-again = Begin again
meeting-goes-on = Good. The next one is { $when }.

meeting-reminder = Meeting soon: { $whom }. { $line }
meeting-reminder-late = This reminder comes late: I was away for a while.
meeting-is-moved = Moved to { $when }: { $whom }.
meeting-is-cancelled = Left out: { $when }, { $whom }.
meeting-because = “{ $reason }”
meeting-no-school = No school, so no meeting { $when }: { $whom }.
meeting-then = The next one is { $when }.
meeting-inherited = With your role come these meetings: { $whom }. Next: { $line }
meeting-inherited-open = With your role come these meetings: { $whom }. No time is agreed yet; what was offered before you counts no more.
meeting-nobody-comes = Nobody comes to your meetings until somebody has the role.
meeting-vacant = This role is vacant: { $seats }. { $line } Then I'll tell you.
meeting-vacant-no-more = These meetings go on, for somebody has the role: { $whom }. Next: { $line }
meeting-news = Times, changes and ends of meetings
meeting-reminders = Reminders of meetings

meeting-was = This meeting was { $when }: { $whom }. What was decided, and who does what?
meeting-write-down = Decided? Who does what?
meeting-did-not = It didn't take place
meeting-did-not-next = That happens. Everything stays on the list for { $when }.
meeting-did-not-done = That happens. Everything stays on the list.
meeting-not-yet = That meeting is still to come: { $when }.
meeting-note-title = After the meeting
meeting-note-submit = Write it down
meeting-note-decided = What was decided?
meeting-note-hint = Those who meet read it. You can then tell it at { $body }.
meeting-note-hint-only = Only those who meet read it.
meeting-note-mine = What I will do
meeting-note-mine-hint = It comes back on top of the next agenda.
meeting-note-theirs = What I ask the other side to do
meeting-note-theirs-hint =
    { $count ->
        [one] { $name } says yes or no.
       *[other] The person you ask says yes or no.
    }
meeting-note-others = By now others read it than when you opened the form. Please look again before you write it down.
meeting-note-empty = Please write at least one line. If you didn't meet, close this and press “It didn't take place”.
meeting-noted = It's written down.
meeting-noted-already = That was written down already, and told. Type /somewhere to see it.
meeting-tell-preview = Nothing is posted yet. You can tell it in { $places }:
meeting-tell = Tell { $body }
meeting-tell-nowhere = There is no channel left where only those would read it of whom you were told.
meeting-was-told = Posted.
meeting-untell = Take it back
meeting-untold = Taken back. It is gone from the channels.
meeting-told-title = From our meeting
meeting-told = Those who met { $when }: { $seats }.
meeting-told-by = { $name } told it here.

meeting-home-turn = Meetings: your turn
meeting-home-next = Your meetings
meeting-home-line =
    { $count ->
        [0] { $whom }: { $line }
        [one] { $whom }: { $line } One topic.
       *[other] { $whom }: { $line } { $count } topics.
    }

meeting-pair-all = Pair every building
meeting-pair-all-who = Only the person who leads a group with roles in its buildings can do that.
meeting-pair-all-none =
    { $count ->
        [0] There is nobody to pair yet: in no building do both sides have somebody.
       *[other] Every building that can be paired is, or was asked. Number of pairs: { $count }.
    }
meeting-pair-all-title = Nothing is proposed yet
meeting-pair-all-met =
    { $count ->
        [one] One pair meets already, or was asked to.
       *[other] { $count } pairs meet already, or were asked to.
    }
meeting-pair-all-empty = Nobody of ours has the role in { $bodies }.
meeting-pair-all-next = They are asked to offer two times for twenty minutes a month. They may say no, and nobody is told.
meeting-propose = Propose it to them
meeting-were-proposed =
    { $count ->
        [0] There was nobody left to propose it to.
        [one] Proposed to one person. They see it in their message of the day and on /somewhere.
       *[other] Proposed to { $count } people. They see it in their message of the day and on /somewhere.
    }
meeting-proposed = Would you meet with { $whom }? Twenty minutes a month, by phone if you like.
meeting-proposed-by = { $name } proposes that you two meet, twenty minutes a month: { $whom }. You offer two times, they pick one.
meeting-not-now = Not now
meeting-declined = That's fine. Nobody is told. You can begin whenever you like, from /somewhere.
meeting-empty = Others would like to meet your group in { $bodies }, and nobody has the role there now. Who might?

# Meetings that die.
meeting-home-dying = Meetings that stopped
meeting-home-pairs = Pairs that meet
meeting-dying = Nobody has told me that your last two meetings took place: { $whom }. It happens. Is it the time, or how often?
meeting-dying-body = Nobody has told me that your last two meetings took place with enough people to decide: { $whom }. It happens. Is it the time, or how often?
meeting-dying-advice = What helps others: fifteen minutes by phone, at a time that suits the other side, with one topic. If you did meet, write a line.
meeting-pairs = In the last two months at least { $met } pairs met. Others may have met without telling me.
meeting-path = Meet { $whom } for 20 minutes.
