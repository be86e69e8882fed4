# Telling many people something, once.
command-tell-does = Tell your building something
command-tell-hint = what you want to say
command-broadcast-does = Tell your group something, once and everywhere
command-broadcast-hint = what you want to say
language-of =
    { $language ->
        [es] Spanish
       *[other] English
    }

broadcast-tell = Tell my building
broadcast-start = Send a message to many
broadcast-everyone = Everyone in the partnership

broadcast-form-title = Message to many
broadcast-own-title = Tell your building
broadcast-form-submit = Look it over
broadcast-form-subject = What is it about?
broadcast-form-text = What do you want to say?
broadcast-form-hint = Not for candidates or ballot measures. In danger call 911; your district has an alert system.
broadcast-form-people = Who should get it?
broadcast-form-buildings = Where?
broadcast-form-asks = Should people say “I've read it”?
broadcast-asks-no = No, they just read it
broadcast-asks-yes = Yes, and I see how many
broadcast-more = Who else, who not
broadcast-form-also = Or also
broadcast-form-also-at = Those only at
broadcast-form-only = Of all these, only those who are also
broadcast-form-not = But not
broadcast-channels = Choose channels
broadcast-form-channels = In which channels?
broadcast-form-when = When should it go out?
broadcast-form-when-hint = Leave it empty to send it now.

broadcast-wrong-title = Please write in a few words what it is about.
broadcast-wrong-title-long = What it is about has { $count } characters; { $most } fit.
broadcast-wrong-text = Please write what you want to say.
broadcast-wrong-long = Your text has { $count } characters; { $most } fit on every platform. Please shorten it, or link to the rest.
broadcast-wrong-people = Please pick from the list who should get it.
broadcast-wrong-others-read = Others would read this by now, who may not read what it tells of. Please say it in your own words.
broadcast-wrong-nobody = Nobody would get this: no one on the roster fits what you picked. Please pick other people or buildings.
broadcast-wrong-approver = Someone has to approve this for { $groups }, and nobody there has a role to do that. Please leave them out, or ask the person who looks after me.
broadcast-wrong-past = That time has passed, or is more than { $days } days ahead. Please pick another.
broadcast-wrong-night = Nobody is written to at that hour. The next time that works is { $when }.
broadcast-wrong-stale = You changed your text. The { $language } still says what it said before: please look at it.
broadcast-wrong-reason = Please give a reason, in at most { $most } characters.
broadcast-may-not-own = Telling a whole building goes with a role in it, such as building rep, principal or PTA liaison. You hold none at the moment.
broadcast-may-not-own-ask = Telling a whole building goes with a role in it. You can ask { $name } to tell it: { $seat }.
broadcast-may-not = Messages to many go out from a role that speaks for a group, such as the association's president. Nobody holds one for your group at the moment; { $names } can help.
broadcast-may-not-ask = Messages to many go out from a role that speaks for a group. You can ask { $name } to send it: { $seat }.

broadcast-preview = Nothing is sent yet
broadcast-preview-urgent = Urgent. Nothing is sent yet
broadcast-from = From { $seat }
broadcast-only-other = It's only in this language so far.
broadcast-whom-title = Who gets it
broadcast-whom = For: { $whom }
broadcast-people =
    { $people ->
        [0] Nobody on the roster gets it.
        [one] One person I know gets it{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } people I know get it{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
broadcast-meant =
    { $people ->
        [0] By the roster it is meant for nobody that I know.
        [one] By the roster it is meant for one person I know{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] By the roster it is meant for { $people } people I know{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
broadcast-places = It is posted in { $places }.
broadcast-places-more =
    { $count ->
        [one] one more channel
       *[other] { $count } more channels
    }
broadcast-no-places = No channel has just these people, so it is posted in none.
broadcast-places-left-off =
    { $count ->
        [one] You took one channel off. Its people find it in their message of the day.
       *[other] You took { $count } channels off. Their people find it in their message of the day.
    }
broadcast-unseen = Everyone who reads { $places } sees it there; I can't see who that is.
broadcast-pinged = Everyone with the role that your district lists for { $places } gets a ping; I can't see how many that is.
broadcast-by-message =
    { $count ->
        [one] One of them finds it in their message of the day
       *[other] { $count } of them find it in their message of the day
    }, unless they turned such messages off.
broadcast-unreached = Not everyone can be reached at once:
broadcast-at-home =
    { $count ->
        [one] • One person gets no messages from me and finds it on /somewhere.
       *[other] • { $count } people get no messages from me and find it on /somewhere.
    }
broadcast-unlinked =
    { $count ->
        [one] • One person has no account that I know.
       *[other] • { $count } people have no account that I know.
    }
broadcast-missing =
    { $count ->
        [0] A channel where it goes is in { $language }.
        [one] One of them reads { $language }. So far they get it as you wrote it.
       *[other] { $count } of them read { $language }. So far they get it as you wrote it.
    }
broadcast-lasts =
    Sending takes about { $sending ->
        [one] a minute
       *[other] { $sending } minutes
    }, and longer for those whose hours are over; correcting every copy about { $correcting ->
        [one] a minute
       *[other] { $correcting } minutes
    }.
broadcast-no-approval = Nobody needs to approve it.
broadcast-needs-approval = First somebody else must approve it, just as it is here: { $names }.
broadcast-approvers-of = { $group }: { $names }
broadcast-approvers-more =
    { $count ->
        [one] one more
       *[other] one of { $count } more
    }
broadcast-when = It goes out { $when }.
broadcast-now = It goes out two minutes after you send it. Press “Stop” before that, and nobody gets it.
broadcast-in-hours = Nobody is written to at this hour: it goes out { $when }. Until then you can take it off.
broadcast-test = A test that only you see. This is how it looks.

broadcast-send = Send it
broadcast-send-to-approver = Send to approver
broadcast-plan = At another time
broadcast-make-urgent = Make it urgent
broadcast-make-calm = Not urgent
broadcast-other-seat = Send in another role
broadcast-see = Test on me: { $language }
broadcast-see-on = See it on { $platform }
broadcast-on = On { $platform } it looks like this. Nothing is sent yet, and only you see this
broadcast-on-channels = In { $places }:
broadcast-on-no-channel = It is posted in no channel there.
broadcast-on-message =
    { $count ->
        [one] One person there finds it in their message of the day, beside other news, unless they turned such messages off:
       *[other] { $count } people there find it in their message of the day, beside other news, unless they turned such messages off:
    }
broadcast-on-no-message = Nobody there finds it in a message of the day.
broadcast-on-chosen = On { $platform } I write only to people who asked me to. The others find it in the channels, or on /somewhere.
broadcast-on-buttons = To press there: { $labels }
broadcast-on-language = In { $language }
broadcast-cut-off = Who doesn't get it at once?
broadcast-cut-off-title = Who doesn't get it at once
broadcast-cut-off-own = Of your own group: { $names }
broadcast-cut-off-others =
    { $count ->
        [one] One more, of another group: I show no name.
       *[other] { $count } more, of other groups: I show no names.
    }
broadcast-cut-off-more =
    { $count ->
        [one] one more
       *[other] { $count } more
    }
broadcast-cut-off-foot = You see names of { $group } only, so that you can tell them yourself. It says whom I can reach, not who reads anything, and is not for evaluation or discipline.
broadcast-write-other = Write the { $language }
broadcast-rewrite = Change the { $language }
broadcast-ask-other = Ask someone for the { $language }
broadcast-already-sent = That one is sent already. Type /somewhere to find it.
broadcast-dropped = Nothing was sent, and the draft is gone.

broadcast-other-title = In another language
broadcast-other-submit = Look it over
broadcast-other-subject = What it is about, in { $language }
broadcast-other-text = The text, in { $language }
broadcast-ask-title = Ask someone to write it
broadcast-ask-submit = Ask
broadcast-ask-whom = Who of your group reads both?
broadcast-no-reader = Nobody else in your group is listed as reading { $language }. You can write it yourself, or send it as it is.
broadcast-words-line = { $name } asks you to write “{ $title }” in your language. It goes out once { $author } has looked it over.
broadcast-words-write = Write it
broadcast-words-no = I can't
broadcast-words-done = Thank you. { $name } has it now and sends it.
broadcast-words-declined = All right. I'll tell them.
broadcast-translated-line = “{ $title }” is there in the other language now. Please look it over and send it.
broadcast-declined-line = Nobody has written the other language of “{ $title }” yet. You can ask someone else, or send it as it is.

broadcast-home-approve = To approve
broadcast-home-words = To write in your language
broadcast-home-to-read = To read
broadcast-home-mine = Messages to many
broadcast-home-drafts = Messages that aren't sent yet
broadcast-home-unread = “{ $title }”, from { $seat }: please say once you've read it.
broadcast-home-draft = Not sent yet: “{ $title }”
broadcast-draft-go-on = Go on writing
broadcast-draft-delete = Delete the draft

broadcast-approve-line = “{ $title }”, from { $seat }, waits for your approval.
broadcast-check = Look it over
broadcast-check-title = Nothing is sent yet. Shall this go out?
broadcast-approve = Approve
broadcast-return = Send back
broadcast-return-submit = Send back
broadcast-return-why = What should change?
broadcast-returned = It's back with { $name }, with your reason. Nothing was sent.
broadcast-approve-own = You wrote this yourself, so someone else in your group has to approve it.
broadcast-approve-changed = It was changed since you looked. Please look it over again.
broadcast-back-line = “{ $title }” wasn't approved yet:
broadcast-held-line = { $name } prepared “{ $title }” for your role and no longer has it. Nothing has gone out: it goes only if you send it.
broadcast-look-over = Look it over

broadcast-named = “{ $title }”
broadcast-is-writing = Nothing is sent yet. { $name } was asked to write it in the other language.
broadcast-is-unwritten = Nothing is sent yet. Nobody is writing it in the other language. You can ask someone else, or send it as it is.
broadcast-is-translated = Nothing is sent yet. The other language is there; please look it over.
broadcast-is-waiting = Nothing is sent yet. It waits for approval. { $names }.
broadcast-is-returned = Nothing was sent. It came back to you:
broadcast-is-back = Nothing was sent. It is back with { $name }.
broadcast-is-planned = It goes out { $when }. Until then nobody has it.
broadcast-is-held = Nothing is sent. The person who wrote it no longer has this role: it goes only if you send it.
broadcast-role-may-not = By the district's files, { $seat } sends no messages to many any more: nothing new goes out in this role.
broadcast-is-going = Going out since { $when }.
broadcast-is-paused = Paused. Nobody else gets it until you go on.
broadcast-is-out = Out since { $when }.
broadcast-is-stopped = Stopped. Nobody else gets it; where it is, it stays.
broadcast-is-retracted = Taken back everywhere. Copies may remain.
broadcast-nobodys = Nobody has the role that sent it now ({ $seat }). Until somebody follows, you can stop it or take it back.
broadcast-is-withdrawn = Taken off. Nobody got it.
broadcast-posted =
    { $all ->
        [one] { $count ->
            [one] Posted in its one channel.
           *[other] Not posted in its one channel.
        }
       *[other] Posted in { $count } of { $all } channels.
    }
broadcast-told =
    { $least ->
        [0] Fewer than { $few } people have it by message so far.
       *[other] { $least } people or more have it by message{ $waiting ->
            [0] .
           *[other] ; others get it at their next message.
        }
    }
broadcast-place-failed = { $place } couldn't be used: it is gone, closed to me, or meant for others by now. The people I know there get it by message.
broadcast-place-held = It may be in { $place } or not; I can't tell. Please look.

broadcast-change = Change it
broadcast-withdraw = Stop: don't send it
broadcast-stop = Stop
broadcast-pause = Pause
broadcast-resume = Go on
broadcast-correct = Correct it
broadcast-correct-submit = Correct it everywhere
broadcast-correct-same = Nothing was changed.
broadcast-corrected-now = Corrected. Every copy changes and says since when.
broadcast-corrected = Corrected { $when }.
broadcast-correction-waits = It waits for approval: { $names }. Until then every copy stays as it is. If it can't wait, take the message back.
broadcast-correction-is-waiting = A correction waits for approval: { $names }. Until then every copy stays as it is.
broadcast-correction-dropped = It stays as it is, and your correction waits for nobody.
broadcast-correction-line = A correction of “{ $title }”, from { $seat }, waits for your approval.
broadcast-correction-title = Shall every copy say this?
broadcast-correction-now = As it is now
broadcast-correction-approved = Thank you. Others still look it over; until then every copy stays as it is.
broadcast-correction-returned = It's back with { $name }, with your reason. Every copy stays as it is.
broadcast-corrected-line = “{ $title }”, from { $seat }, which you approved, was corrected. Please look at what it says now.
broadcast-retract = Take it back
broadcast-retract-submit = Take it back
broadcast-retract-why = Why? Everybody who has it reads this.
broadcast-retract-hint = Such as: It was wrong. New information by 4 p.m.
broadcast-take-off = Take it back for my group
broadcast-take-off-why = Why? Its author reads this.
broadcast-take-off-hint = It goes from your group's messages and from every channel that your group reads.
broadcast-taken-off = It is taken back for { $group }. { $name } reads why. Copies may remain.
broadcast-for-their-group = Only { $seat } does that. You can take it back for your own group: type /somewhere.
broadcast-was-withdrawn = “{ $title }” wasn't sent: it was stopped by the person who had approved it for { $group }.
broadcast-was-paused = “{ $title }” is paused, by the person who approved it for { $group }.
broadcast-was-resumed = “{ $title }” goes on, by the person who approved it for { $group }.
broadcast-was-stopped = “{ $title }” was stopped by the person who approved it for { $group }.
broadcast-was-corrected = “{ $title }” was corrected by the person who approved it for { $group }. Please look at what it says now.
broadcast-was-not-corrected = Your correction of “{ $title }” wasn't approved for { $group }. Every copy stays as it is.
broadcast-was-retracted = “{ $title }” was taken back by the person who approved it for { $group }.
broadcast-was-stopped-vacant = While nobody had this role, somebody of { $group } stopped “{ $title }”.
broadcast-was-retracted-vacant = While nobody had this role, somebody of { $group } took “{ $title }” back.
broadcast-was-taken-off = “{ $title }” was taken back for { $group }, by the person who approved it for them, also in channels that they read with others.
broadcast-retracted = This message was taken back: “{ $title }”. It was from { $seat }.
broadcast-copies = Copies may remain.
broadcast-report = How did it go?
broadcast-has-begun = It has begun to go out. You can correct it or take it back: type /somewhere.
broadcast-not-under-way = It isn't going out at the moment. Type /somewhere to see how it is.
broadcast-too-late = This can be changed for 30 days after it went out, and only while it stands.

broadcast-notices = Messages to many
broadcast-line = From { $seat }: { $title }
broadcast-line-untitled = a message for you
broadcast-urgent-note = Urgent: so it comes by itself. At most one of these a day.
broadcast-read-on = Read it
broadcast-read = I've read it
broadcast-read-who = “I've read it” is counted, and nobody gets your name. It is no proof and not for discipline.
broadcast-read-late = Thank you. It was sent more than 30 days ago, so it isn't counted any more.
broadcast-read-noted = Thank you, noted. Only { $seat } sees how many, never who.
broadcast-remind-line = { $seat } would like to know that people have read “{ $title }”. Nobody sees who has.
broadcast-remind = Remind those who haven't
broadcast-remind-done = They are reminded in their own messages, inside their hours.
broadcast-remind-again = They were reminded a short while ago. You can remind them again { $when }.
broadcast-read-total =
    { $count ->
        [0] Fewer than five people have said that they read it.
       *[other] At least { $count } people have said that they read it.
    }
broadcast-by-group = By group, on its first day
broadcast-by-building = By building, on its first day
broadcast-row = { $name }: { $read } of { $all }
broadcast-other-groups = Other groups
broadcast-other-buildings = Other buildings
broadcast-no-building = No building
broadcast-no-proof = Nobody gets names. Who didn't press may have read it: this is no proof and not for discipline.
broadcast-take-along = Take the numbers along
broadcast-taken-along = The numbers, as a table. It has no names.
broadcast-taken-along-picture = The numbers, as a picture and a table. They have no names.
broadcast-of-all = { $read } of { $all }
broadcast-picture-title = Have said they read it: { $title }
broadcast-picture-alt = Bar chart. { $title }. { $lines }. { $note }
broadcast-csv-name = message
broadcast-csv-what = What
broadcast-csv-who = Who
broadcast-csv-count = Number
broadcast-csv-channels = Channels
broadcast-csv-messages = By message, in steps of five
broadcast-csv-read = Have said they read it
broadcast-csv-people = People
broadcast-csv-all = All, in steps of five

broadcast-want-replies = Have replies come to me
broadcast-no-replies = No replies to me
broadcast-replies-come = For four weeks, what people reply in these channels comes to you; they are told so.
broadcast-replies-do-not = What people reply in these channels stays there; they are told so.
broadcast-below-reaches = Replies below this also reach { $seat }, who can answer here.
broadcast-below-stays = I don't pass on replies below this.
broadcast-home-replies = Replies to your messages
broadcast-replies-line =
    { $count ->
        [one] Someone replied to “{ $title }”.
       *[other] { $count } people's replies to “{ $title }” wait for you.
    }
broadcast-replies-open =
    { $count ->
        [one] One reply waits for an answer.
       *[other] { $count } replies wait for an answer.
    }
broadcast-replies-see = See the replies
broadcast-replies-to = Replies to “{ $title }”
broadcast-replies-none = No replies are waiting.
broadcast-replies-foot = Your answer is below the message in that channel, for everyone who reads it there.
broadcast-reply-from = { $name } in { $place }:
broadcast-reply-not-kept = (I no longer have their words. They stand in the channel.)
broadcast-reply-answer = Answer
broadcast-reply-leave = No answer needed
broadcast-reply-form = Your answer
broadcast-reply-hint = Everyone who reads { $place } sees it.
broadcast-reply-sent = Your answer goes to { $place }, below the message.
broadcast-reply-done = This one was answered, or is gone.
broadcast-reply-elsewhere = { $place } is closed, or meant for others by now. Please tell them yourself.
broadcast-reply-answered = { $seat } answers { $name }:

broadcast-files =
    { $count ->
        [one] With this file: { $files }
       *[other] With these files: { $files }
    }
broadcast-file = { $file } ({ $size }), from { $seat }.
broadcast-file-stays = “{ $file }”, from { $seat }, couldn't be posted here.
broadcast-file-small = Everyone who gets the message gets the file: please leave out names of students, also in hidden sheets and columns.
broadcast-file-twice = A file called “{ $name }” goes with it already. Please give this one another name.
broadcast-file-went = “{ $name }” went out with your message.
broadcast-file-look = Look the message over
broadcast-file-wait = Is the file here yet?
broadcast-file-out = Take out { $name }
broadcast-file-personal = “{ $name }” seems to have numbers, birthdays or addresses as student records have them. Please look again before you send it.
broadcast-files-kept-out = In { $places } files aren't posted: a committee works there that keeps them out. The message there names them.
broadcast-files-check = Its files go out with it. Please open them, too: only you get them now.
broadcast-file-failed = “{ $file }” isn't in { $place }: I couldn't post it there.
broadcast-file-held = “{ $file }” may be in { $place } or not; I can't tell. Please look.
broadcast-correct-files = Take out a file
broadcast-corrected-file = Corrected. Every copy changes and says since when. The file is taken away where I can do that; people who got it still have it.
