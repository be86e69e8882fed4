# A small test of change, its steps, and what came of it.
day-example = 10/30, or next Friday
day-hint = If there is no school that day, it's the next school day.
day-not-ahead = Please give a day from tomorrow on, within a year, like “10/30” or “next Friday”.
day-too-far = That is more than { $most } school days ahead. A small test shows more when it is short; please pick an earlier day.

cycle-plan = Plan three weeks
cycle-next = Plan the next one
cycle-other = Try something else
cycle-see = See the test
cycle-form-title = A small test
cycle-form-submit = Plan it
cycle-form-try = What do we try?
cycle-hint-try = Quiet reading in the library on Tuesdays. No names of students, please.
cycle-form-who = Who could do it? They can say no.
cycle-form-until = Until when?
cycle-form-expect = What do you expect?
cycle-hint-expect = A guess is enough: “12 of 20 children read along”. May be left empty.
cycle-planned = Planned until { $until }. Everybody who reads the goal can see it. You said yes to the first step.
cycle-planned-asked = Planned until { $until }. Everybody who reads the goal can see it. I ask { $name }, who can say no.
cycle-there = One is under way already, until { $until }. Two at once show less than one.
cycle-take-back = Take it back
cycle-taken-back = It is taken back. Nobody needs to do anything.
cycle-rests = Something rests on it by now, so it stays. You can end it instead: “What happened?”
cycle-goal-over = This goal isn't under way any more, so nothing was changed.
cycle-is-over = This one is over, so nothing was changed.
cycle-may-team = Only the goal's team does that: { $names }.

cycle-title = What we try now
cycle-title-over = What we tried
cycle-until = Until { $until }.
cycle-expected = We expect: { $text }
cycle-count =
    { $count ->
        [one] { $done } of 1 step is done.
       *[other] { $done } of { $count } steps are done.
    }
cycle-all-stuck = Every step needs help. That happens: talk for ten minutes, ask another role, or end this test early with “What happened?”
cycle-quiet =
    { $count ->
        [one] One step is quiet.
       *[other] { $count } steps are quiet.
    }
cycle-now = We try this until { $until }:
cycle-last = We tried this until { $until }:
cycle-home = Tests that are over

cycle-asks = The test for “{ $goal }” is over. What happened? One line is enough.
cycle-end = What happened?
cycle-end-submit = Save
cycle-form-learned = What happened, and what did we learn?
cycle-hint-learned = One line. That it didn't work is worth just as much.
cycle-hint-expected = You expected: { $text }
cycle-form-next = And now?
cycle-keep = Keep doing it
cycle-change = Change it and try again
cycle-drop = Drop it
cycle-was-kept = We keep it. What we learned:
cycle-was-changed = We change it and try again. What we learned:
cycle-was-dropped = We drop it. What we learned:
cycle-ended = Saved. Thank you: this is how we learn.
cycle-ended-open =
    { $count ->
        [one] One step was still open; it ends with the test.
       *[other] { $count } steps were still open; they end with the test.
    }
cycle-ended-already = Somebody has said what happened already.
cycle-undo = Undo

step-seat = { $name } ({ $seat })
step-add = Add a step
step-form-title = A step
step-form-what = What is to be done?
step-hint-what = Something one person can do. No names of students, please.
step-form-submit = Ask them
step-too-many = There are { $most } steps already. A small test has few; add the next ones to the next test.
step-line = • { $what }: { $seat } ({ $state })
step-line-vacant = • { $what }: { $seat } (nobody holds this role now)
step-see = Your step: { $begin }
step-pass = Ask another role: { $begin }
step-pass-title = Who could do it?
step-withdraw = Don't ask: { $begin }
step-withdrawn = It is withdrawn. Nobody needs to do anything.
step-never = The team sees who does what and how it goes. This is never for evaluation.

step-asks = Could you do this as { $seat }, by { $until }? It is for “{ $goal }”.
step-asked-again = This role has changed hands. What was agreed before doesn't bind you, so I ask anew.
step-asks-foot = No is fine. The team sees your answer, nobody else. Never for evaluation.
step-yours = You do this as { $seat }, by { $until }. How is it going?
step-foot = The team sees only “done”, “on the way” or “needs help”. Never for evaluation.
step-need-help = I'd need help with it
step-stuck = I'm stuck
step-more = More
step-state = Your step now: { $state }.
step-not-done = It isn't done yet
step-after-all = I'll do it after all
step-accepted = Thank you. The team sees that you do it. About once a week I ask how it goes.
step-declined = That's fine. The team sees that the step is free.
step-on-the-way = Good to know. The team sees “on the way”.
step-done = Thank you. The team sees that it's done.
step-handed-back = That's fine. The team sees that the step is free.

step-line-add = Add a line for your group
step-line-change = Change your line
step-line-title = How it goes
step-form-line = In your words
step-hint-line = Read only by { $whom }.
step-form-sure = How sure are you that it will work?
step-sure-choice = { $sure ->
    [1] 1: hardly
    [5] 5: very sure
   *[other] { $sure }
}
step-sure-none = I'd rather not say
step-line-submit = Save
step-line-kept = Saved. Only { $whom } can read it; the others see the step's status.
step-line-yours = Your line, for your own group:
step-line-own = For your group alone, about “{ $what }”:
step-sure = How sure: { $sure } of { $most }

step-is-stuck = That happens. Whom could you ask? I write a draft; you send it.
step-ask = Ask somebody
step-ask-them = Ask { $name }
step-ask-other = Ask somebody else
step-whom-title = Whom do you ask?
step-form-whom = Who could help?
step-hint-whom = Type a name or a role.
step-draft = I'm working on something for a shared goal of our school and I'm stuck. Could you help me, or tell me who can?
step-draft-quoting = For our shared goal I'm working on this: “{ $step }”. I'm stuck. Could you help me, or tell me who can?
path-try = All agree on “{ $goal }”. Pick one small thing to try for three weeks.
path-tried = You tried one thing for “{ $goal }”. Tell people what came of it.
path-tell = Tell them
