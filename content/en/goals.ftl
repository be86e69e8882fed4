command-goals-does = The goals that were agreed
command-goals-hint = leave empty
goal-notices = News of goals
goal-start = Start with this
goal-start-line = One line for several
goal-may-start = Only the rep or liaison of the school where it was written starts with it.
goal-started-already = A goal is being made of it already. Type /somewhere to see it.

goal-form-title = One goal
goal-form-line = What does it come to, in one line?
goal-hint-line = In your words; nobody's own words are shown.
goal-form-students = For which students?
goal-hint-students = For example: third-graders who read below level
goal-form-change = What changes for them?
goal-hint-change = For example: they get 20 minutes with a reading coach each day
goal-form-measure = How will we know?
goal-hint-measure = Something that can be counted each week in a minute, such as books read
goal-wrong-empty = Please write one line.
goal-wrong-long = That is { $count } characters; { $most } fit. Please shorten it.
goal-wrong-nobody =
    { $kind ->
        [administration] Nobody is on my list to answer for the administration here. { $names } can add someone. Your words are kept for a day.
       *[other] Nobody is on my list to answer for the association here. { $names } can add someone. Your words are kept for a day.
    }

goal-line-students = For: { $students }
goal-line-change = What changes: { $change }
goal-line-measure = How we'll know: { $measure }
goal-goes = It goes to:
goal-goes-to = { $seat }: { $name }
goal-vacant = { $seat }: nobody holds this role now. { $names } can fill it; the goal waits for them.
goal-nobody-speaks =
    { $kind ->
        [parents] Nobody is on my list to answer for families here, so they aren't asked.
       *[other] A group has nobody on my list here, so it isn't asked.
    }
goal-then-read-all = Until all agree, only they and you read it. Then everybody of these groups in the whole district can. It changes no contract and no one's authority.
goal-then-read = Until all agree, only they and you read it. Then everybody of these groups at { $building } can, and those of them who work for the whole district. It changes no contract and no one's authority.
goal-shows-words = They also see this, without a name. Its writer said that they may:
goal-keeps-words = The words of the concern aren't shown to them.
goal-caution = One goal is under way here already: “{ $goal }”. Two at once often means that neither moves. You can send it all the same.
goal-times-offered = You offer to talk: { $times }.
goal-send = Send it
goal-sent = Sent. Those who haven't answered by { $when } are reminded once. You can change the wording or take it back until all agree.
goal-sent-where = They find it in my message of the day. Somebody who doesn't get that sees it only on /somewhere: it helps to tell them.
goal-sent-already = That was sent. Type /somewhere to see it.
goal-not-now = That goal isn't open to this any more, so nothing was changed.

goal-asked-title = Should this be our shared goal?
goal-agreed-title = Our shared goal
goal-over-title = A goal that was proposed
goal-from =
    { $count ->
        [0] From { $seat }.
       *[other] From { $seat }. At least { $count } people were heard.
    }
goal-in-words = In somebody's words, without a name:
goal-was-substance = The wording was changed in substance, so every group is asked again. Before:
goal-was-typo = A slip of the pen was mended, so answers stand. Before:
goal-is-taken-back = It was taken back. Nothing is needed of you.
goal-is-closed = It was closed, for not all had agreed.

goal-asks = You answer for your role. What do you say?
goal-you-said = You said: { $said }. You can say otherwise until all agree.
goal-answer-agree = Agree
goal-answer-live = Can live with it
goal-answer-concern = A concern
goal-answer-block = Block, with a reason
goal-answer-more-time = We need more time
goal-foot = It changes no contract and no one's authority. The others see your answer; your reason goes to { $proposer } only.
goal-position =
    { $answer ->
        [agree] agrees
        [live] can live with it
        [concern] has a concern
        [block] blocks it
       *[other] needs more time
    }
goal-position-line = • { $seat } ({ $name }): { $said }
goal-position-waits = • { $seat }: hasn't answered yet
goal-reason = Why, from { $seat } (for those who lead the goal):
goal-may-answer = You aren't one of those who answer: { $names }.
goal-may-nobody = Nobody has a role that works on this goal at the moment; { $names } can help.
goal-may-team = Only the team of this goal does that: { $names }. You can tell one of them.
goal-wording-changed = The wording was changed meanwhile. This is how it reads now; please answer anew.

goal-reason-concern = A concern
goal-reason-block = Block, with a reason
goal-reason-label = What would have to change?
goal-reason-hint = Only those who lead the goal read this.
goal-wrong-reason = Please say why, in up to { $most } characters.
goal-noted = Noted: { $said }. Thank you.
goal-noted-reason = Noted. Your reason goes to { $seat }, who can change the wording or talk with you.
goal-noted-again = Take your time. I ask you again on { $when }.
goal-noted-agreed = All agree. Thank you: it is a shared goal now.

goal-times-first = A first time to talk
goal-times-second = Another time
goal-times-hint = With those who are asked; 20 minutes will do. May be left empty.
goal-times-title = Two times to talk
goal-times-submit = Offer them
goal-times-offer = Offer two times to talk
goal-times-again = Offer other times
goal-times-ask = When can you talk for 20 minutes?
goal-times-either = Either works
goal-times-neither = Neither works
goal-times-not = That doesn't work
goal-times-sent = Offered. I'll tell you which suits all.
goal-times-changed = Other times were offered meanwhile, or one is set.
goal-times-noted = Noted. I'll tell you once all have picked.
goal-times-news = A time to talk about “{ $goal }”:
goal-wrong-time = Please pick two different times that are still to come.
goal-wrong-no-time = Please give at least one time.
goal-talk = You talk on { $when }.
goal-talk-of = You talk about “{ $goal }” on { $when }. All can make it.

goal-see = See the goal
goal-change = Change the wording
goal-change-title = Change the wording
goal-change-submit = Save
goal-change-kind = What kind of change is it?
goal-change-substance = It changes what we want: ask everybody again
goal-change-typo = A slip of the pen: answers stand
goal-wrong-theme = By now it was said that this is not worked on together. You can start with a concern, or with a line for several.
goal-wrong-typo = That is more than a slip of the pen. Choose the other, and everybody is asked again.
goal-take-back = Take it back
goal-take-back-asks = Take this goal back? Those who were asked see that nothing is needed of them. Your words stay, to propose it again.
goal-take-back-yes = Yes, take it back
goal-take-back-no = Keep it
goal-taken-back = It is taken back.
goal-again = Propose it again

goal-heard = News of the goal that you proposed, “{ $goal }”. You can change the wording, or talk with them:
goal-agreed = All agree: “{ $goal }” is our shared goal.
goal-agreed-by = Agreed by { $seats }.
goal-ended = I closed “{ $goal }”: not all had agreed. It happens. Ask them in person for ten minutes, then propose it again with one press.

goal-tell = Tell those who spoke
goal-tell-whom =
    { $count ->
        [0] It goes to everybody of your group here who has written.
       *[other] It goes to everybody of your group here who has written: at least { $count }.
    }
goal-tell-says = You said, and this comes of it. The goal: { $goal }
goal-tell-means = Each also sees their own words. To people without a name it goes over the way back, which ends two weeks later. It can't be taken back.
goal-tell-now = Tell them
goal-tell-add = Add a line
goal-tell-change = Change your line
goal-told = They are being told, inside the district's hours. Thank you for letting them know.
goal-building = We have agreed on a shared goal: { $goal }
goal-building-tried = We tried something for it: { $tried } What we learned: { $learned }
goal-building-ended = Our shared goal “{ $goal }” has ended: { $outcome }.
goal-word-title = A line from you
goal-word-label = Your line to those who spoke
goal-word-hint = Thanks, or what happens next

goal-home-waiting = Goals to answer
goal-home-mine = Your goals
goal-home-asked = You are asked about a shared goal: “{ $goal }”.
goal-home-read = Read and answer
goal-home-proposed = Being agreed: “{ $goal }”.
goal-home-agreed = Our goal: “{ $goal }”.
goal-home-to-tell = All agree on “{ $goal }”. Tell people.
goal-list = Our shared goals
goal-listed = { $goal } · { $where }
goal-none = There is none yet that you can read. It starts with what gets in the way.
goal-list-foot = You see goals that your group agreed to at your school, or at any school if you work for the whole district.

rule-title = How our group agrees
rule-building = { $group } agrees to a school's goal by the role that speaks for it there, alone.
rule-leader-too = Your group agrees to a school's goal by the role that speaks for it there and by yours: { $seat }.
rule-make-leader-too = Ask me, too
rule-make-building = Ask the school's role alone
rule-foot = A goal that was sent already goes on by the rule of its day. Other groups set their own.
rule-place = Your group agrees by a decision in { $place }, within { $days } school days. How many must answer: { $quorum }.
rule-make-place = Decide together in our own channel
rule-change-place = Change how we decide
rule-form-title = How our group decides
rule-form-place = In which of your own channels?
rule-form-quorum = How many must answer?
rule-form-days = How long can they answer?
rule-days = { $days } school days
goal-goes-to-group = { $group } decides together in { $place }, within { $days } school days; its members there read the goal
goal-group-asks = You decide below whether your group agrees. Your reasons stay here; the other groups see only what your group says.
goal-your-group = Your group decides this together in { $place }. What comes of it is its answer.
goal-position-decides = • { $group }: is deciding together
goal-position-group = • { $group } decided together: { $said }
goal-position-met = { $said }, in public on { $day }, item { $item }
goal-block = { $one } and { $other } talk by { $day }.
goal-block-group = { $group } can't agree yet. Its reasons stay with its members unless its leaders share them. { $one } and { $other } talk by { $day }.
goal-talked = You were to talk by today about “{ $goal }”. If you have, it can be answered anew, or its wording changed.
goal-reason-shared = Why, from { $seat }, as its group lets you know:
goal-share = Choose what the others see
goal-share-title = What the others see
goal-share-label = What would have to change?
goal-share-hint = All who are asked read this. Left empty, they see that you don't agree, and nothing more.
goal-choose = Your group can't agree yet to “{ $goal }”. Its reasons are in your own channel. You choose what the others see of them.
goal-board-met = Date of the public meeting
goal-board-met-hint = October 13
goal-board-item = Item on its agenda
goal-board-item-hint = 7 b
goal-wrong-board = A board answers in public: please give the date and the item.

path-pick =
    { $count ->
        [one] One person spoke. Pick it to start with, and offer { $names } a time to talk.
       *[other] { $count } people spoke. Pick one thing, and offer { $names } a time to talk.
    }
path-times = Two times to talk about “{ $goal }”. One tap.
path-pick-time = Pick a time
path-asked = Your group is asked: what gets in the way of your students? Two minutes, and skipping is fine.
