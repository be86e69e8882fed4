poll-start = Start a poll
poll-no-places = There's no channel here that your group may post in. Ask the person who looks after me to list one.

poll-form-title = New poll
poll-form-submit = Look it over
poll-form-question = What do you want to ask?
poll-form-options = Answers, one on each line
poll-form-options-hint = { $least } to { $most } answers. Left empty: yes or no. Ready-made lists: 1-5, =days, =times, =ready.
poll-form-answers = How does each person answer?
poll-form-one = One answer
poll-form-up-to = Up to { $most } answers
poll-form-several = As many answers as they like
poll-form-ranked = Answers in order, favorite first
poll-form-closes = When does it close?
poll-form-places = Where should it go?
poll-form-places-cut = Only { $count } fit here. To post somewhere else, start the poll there.

poll-wrong-question-empty = Please write what you want to ask.
poll-wrong-question-long = The question has { $count } characters; { $most } fit. Please shorten it.
poll-wrong-options-count =
    { $count ->
        [one] There is one answer; please write { $least } to { $most }, one on each line.
       *[other] There are { $count } answers; please write { $least } to { $most }, one on each line.
    }
poll-wrong-option-long = The answer that begins “{ $begin }” has { $count } characters; { $most } fit.
poll-wrong-options-doubled = The answer “{ $option }” is there twice.
poll-wrong-choice = Please pick from the list how each person answers.
poll-wrong-closes = Please pick a closing time from the list; that one has passed or is too far away.
poll-wrong-places = Please pick where it should go, from the channels that your group belongs in.
poll-wrong-board-alone = A board decides in public, so I ask its members nothing by themselves. Please bring the question to a public meeting, or pick others, too.
poll-wrong-board = A board decides in public, so I post no poll where its members are by themselves. Please bring the question to a public meeting, or pick a channel where others are, too.

poll-preview-title = Nothing is posted yet
poll-preview-places = It goes to { $places }.
poll-preview-terms = From { $seat }. { $several }, until { $when }.
poll-preview-own = It says your group, because some who read it can't be on your committee. You ask it as { $seat }.
poll-preview-named = Everyone there sees the count as it comes in; no names are shown.
poll-preview-late = Everyone there sees the count when it closes, not before; no names are shown.
poll-preview-anonymous = Anonymous: the count appears when it closes, if { $least } or more have answered. At closing I delete who answered and what each person chose. If everyone answers the same, everyone's answer is known.
poll-make-anonymous = Make it anonymous
poll-other-seat = Ask in another role
poll-make-named = Make it not anonymous
poll-post = Post it
poll-cancelled = Nothing was posted, and the draft is gone.
poll-already-posted = That poll is posted already. Type /somewhere to find it.
poll-posted = Posted. It closes { $when }. You can undo it for two minutes, and close it early whenever you like.
poll-undo = Undo: take it back
poll-undone = Taken back. The cards disappear, and answers that had come in are deleted.
poll-undo-late = The two minutes are over, so it can't be taken back. You can close it early instead: type /somewhere.
poll-again-tried = I'm trying again. If it doesn't work, /somewhere will tell you.

poll-card-one = From { $seat }. Please pick one by { $when }. You can change it until then.
poll-card-several = From { $seat }. Please pick as many as you like by { $when }. You can change them until then.
poll-card-up-to = From { $seat }. Please pick up to { $most } by { $when }. You can change them until then.
poll-card-ranked = From { $seat }. Please put these in your order, favorite first, by { $when }. You can change it until then.
poll-card-closed = Closed { $when }. Asked by { $seat }. Thank you to everyone who answered.
poll-card-anonymous = Anonymous: no names are shown. When it closes, I delete who answered and what each person chose; the counts appear if { $least } or more have answered. If everyone answers the same, everyone's answer is known.
poll-card-late = No names are shown. The count appears when it closes.
poll-card-too-few = Fewer than { $least } people answered. So that nobody can be guessed at, no counts are shown or kept.
poll-card-unanimous = Everyone who answered chose { $option }, so what each of them chose is known.
poll-card-unanimous-first = Everyone who answered put { $option } first, so each one's favorite is known.
poll-card-withdrawn = This poll was taken back.
poll-card-voters =
    { $count ->
        [0] Nobody has answered yet.
        [one] One person has answered.
       *[other] { $count } people have answered.
    }
poll-votes =
    { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }
poll-who-sees = Who sees what?
poll-who-sees-live = Everyone in these channels sees how many people chose each answer, as it comes in.
poll-who-sees-late = Everyone in these channels sees how many people chose each answer once it has closed; until then, who asked can see how many have answered, and nothing more.
poll-who-sees-ranked = Everyone in these channels sees the result, round by round, once it has closed; until then, who asked can see how many have answered, and nothing more.
poll-who-sees-groups = Once it has closed they can also see it by group and by building, where what is too small to stand alone is counted as others.
poll-who-sees-named = Nobody is shown names. I keep who chose what so that you can change it; the person who runs my server could look it up.

poll-who-sees-anonymous = Nobody is shown names or who chose what, now or later.
poll-who-sees-anonymous-open = While it is open I keep your answer sealed, so that you can change it; the person who runs my server could open it.
poll-who-sees-anonymous-closed =
    At closing I count the answers, destroy what opens them and delete who has answered. If { $least } or more answered, what stays is how many did, and { $ranked ->
        [yes] the rounds that decide it: nobody's whole order
       *[no] how many chose what
    }. If fewer answered, no counts stay. If everyone answered the same, everyone's answer is known, names or not.
poll-who-sees-anonymous-beyond = Backups made before that hold your answer, and that you answered, until they expire, and Slack or Discord knows that you pressed a button.

poll-answer-one = Your answer is in: { $answer }. To change it, press another one by { $when }.
poll-answer-several = Your answers are in: { $answer }. You can add others or take one back until { $when }.
poll-answer-anonymous = Your answer is in. To change it, press another one by { $when }.
poll-answer-anonymous-several = Your answer is in. You can add others, or take it back to begin anew, until { $when }.
poll-answer-full = Nothing has changed: { $most } answers fit, and yours are in: { $answer }. To pick another, take one back first.
poll-answer-anonymous-full = Nothing has changed: { $most } answers fit, and yours are in. To pick others, take them back and begin anew.
poll-take-all-back = Take my answer back
poll-answer-stays = Your earlier answer counts. You can take it back until { $when }.
poll-answer-none = You have no answer in now. You can answer until { $when }.
poll-take-back = Take back “{ $option }”
poll-is-closed = This poll closed { $when }, so answers can't change any more. The result is on its card.

poll-rank = Put them in order
poll-ranking-none = Press your favorite first, then the next one. Each press counts at once, and you can stop anywhere. You have no answer in now; you can answer until { $when }.
poll-ranking = Your answer is in, in this order. Press the next one, or leave the rest out. You can change it until { $when }.
poll-ranking-anonymous = Your answer is in: { $count } of { $most } places are filled. Press the next one, or leave the rest out. You can change it until { $when }.
poll-start-over = Start over

poll-ready-yes = Yes
poll-ready-no = No
poll-average = Average: { NUMBER($average, minimumFractionDigits: 1, maximumFractionDigits: 1) } (from 1 to { $highest })
poll-figure = { $option } { $count }
poll-figure-rating = { $count } gave { $option }
poll-winner = Result: { $option }
poll-tied = Result: a tie between { $options }
poll-round = Round { $number }: { $figures }.
poll-round-exhausted =
    { $count ->
        [one] One answer names none of these.
       *[other] { $count } answers name none of these.
    }
poll-round-out = Fewest: { $options }, now out.
poll-round-out-earlier = Tied for fewest: { $options }, which had fewer in an earlier round, is out.
poll-round-out-together = Fewest even together: { $options }, now out.
poll-round-out-listed = Tied for fewest: { $options }, which is last in the list, is out.
poll-tie-rule = A tie for last place goes by the round before, then by the order of the list.

poll-by-group = By group
poll-by-groups = By group
poll-by-buildings = By building
poll-row =
    { $people ->
        [one] { $name } (1 person): { $figures }
       *[other] { $name } ({ $people } people): { $figures }
    }
poll-other-groups = Other groups
poll-other-buildings = Other buildings
poll-other-answers = other answers
poll-no-building = In no building
poll-by-group-note = Groups, buildings and answers that are too small to stand alone are counted as others, so that nobody can be guessed at.
poll-by-group-none = For this poll there is only the total: told apart by group or building, it could give somebody's answer away.

poll-take-along = Take the result along
poll-take-line = A line to paste wherever you need it:
poll-take-files = A picture and a table follow. Only you get them: right here, or in your direct messages with me.
poll-take-nothing = There is no result to take along: too few people answered, or nobody did.
poll-take-name = poll-result
poll-take-alt = Bar chart. { $question } { $lines }. { $note }
poll-card-answered =
    { $count ->
        [0] Nobody answered.
        [one] One person answered.
       *[other] { $count } people answered.
    }
poll-take-last-round = Round { $number }, the last one. { $said }
poll-summary =
    { $people ->
        [one] “{ $question }” { $figures }. One person answered. Asked by { $seat }; closed { $when }.
       *[other] “{ $question }” { $figures }. { $people } people answered. Asked by { $seat }; closed { $when }.
    }
poll-csv-by = Counted by
poll-csv-who = Who
poll-csv-answer = Answer
poll-csv-count = People
poll-csv-all = Everyone
poll-csv-anything = Any answer
poll-csv-round = Round { $number }

poll-close = Close the poll
poll-close-sure =
    { $count ->
        [0] Nobody has answered yet. Close it all the same?
        [one] One person has answered. Close it now?
       *[other] { $count } people have answered. Close it now?
    }
poll-close-sure-few = Fewer than { $least } have answered: if it closes now, no result is kept. Close it all the same?
poll-close-sure-enough = { $least } or more have answered. Close it now?
poll-close-for-good = It can't be opened again.
poll-close-undone = You can open it again for a week.
poll-close-yes = Yes, close it
poll-close-no = Keep it open
poll-later = Change closing time
poll-later-title = Closing time
poll-later-submit = Change it
poll-later-another = Or another day and time
poll-later-another-hint = If you fill this in, the list doesn't count. Without a time, it closes at 4 PM.
poll-wrong-another = That has passed already, or is more than { $days } days away. Please choose another day and time.
poll-later-done = It closes { $when } now. The card says so, too.
poll-reopen = Open it again
poll-closed-for-good = This poll has closed. It was anonymous, so nobody's answer is left to be changed, and it can't be opened again. You can ask anew: type /poll.
poll-closed-too-long = This poll closed more than a week ago, so it stays closed. You can ask anew: type /poll.

poll-home-to-answer = Polls to answer
poll-home-to-read = Answers to look through
poll-home-open = Your open polls
poll-home-to-come = Planned polls
poll-home-over = Closed polls
poll-home-drafts = Drafts of polls
poll-home-waiting = Waiting for your answer until { $when }: { $question }
poll-home-answer = Answer
poll-home-mine = Your poll, open until { $when }: { $question }
poll-home-closed = Your poll, closed { $when }: { $question }
poll-home-result = See the result
poll-home-failed = I couldn't post or update it in { $place }. Invite me to that channel, then press “Post it again”.
poll-home-held = I can't tell whether it was posted in { $place }. Please look there; if it's missing, press “Post it again”.
poll-for-others = It isn't posted or updated in { $place }: that channel is for other people by now than your preview said. You can start a new poll for them.
poll-home-again = Post it again

command-somewhere-does = See what waits for you and what you can start
command-somewhere-hint = leave empty, or: poll, tell, link, join, playbook
command-poll-does = Ask everyone a quick question
command-poll-hint = leave empty for a form, or: Question? | Answer A | Answer B; no answers: yes or no

poll-preview-reminds = Those who haven't answered are reminded { $when }: once, privately in Slack, or in Discord for those who asked for that; in Discord also by one post that names nobody.
poll-preview-reminds-all = Everybody is reminded { $when }, by one post in each channel that names nobody: I write to nobody alone, as that would tell who has answered.
poll-make-silent = Send no reminder
poll-make-reminding = Remind people
poll-reminders = Poll reminders
poll-remind = This poll closes { $when }. When I wrote this, your answer wasn't in yet; skipping is fine.
poll-remind-answer = Answer now
poll-remind-skip = Skip this one
poll-remind-mute = No poll reminders
poll-remind-skipped = All right, I won't remind you of this poll. You can still answer until it closes.
poll-remind-all = This poll closes { $when }. Press the button to see whether your answer is in; only you see that.
poll-remind-mine = Is my answer in?
poll-remind-in = Yes, your answer is in. You can change it until { $when }.
poll-remind-not-in = Your answer isn't in yet. You can answer until { $when }; skipping is fine.
poll-is-decision = Your group decides this until { $when }, as it was asked. It isn't closed early, put off or reworded.
