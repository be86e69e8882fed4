poll-start = Start a poll
poll-no-places = There's no channel here that your group may post in. Ask the person who looks after me to list one.

poll-form-title = New poll
poll-form-submit = Look it over
poll-form-question = What do you want to ask?
poll-form-options = Answers, one on each line
poll-form-options-hint = Between { $least } and { $most } answers.
poll-form-answers = How many may each person pick?
poll-form-one = One answer
poll-form-several = Several answers
poll-form-closes = When does it close?
poll-form-places = Where should it go?

poll-wrong-question-empty = Please write what you want to ask.
poll-wrong-question-long = The question has { $count } characters; { $most } fit. Please shorten it.
poll-wrong-options-count =
    { $count ->
        [0] Please write { $least } to { $most } answers, one on each line.
        [one] There is one answer; please write { $least } to { $most }, one on each line.
       *[other] There are { $count } answers; please write { $least } to { $most }, one on each line.
    }
poll-wrong-option-long = The answer that begins “{ $begin }” has { $count } characters; { $most } fit.
poll-wrong-options-doubled = The answer “{ $option }” is there twice.
poll-wrong-choice = Please pick one or several.
poll-wrong-closes = Please pick a closing time from the list; that one has passed or is too far away.
poll-wrong-places = Please pick where it should go, from the channels that your group belongs in.

poll-preview-title = Nothing is posted yet
poll-preview-places = It goes to { $places }.
poll-preview-terms = From { $seat }. { $several }, until { $when }. Everyone there sees the count as it comes in; no names are shown.
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
poll-card-closed = Closed { $when }. Asked by { $seat }. Thank you to everyone who answered.
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
poll-who-sees-what = Everyone in these channels sees how many people chose each answer, as it comes in. Nobody is shown names. I keep who chose what so that you can change it; whoever operates my server could look it up.

poll-answer-one = Your answer is in: { $answer }. To change it, press another one by { $when }.
poll-answer-several = Your answers are in: { $answer }. You can add others or take one back until { $when }.
poll-answer-none = You have no answer in now. You can answer until { $when }.
poll-take-back = Take back “{ $option }”
poll-is-closed = This poll closed { $when }, so answers can't change any more. The result is on its card.

poll-close = Close the poll
poll-close-sure =
    { $count ->
        [0] Nobody has answered yet. Close it all the same? It can't be opened again.
        [one] One person has answered. Close it now? It can't be opened again.
       *[other] { $count } people have answered. Close it now? It can't be opened again.
    }
poll-close-yes = Yes, close it
poll-close-no = Keep it open

poll-home-waiting = Waiting for your answer until { $when }: { $question }
poll-home-answer = Answer
poll-home-mine = Your poll, open until { $when }: { $question }
poll-home-failed = I couldn't post or update it in { $place }. Invite me to that channel, then press “Post it again”.
poll-home-held = I can't tell whether it was posted in { $place }. Please look there; if it's missing, press “Post it again”.
poll-home-again = Post it again

command-somewhere-does = See what waits for you and what you can start
command-somewhere-hint = leave empty, or: poll
command-poll-does = Ask everyone a quick question
command-poll-hint = leave empty for a form, or: Question? | Answer A | Answer B
