asker-someone = someone in the partnership
asker-of =
    { $kind ->
        [association] an educator in the district
        [administration] an administrator in the district
        [board] a school board member
        [parents] a parent in the district
        [university] a university partner
       *[community] a community partner
    }
asker-at =
    { $kind ->
        [association] an educator at { $building }
        [administration] an administrator at { $building }
        [board] a school board member at { $building }
        [parents] a parent at { $building }
        [university] a university partner at { $building }
       *[community] a community partner at { $building }
    }

asker-form = With your name?
asker-form-named = Under my name
asker-form-there = Without my name; my building is shown
asker-form-somewhere = Without my name or building

anonymous-yes = Ask without my name
anonymous-no = Use my name
anonymous-leave-out = Leave my building out
anonymous-say-where = Show my building
anonymous-straight = Let it go straight to the committee
anonymous-rep-first = Let it be looked at here first

anonymous-shown = It goes without your name. They read that it comes from { $asker }, and nobody is told more.
anonymous-few =
    { $count ->
        [one] You are the only one of your group whom I can reach at { $building }, so anybody could tell that it is you. Leave your building out.
       *[other] Only { $count } people of your group can ask from { $building }, so it could be guessed who does. Leaving your building out is safer; then it skips the first reader there.
    }
anonymous-means = For the answer to reach you, I keep the way back to you, sealed and apart from the question. In the night after the question has been closed for 14 days it is destroyed. Until then the people who run my server could open it, and in backups of those days for as long as these are kept. The committee can ask you back and can stop questions without a name from you, and isn't told who you are.
anonymous-platform = The owners of this workspace or server may be able to export your messages with me, and may see when you used me. In a small school the topic alone can give you away, and so can the way you write.
anonymous-muted = That committee takes no questions without a name from you until { $until }. You can ask under your name.
anonymous-too-many = You have { $most } questions without a name that aren't over yet, or that you asked since yesterday and took back. Please wait until there are fewer, or ask under your name.
question-draft-gone = That draft isn't here any more: it was sent or cancelled, or it was much the same as one that you sent without your name. Type /somewhere to see what you have asked.

question-answer-closes = If I hear nothing in { $days } school days, I close the question.
question-is-closed-by-itself = Closed: the asker said nothing more.
question-is-closed-by-itself-to-asker = I heard nothing more, so I closed this.
question-not-yet-after-all = It doesn't answer it after all
question-unreached = I couldn't reach the asker. They may have left, or take no direct messages. They can still find it under /somewhere.

mute = Mute this asker
mute-means = For { $days } days { $committee } takes no questions without a name from this asker. They are told so when they try, and can still ask under their name. Nobody is told who it is. You can still answer this question, and lift the mute.
mute-now = Mute for { $days } days
mute-done = Done. For { $days } days the committee takes no questions without a name from them.
mute-stands = The asker can't ask the committee without a name until { $until }.
mute-means-named = For { $days } days { $committee } takes no questions from { $name }, with or without a name. They are told so when they try. You can still answer this question, and lift the mute.
mute-done-named = Done. For { $days } days the committee takes no questions from { $name }.
mute-told = That committee takes no questions from you until { $until }. People of your own group or of that committee decided so, and can lift it.
may-mute-own-group = Only { $names } from { $group } can do that: each group looks after its own members.
may-mute-not-oneself = That is for others to decide: the question is yours.
may-mute-no-other = { $group } mutes nobody of another group. Where this committee has members of other groups, they can do that.
mute-lift = Lift the mute
mute-lifted = The mute is lifted.
mute-too-late = There is no way back to the asker any more, so nobody can be muted for it.
