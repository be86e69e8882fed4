seat-building-rep = { $body }'s building rep
seat-principal = { $body }'s principal
seat-pta-liaison = the PTA liaison, { $body }
seat-association-president = the association's president, { $body }
seat-superintendent = the superintendent, { $body }
seat-board-liaison = the board's liaison, { $body }
seat-community-liaison = the community liaison, { $body }
seat-chair = { $body }'s chair
seat-member = a member of { $body }
seat-deputy-for = { $name } for { $holder }

seat-home = Your roles
seat-away = I'm away for a while
seat-away-who = Who acts for me
seat-away-back = I'm back on
seat-away-submit = Save
seat-away-wrong = Please pick a role and the day on which you are back. Nothing was changed.
seat-away-done = { $name } acts for you as { $seat } until { $when }. Questions and reminders of this role go there meanwhile.
seat-back = I'm back
seat-back-done = Welcome back. You act as { $seat } again.
seat-deputy-away = You act for { $name } as { $seat } until { $when }.
seat-deputy-vacant = You act as { $seat } until somebody follows: nobody has this role now.
seat-term = Your term as { $seat } ends on { $when }. You stay in this role until somebody follows you.
seat-term-above = { $name }'s term as { $seat } ends on { $when }. They stay in this role until somebody follows. Who will that be?

reach =
    { $people ->
        [0] Nobody on the roster can see this.
        [one] One person can see this{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } people can see this{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
reach-unknown =
    { $unknown ->
        [one] One more person there isn't on the district's roster.
       *[other] { $unknown } more people there aren't on the district's roster.
    }
reach-beside =
    { $people ->
        [one] One more person there sees it, too{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } more people there see it, too{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
reach-there-are =
    { $people ->
        [0] nobody on the roster.
        [one] one person{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } people{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
reach-open =
    { $count ->
        [one] Everybody in the workspace can open { $places }: it is a public channel.
       *[other] Everybody in the workspace can open { $places }: they are public channels.
    }
reach-there = In { $places }: { $told }
reach-there-or-seats = In { $places } or by their role: { $told }
reach-others =
    { $people ->
        [one] One more person for whom it is meant may read it, too{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } more people for whom it is meant may read it, too{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
reach-unseen =
    { $count ->
        [one] { $places } is meant for { $whom }; I can't see who is in this channel.
       *[other] { $places } are meant for { $whom }; I can't see who is in these channels.
    }
reach-everyone = everyone in the partnership
reach-at = { $people }, at { $buildings } or districtwide

link-offer = Link my accounts
link-code-next = Within ten minutes, type “/link { $code }” on { $platforms }. It works once; please give it to nobody.
link-enter = I have a code
link-hello = If I know you in another app, type /link there. You get a code to type here, and I know you in both.
link-form-title = Link your accounts
link-form-submit = Look it over
link-form-code = The code
link-form-hint = Eight letters and digits; type /link in the other app to get them.
link-preview-account = You are { $name } on { $there }. From now on this { $here } account is yours, too: one person, with one vote. You can unlink it later.
link-preview-member = You are { $maker } on { $there } and { $other } on { $here }. From now on you are { $name } on both: one person, with one vote. Where you answered twice in something that is open, one answer counts, and the other is gone even if you unlink later. All else that you have now comes along, and goes back if you unlink.
link-preview-waits = Before it counts, I ask you on { $there } whether it is you.
link-yes = Yes, that's me
link-no = No, leave it
link-kept = Nothing was changed.
link-done = Done. You are now { $name } on { $there } and { $here }. To undo it, type /link.
link-wrong = That code isn't good: it was mistyped, used before, or is more than ten minutes old. Type /link in the other app for a new one.
link-later = That was the fifth code that isn't good. Wait ten minutes, then type /link in the other app for a new one.
link-here = That code was made here on { $platform }. Type it in the other app.
link-taken = { $name } is on { $platform } already, with another account, so nothing was changed. Type /link to see whether you can unlink that.
link-unfit = The roster has you as { $maker } on { $there } and as { $other } on { $here }, in different groups or with a role each. Groups and roles decide what you can read, so I can't make the two one. { $names } can change the roster. Nothing was changed.
link-caretaker = The person who looks after me in your district
link-nowhere = Your district has only one app with me in it so far, so there's nothing to link.
link-in-channel = I can't see here which server you belong to. Type it in a channel there; only you see my answer.
link-linked = You are { $name } on { $platforms }: one person, with one vote.
link-by-roster = The roster says so. { $names } can change that.
link-undo = Unlink
link-undo-nobody = Unlink? I then no longer know your { $platform } account.
link-undo-member = Unlink? Your { $platform } account is then { $name } again.
link-undo-keeps = All that was done so far stays with { $name }.
link-undo-gives = Each gets back what was theirs. Answers in open polls and ratings stay with { $name }, and so does what was done for a role.
link-undo-yes = Yes, unlink
link-undo-no = Stay linked
link-undone = Unlinked. Each account is on its own again.
link-confirm-there = Almost there. I have written to you on { $there }: please confirm there that this account is yours, by { $when }. Until then I don't know it.
link-confirm-there-member = Almost there. I have written to you on { $there }: please confirm there that this account is yours, by { $when }. Until then you are { $name } here.
link-unconfirmed = It wasn't confirmed on { $there }, so nothing was changed. To try again, type /link there.
link-accounts = Your accounts
link-waiting = With a code, the { $here } account of { $account } would be joined to yours. From then on it would speak and vote as you, { $name }, and do all that you can do. Is that account yours, too?
link-waiting-answers = Where both accounts answered in something that is open, one answer counts, and the other is gone even if you unlink later.
link-waiting-nobody = With a code, a { $here } account that isn't on the roster would be joined to yours. From then on it would speak and vote as you, { $name }, and do all that you can do. Is that account yours, too?
link-waiting-until = Because you have a role, it counts only if you press “Join” here by { $when }.
link-join = Join
link-deny = Don't join
link-joined = With a code, a { $here } account was joined to yours. Your accounts are now one person: { $name }, with one vote. If it wasn't you, press “Undo”.
link-part = Undo
link-parted = Unlinked. Each account is on its own again, with what was its own. What was done for a role meanwhile stays.
link-denied = That { $here } account can't act for you. If it isn't yours, please tell { $names } how somebody got your code, or got you to type theirs. Nobody who helps you needs either.
link-denied-caretaker = With a code, the account { $user } on { $here } would have been joined to { $name }'s, and { $name } said no. Nothing was linked. Please talk with { $name }, and look at that account.
link-expired = The { $here } account wasn't confirmed within a day, so nothing was linked. If it is yours, type /link again. If not, there is nothing to do: it can't act for you.
link-office = You now act as { $seat }. So can your account on { $platforms }, which was linked with a code: it can do all that you can. If it isn't yours, unlink it.
link-office-caretaker = You now look after me for your district. So can your account on { $platforms }, which was linked with a code: it can do all that you can. If it isn't yours, unlink it.

command-link-does = Be one person on both platforms
command-link-hint = leave empty for a code, or type the code from the other app

signing-from = From which of your roles?
signing-hint = Others read it beside your name.
signing-hint-group = Others read it beside your name. Of a role on a committee that can't be theirs they read your group.
signing-wrong = That isn't your role any more. Please pick another.
