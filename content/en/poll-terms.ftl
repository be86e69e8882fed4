poll-more = More settings
poll-form-results = When does the count show?
poll-results-live = As it comes in
poll-results-after = To each person who has answered, and at the end
poll-results-end = At the end only
poll-form-quorum = How many must answer for it to count?
poll-quorum-none = No minimum
poll-quorum-number = { $least } people or more
poll-quorum-share = { $share ->
        [quarter] A quarter of those who can
        [half] Half of those who can
        [two-thirds] Two thirds of those who can
       *[other] Three quarters of those who can
    }
poll-quorum-groups = Somebody from each group
poll-wrong-terms = Please pick from the list.
poll-wrong-groups-anonymous = “Somebody from each group” would tell everyone whether single people answered, so an anonymous poll can't ask for it. Please pick something else.
poll-wrong-few-anonymous = Of an anonymous poll nothing is told if fewer than { $least } people answer, so it can't count with fewer. Please pick { $least } or more, or no minimum.
poll-wrong-all-anonymous = Closing once all have answered would tell everyone that each person did, so an anonymous poll can't. Please let it close at its time.
poll-preview-after = Those who have answered see the count privately, everyone there when it closes; no names are shown.
poll-card-after = No names are shown. Once you have answered you see the count so far; it appears here when it closes.
poll-so-far = The count so far. Only you see this.
poll-who-sees-after = Those who have answered are shown privately how many people chose each answer so far; everyone in these channels sees it once it has closed.
poll-card-quorum-number = It counts if { $least } or more people answer.
poll-card-quorum-share = { $share ->
        [quarter] It counts if a quarter or more of those who can answer do.
        [half] It counts if half or more of those who can answer do.
        [two-thirds] It counts if two thirds or more of those who can answer do.
       *[other] It counts if three quarters or more of those who can answer do.
    }
poll-card-quorum-groups = It counts if somebody from each group that it is for answers.
poll-not-valid-number = Not valid: fewer than { $least } people answered.
poll-not-valid-share = { $share ->
        [quarter] Not valid: fewer than a quarter of those who could answer did.
        [half] Not valid: fewer than half of those who could answer did.
        [two-thirds] Not valid: fewer than two thirds of those who could answer did.
       *[other] Not valid: fewer than three quarters of those who could answer did.
    }
poll-not-valid-groups = Not valid: not every group that it was for answered.
poll-form-people = Which people is it for?
poll-form-buildings = In which buildings?
poll-form-list-cut = Only the first { $count } fit in this list.
poll-form-until = When does it end?
poll-until-time = At its closing time
poll-until-all = Sooner, once all have answered
poll-preview-audience = { $count ->
        [one] It is only for { $audience }: one person can answer.
       *[other] It is only for { $audience }: { $count } people can answer.
    }
poll-preview-audience-most = { $count ->
        [one] It is only for { $audience }: by the roster, one person at most can answer.
       *[other] It is only for { $audience }: by the roster, { $count } people at most can answer.
    }
poll-preview-board = The board is heard through its liaison ({ $who }): its other members there can read this, but aren't asked.
poll-card-audience = Only for: { $audience }.
poll-card-until-all = It closes sooner, a minute after everyone who can answer has.
poll-wrong-others = These are people of { $groups } alone. { $who } could ask them; or pick people of your own group, too, and ask them together.
poll-wrong-others-alone = These are people of { $groups } alone, and a group's people are asked by that group. Please pick people of your own group, too, and ask them together.
poll-wrong-nobody = Nobody could answer: { $audience } and the channels where it goes have no one in common. Please pick other people or other channels.
poll-wrong-quorum = { $count ->
        [one] Only one person can answer, so { $least } can't be reached. Please pick fewer, or ask in more channels.
       *[other] Only { $count } people can answer, so { $least } can't be reached. Please pick fewer, or ask in more channels.
    }
poll-amend = Fix or add answers
poll-amend-hint = Change words, or add answers at the end. Answers that came in stay where they are.
poll-amend-submit = Change it
poll-amend-done = Changed. No answer was lost, and the card says what was changed.
poll-amend-same = That is how it is already, so nothing was changed.
poll-wrong-removed = An answer can be taken off only while everyone sees that nobody has chosen it. Please leave all of them in.
poll-changed-question = Changed { $when }: the question was “{ $was }”, now “{ $now }”.
poll-changed-reworded = Changed { $when }: “{ $was }” now reads “{ $now }”. Answers stay with it.
poll-changed-added = Added { $when }: “{ $now }”.
poll-changed-removed = Taken off { $when }: “{ $was }”, which nobody had chosen.
poll-option-gone = That answer isn't here any more. Nothing was counted; the card shows which answers there are now.
poll-plan = Choose when it starts
poll-form-starts = When does it start?
poll-form-repeats = How often is it asked?
poll-plan-now = When I press “Post it”
poll-plan-once = Once
poll-plan-weekly = Every week at that time, until I stop it
poll-wrong-starts = Please pick from the list when it starts; that time has passed or is too far away.
poll-wrong-closes-before = It would close before it starts. Please pick an earlier start or, with “Edit”, a later closing time.
poll-wrong-no-school = There is no school on { $when }, and what is asked every week leaves such days out. Please pick another start or ask once.
poll-wrong-week = What is asked every week has to close within a week. Please ask once or, with “Edit”, pick an earlier closing time.
poll-preview-starts = It starts { $when }, once you have pressed “Post it”.
poll-preview-weekly = It is asked again every week at the same time, until you stop it. A week with no school on that day is left out.
poll-planned = Planned. It is posted { $when }. Until then /somewhere lists it.
poll-stop = Don't post it
poll-stop-weekly = Stop asking it
poll-stopped = Stopped. It won't be posted.
poll-home-planned = Your poll, to be posted { $when }: { $question }
poll-home-weekly = Asked every week, next { $when }: { $question }
poll-handed-over = { $name } planned this poll in a role that is yours now. It is posted in { $places }, { $when }, only if you take it on.
poll-not-taken-on = { $name } planned this poll in a role that is yours now. Nobody took it on, so it wasn't posted.
poll-take-on = Post it then
poll-not-begun = Your poll was not posted. By now { $places } is for other people than your preview said, or isn't on my list any more. You can start it again and see who would read it.
poll-not-begun-board = Your poll was not posted. A board decides in public, so I post none where its members are by themselves. You can bring the question to a public meeting, or start it again elsewhere.
poll-left-out = There is no school on the day your weekly poll was planned for, so it isn't asked then. It is posted { $when }.
poll-home-draft = Your draft, not posted: { $question }
poll-home-draft-empty = Your draft, not posted, still without a question
poll-draft-go-on = Continue
poll-draft-delete = Delete the draft
