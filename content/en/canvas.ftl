canvas-title = A goal that is being written
canvas-home-title = A goal that is being written
canvas-home = You write a goal together: “{ $title }”.
canvas-write = Write on
canvas-form-what = For whom, what changes
canvas-form-how = How we'll know
canvas-form-step = The first small step
canvas-students = for which students
canvas-change = what changes for them
canvas-measure = how you'll know
canvas-baseline = Where we stand now
canvas-hint-baseline = 22 of 60
canvas-source = Where that is from
canvas-hint-source = Fall reading check
canvas-taken-on = As of
canvas-hint-taken-on = September 30
canvas-target = What we want to reach
canvas-hint-target = 40 of 60 by May
canvas-step = The first small step
canvas-hint-step = Two weeks of quiet reading in one class
canvas-brings = { $group } brings: { $what }
canvas-bring = What our group brings
canvas-bring-label = One line from your group
canvas-bring-hint =
    { $kind ->
        [association] Our network and people who know about it
        [administration] Time, and data
        [board] What we expect, and means
        [parents] What families know
       *[other] Training, a room, people
    }
canvas-brought = Saved. It is your group's own line; you can change it until all agree.
canvas-asks = { $names } are writing a goal together. What does your group bring to it?
canvas-changed = { $name } changed this meanwhile. It reads now:
canvas-yours = You wrote, and it is kept for a day:
canvas-open-mine = Open mine again
canvas-keep-theirs = Keep it as it is
canvas-is-substance = That is more than a slip of the pen, so every group is asked again. Before:
canvas-after = After:
canvas-ask-again = Save, and ask every group again
canvas-edit = Edit
canvas-send = Send it to the groups
canvas-send-now = Send it
canvas-send-means = Each group answers by its own rule. Until all agree, only those who are asked and you two read it. It changes no contract and no one's authority.
canvas-back = Back
canvas-missing = Still missing: { $fields }.
canvas-not-shared = It isn't marked as worked on together any more, so it can't be sent.
canvas-rests = “{ $title }” has been quiet since { $since }. That happens. Going on? Otherwise the draft ends on { $until }. Nothing was sent, and what you wrote stays here.
canvas-go-on = We go on with it
canvas-let-end = End it now
canvas-ended = The draft of “{ $title }” has ended: nobody went on with it. Nothing was sent, and nothing was decided. What you two wrote is still here; you can take it up again.
canvas-take-up = Take it up again
canvas-ended-brought = The goal “{ $title }” has ended before it was sent: { $leaders } didn't go on with it. Nothing was decided, and nothing is needed of you.
canvas-ended-kept = Your group's line stays with it. If they take it up again, it is still there.
canvas-is-left = It ended before it was sent, for nobody went on with it. Nothing was decided.
scope-goal-rests = The groups are being asked about a goal of it, or have agreed to one. Take that back first.
