theme-sort-them = Sort them
theme-sort-title =
    { $count ->
        [one] One concern to sort
       *[other] { $count } concerns to sort
    }
theme-sort-asks = What is it about? Its words stay as they are.
theme-new = A new title
theme-skip = Later
theme-list = The titles
theme-list-title =
    { $count ->
        [0] No titles yet
        [one] One title
       *[other] { $count } titles
    }
theme-sort =
    { $count ->
        [one] Sort the one that is left
       *[other] Sort the { $count } that are left
    }
theme-listed = { $title } · { $count }
theme-is-kept = (for your group alone)
theme-open = See the words
theme-keep = Keep it to our group
theme-share = May be shown to others
theme-rename = Change the title
theme-take-out = Take it out
theme-taken-out = It was taken out, and waits to be sorted again.
theme-state = It is under “{ $title }”.
theme-shown = The other groups see that title already, so it stays.
theme-title-form = A title
theme-title-en = In English
theme-title-es = In Spanish
theme-title-hint = What it is about, not who is to blame
theme-title-submit = Save
theme-wrong-title = Please give a title in both languages, of up to { $most } characters.
theme-more = { $count } more than fit here.
theme-foot = What is for bargaining, or for your group alone, stays with it. The others never see the words, only titles that you show.

round-title = What matters to whom
round-none = No round is open. You open the part of { $group } alone; each other group's leaders open theirs. Each can pause its own with one press.
round-open = Open our part
round-see = See what matters to whom
round-part = • { $group } ({ $name }): { $state }.
round-part-open = sorting
round-part-ready = its list is there
round-part-paused = paused
round-ready = Show our list
round-ready-now = Show it
round-ready-means = The leaders of the other groups, and then everybody who is asked, see these titles. Nobody sees the words or who wrote them.
round-ready-care = First take out what is for bargaining, about one employee, or not to be shared.
round-unready = Take our list back
round-begin = Ask what matters
round-pause = Pause our part
round-resume = Go on with our part
round-part-left-out = left out, for its list was not there in time
round-waits-until = It waits for { $groups } until { $when }. After that the co-chairs may begin without; where there are none, those whose lists are there.
round-has-waited = It has waited two weeks for { $groups }. You can begin without, or wait on. A group that is left out is named with the results, and can still join in.
round-go-on = Begin without
round-went-on = People are being asked what matters. Left out, for now: { $groups }. They are told, and can join in with one press.
round-goes-on-not = That has changed meanwhile, so nobody is left out. Look at the round again.
round-is-late = The other groups' lists are there; yours is waited for until { $when }. After that the round may begin without your group. You can show your list, or pause your part: nobody asks why.
round-left-out-news = The round began without your group's part, for its list was not there in time. With “Go on with our part” your people can still say what matters until it ends.
round-foot = Nobody opens a round among another group's people.
round-heard =
    { $count ->
        [0] Fewer than five people have said what matters to them. Open until { $when }.
       *[other] At least { $count } people have said what matters to them. Open until { $when }.
    }
round-may-lead = Only a group's president or council opens its part of a round.
round-over = This round is over, so no part of it can be paused or go on any more.
round-too-late = People are being asked already, so that can't be changed now.
round-no-themes = There is no title to show yet. Sort the concerns first.
round-another = another group
round-waits-for = It waits for { $groups }.

rate-asks =
    { $count ->
        [one] What matters to you? One topic, one tap. Open until { $when }.
       *[other] What matters to you? { $count } topics, one tap each. Open until { $when }.
    }
rate-begin = Say what matters
rate-now = Work on this now
rate-not-now = Not now
rate-not-sure = Not sure
rate-place = { $place } of { $count }
rate-said = You said: { $said }.
rate-means = Only counts by group are shown, at the end, and none under five. Then what you said is deleted.
rate-done = That's all, thank you. You can change it until { $when }; then all see what came of it.
rate-again = From the beginning
rate-home = What matters to you

result-title = What matters across groups
result-news = People have said what matters. See it together, and say who decides about each.
result-too-few = Fewer than five people of each group answered, so nothing is shown.
result-line = { $place }. { $title }
result-row = { $group }: { $now } of { $count } say now
result-total = All together: { $now } of { $count } say now
result-left-out = Left out of the order, for fewer than five of them answered: { $groups }.
result-without = The round began without { $groups }: no list was there in time.
result-means = In the order of agreement across groups, each counting as much as the others. Groups and answers that are too small to stand alone are counted together or left out.
result-scope = { $scope }: { $why }
result-decides = It goes, as a topic without words or names, to { $seat } ({ $name }).
scope-mark = Who decides?
scope-title = Who decides?
scope-label = Who decides about it?
scope-shared = Shared: we work on it together
scope-administration = The administration decides
scope-board = The board decides
scope-classroom = Each teacher decides
scope-bargaining = It is for bargaining, and goes no further here
scope-why = Why, in one line?
scope-why-hint = Those who raised it read this, the role that decides, and all who see what came of the round.
scope-submit = Save
scope-wrong = Please choose who decides.
scope-wrong-why = Please say why, in up to { $most } characters.
scope-yours = A topic that people raised is for you to decide: “{ $title }”. Why: { $why }
scope-raised = You raised something about “{ $title }”. This is who decides:

chair-title = Name a co-chair
chair-label = Who leads it with another group's co-chair?
chair-submit = Ask them
chair-two = Two co-chair it already. A round has two co-chairs, of two groups.
chair-accepted = Thank you. You say who decides about each title once people have said what matters; then you write the goal together.
chair-declined = That's fine. Only your group's leader sees it.
chair-stepped-back = That's fine. Those who lead a group see that you don't co-chair it any more. Nobody is asked why.
chair-asks = Would you lead this round for { $group }, with { $name }? You say together who decides about each title, and write the goal. No is fine; only your group's leader sees it.
chair-another = somebody of another group
chair-yes = Yes
chair-no = No, thank you
chair-home = Would you lead a round?
chair-is = Co-chair: { $seat } ({ $name }).
chair-waits = Asked to co-chair: { $seat } ({ $name }).
chair-take-back = Take our co-chair back

join-title = Join two titles
join-ours = Our title
join-theirs = Another group's title that means the same
join-submit = Ask them
join-nothing = There are no two titles to join yet.
join-asks = { $group } would join its title “{ $theirs }” with your “{ $ours }”. Each group keeps its words; people are asked once.
join-yes = Join them
join-no = Keep them apart
join-are-one = “{ $other }” goes with “{ $one }”: people are asked once.
join-part = Part them again
result-joined = Together with: { $titles }

reply-home = Topics that you decide about
reply-until = Please answer by { $when }.
reply-title = Answer those who raised it
reply-label = Your answer
reply-hint = Those who raised it read this, and all who see what came of the round. You don't see who they are.
reply-submit = Send
reply-wrong = Please answer in up to { $most } characters.
reply-sent = I bring your answer to those who raised it. Thank you.
reply-change = Change my answer
reply-came = You raised something about “{ $title }”. This is the answer of { $seat }:
reply-to-yours = You had written:
reply-silent = Nobody has answered those who raised “{ $title }” for twenty school days. { $who }
reply-who = It is with { $seat } ({ $name }).
result-reply = Answer of { $seat }: { $text }
