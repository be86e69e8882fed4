nudge-notices = Goals of yours that went quiet
nudge-home = Gone quiet
nudge-quiet = No news on “{ $what }” for two weeks or more. That happens. One small step: { $step } I drafted it; you send it.
nudge-step = Ask for ten minutes, and pick one small thing to try for one week.
nudge-step-send = Could we take ten minutes this week for our goal? I'd like to pick one small thing to try for one week.
nudge-foot = Nobody is told who is quiet, and nothing here is for evaluation.
nudge-draft = See draft
nudge-on-it = We're on it
nudge-stuck = We're stuck
nudge-pause = Pause two weeks
nudge-less = Less often
nudge-less-asks = How often may I ask about this one while it is quiet?
nudge-monthly = Monthly
nudge-stop = Not this one
nudge-noted = Good to know. I ask again only if it is quiet for two weeks.
nudge-paused = Paused until { $when }. Until then I don't ask about it.
nudge-go-on = We go on
nudge-is-monthly = Done. While it is quiet I ask once a month.
nudge-stopped = Done. I don't ask about this one any more. It stays where it is.
nudge-again = Ask again
nudge-over = This is over, so nothing was changed.
nudge-end = Still no news on “{ $what }”. Going on, pausing and closing are all fine. What would help most?
nudge-rest = Let it rest
nudge-draft-says = Send it as a question to a committee, or copy it for one person. You can change every word.
nudge-ask = Ask a committee
nudge-stuck-says = Being stuck is worth saying. Ask a committee for help, or copy this for somebody who knows.
nudge-stuck-send = We are stuck with our goal: “{ $what }”. What would you try next, or who could help us?
nudge-chair =
    { $count ->
        [one] One step is quiet.
       *[other] { $count } steps are quiet.
    } { $step }
nudge-chair-foot = Whose they are, I tell nobody.
