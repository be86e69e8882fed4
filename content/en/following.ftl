following-offered = Others have asked much the same, and it waits for an answer. Would you like to be told with them instead?
following-follow = I wonder too
following-done = You'll be told when there is an answer. Nothing was sent, and nobody sees your name; you are only counted.
following-done-home = I can't write to you yet, so you find the answer under /somewhere; to be told, press “Message me here” there. Nothing was sent, and nobody sees your name; you are only counted.
following-changed = A question that was changed since
following-undo = Don't tell me any more
following-undone = You won't be told about it.
following-nobody-left = Nobody could answer a question any more that you wondered about too. It went back to the asker.
following-given-back = A question that you wondered about too wasn't for this channel. It went back to the asker.
following-news = News of a question that you wonder about too:
following-count =
    { $count ->
        [one] One other wonders too.
       *[other] { $count } others wonder too.
    }
following-answer-hint = It goes to the asker and to others who wonder too, with your name.
following-committee-foot = Only what you write with “Answer”, or in this thread after “Answer:”, goes to the asker, and to others who wonder too.
following-home =
    { $count ->
        [one] You wonder about one question of somebody else's.
       *[other] You wonder about { $count } questions of others.
    }
following-home-label = Questions you wonder about
following-home-answered = There is an answer.
following-home-waits = Waits for an answer.
following-findable = Others of { $group }, and people who can read it there anyway, may see your words, without your name, when they ask much the same, and be told with you. A student's name in it would be seen, too.
following-hidden = Others who ask much the same don't see your words.
following-hide = Keep it from others
following-find = Let others find it

merging-merge = Same as another
merging-form = Merge two questions
merging-submit = Merge
merging-with = Which other question asks the same?
merging-hint = Both askers get the answer to that one. Neither sees the other's words.
merging-none = No other question waits here.
merging-gone = That question doesn't wait here any more, so nothing was changed.
merging-done = Merged. The asker gets the answer to the other one.
merging-undo = Take them apart
merging-undone = It waits by itself again.
merging-into = It was merged with this one and is answered with it:
merging-into-another = It was merged with another question and is answered with that one.
merging-asker = Somebody else asked the same, so the answer to that comes to you, too. It is with { $who }, who should answer by { $when }.
merging-count =
    { $count ->
        [one] One other asked it too.
       *[other] { $count } others asked it too.
    }

question-news = Questions you follow; the week

digest-nothing = There is nothing that I can tell here.
digest-committee = The week's questions: { $committee }
digest-rep = The week's questions that came to you first ({ $seat }):
digest-topic = { $topic }: { $new } new, { $answered } answered, { $waiting } waiting
digest-days =
    { $days ->
        [0] Half of the answers came on the same school day.
        [one] Half of the answers came within one school day.
       *[other] Half of the answers came within { $days } school days.
    }
digest-days-only = Only those who sit on this committee are told how long answers took.
digest-took = How long answers took (for the committee)
digest-see = See what waits
