command-concern-does = Say what gets in the way of your students
command-concern-hint = what gets in the way
concern-start = Say what gets in the way
concern-notices = What colleagues and families say
concern-question = What gets in the way of your students?
concern-readers = I show it to { $readers }, and to nobody else. No names of students, please.
concern-reader = { $seat } ({ $name })
concern-nobody-reads = Nobody is named yet to read what your group writes. The person who looks after me in your district can add that role.
concern-write = Write it
concern-own = What you said so far:

concern-form-title = What gets in the way
concern-form-text = What gets in the way of your students?
concern-form-hint = One or two sentences, no names of students. Nothing is sent yet.
concern-form-as = With your name?
concern-form-unnamed = Without my name
concern-form-named = Under my name
concern-form-shown = May the other groups see your words?
concern-form-keep = No, only those who read it for my group
concern-form-share = Yes, in these words and without my name
concern-wrong-empty = Please write one or two sentences.
concern-wrong-long = That is { $count } characters; { $most } fit. Your words are kept: please shorten them.
concern-wrong-readers = Nobody but you would read it yet: no one else holds that role for your group. { $names } can add someone.

concern-is-unnamed = It goes without your name. They read where you work or which school is yours, and that somebody of your group wrote it.
concern-is-named = It goes under your name, { $name }.
concern-few =
    { $count ->
        [one] You are the only one of your group on my list at { $building }, so anybody could tell that it is you.
       *[other] Only { $count } people of your group are on my list at { $building }, so it could be guessed who wrote it.
    }
concern-way-back = So that I can tell you what comes of it, I keep the way back to you, sealed and apart from your words: until { $days } days after you were told, and never longer than { $most } days. Then it is destroyed. Until then the person who runs my server could open it.
concern-is-shared = If a goal is made of it, the people who are asked about that goal see your words, without your name. Once it is agreed, so do their groups: those at your school, and those who work for the whole district, such as the superintendent.
concern-is-kept = Your words stay with those who read them for your group. A goal made of it is put in your rep's words.
concern-platform =
    { $platform ->
        [discord] This server has an owner, who may be able to read or release what is written in it. In a small school the topic alone can tell who wrote.
       *[slack] This is the district's Slack; the district may be able to read or release it. In a small school the topic alone can tell who wrote.
    }
concern-send = Send it
concern-sent = Sent. Thank you. When something comes of it, I'll tell you here.
concern-sent-already = That was sent. Type /concern to see what you have said.
concern-draft-gone = That draft isn't here any more: it was sent or cancelled, or it was much the same as one that you sent without your name. Type /concern to see what you have said.
concern-too-many = You have { $most } without a name on the list. Please take one back, wait until you hear about one, or write under your name.
concern-said-already = You have said just that already, and it is on the list. Nothing more was sent.

concern-take-back = Take it back
concern-take-back-asks = Take this back? Its words are deleted here, and nobody reads them any more.
concern-take-back-yes = Yes, take it back
concern-take-back-no = Keep it
concern-taken-back = This was taken back. Its words are deleted.
concern-state-waits = It is on the list. Nothing was decided yet.
concern-state-goal = A goal is being made of it.
concern-state-told = It stays on the list; another one came first.
concern-state-handed-on = { $seat } handed it on to someone who must look at it, on { $day }.

concern-call = Ask
concern-call-line =
    { $kind ->
        [parents] Ask families one question. Two minutes.
       *[other] Ask colleagues one question. Two minutes.
    }
concern-call-asks =
    { $kind ->
        [parents] { $seat } asks the families of { $building }. It takes two minutes.
       *[other] { $seat } asks colleagues at { $building }. It takes two minutes.
    }
concern-call-there = It goes to { $places }, which is meant for your own group alone.
concern-call-others =
    { $count ->
        [one] One person of your group here reads it in the day's one message, or on their home card.
       *[other] { $count } people of your group here read it in the day's one message, or on their home card.
    }
concern-call-post = Post it
concern-called = Posted. You hear from me when somebody has written. I bring it up once more if nobody has by { $when }.
concern-call-open = You have asked already, and it is open until { $when }. Type /somewhere to see what came in.
concern-call-nobody = There is no channel of your group alone, and nobody else of your group is on my list at { $building }. The person who looks after me can add both.
concern-call-until = Open until { $when }; afterwards /concern is always open. Skipping is fine.
concern-call-closed = This is over, thank you. Type /concern whenever something gets in the way.
concern-call-quiet = Nobody has written. That happens. You can start with one line of your own, raise it when you next meet, or ask again.
concern-call-again = Ask again
concern-may-call = Only a building's rep or PTA liaison asks their own group.
concern-may-read = Only those who speak for a group read what its people write.

concern-new =
    { $count ->
        [one] One person said what gets in the way. Read it: you can start with that.
       *[other] { $count } concerns to read. Pick one to start with.
    }
concern-read = Read them
concern-read-new =
    { $count ->
        [one] Read it
       *[other] Read them
    }
concern-list =
    { $count ->
        [one] One concern
       *[other] { $count } concerns
    }
concern-list-foot = Words stay as they were written. You read them for your group; please don't pass them on.
concern-none = Nobody has written anything yet.
concern-unnamed = Without a name
concern-listed = { $who } · { $where } · { $day }.
concern-may-be-shown = May be shown in these words.
concern-handed-on = Handed on by { $seat }, { $day }.
concern-report = I must report this
concern-report-title = Hand it on today
concern-report-done = I marked it as handed on, for the other readers and its writer to see. I told nobody else: that is for you to do.
concern-report-undo = That was a slip: unmark it
concern-report-undone = It isn't marked any more.
concern-report-not-yours = { $seat } marked it. Only they can unmark it.
no-legal-advice = I give no legal advice. Your district's policy says what must be reported, to whom and how soon.

concern-said-title = You said, and this comes of it
concern-said-goal = Your school starts with this. The goal:
concern-said-listed = Your school starts with another one first, and yours stays on the list. The goal:
concern-said-talk = They talk for the first time on { $when }.
concern-said-word = From { $seat }:
concern-said-where = Type /goals to see it. If something else gets in the way, /concern is always open.
concern-letter-foot = You gave no name. In the night after { $days } days I destroy the way back to you; from then on I can't tell who wrote it. This message stays here with you.

concern-home-new = Concerns to read
concern-home-ask = Ask your group

concern-hide = Take it off the list
concern-hide-label = Why? Its writer reads this.
concern-hide-hint = For example: it is about bargaining, or one employee
concern-hide-submit = Take it off
concern-hide-wrong = Please say why, in up to { $most } characters: its writer reads it.
concern-hide-undo = Put it back
concern-hidden-done = It is off the list. Its writer is told why, with their words and with whom to turn to.
concern-shown-again = It is on the list again.
concern-is-hidden = { $seat } took this off the list: { $why }
concern-not-hidden = This is on the list again, or you took it back.
concern-hidden-next = You can write it anew with /concern. For what isn't for this channel, these people can help:
